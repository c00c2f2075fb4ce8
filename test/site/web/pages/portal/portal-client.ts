import type { RequestLine, RequestView } from '../../../jira/portals';
import { requestJson, sendJson } from '../../http';

export type { RequestLine, RequestView } from '../../../jira/portals';

export interface RequestPageView {
  request: RequestView;
  /** Keys of the app's modules that this user has there. */
  modules: readonly string[];
}

/** @throws HttpError 404 where the user sees no such request */
export function loadRequest(as: string, portal: string, issue: string): Promise<RequestPageView> {
  return requestJson(`/site/portal/request?${new URLSearchParams({ as, portal, issue }).toString()}`);
}

export async function loadRequests(as: string): Promise<readonly RequestLine[]> {
  const query = new URLSearchParams({ as }).toString();
  return (await requestJson<{ requests: RequestLine[] }>(`/site/portal/requests?${query}`)).requests;
}

/** @throws HttpError 404 where the user sees no such request */
export function answerRequest(as: string, issue: string, text: string): Promise<unknown> {
  return sendJson('POST', '/site/portal/answer', { as, issue, text });
}

export function requestAddress({ key, portalId }: Pick<RequestLine, 'key' | 'portalId'>): string {
  return `/servicedesk/customer/portal/${String(portalId)}/${key}`;
}

export const REQUESTS_ADDRESS = '/servicedesk/customer/user/requests';
