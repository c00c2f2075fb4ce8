import type { Issue, JiraData, Project } from './model';
import { paragraphs } from './paragraphs';
import { accountIdOf } from './people';
import { PROJECTS } from './projects';
import { initialStatus } from './workflow';

const HOUR = 3_600_000;

/** One issue: summary, description, the reporter's address, the id of a request's type, and a participant's address. */
type Draft = readonly [
  summary: string,
  description: string,
  reporter: string,
  requestType?: string,
  participant?: string,
];

const DRAFTS: Readonly<Record<string, readonly Draft[]>> = {
  HELP: [
    [
      'Locked out of my laptop after a password change',
      'I changed my password yesterday and now my laptop does not accept it any more. I am at a customer site and need to get in today. Please call me on my mobile.',
      'ada.lovelace@example.com',
      '11',
      'grace.hopper@example.com',
    ],
    [
      'New phone: move my authenticator app',
      'My old phone is broken. I have a new one and need the authenticator set up again, since I cannot sign in to anything without the code.',
      'grace.hopper@example.com',
      '12',
    ],
    [
      'Reset my VPN password',
      'The VPN client says that my password has expired, and the page to change it is only reachable through the VPN.',
      'employee1@example.com',
      '11',
    ],
    [
      'Access to the payroll share',
      'I have taken over payroll for the London office and need write access to the payroll share as of today.',
      'employee2@example.com',
      '13',
    ],
    [
      'Account disabled after long leave',
      'I am back from parental leave. My account seems to be disabled, I can neither read mail nor book leave.',
      'employee3@example.com',
      '14',
    ],
    [
      'Change the bank account for my salary',
      'Please change the account my salary goes to. I will give the number on the phone.',
      'alan.turing@example.com',
      '14',
    ],
    [
      'Security key lost while travelling',
      'I lost my security key at the airport. Please block it and let me sign in another way until I am back.',
      'employee4@example.com',
      '12',
    ],
    [
      'Administrator rights for a software update',
      'The update of the measuring software asks for administrator rights. I need them for an hour.',
      'employee5@example.com',
      '13',
    ],
  ],
  FACIL: [
    ['Meeting room 3 has no heating', 'It is 15 degrees in there.', 'employee1@example.com', '21'],
    [
      'Badge does not open the garage',
      'Since Monday the reader stays red.',
      'ada.lovelace@example.com',
      '21',
    ],
  ],
  DEV: [
    ['Upgrade the build machines', 'The images are two versions behind.', 'admin@example.com'],
    ['Show the time zone in reports', 'Readers abroad take the times for their own.', 'outsider@example.com'],
  ],
};

/** Jira as it is at first: open issues, nobody has commented yet; oldest first. */
export function seed(now: number): JiraData {
  const issues = PROJECTS.flatMap((project, place) =>
    (DRAFTS[project.key] ?? []).map((draft, index) => issue(project, place, index, draft, now)),
  );
  const lastNumbers = Object.fromEntries(
    PROJECTS.map(({ id, key }) => [id, DRAFTS[key]?.length ?? 0] as const),
  );
  return {
    issues,
    lastNumbers,
    lastIssueId: 11_000,
    userProperties: {},
    tasks: {},
    apps: {},
    lastCommentId: 10_100,
    transitions: {},
    fieldNumbers: {},
  };
}

function issue(project: Project, place: number, index: number, draft: Draft, now: number): Issue {
  const [summary, description, reporter, requestType, participant] = draft;
  const created = now - (24 - place * 8 - index) * HOUR;
  return {
    id: String(10_101 + place * 100 + index),
    key: `${project.key}-${String(index + 1)}`,
    projectId: project.id,
    summary,
    description: paragraphs(description),
    reporter: accountIdOf(reporter),
    ...(requestType && { requestType }),
    ...(participant && { participants: [accountIdOf(participant)] }),
    status: initialStatus(project.workflow),
    created,
    updated: created,
    comments: [],
    properties: {},
  };
}
