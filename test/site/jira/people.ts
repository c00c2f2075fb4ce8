import type { JiraUser } from './model';

/** All accounts of the site's Jira. A visitor can act as those with a login; the others are customers. */
export const PEOPLE: readonly JiraUser[] = [
  {
    accountId: '712020:5c1f0a52-8f0b-4a51-9d5c-0f3c6f2b7a01',
    login: 'admin',
    displayName: 'Alex Admin',
    email: 'admin@example.com',
    accountType: 'atlassian',
  },
  {
    accountId: '712020:0e6d3c7b-2f44-4d0a-b1c8-6a7be1d4c902',
    login: 'agent',
    displayName: 'Avery Agent',
    email: 'agent@example.com',
    accountType: 'atlassian',
    groups: ['service-desk', 'identity-verifiers'],
  },
  {
    accountId: '5b10ac8d82e05b22cc7d4e03',
    login: 'agent2',
    displayName: 'Robin Agent',
    email: 'agent2@example.com',
    accountType: 'atlassian',
    groups: ['service-desk'],
  },
  {
    accountId: '712020:9b7e2d18-66c3-4f7e-8a35-21d9c0e8f504',
    login: 'member',
    displayName: 'Morgan Member',
    email: 'member@example.com',
    accountType: 'atlassian',
  },
  {
    accountId: 'qm:1f2c7a90-51b4-4b7d-a0f2-7c64e5f1d305:4c0a6ef1-0d3b-4f57-b0ee-2b90c1a7e605',
    login: 'customer',
    displayName: 'Ada Lovelace',
    email: 'ada.lovelace@example.com',
    accountType: 'customer',
  },
  {
    accountId: '712020:d41c5b06-3a9e-4c55-9b6e-5e0f7a2c8106',
    login: 'outsider',
    displayName: 'Oakley Outsider',
    email: 'outsider@example.com',
    accountType: 'atlassian',
  },
  { ...customer(11, 'Grace Hopper', 'grace.hopper@example.com'), login: 'customer2' },
  customer(12, 'Katherine Johnson', 'employee1@example.com'),
  { ...customer(13, 'Dorothy Vaughan', 'employee2@example.com'), isEmailHidden: true },
  customer(14, 'Mary Jackson', 'employee3@example.com'),
  customer(15, 'Alan Turing', 'alan.turing@example.com'),
  customer(16, 'Hedy Lamarr', 'employee4@example.com'),
  customer(17, 'Claude Shannon', 'employee5@example.com'),
];

/** The account id of the person with this address; throws if there is none. */
export function accountIdOf(email: string): string {
  const person = PEOPLE.find((each) => each.email === email);
  if (!person) throw new Error(`Nobody has the address ${email}`);
  return person.accountId;
}

function customer(number: number, displayName: string, email: string): JiraUser {
  const accountId = `qm:1f2c7a90-51b4-4b7d-a0f2-7c64e5f1d305:4c0a6ef1-0d3b-4f57-b0ee-2b90c1a7e6${String(number)}`;
  return { accountId, displayName, email, accountType: 'customer' };
}
