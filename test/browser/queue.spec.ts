import { expect, test } from './fixtures';
import { FIELDS_MS, opensQueue } from './queue-stage';
import { employeeFinishes, employeeOpens } from './panel-stage';
import { Agent } from './people';
import type { Page } from '@playwright/test';

const empty = (queue: Page) => queue.getByText('No requests in this queue.');

/** What the row of HELP-1 says in the column *Identity verification*. */
async function seesState(queue: Page, state: string): Promise<void> {
  const row = queue.getByRole('row').filter({ hasText: 'HELP-1' });
  await expect(row).toBeVisible();
  const columns = await queue.getByRole('columnheader').allTextContents();
  // A row begins with its key, which is a header.
  const cell = row.getByRole('cell').nth(columns.indexOf('Identity verification') - 1);
  await expect(cell).toHaveText(state);
}

test('queues follow a verification by themselves: who waits, how far they are, and who has passed', async ({
  context,
  site,
}) => {
  const waiting = await opensQueue(context, site, 'waiting');
  const verified = await opensQueue(context, site, 'verified');
  await expect(empty(waiting)).toBeVisible();
  await expect(empty(verified)).toBeVisible();

  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await site.clock.advance(FIELDS_MS);
  await seesState(waiting, 'Link sent (demo)');

  await employeeOpens(site);
  await agent.sees('Link opened');
  await site.clock.advance(FIELDS_MS);
  await seesState(waiting, 'Link opened (demo)');
  await expect(empty(verified)).toBeVisible();

  await employeeFinishes(site, 'pass');
  await agent.sees('✅ Verification passed');
  await site.clock.advance(FIELDS_MS);
  await expect(empty(waiting)).toBeVisible();
  await seesState(verified, 'Passed (demo)');
});
