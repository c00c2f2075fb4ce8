import { AppError } from '../../../src/verification/app-error';
import { testCredentials } from '../../../src/settings/credentials';
import { defaultSettings, isSetUp } from '../../../src/settings/settings';
import { saveSettings } from '../../../src/settings/save-settings';
import { createWebhookSecret, isWebhookAccepted } from '../../../src/settings/webhook-secret';
import { SettingsWorld } from '../../support/settings-world';
import type { Rule } from '../../../src/assurance/rules';

let world: SettingsWorld;
beforeEach(() => {
  world = new SettingsWorld();
});

describe('saving', () => {
  test('keeps the settings, and the credentials apart from them', async () => {
    await saveSettings(world, world.form({ linkValidityMinutes: 20 }), 'admin-account');
    const { settings, revision } = await world.store.load();
    expect(settings).toMatchObject({ linkValidityMinutes: 20, credentials: { savedBy: 'admin-account' } });
    expect(revision).toBe(1);
    expect(JSON.stringify(settings)).not.toContain('client-secret');
    expect([...world.credentials.values()]).toEqual([
      { apiKey: 'api-key', clientId: 'client-id', clientSecret: 'client-secret' },
    ]);
  });

  test('keeps each credential that is not typed again, under a new version', async () => {
    await saveSettings(world, world.form(), 'admin');
    await saveSettings(
      world,
      world.form({ revision: 1, apiKey: '', clientId: '', clientSecret: 'new' }),
      'admin',
    );
    expect([...world.credentials.values()]).toEqual([
      { apiKey: 'api-key', clientId: 'client-id', clientSecret: 'new' },
    ]);
  });

  test('leaves the credentials in force where none is typed', async () => {
    const before = await saveSettings(world, world.form(), 'admin');
    const form = world.form({ revision: 1, apiKey: '', clientId: '', clientSecret: '' });
    const after = await saveSettings(world, form, 'somebody else');
    expect(after.settings.credentials).toEqual(before.settings.credentials);
  });

  test('asks for credentials that are neither typed nor saved, and saves nothing', async () => {
    await expect(saveSettings(world, world.form({ apiKey: '' }), 'admin')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { apiKey: 'required' },
    });
    expect((await world.store.load()).revision).toBe(0);
    expect(world.credentials.size).toBe(0);
  });

  test.each(['projectTransitions', 'projects'] as const)(
    'refuses %s of more projects than can be stored, at its field, and saves nothing',
    async (name) => {
      const ids = Array.from({ length: 1000 }, (_, i) => String(10_000 + i));
      const projectNames = Object.fromEntries(ids.map((id) => [id, 'プロジェクト'.repeat(14)]));
      const mapping = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
      const many = { projectTransitions: Object.fromEntries(ids.map((id) => [id, mapping])), projects: ids };
      const form = world.form({ [name]: many[name], projectNames });
      await expect(saveSettings(world, form, 'admin')).rejects.toMatchObject({
        code: 'invalid-input',
        fields: { [name]: 'too-large' },
      });
      expect((await world.store.load()).revision).toBe(0);
      expect(world.credentials.size).toBe(0);
    },
  );

  test('refuses rules for more request types than can be stored, at their field, and saves nothing', async () => {
    const requestTypes = Array.from({ length: 200 }, (_, i) => ({
      id: String(i),
      name: 'リクエスト'.repeat(14),
    }));
    const rule = {
      name: 'Everything',
      projectId: '1',
      requestTypes,
      passCountsMinutes: 60,
      about: 'reporter',
    };
    const rules = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [String(i), rule as Rule]));
    await expect(saveSettings(world, world.form({ rules }), 'admin')).rejects.toMatchObject({
      fields: { rules: 'too-large' },
    });
    expect((await world.store.load()).revision).toBe(0);
  });

  test('is refused on top of a revision that is no longer in force', async () => {
    await saveSettings(world, world.form(), 'admin');
    await expect(saveSettings(world, world.form({ revision: 0 }), 'other')).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('that somebody overtakes at the last moment leaves theirs in force, with their credentials', async () => {
    await saveSettings(world, world.form(), 'admin');
    world.beforeSave = () => {
      world.beforeSave = () => undefined;
      world.overwrite({ linkValidityMinutes: 33 });
    };
    const form = world.form({ revision: 1, clientSecret: 'mine' });
    await expect(saveSettings(world, form, 'admin')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { settings } = await world.store.load();
    expect(settings.linkValidityMinutes).toBe(33);
    expect([...world.credentials.values()]).toMatchObject([{ clientSecret: 'client-secret' }]);
    expect(world.credentials.has(settings.credentials?.version ?? '')).toBe(true);
  });

  test('a save that somebody overtakes before its answer comes keeps the credentials that are in force', async () => {
    const save = world.store.save.bind(world.store);
    world.store.save = async (...saved) => {
      await save(...saved);
      world.overwrite({ linkValidityMinutes: 33 });
      return undefined;
    };
    await expect(saveSettings(world, world.form(), 'admin')).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const { settings } = await world.store.load();
    expect(world.credentials.has(settings.credentials?.version ?? '')).toBe(true);
  });
});

describe('testing credentials', () => {
  test('tries exactly what is typed, completed with what is saved', async () => {
    await saveSettings(world, world.form(), 'admin');
    await testCredentials(world, {
      environment: 'production',
      apiKey: '',
      clientId: '',
      clientSecret: 'other',
    });
    expect(world.tested).toEqual([
      { environment: 'production', apiKey: 'api-key', clientId: 'client-id', clientSecret: 'other' },
    ]);
  });

  test('falls back on nothing that is saved where all of it is replaced, and neither does saving', async () => {
    const saved = await saveSettings(world, world.form(), 'admin');
    const typed = { clientId: '', clientSecret: 'other', areCredentialsReplaced: true };
    const form = world.form({ revision: saved.revision, ...typed });
    const missing = { fields: { clientId: 'required' } };
    await expect(testCredentials(world, form)).rejects.toMatchObject(missing);
    await expect(saveSettings(world, form, 'admin')).rejects.toMatchObject(missing);
    expect(await world.store.load()).toEqual(saved);
  });

  test('names what is missing', async () => {
    const nothing = { environment: 'demo', apiKey: '', clientId: '', clientSecret: '' } as const;
    await expect(testCredentials(world, nothing)).rejects.toMatchObject({
      fields: { apiKey: 'required', clientId: 'required', clientSecret: 'required' },
    });
  });

  test('passes on what Incode says', async () => {
    world.testError = new AppError('credentials-rejected');
    await expect(testCredentials(world, world.form())).rejects.toMatchObject({
      code: 'credentials-rejected',
    });
  });
});

describe('webhook secrets', () => {
  test('none is accepted before one was made', async () => {
    expect(await isWebhookAccepted(world, ['', 'undefined', 'anything'])).toBe(false);
  });

  test('the newest is accepted, and the one before for a day', async () => {
    const first = (await createWebhookSecret(world)).secret;
    const second = (await createWebhookSecret(world)).secret;
    expect(await isWebhookAccepted(world, [first])).toBe(true);
    expect(await isWebhookAccepted(world, ['wrong', second])).toBe(true);
    world.time += 24 * 60 * 60_000;
    expect(await isWebhookAccepted(world, [first])).toBe(false);
    expect(await isWebhookAccepted(world, [second])).toBe(true);
  });

  test('the one before is accepted for as long as the administrator chose', async () => {
    const first = (await createWebhookSecret(world)).secret;
    const second = (await createWebhookSecret(world, 2)).secret;
    world.time += 2 * 60 * 60_000 - 1;
    expect(await isWebhookAccepted(world, [first])).toBe(true);
    world.time += 1;
    expect(await isWebhookAccepted(world, [first])).toBe(false);
    await createWebhookSecret(world, 0);
    expect(await isWebhookAccepted(world, [second])).toBe(false);
  });

  test('are kept as digests only', async () => {
    const { secret, stored } = await createWebhookSecret(world);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('a third one ends the first at once', async () => {
    const first = (await createWebhookSecret(world)).secret;
    await createWebhookSecret(world);
    await createWebhookSecret(world);
    expect(await isWebhookAccepted(world, [first])).toBe(false);
  });
});

test('set up means credentials, integration reference and a webhook secret', async () => {
  expect(isSetUp(defaultSettings, 0)).toBe(false);
  await saveSettings(world, world.form(), 'admin');
  expect(isSetUp((await world.store.load()).settings, world.time)).toBe(false);
  const { stored } = await createWebhookSecret(world);
  expect(isSetUp(stored.settings, world.time)).toBe(true);
});
