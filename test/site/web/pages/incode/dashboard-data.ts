import type { Environment } from '../../../incode/model';
import type { DashboardView } from '../../../incode/views';
import { requestJson, sendJson } from '../../http';

const ROOT = '/incode/dashboard';

export function loadDashboard(): Promise<DashboardView> {
  return requestJson(`${ROOT}/data`);
}

/** The new secret, to be seen only now; the older one stops working. */
export async function generateSecret(environment: Environment): Promise<string> {
  const path = `${ROOT}/integrations/${environment}/client-secret`;
  const { clientSecret } = await sendJson<{ clientSecret: string }>('POST', path);
  return clientSecret;
}

/** @throws HttpError with Incode's words when the address or a header is refused */
export async function saveWebhook(webhook: {
  events: readonly string[];
  url: string;
  headers: Readonly<Record<string, string>>;
}): Promise<void> {
  await sendJson('PUT', `${ROOT}/webhooks`, webhook);
}

export async function removeWebhook(event: string): Promise<void> {
  await sendJson('DELETE', `${ROOT}/webhooks/${event}`);
}

export async function finishReview(interviewId: string, outcome: 'passed' | 'failed'): Promise<void> {
  await sendJson('POST', `${ROOT}/sessions/${interviewId}/review`, { outcome });
}
