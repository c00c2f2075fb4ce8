import { createHash } from 'node:crypto';
import type { Environment } from './model';

/** Somebody in the organisation's directory. */
export interface Employee {
  email: string;
  name: string;
  phone?: string;
  enrolled: boolean;
  identityId?: string;
}

export interface Integration {
  authHost: string;
  apiHost: string;
  apiKey: string;
  clientId: string;
  integrationReference: string;
}

export const COMPANY = 'Example Corp';

/** The client ids hold a character that a form must encode. */
export const INTEGRATIONS: Readonly<Record<Environment, Integration>> = {
  demo: {
    authHost: 'auth.demo.incode.com',
    apiHost: 'demo-api.incodesmile.com',
    apiKey: 'a3f1c7d25be94086b17d0c4e8f629a51d07e3b84',
    clientId: 'example-corp+demo',
    integrationReference: '66b2f0a41d7c9e3f58a0d101',
  },
  production: {
    authHost: 'auth.incode.com',
    apiHost: 'saas-api.incodesmile.com',
    apiKey: '7e20b98f41ac4d63905f2cd1b8e7346fa95d1c02',
    clientId: 'example-corp+production',
    integrationReference: '66b2f0a41d7c9e3f58a0d202',
  },
};

const COLLEAGUES = [
  'Katherine Johnson',
  'Dorothy Vaughan',
  'Mary Jackson',
  'Hedy Lamarr',
  'Claude Shannon',
  'Emmy Noether',
  'Edsger Dijkstra',
  'John McCarthy',
  'Annie Easley',
  'Joan Clarke',
];

export const EMPLOYEES: readonly Employee[] = [
  enrolled('ada.lovelace@example.com', 'Ada Lovelace', '+14155550123'),
  enrolled('grace.hopper@example.com', 'Grace Hopper'),
  { email: 'alan.turing@example.com', name: 'Alan Turing', phone: '+14155550199', enrolled: false },
  ...COLLEAGUES.map((name, index) =>
    enrolled(`employee${String(index + 1)}@example.com`, name, `+141555501${String(index + 31)}`),
  ),
];

/** Employees with a number are enrolled too, so that a test can have many. */
const NUMBERED = /^employee\d{1,5}@example\.com$/;

/** The enrolled employee with this address, in any case; that case does not matter is unconfirmed. */
export function enrolledEmployee(loginHint: string): Employee | undefined {
  const email = loginHint.trim().toLowerCase();
  const listed = EMPLOYEES.find((employee) => employee.email === email);
  if (listed) return listed.enrolled ? listed : undefined;
  return NUMBERED.test(email) ? enrolled(email, email) : undefined;
}

/** The identity of an employee: another one, where it is said to have changed. */
export function identityOfEmployee(email: string, changed: readonly string[]): string | undefined {
  const { identityId } = EMPLOYEES.find((employee) => employee.email === email) ?? {};
  return identityId && changed.includes(email) ? idFrom(`${email} anew`) : identityId;
}

/** The environment that one of the official hosts belongs to. */
export function environmentOf(kind: 'authHost' | 'apiHost', hostname: string): Environment | undefined {
  return (['demo', 'production'] as const).find((each) => INTEGRATIONS[each][kind] === hostname);
}

function enrolled(email: string, name: string, phone?: string): Employee {
  return { email, name, ...(phone && { phone }), enrolled: true, identityId: idFrom(email) };
}

function idFrom(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
