import { changeSettings } from '../../../src/settings/change-settings';
import { forgetAdministrator, namedAccounts } from '../../../src/settings/forget-administrator';
import { markPanelShown } from '../../../src/settings/mark-panel-shown';
import { saveSettings } from '../../../src/settings/save-settings';
import { createWebhookSecret, revokeReplacedSecrets } from '../../../src/settings/webhook-secret';
import { SettingsWorld } from '../../support/settings-world';
import type { ChangeLog } from '../../../src/settings/change-log';

let world: SettingsWorld;
beforeEach(async () => {
  world = new SettingsWorld();
  await saveSettings(world, world.form(), 'closed');
});

const changeLog: ChangeLog = {
  add: () => Promise.resolve(),
  list: () => Promise.resolve([]),
  forget: () => Promise.resolve(),
};

const settings = async () => (await world.store.load()).settings;

/** Somebody else saves just before the next save. */
function isOvertakenOnce(): void {
  world.beforeSave = () => {
    world.beforeSave = () => undefined;
    world.overwrite({ linkValidityMinutes: 33 });
  };
}

describe('after another save came first, both hold:', () => {
  beforeEach(isOvertakenOnce);
  afterEach(async () => {
    expect((await settings()).linkValidityMinutes).toBe(33);
  });

  test('a closed account is no longer named as who saved the credentials', async () => {
    await forgetAdministrator({ store: world.store, changeLog }, 'closed');
    expect((await settings()).credentials).toMatchObject({ savedBy: '' });
  });

  test('the panel is marked as shown', async () => {
    await markPanelShown(world, true);
    expect((await settings()).isPanelShown).toBe(true);
  });

  test('a webhook secret is made, and the ones before it are revoked', async () => {
    const { stored } = await createWebhookSecret(world);
    expect(stored.settings.webhookSecrets).toHaveLength(1);
    await createWebhookSecret(world);
    isOvertakenOnce();
    expect((await revokeReplacedSecrets(world)).settings.webhookSecrets).toHaveLength(1);
  });
});

test('the accounts that settings and change log name are known', async () => {
  const entry = { at: 1, by: 'admin', what: 'limit-lifted', names: ['agent', 'agent-account'] } as const;
  const list = () => Promise.resolve([{ ...entry, names: [...entry.names] }]);
  const named = await namedAccounts({ store: world.store, changeLog: { ...changeLog, list } });
  for (const account of ['closed', 'admin', 'agent-account']) expect(named).toContain(account);
});

test('where nothing is changed, nothing is saved', async () => {
  const { revision } = await world.store.load();
  await forgetAdministrator({ store: world.store, changeLog }, 'somebody else');
  await markPanelShown(world, false);
  expect((await world.store.load()).revision).toBe(revision);
});

test('where other saves keep coming first, that is said, and nothing is overwritten', async () => {
  let minutes = 10;
  world.beforeSave = () => {
    world.overwrite({ linkValidityMinutes: ++minutes });
  };
  const changed = changeSettings(world.store, (before) => ({ ...before, linkValidityMinutes: 1 }));
  await expect(changed).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await settings()).linkValidityMinutes).toBe(minutes);
});
