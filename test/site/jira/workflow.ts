import type { Status, Workflow } from './model';

const WAITING_FOR_SUPPORT = '10001';
const WAITING_FOR_CUSTOMER = '10002';
const ESCALATED = '10003';
const PENDING = '10004';
const TO_DO = '10010';
const DONE = '10011';
const IN_PROGRESS = '3';
const RESOLVED = '5';

const STATUSES: readonly Status[] = [
  status(WAITING_FOR_SUPPORT, 'Waiting for support', 'new', 'The request waits for an agent.'),
  status(IN_PROGRESS, 'In Progress', 'indeterminate', 'Somebody is working on it.'),
  status(ESCALATED, 'Escalated', 'indeterminate', 'The request was handed to the next level of support.'),
  status(PENDING, 'Pending', 'indeterminate', 'The request waits for something outside the team.'),
  status(WAITING_FOR_CUSTOMER, 'Waiting for customer', 'indeterminate', 'The customer has been asked.'),
  status(RESOLVED, 'Resolved', 'done', 'The request has its answer.'),
  status(TO_DO, 'To Do', 'new', ''),
  status(DONE, 'Done', 'done', ''),
];

export const RESOLUTIONS: Readonly<Record<string, string>> = {
  '10000': 'Done',
  '10001': "Won't Do",
  '10002': 'Duplicate',
};

/** The request workflow of the help desk; transitions are not always named like the status they lead to. */
export const REQUEST_WORKFLOW: Workflow = {
  statuses: [WAITING_FOR_SUPPORT, IN_PROGRESS, ESCALATED, PENDING, WAITING_FOR_CUSTOMER, RESOLVED],
  transitions: [
    {
      id: '11',
      name: 'In Progress',
      from: [WAITING_FOR_SUPPORT, ESCALATED, PENDING, WAITING_FOR_CUSTOMER],
      to: IN_PROGRESS,
    },
    { id: '21', name: 'Escalate', from: [WAITING_FOR_SUPPORT, IN_PROGRESS, PENDING], to: ESCALATED },
    { id: '31', name: 'Pending', from: [WAITING_FOR_SUPPORT, IN_PROGRESS, ESCALATED], to: PENDING },
    {
      id: '41',
      name: 'Respond to customer',
      from: [WAITING_FOR_SUPPORT, IN_PROGRESS, ESCALATED],
      to: WAITING_FOR_CUSTOMER,
    },
    { id: '51', name: 'Respond to support', from: [WAITING_FOR_CUSTOMER, PENDING], to: WAITING_FOR_SUPPORT },
    {
      id: '61',
      name: 'Resolve this request',
      from: [WAITING_FOR_SUPPORT, IN_PROGRESS, ESCALATED, WAITING_FOR_CUSTOMER],
      to: RESOLVED,
      asksResolution: true,
    },
    { id: '71', name: 'Reopen', from: [RESOLVED], to: WAITING_FOR_SUPPORT },
  ],
};

export const TASK_WORKFLOW: Workflow = {
  statuses: [TO_DO, IN_PROGRESS, DONE],
  transitions: [
    { id: '11', name: 'To Do', from: [IN_PROGRESS, DONE], to: TO_DO },
    { id: '21', name: 'In Progress', from: [TO_DO, DONE], to: IN_PROGRESS },
    { id: '31', name: 'Done', from: [TO_DO, IN_PROGRESS], to: DONE },
  ],
};

export function allStatuses(): readonly Status[] {
  return STATUSES;
}

/** The status with this id; throws if there is none. */
export function statusById(id: string): Status {
  const found = STATUSES.find((each) => each.id === id);
  if (!found) throw new Error(`No status ${id}`);
  return found;
}

/** The status in which an issue of this workflow starts. */
export function initialStatus(workflow: Workflow): string {
  return workflow.statuses[0] ?? '';
}

function status(id: string, name: string, category: Status['category'], description: string): Status {
  return { id, name, category, description };
}
