import { startNoticeboard } from './noticeboard';

describe('the door to the switches', () => {
  it('shows them and sets some, for Jira and Incode alike', async () => {
    const { door, site } = await startNoticeboard();
    const { status } = await door('POST', '/site/switches', {
      jira: { publicCommentsInSpiteOfProperty: true },
      incode: { doubleDeliveries: true, requestsPerMinute: 5 },
    });
    expect(status).toBe(200);
    expect(site.jira.switches).toEqual({ publicCommentsInSpiteOfProperty: true, requestsPerMinute: null });
    expect((await door('GET', '/site/switches')).body).toMatchObject({
      jira: { publicCommentsInSpiteOfProperty: true },
      incode: { doubleDeliveries: true, requestsPerMinute: 5, dropDeliveries: false },
    });
  });

  it('refuses what is no switch, and sets nothing then', async () => {
    const { door, site } = await startNoticeboard();
    const { status } = await door('POST', '/site/switches', { incode: { dropDeliveries: true, fly: true } });
    expect(status).toBe(400);
    expect(await door('POST', '/site/switches', { incode: { eventField: 'kind' } })).toMatchObject({
      status: 400,
    });
    expect(site.incode.switches.dropDeliveries).toBe(false);
  });

  it('is shut by a reset', async () => {
    const { door, site } = await startNoticeboard();
    await door('POST', '/site/switches', { jira: { requestsPerMinute: 1 }, incode: { tokenLifetime: 5 } });
    await site.reset();
    expect(site.jira.switches.requestsPerMinute).toBeNull();
    expect(site.incode.switches.tokenLifetime).toBe(300);
  });
});
