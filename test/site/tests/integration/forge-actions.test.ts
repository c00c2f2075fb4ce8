import { readManifest } from '../../forge/manifest';
import type { Noticeboard } from './noticeboard';
import { copyWith, startNoticeboard } from './noticeboard';

// Where it is not said otherwise:
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(async () => {
  await noticeboard.site.reset();
});

const pin = async (inputs: object, more: object = {}) => {
  const body = { as: 'agent', inputs, ...more };
  return noticeboard.door('POST', '/site/action/pin-notice', body);
};
const outcomeOf = async (inputs: object, more: object = {}) => (await pin(inputs, more)).body;
const asked = async () => (await noticeboard.tool('kvs', { method: 'get', args: ['notice:asked'] })).got;
const accountId = (login: string) => noticeboard.site.jira.accountId(login);

describe('an action', () => {
  it('answers with the outputs that it declares', async () => {
    expect(await pin({ issueKey: 'HELP-1', text: 'Tea at four' })).toEqual({
      status: 200,
      body: { outputs: { text: 'Tea at four', reader: accountId('agent') } },
    });
  });

  it('runs as the user of the rule’s connection, with that user’s rights', async () => {
    const inputs = { issueKey: 'HELP-1' };
    expect(await outcomeOf(inputs, { as: 'outsider' })).toEqual({ outputs: { text: '', reader: null } });
    expect(await asked()).toEqual({ payload: inputs, accountId: accountId('outsider') });
  });

  it('says in its own words why it refuses', async () => {
    const inputs = { issueKey: 'HELP-1', text: 'refused' };
    expect(await outcomeOf(inputs)).toEqual({ errors: [{ message: 'The board is full' }] });
  });

  it.each(['torn', 'blank'])('gets a general text where it fails: %s', async (text) => {
    const answer = await outcomeOf({ issueKey: 'HELP-1', text });
    expect(answer).toEqual({ errors: [{ message: 'The app could not run this action.' }] });
    expect(noticeboard.site.journal.app.at(-1)).toMatchObject({ level: 'error' });
  });

  // https://developer.atlassian.com/platform/forge/limits-invocation/
  it('has 55 seconds', async () => {
    const answer = outcomeOf({ issueKey: 'HELP-1', text: 'slow' });
    while (noticeboard.site.forge.isIdle()) await new Promise(setImmediate);
    await noticeboard.door('POST', '/site/clock', { advance: 'PT54S' });
    expect(noticeboard.site.forge.isIdle()).toBe(false);
    await noticeboard.door('POST', '/site/clock', { advance: 'PT2S' });
    expect(await answer).toHaveProperty('errors');
    expect(noticeboard.site.journal.app.at(-1)?.text).toContain('timed out after 55 seconds');
  });

  it.each([
    ['issueKey is required', { text: 'Tea' }],
    ['issueKey is required', { issueKey: '' }],
    ['loudness must be of the type integer', { issueKey: 'HELP-1', loudness: 'very' }],
    ['colour is not an input of pin-notice', { issueKey: 'HELP-1', colour: 'red' }],
  ])('is not run with other inputs than it declares: %s', async (message, inputs) => {
    expect(await outcomeOf(inputs)).toEqual({ errors: [{ message }] });
    expect(await asked()).toBeUndefined();
  });

  it.each([
    ['unknown', 'mend-fence', 'agent'],
    ['offered by no provider', 'tear-down', 'agent'],
    ['run by nobody whom the site knows', 'pin-notice', 'stranger'],
  ])('is not found where it is %s', async (_, key, as) => {
    const { status } = await noticeboard.door('POST', `/site/action/${key}`, {
      as,
      inputs: { issueKey: 'HELP-1' },
    });
    expect(status).toBe(404);
  });

  it('is gone with its app', async () => {
    await noticeboard.door('POST', '/site/uninstall');
    expect((await pin({ issueKey: 'HELP-1' })).status).toBe(404);
  });
});

// The page shows both; what tells an action of the rule's issue is documented for Rovo alone.
describe('switches', () => {
  it('nest the inputs in a payload, or not', async () => {
    await noticeboard.door('POST', '/site/switches', { actionInputsAreNested: true });
    await pin({ issueKey: 'HELP-1' });
    expect(await asked()).toMatchObject({ payload: { payload: { issueKey: 'HELP-1' } } });
  });

  it('tell the issue that the rule runs for, or not', async () => {
    await pin({ issueKey: 'HELP-1' }, { issue: 'HELP-2' });
    expect(await asked()).toEqual({ payload: { issueKey: 'HELP-1' }, accountId: accountId('agent') });
    await noticeboard.door('POST', '/site/switches', { actionsAreToldTheIssue: true });
    await pin({ issueKey: 'HELP-1' }, { issue: 'HELP-2' });
    expect(await asked()).toMatchObject({
      payload: { issueKey: 'HELP-1', context: { jira: { issueKey: 'HELP-2', projectKey: 'HELP' } } },
    });
  });
});

// Required of an action in the schema of @forge/manifest are key, function, description and verb.
it('needs no name, may have the resolver of its form, and its inputs are optional unless they say otherwise', () => {
  const rewrite = (text: string) =>
    text
      .replace('      name: Pin a notice\n', '      resolver: { function: board-resolver }\n')
      .replace('type: string, required: false }', 'type: string }');
  const [action] = readManifest(copyWith(rewrite)).actions;
  expect(action).toMatchObject({ name: 'pin-notice', inputs: { text: { required: false } } });
});

it('names what an action has that is not hosted', () => {
  const withIcon = (text: string) =>
    text.replace('actionVerb: CREATE', 'actionVerb: CREATE\n      icon: pin');
  expect(() => readManifest(copyWith(withIcon))).toThrow('action.0.icon is not hosted by this site.');
});
