import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

// Where it is not said otherwise:
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(async () => {
  await noticeboard.site.reset();
  await putWorkflow([{ ...START, validators: ['caretaker'] }, FINISH]);
});

const START = { id: '1', name: 'Start', from: ['Waiting for support'], to: 'In Progress' };
const FINISH = {
  id: '2',
  name: 'Finish',
  from: ['Waiting for support', 'In Progress'],
  to: 'Resolved',
  requires: 'resolution',
  validators: ['caretaker'],
};

const putWorkflow = async (transitions: object[], project = 'HELP') => {
  const body = JSON.stringify({ project, transitions });
  const { site } = noticeboard;
  const answer = await site.fetch(new Request(`${site.url}/site/workflow`, { method: 'PUT', body }));
  return { status: answer.status, text: await answer.text() };
};
const inMood = (mood: string) => noticeboard.tool('kvs', { method: 'set', args: ['caretaker:mood', mood] });
const asked = async () => (await noticeboard.tool('kvs', { method: 'get', args: ['caretaker:asked'] })).got;
const status = () => noticeboard.site.jira.state().issues[0]?.status.name;

/** A transition of HELP-1 by REST, as a person. */
async function transition(id: string, fields: object = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa('agent:agent')}` },
    body: JSON.stringify({ transition: { id }, fields }),
  };
  const { site } = noticeboard;
  const path = '/rest/api/3/issue/HELP-1/transitions';
  const answer = await site.fetch(new Request(site.url + path, init));
  const text = await answer.text();
  return { status: answer.status, ...(text !== '' && { body: JSON.parse(text) as unknown }) };
}

describe('a validator on a transition', () => {
  it('lets it through', async () => {
    expect(await transition('1')).toEqual({ status: 204 });
    expect(status()).toBe('In Progress');
  });

  it('is told issue, ends and what is changed, and nothing more', async () => {
    await transition('1');
    expect(await asked()).toEqual({
      issue: { key: 'HELP-1' },
      configuration: {},
      transition: { from: { id: '10001' }, to: { id: '3' } },
    });
    await transition('2', { resolution: { name: 'Done' } });
    expect(await asked()).toMatchObject({
      transition: { from: { id: '3' }, to: { id: '5' }, modifiedFields: { resolution: { name: 'Done' } } },
    });
  });

  it('keeps the status by its word, which is a 400 with errorMessages', async () => {
    await inMood('strict');
    expect(await transition('1')).toEqual({
      status: 400,
      body: { errorMessages: ['Ask the caretaker first'], errors: {} },
    });
    expect(status()).toBe('Waiting for support');
  });

  it('may say no without a reason', async () => {
    await inMood('silent');
    expect((await transition('1')).status).toBe(400);
  });

  it('is met by the app’s own transitions too', async () => {
    await noticeboard.site.reset();
    const scoped = await startNoticeboard({
      manifest: (text) => text.replace('- read:jira-work\n', '- read:jira-work\n    - write:jira-work\n'),
    });
    const validated = [{ ...START, validators: ['caretaker'] }];
    scoped.site.jira.setWorkflow('HELP', validated);
    await scoped.tool('kvs', { method: 'set', args: ['caretaker:mood', 'strict'] });
    const path = '/rest/api/3/issue/HELP-1/transitions';
    const { got } = await scoped.tool('jira', {
      as: 'app',
      method: 'POST',
      path,
      body: { transition: { id: '1' } },
    });
    expect(got).toMatchObject({ status: 400 });
  });

  it('stays after the app was uninstalled, and blocks', async () => {
    await noticeboard.door('POST', '/site/uninstall');
    expect((await transition('1')).status).toBe(400);
    expect((await noticeboard.door('GET', '/site/app')).body).toMatchObject({ modules: [] });
    await noticeboard.site.reset();
    expect((await transition('11')).status).toBe(204);
  });
});

// Undocumented: a switch has it either way.
describe('a validator that fails', () => {
  it.each(['gone', 'mumbling'])('blocks or lets through: %s', async (mood) => {
    await inMood(mood);
    expect((await transition('1')).status).toBe(400);
    await noticeboard.door('POST', '/site/switches', { failedValidatorBlocks: false });
    expect((await transition('1')).status).toBe(204);
  });

  it('has 25 seconds to answer, like every function', async () => {
    await inMood('asleep');
    const answer = transition('1');
    while (noticeboard.site.forge.isIdle()) await new Promise(setImmediate);
    await noticeboard.door('POST', '/site/clock', { advance: 'PT26S' });
    expect((await answer).status).toBe(400);
    expect(noticeboard.site.journal.app.at(-1)?.text).toContain('timed out after 25 seconds');
  });
});

describe('the workflow of a project', () => {
  it('is shown in names, with the validators that there are', async () => {
    expect((await noticeboard.door('GET', '/site/workflow')).body).toMatchObject({
      workflows: [
        { project: 'HELP', transitions: [START, FINISH] },
        { project: 'FACIL' },
        { project: 'DEV' },
      ],
      validators: [{ key: 'caretaker', name: 'Caretaker agrees' }],
    });
  });

  it.each([
    ['There is no project NOPE', [START], 'NOPE'],
    ['There is no status Nowhere', [{ ...START, to: 'Nowhere' }], 'HELP'],
    ['The app has no validator stranger', [{ ...START, validators: ['stranger'] }], 'HELP'],
  ])('is refused where it cannot be: %s', async (message, transitions, project) => {
    expect(await putWorkflow(transitions, project)).toEqual({
      status: 400,
      text: JSON.stringify({ error: { message } }),
    });
  });

  it('is as it was after a reset', async () => {
    await noticeboard.site.reset();
    expect(noticeboard.site.jira.workflows()[0]?.transitions).toHaveLength(7);
  });
});
