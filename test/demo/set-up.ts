/** What the administrator sees when the settings page opens, and types back: the part of it that is looked up. */
interface SettingsPage {
  statuses: { id: string; name: string }[];
  webhook: { url: string };
}

interface Integration {
  apiKey: string;
  clientId: string;
  integrationReference: string;
}

type Answer<T> = { ok: true; data: T } | { ok: false; error: unknown };

const webhookEvents = ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'];

/** How an administrator would map the outcomes on the demo's service desk. */
const statusNames = { passed: 'In Progress', failed: 'Escalated', review: 'Pending' };

/** How the site is reached. */
interface SiteClient {
  address: string;
  send: (request: Request) => Promise<Response>;
}

async function call<T>(
  { address, send }: SiteClient,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const request = new Request(new URL(path, address), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await send(request);
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Calls a function of the settings page as its browser would. */
async function onSettingsPage<T>(site: SiteClient, functionKey: string, payload: unknown = {}): Promise<T> {
  const request = { module: 'settings', as: 'admin', functionKey, payload };
  const { value, error } = await call<{ value?: Answer<T>; error?: { message: string } }>(
    site,
    'POST',
    '/site/invoke',
    request,
  );
  if (value?.ok) return value.data;
  throw new Error(`The settings page refused ${functionKey}: ${JSON.stringify(error ?? value?.error)}`);
}

async function takeCredentials(site: SiteClient): Promise<Integration & { clientSecret: string }> {
  const path = '/incode/dashboard';
  const { integrations } = await call<{ integrations: { demo: Integration } }>(site, 'GET', `${path}/data`);
  const secret = await call<{ clientSecret: string }>(
    site,
    'POST',
    `${path}/integrations/demo/client-secret`,
  );
  return { ...integrations.demo, ...secret };
}

function statusRef({ statuses }: SettingsPage, name: string): { id: string; name: string } {
  const status = statuses.find((candidate) => candidate.name === name);
  if (!status) throw new Error(`The settings page does not offer the status ${name}.`);
  return { id: status.id, name };
}

async function saveConfiguration(site: SiteClient): Promise<void> {
  const { apiKey, clientId, clientSecret, integrationReference } = await takeCredentials(site);
  const page = await onSettingsPage<SettingsPage>(site, 'openSettings');
  await onSettingsPage(site, 'saveSettings', {
    ...page,
    ...{ environment: 'demo', apiKey, clientId, clientSecret, integrationReference },
    transitions: {
      passed: statusRef(page, statusNames.passed),
      failed: statusRef(page, statusNames.failed),
      review: statusRef(page, statusNames.review),
    },
    doDemoResultsMoveTickets: true,
  });
}

async function registerWebhooks(site: SiteClient): Promise<void> {
  const { headerName, secret, settings } = await onSettingsPage<{
    headerName: string;
    secret: string;
    settings: SettingsPage;
  }>(site, 'createWebhookSecret');
  await call(site, 'PUT', '/incode/dashboard/webhooks', {
    events: webhookEvents,
    url: settings.webhook.url,
    headers: { [headerName]: secret },
  });
}

/**
 * Sets the app up as an administrator would, through the pages of the site at `address`: credentials from Incode's
 * dashboard into the app's settings, the webhook of the settings into the dashboard.
 * @param send what reaches a site that has no sockets
 */
export async function setUpDemo(address: string, send: SiteClient['send'] = fetch): Promise<void> {
  const site = { address, send };
  await saveConfiguration(site);
  await registerWebhooks(site);
}
