import type { Issue, Project } from './model';
import { projectById } from './projects';

/** What a customer can ask for in a service project's portal. */
export interface RequestType {
  id: string;
  name: string;
  description: string;
}

/** A service project's desk; its portal has the same id here. */
export interface ServiceDesk {
  id: string;
  requestTypes: readonly RequestType[];
}

/**
 * The field that holds a request's type. Its id differs from site to site; apps know it by `schema.custom`.
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
 */
export const REQUEST_TYPE_FIELD = 'customfield_10010';

export const REQUEST_TYPE_SCHEMA = {
  type: 'sd-customerrequesttype',
  custom: 'com.atlassian.servicedesk:vp-origin',
  customId: 10_010,
} as const;

/** The type of a request; `undefined` where it has none. */
export function requestTypeOf({ projectId, requestType }: Issue): RequestType | undefined {
  return projectById(projectId).serviceDesk?.requestTypes.find(({ id }) => id === requestType);
}

/** How Jira shows a request type where it is asked for by itself. */
export function requestTypeView(
  baseUrl: string,
  { id: deskId }: ServiceDesk,
  type: RequestType,
  project: Project,
) {
  return {
    _expands: ['field'],
    id: type.id,
    _links: { self: `${baseUrl}/rest/servicedeskapi/servicedesk/${deskId}/requesttype/${type.id}` },
    name: type.name,
    description: type.description,
    helpText: '',
    issueTypeId: project.issueType.id,
    serviceDeskId: deskId,
    portalId: deskId,
    groupIds: [],
  };
}
