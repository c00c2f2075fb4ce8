import type { ProjectRole } from './model';

export interface Permission {
  id: string;
  name: string;
  description: string;
  type: 'GLOBAL' | 'PROJECT';
}

/**
 * The permissions that can be asked for, by key: those that Jira has built in.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/
 */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  ADMINISTER: permission('0', 'Administer Jira', 'GLOBAL'),
  SYSTEM_ADMIN: permission('44', 'Jira System Administrators', 'GLOBAL'),
  USER_PICKER: permission('27', 'Browse users and groups', 'GLOBAL'),
  CREATE_SHARED_OBJECTS: permission('22', 'Share dashboards and filters', 'GLOBAL'),
  MANAGE_GROUP_FILTER_SUBSCRIPTIONS: permission('24', 'Manage group filter subscriptions', 'GLOBAL'),
  BULK_CHANGE: permission('33', 'Make bulk changes', 'GLOBAL'),
  ADMINISTER_PROJECTS: permission('23', 'Administer Projects'),
  // The ids of these two are unconfirmed.
  EDIT_WORKFLOW: permission('-1', 'Edit Workflows'),
  EDIT_ISSUE_LAYOUT: permission('-1', 'Edit Issue Layout'),
  BROWSE_PROJECTS: permission('10', 'Browse Projects'),
  MANAGE_SPRINTS_PERMISSION: permission('-1', 'Manage Sprints'),
  SERVICEDESK_AGENT: permission('-1', 'Service Project Agent'),
  VIEW_DEV_TOOLS: permission('29', 'View Development Tools'),
  VIEW_READONLY_WORKFLOW: permission('45', 'View Read-Only Workflow'),
  ASSIGNABLE_USER: permission('17', 'Assignable User'),
  ASSIGN_ISSUES: permission('13', 'Assign Issues'),
  CLOSE_ISSUES: permission('18', 'Close Issues'),
  CREATE_ISSUES: permission('11', 'Create Issues'),
  DELETE_ISSUES: permission('16', 'Delete Issues'),
  EDIT_ISSUES: permission('12', 'Edit Issues'),
  LINK_ISSUES: permission('21', 'Link Issues'),
  MODIFY_REPORTER: permission('30', 'Modify Reporter'),
  MOVE_ISSUES: permission('25', 'Move Issues'),
  RESOLVE_ISSUES: permission('14', 'Resolve Issues'),
  SCHEDULE_ISSUES: permission('28', 'Schedule Issues'),
  SET_ISSUE_SECURITY: permission('26', 'Set Issue Security'),
  TRANSITION_ISSUES: permission('46', 'Transition Issues'),
  MANAGE_WATCHERS: permission('32', 'Manage Watchers'),
  VIEW_VOTERS_AND_WATCHERS: permission('31', 'View Voters and Watchers'),
  ADD_COMMENTS: permission('15', 'Add Comments'),
  EDIT_ALL_COMMENTS: permission('34', 'Edit All Comments'),
  EDIT_OWN_COMMENTS: permission('35', 'Edit Own Comments'),
  DELETE_ALL_COMMENTS: permission('36', 'Delete All Comments'),
  DELETE_OWN_COMMENTS: permission('37', 'Delete Own Comments'),
  CREATE_ATTACHMENTS: permission('19', 'Create Attachments'),
  DELETE_ALL_ATTACHMENTS: permission('38', 'Delete All Attachments'),
  DELETE_OWN_ATTACHMENTS: permission('39', 'Delete Own Attachments'),
  WORK_ON_ISSUES: permission('20', 'Work On Issues'),
  EDIT_OWN_WORKLOGS: permission('40', 'Edit Own Worklogs'),
  EDIT_ALL_WORKLOGS: permission('41', 'Edit All Worklogs'),
  DELETE_OWN_WORKLOGS: permission('43', 'Delete Own Worklogs'),
  DELETE_ALL_WORKLOGS: permission('42', 'Delete All Worklogs'),
};

const VIEW = ['BROWSE_PROJECTS', 'VIEW_READONLY_WORKFLOW', 'VIEW_VOTERS_AND_WATCHERS'];
const COMMENT = [
  ...VIEW,
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
  'DELETE_OWN_ATTACHMENTS',
];
const WORK = [
  ...COMMENT,
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'TRANSITION_ISSUES',
  'MOVE_ISSUES',
  'LINK_ISSUES',
  'SCHEDULE_ISSUES',
  'VIEW_DEV_TOOLS',
  'WORK_ON_ISSUES',
  'EDIT_OWN_WORKLOGS',
  'DELETE_OWN_WORKLOGS',
];
/** All permissions in a project but that of agents. */
const MANAGE = Object.keys(PERMISSIONS).filter(
  (key) => PERMISSIONS[key]?.type === 'PROJECT' && key !== 'SERVICEDESK_AGENT',
);

/**
 * What each role may do. Where the site has no rule of its own it follows Jira's first permission scheme: whoever works
 * on issues may link and schedule them and has their own attachments and worklogs, other people's are for
 * administrators. Collaborators of a service project may attach files. An app's account is in the role
 * `atlassian-addons-project-access`, which sees and may do everything in every project.
 * @see https://support.atlassian.com/jira-cloud-administration/docs/permissions-for-company-managed-projects/
 */
export const GRANTS: Readonly<Record<ProjectRole, readonly string[]>> = {
  viewer: VIEW,
  collaborator: COMMENT,
  developer: WORK,
  agent: [...WORK, 'SERVICEDESK_AGENT'],
  administrator: MANAGE,
  app: [...MANAGE, 'SERVICEDESK_AGENT'],
};

function permission(id: string, name: string, type: Permission['type'] = 'PROJECT'): Permission {
  return { id, name, type, description: `Ability to ${name.toLowerCase()}.` };
}
