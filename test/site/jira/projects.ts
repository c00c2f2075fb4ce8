import type { Project } from './model';
import { REQUEST_WORKFLOW, TASK_WORKFLOW } from './workflow';

/** The site's projects. `customer` is in none: portal customers are not members of a project. */
export const PROJECTS: readonly Project[] = [
  {
    id: '10000',
    key: 'HELP',
    name: 'IT Help Desk',
    description: 'Requests to the IT help desk.',
    typeKey: 'service_desk',
    issueType: { id: '10005', name: 'Service Request', description: 'A request to the help desk.' },
    workflow: REQUEST_WORKFLOW,
    serviceDesk: {
      id: '1',
      requestTypes: [
        { id: '11', name: 'Password reset', description: 'You cannot sign in any more.' },
        { id: '12', name: 'New device', description: 'A phone, a laptop, a security key.' },
        { id: '13', name: 'Access', description: 'You need rights that you do not have.' },
        { id: '14', name: 'Service request', description: 'Anything else.' },
      ],
    },
    roles: { admin: 'administrator', agent: 'agent', agent2: 'agent', member: 'collaborator' },
  },
  {
    id: '10001',
    key: 'FACIL',
    name: 'Facilities',
    description: 'Requests to the facilities team.',
    typeKey: 'service_desk',
    issueType: {
      id: '10006',
      name: 'Facilities Request',
      description: 'A request about rooms and buildings.',
    },
    workflow: REQUEST_WORKFLOW,
    serviceDesk: {
      id: '2',
      requestTypes: [{ id: '21', name: 'Rooms and buildings', description: 'Something needs to be mended.' }],
    },
    roles: { admin: 'administrator', agent: 'agent', member: 'viewer' },
  },
  {
    id: '10002',
    key: 'DEV',
    name: 'Development',
    description: 'Software of our own.',
    typeKey: 'software',
    issueType: { id: '10007', name: 'Task', description: 'A piece of work.' },
    workflow: TASK_WORKFLOW,
    roles: { admin: 'administrator', agent: 'developer', member: 'developer', outsider: 'developer' },
  },
];

/** The project with this id; throws if there is none. */
export function projectById(id: string): Project {
  const project = PROJECTS.find((each) => each.id === id);
  if (!project) throw new Error(`No project ${id}`);
  return project;
}
