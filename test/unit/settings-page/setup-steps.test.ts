import { setupProgress, setupSteps } from '../../../src/frontend/settings-page/setup-steps';
import { aSettingsView } from './settings-view';
import type { SettingsView } from '../../../src/contract/settings-page';

function states(changes: Partial<SettingsView> = {}): Record<string, string> {
  const steps = setupSteps(aSettingsView(changes));
  return Object.fromEntries(steps.map(({ name, state }) => [name, state]));
}

function webhook(changes: Partial<SettingsView['webhook']>): SettingsView['webhook'] {
  return { ...aSettingsView().webhook, ...changes };
}

const startedAt = (lastAt: number) => ({
  events: { SESSION_STARTED: { lastAt, count: 1 } },
  refusals: [],
});

describe('the steps of the setup', () => {
  it('begin with everything missing that results need', () => {
    expect(states()).toEqual({
      credentials: 'missing',
      secret: 'missing',
      webhook: 'missing',
      proof: 'missing',
      mapping: 'optional',
      panel: 'by-hand',
    });
  });

  it('tick off credentials once they are saved, which proves neither API key nor reference', () => {
    expect(states({ credentialsSavedAt: 100 })).toMatchObject({ credentials: 'done', proof: 'missing' });
  });

  it('wait for the first webhook once there is a secret', () => {
    expect(states({ webhook: webhook({ secretCreatedAt: 50 }) })).toMatchObject({
      secret: 'done',
      webhook: 'waiting',
    });
  });

  it('tick the webhook off when one has arrived', () => {
    const arrived = webhook({ secretCreatedAt: 50, activity: startedAt(200) });
    expect(states({ webhook: arrived })).toMatchObject({ webhook: 'done' });
  });

  it('take no webhook as a proof: it may be about a session of somebody else in the organisation', () => {
    const arrived = webhook({ secretCreatedAt: 50, activity: startedAt(200) });
    expect(states({ credentialsSavedAt: 100, webhook: arrived })).toMatchObject({ proof: 'missing' });
  });

  it('take a link that Incode took, for a request or a test, as the proof of credentials saved before', () => {
    expect(states({ credentialsSavedAt: 100, newestLinkAt: 150 })).toMatchObject({ proof: 'done' });
    expect(
      states({ credentialsSavedAt: 100, changes: [{ at: 150, by: 'admin', what: 'test-link-sent' }] }),
    ).toMatchObject({ proof: 'done' });
  });

  it('ask for a new proof when credentials were replaced after it', () => {
    const changes = [{ at: 150, by: 'admin', what: 'test-link-sent' as const }];
    expect(states({ credentialsSavedAt: 300, newestLinkAt: 200, changes })).toMatchObject({
      proof: 'missing',
    });
  });

  it('tick the mapping off once an outcome has a status', () => {
    const transitions = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
    expect(states({ transitions })).toMatchObject({ mapping: 'done' });
    expect(states({ projectTransitions: { 7: transitions } })).toMatchObject({ mapping: 'done' });
  });
});

describe('the progress of the setup', () => {
  const progress = (changes: Partial<SettingsView> = {}) => setupProgress(setupSteps(aSettingsView(changes)));

  it('counts the five steps that are needed, and knows the next one', () => {
    expect(progress()).toEqual({ all: 5, done: 0, next: 'credentials' });
    expect(progress({ credentialsSavedAt: 100 })).toEqual({ all: 5, done: 1, next: 'secret' });
  });

  it('counts the optional step once it is done, so that the list has as many that are', () => {
    const transitions = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
    expect(progress({ transitions })).toEqual({ all: 6, done: 1, next: 'credentials' });
  });

  it('is not complete before an administrator says that the panel is shown, which may be said at any time', () => {
    const others = {
      credentialsSavedAt: 100,
      webhook: webhook({ secretCreatedAt: 50, activity: startedAt(150) }),
      newestLinkAt: 150,
    };
    expect(progress(others)).toEqual({ all: 5, done: 4, next: 'panel' });
    expect(progress({ ...others, isPanelShown: true })).toEqual({ all: 5, done: 5, next: undefined });
    expect(progress({ isPanelShown: true })).toMatchObject({ done: 1, next: 'credentials' });
  });
});
