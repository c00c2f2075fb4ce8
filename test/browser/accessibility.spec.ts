import { complaints } from './complaints';
import { cutOff, narrow, zoomed } from './cut-off';
import { expect, test } from './fixtures';
import { employeeDoesCheck } from './panel-stage';
import { panelStates } from './panel-states';
import { Agent } from './people';
import { opens } from './settings-stage';
import { changesColors, stillPage } from './still-page';
import type { Page } from '@playwright/test';

const wide = { width: 1280, height: 900 };

/** What axe finds in the app's parts, in light and dark, wide and narrow; and what is cut off, also at 200 %. */
async function faults(page: Page): Promise<string[]> {
  await page.setViewportSize(zoomed);
  const found = await cutOff(page);
  for (const [colorScheme, size] of [
    ['light', wide],
    ['dark', narrow],
  ] as const) {
    await page.setViewportSize(size);
    await changesColors(page, colorScheme);
    const said = await complaints(page, '.app-frame');
    found.push(...(await cutOff(page)), ...said.map((each) => `${colorScheme}: ${each}`));
  }
  return found;
}

/** The most that the panel may take in a frame about 900 wide, with nothing unfolded, by the state's name. */
const highest: Record<string, number> = {
  form: 320,
  'form-email': 320,
  sent: 360,
  opened: 360,
  // The field for the caller's code takes a line more.
  passed: 388,
  'passed-earlier': 366,
  failed: 340,
  review: 388,
  expired: 340,
  'no-result': 340,
  conflicting: 360,
  'different-person': 340,
  'identity-changed': 360,
  'new-link': 420,
};

for (const { name, arrange } of panelStates) {
  test(`axe finds nothing in the panel: ${name}`, async ({ context, site }) => {
    const agent = await arrange({ context, site });
    await agent.page.setViewportSize({ width: 1440, height: 900 });
    await stillPage(agent.page);
    const { height } = (await agent.panel().locator('#module-identity-verification').boundingBox()) ?? {};
    expect(height).toBeLessThanOrEqual(highest[name] ?? Infinity);
    expect(await faults(agent.page)).toEqual([]);
  });
}

test('axe finds nothing in a panel of an app that is not set up', async ({ context, emptySite }) => {
  const agent = await Agent.opens(context, emptySite, 'HELP-1');
  await agent.sees('Setup required');
  expect(await faults(agent.page)).toEqual([]);
});

test('axe finds nothing on the settings page', async ({ context, site }) => {
  const page = await opens(context, site);
  expect(await faults(page)).toEqual([]);
});

/** Presses Tab until the focus is on what is called so. */
async function tabsTo(page: Page, label: string | RegExp, role: 'textbox' | 'button' | 'radio', key = 'Tab') {
  const target = page.getByRole(role, { name: label });
  for (let tabs = 0; tabs < 40; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to the ${role} ${String(label)}`);
}

test('from opening the request to the result by keyboard alone, in reading order', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  const { keyboard } = agent.page;
  await expect(agent.field('Corporate email')).toBeVisible();
  await tabsTo(agent.page, /Corporate email/, 'textbox');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('grace.hopper@example.com');
  await tabsTo(agent.page, 'SMS', 'radio');
  await keyboard.press('ArrowDown');
  await expect(agent.button('Send to another address')).toBeVisible();
  await keyboard.press('ArrowUp');
  await tabsTo(agent.page, /Phone number/, 'textbox');
  await keyboard.type('+1 415 555 0123');
  await keyboard.press('Enter');
  await agent.sees('Link sent');

  await employeeDoesCheck(site, 'pass');
  await agent.sees('✅ Verification passed');
  await tabsTo(agent.page, 'Details', 'button');
  await keyboard.press('Enter');
  await tabsTo(agent.page, 'Identity ID', 'textbox');
  await tabsTo(agent.page, 'Session ID', 'textbox');
  await tabsTo(agent.page, 'Verify again', 'button', 'Shift+Tab');
  await keyboard.press('Enter');
  // The number is still there: nothing is missing.
  await expect(agent.button('Send verification link')).toBeFocused();
});
