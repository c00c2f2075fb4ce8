import { queues } from '../../src/frontend/settings-page/queues';
import { openPage } from './kept-contexts';
import type { Site } from 'local-site/site';
import type { BrowserContext, Page } from '@playwright/test';

/** Enough for the app to write the fields, and for Jira to find them. */
export const FIELDS_MS = 6_000;

type QueueName = ReturnType<typeof queues>[number]['name'];

/** An agent opens a queue that is made of one of the settings page's searches. */
export async function opensQueue(context: BrowserContext, site: Site, wanted: QueueName): Promise<Page> {
  const jql = queues('demo').find(({ name }) => name === wanted)?.jql ?? '';
  const page = await openPage(context);
  const query = new URLSearchParams({ as: 'agent', jql }).toString();
  await page.goto(`${site.url}/jira/servicedesk/projects/HELP/queues?${query}`);
  return page;
}
