import type { Delivery, Environment, IncodeData, Message, Session, Webhook } from './model';
import { EMPLOYEES, identityOfEmployee, INTEGRATIONS, type Employee } from './organisation';
import { identityOf } from './sessions';
import type { IncodeSwitches } from './switches';

/** Times in all views are ISO 8601. */
export interface SessionView {
  interviewId: string;
  environment: Environment;
  loginHint: string;
  state: Session['state'];
  createdAt: string;
  linkEndsAt: string;
  identityId?: string;
}

export type MessageView = Omit<Message, 'at'> & { at: string };

export interface DeliveryView {
  id: string;
  event: string;
  interviewId: string;
  url: string;
  attempts: { at: string; status?: number; error?: string }[];
  state: Delivery['state'];
  nextAttemptAt?: string;
}

export interface IntegrationView {
  apiHost: string;
  apiKey: string;
  clientId: string;
  integrationReference: string;
  secretGeneratedAt?: string;
}

/** What Incode's dashboard shows: neither client secrets nor links. Lists are oldest first. */
export interface DashboardView {
  switches: IncodeSwitches;
  employees: readonly Employee[];
  integrations: Record<Environment, IntegrationView>;
  sessions: SessionView[];
  webhooks: Webhook[];
  deliveries: DeliveryView[];
}

/** What `GET /site/state` shows. Lists are oldest first. */
export interface IncodeState {
  sessions: SessionView[];
  messages: MessageView[];
  webhooks: Webhook[];
  deliveries: DeliveryView[];
}

export function incodeState(data: IncodeData, switches: IncodeSwitches): IncodeState {
  return {
    sessions: data.sessions.map((session) => sessionView(session, switches)),
    messages: data.messages.map(messageView),
    webhooks: structuredClone(data.webhooks),
    deliveries: data.deliveries.map(deliveryView),
  };
}

export function dashboardView(data: IncodeData, switches: IncodeSwitches): DashboardView {
  const { deliveries, sessions, webhooks } = incodeState(data, switches);
  const integrations = {
    demo: integrationView(data, 'demo'),
    production: integrationView(data, 'production'),
  };
  const employees = EMPLOYEES.map((employee) => employeeView(employee, switches));
  return { switches, employees, integrations, sessions, webhooks, deliveries };
}

export function messageView(message: Message): MessageView {
  return { ...message, at: iso(message.at) };
}

function integrationView(data: IncodeData, environment: Environment): IntegrationView {
  const { apiHost, apiKey, clientId, integrationReference } = INTEGRATIONS[environment];
  const generatedAt = data.clientSecrets[environment]?.generatedAt;
  return {
    apiHost,
    apiKey,
    clientId,
    integrationReference,
    ...(generatedAt !== undefined && { secretGeneratedAt: iso(generatedAt) }),
  };
}

function employeeView(employee: Employee, { changedIdentities }: IncodeSwitches): Employee {
  const identityId = identityOfEmployee(employee.email, changedIdentities);
  return { ...employee, ...(identityId !== undefined && { identityId }) };
}

function sessionView(session: Session, switches: IncodeSwitches): SessionView {
  const { createdAt, environment, interviewId, linkEndsAt, loginHint, state } = session;
  const identityId = identityOf(session, switches);
  return {
    interviewId,
    environment,
    loginHint,
    state,
    createdAt: iso(createdAt),
    linkEndsAt: iso(linkEndsAt),
    ...(identityId !== undefined && { identityId }),
  };
}

function deliveryView(delivery: Delivery): DeliveryView {
  const { attempts, event, id, interviewId, nextAttemptAt, state, url } = delivery;
  return {
    id,
    event,
    interviewId,
    url,
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    state,
    ...(nextAttemptAt !== undefined && { nextAttemptAt: iso(nextAttemptAt) }),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
