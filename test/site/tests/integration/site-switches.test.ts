import { startNoticeboard } from './noticeboard';

describe('the door to the switches', () => {
  it('shows them and sets some, for Forge, Jira and Incode alike', async () => {
    const { door, site } = await startNoticeboard();
    const wanted = {
      queryLagMs: 5,
      jira: { publicCommentsInSpiteOfProperty: true },
      incode: { doubleDeliveries: true, requestsPerMinute: 5 },
    };
    const answer = await door('POST', '/site/switches', wanted);
    expect(answer).toMatchObject({ status: 200, body: wanted });
    expect(site.forge.switches.queryLagMs).toBe(5);
    expect(site.jira.switches).toEqual({
      appFieldsAreMissing: false,
      appFieldsStartRules: true,
      customersAreUnlicensed: false,
      fieldIndexLagMs: 2000,
      projectsPerPage: 100,
      publicCommentsInSpiteOfProperty: true,
      requestsPerMinute: null,
      writesPerIssue: null,
    });
    expect((await door('GET', '/site/switches')).body).toEqual(answer.body);
    expect(answer.body).toMatchObject({ schedulesRunTwice: false, incode: { dropDeliveries: false } });
  });

  it.each([
    { schedulesRunTwice: true, incode: { fly: true } },
    { schedulesRunTwice: true, jira: { requestsPerMinute: -1 } },
    { schedulesRunTwice: true, incode: { eventField: 'kind' } },
    { schedulesRunTwice: true, moon: {} },
  ])('refuses %j, and sets nothing of it', async (wanted) => {
    const { door, site } = await startNoticeboard();
    expect((await door('POST', '/site/switches', wanted)).status).toBe(400);
    expect(site.forge.switches.schedulesRunTwice).toBe(false);
  });

  it('is shut by a reset', async () => {
    const { door, site } = await startNoticeboard();
    await door('POST', '/site/switches', { jira: { requestsPerMinute: 1 }, incode: { tokenLifetime: 5 } });
    await site.reset();
    expect(site.jira.switches.requestsPerMinute).toBeNull();
    expect(site.incode.switches.tokenLifetime).toBe(300);
  });
});

it('a site has the switches that it is started with, also after a reset', async () => {
  const switches = {
    queryLagMs: 5,
    jira: { requestsPerMinute: 7 },
    incode: { requestsPerMinute: 8, nestedUnder: 'data' },
  } as const;
  const { door, site } = await startNoticeboard({ switches });
  expect((await door('GET', '/site/switches')).body).toMatchObject(switches);
  await door('POST', '/site/switches', {
    queryLagMs: 6,
    jira: { requestsPerMinute: 9 },
    incode: { nestedUnder: '' },
  });
  await site.reset();
  expect((await door('GET', '/site/switches')).body).toMatchObject(switches);
});
