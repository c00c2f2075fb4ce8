import { asApp, asUser, newJira, note } from './jira-calls';

async function statusAndWait(jira: ReturnType<typeof newJira>['jira'], user: string) {
  const response = await jira.rest.fetch(new Request('http://site.test/rest/api/3/myself'), {
    actor: { kind: 'user', user },
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
}

describe('a limit of requests in a minute', () => {
  it('is answered with 429 and when to come back, for each account of its own', async () => {
    const { jira, clock } = newJira();
    jira.switches.requestsPerMinute = 2;
    expect(await statusAndWait(jira, 'agent')).toEqual({ status: 200, retryAfter: null });
    await clock.advance(20_000);
    expect(await statusAndWait(jira, 'agent')).toMatchObject({ status: 200 });
    expect(await statusAndWait(jira, 'agent')).toEqual({ status: 429, retryAfter: '40' });
    expect(await statusAndWait(jira, 'member')).toMatchObject({ status: 200 });
    await clock.advance(40_000);
    expect(await statusAndWait(jira, 'agent')).toMatchObject({ status: 200 });
  });

  it('is not there unless it is set', async () => {
    const { jira } = newJira();
    for (let i = 0; i < 100; i++) expect(await statusAndWait(jira, 'agent')).toMatchObject({ status: 200 });
  });
});

// https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
describe('a limit of writes to one issue', () => {
  const label = async (jira: ReturnType<typeof newJira>['jira'], issue: string, user: string) => {
    const init = {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { labels: ['a'] } }),
    };
    const request = new Request(`http://site.test/rest/api/3/issue/${issue}`, init);
    const { headers, status } = await jira.rest.fetch(request, { actor: { kind: 'user', user } });
    return [status, headers.get('ratelimit-reason'), headers.get('retry-after')];
  };

  it('counts whoever writes, for each issue apart, and tells its reason', async () => {
    const { jira, clock } = newJira();
    jira.switches.writesPerIssue = 2;
    expect(await label(jira, 'HELP-1', 'agent')).toEqual([204, null, null]);
    await clock.advance(20_000);
    expect(await label(jira, 'HELP-1', 'admin')).toEqual([204, null, null]);
    expect(await label(jira, 'HELP-1', 'agent')).toEqual([429, 'jira-per-issue-on-write', '10']);
    expect(await label(jira, 'HELP-2', 'agent')).toEqual([204, null, null]);
    expect(await asUser(jira, 'agent').get('/issue/HELP-1')).toMatchObject({ status: 200 });
    await clock.advance(10_000);
    expect(await label(jira, 'HELP-1', 'agent')).toEqual([204, null, null]);
  });
});

describe('comments with the property of internal notes', () => {
  it('are public all the same if this Jira is told so', async () => {
    const { jira } = newJira();
    jira.switches.publicCommentsInSpiteOfProperty = true;
    const { body } = await asApp(jira).post('/issue/HELP-1/comment', note('for all to see'));
    expect(body).toMatchObject({ jsdPublic: true });
    expect(jira.state().issues[0]?.comments).toMatchObject([{ internal: false }]);
  });
});

it('a reset puts the switches back', async () => {
  const { jira } = newJira();
  Object.assign(jira.switches, { publicCommentsInSpiteOfProperty: true, requestsPerMinute: 0 });
  jira.reset();
  expect(await asUser(jira, 'agent').post('/issue/HELP-1/comment', note('for us'))).toMatchObject({
    status: 201,
    body: { jsdPublic: false },
  });
});
