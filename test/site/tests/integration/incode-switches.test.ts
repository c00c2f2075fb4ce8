import type { IncodeSwitches } from '../../incode/switches';
import {
  askToken,
  dashboard,
  door,
  newClient,
  newIncode,
  newSecret,
  newSession,
  registerWebhooks,
  settled,
  stopTime,
} from './incode-calls';

/** An Incode that behaves like this, with webhooks for everything that an app listens to. */
async function behaving(switches: Partial<IncodeSwitches>) {
  const setup = newIncode();
  await registerWebhooks(setup.incode);
  setup.incode.setSwitches(switches);
  return setup;
}

type Setup = Awaited<ReturnType<typeof behaving>>;

/** An employee follows the link and comes to an end with it. */
async function takes({ incode }: Setup, link: string, outcome = 'pass'): Promise<void> {
  await door(incode, 'POST', `${link}/open`);
  await door(incode, 'POST', `${link}/finish`, { outcome });
  await settled();
}

async function taken(switches: Partial<IncodeSwitches>, outcome = 'pass') {
  const setup = await behaving(switches);
  const { interviewId, link } = await newSession(setup.incode);
  await takes(setup, link, outcome);
  return { ...setup, interviewId, link };
}

function events({ arrivals }: Setup): unknown[] {
  return arrivals.map(({ body }) => body['eventType']);
}

stopTime();

describe('deliveries', () => {
  it('can be lost', async () => {
    const setup = await taken({ dropDeliveries: true });
    await setup.clock.advance(7_200_000);
    expect(setup.arrivals).toEqual([]);
    expect(setup.incode.state().deliveries).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }]);
  });

  it('can come twice', async () => {
    const setup = await taken({ doubleDeliveries: true });
    const [started, again, passed, passedAgain] = setup.arrivals;
    expect(events(setup)).toEqual([
      'SESSION_STARTED',
      'SESSION_STARTED',
      'SESSION_SUCCEEDED',
      'SESSION_SUCCEEDED',
    ]);
    expect(again).toEqual(started);
    expect(passedAgain).toEqual(passed);
  });

  it('can come late', async () => {
    const setup = await taken({ deliveryDelay: 60 });
    await setup.clock.advance(59_999);
    expect(setup.arrivals).toEqual([]);
    await setup.clock.advance(1);
    expect(events(setup)).toEqual(['SESSION_STARTED', 'SESSION_SUCCEEDED']);
  });

  it('can overtake each other', async () => {
    expect(events(await taken({ reorderDeliveries: true }))).toEqual([
      'SESSION_SUCCEEDED',
      'SESSION_STARTED',
    ]);
  });

  it('that are not overtaken leave after 30 s', async () => {
    const setup = await behaving({ reorderDeliveries: true });
    const { link } = await newSession(setup.incode);
    await door(setup.incode, 'POST', `${link}/open`);
    await setup.clock.advance(29_999);
    expect(setup.arrivals).toEqual([]);
    await setup.clock.advance(1);
    expect(events(setup)).toEqual(['SESSION_STARTED']);
  });

  it('can be tried again only once', async () => {
    const setup = newIncode(() => new Response(null, { status: 503 }));
    await registerWebhooks(setup.incode);
    setup.incode.setSwitches({ retries: 1 });
    const { link } = await newSession(setup.incode);
    await door(setup.incode, 'POST', `${link}/open`);
    await setup.clock.advance(7_200_000);
    expect(events(setup)).toEqual(['SESSION_STARTED', 'SESSION_STARTED']);
    expect(setup.incode.state().deliveries).toMatchObject([{ state: 'given up' }]);
  });

  it('come once each, in order and at once, unless it is said otherwise', async () => {
    expect(events(await taken({}))).toEqual(['SESSION_STARTED', 'SESSION_SUCCEEDED']);
  });
});

describe('the body of a webhook', () => {
  it.each([
    [{ eventField: 'event', sessionField: 'interview_id' }, ['event', 'interview_id', 'loginHint']],
    [{ eventField: 'type', sessionField: 'sessionId' }, ['type', 'sessionId', 'loginHint']],
  ] as const)('can name its fields otherwise: %o', async (switches, names) => {
    const { arrivals, interviewId } = await taken(switches);
    expect(Object.keys(arrivals[0]?.body ?? {})).toEqual(names);
    expect(arrivals[0]?.body).toMatchObject({
      [names[0]]: 'SESSION_STARTED',
      [names[1]]: interviewId,
    });
  });

  it('can call its event as another flow of Incode does', async () => {
    const { arrivals } = await taken({ eventField: 'event_type', eventNames: 'in words' }, 'review');
    expect(arrivals.map(({ body }) => body['event_type'])).toEqual([
      'Session Started',
      'Session Pending Review',
    ]);
  });

  it.each([
    ['on success', 'pass', true],
    ['on success', 'fail', false],
    ['on success', 'review', false],
    ['with every verdict', 'fail', true],
    ['with every verdict', 'review', true],
  ] as const)('tells the identity %s: with %s, %s', async (identityId, outcome, isTold) => {
    const { arrivals, incode } = await taken({ identityId }, outcome);
    expect(arrivals.map(({ body }) => 'identityId' in body)).toEqual([false, isTold]);
    expect('identityId' in (incode.state().sessions[0] ?? {})).toBe(isTold);
  });

  it.each(['data', 'session'] as const)('can stand one level down, under %s', async (nestedUnder) => {
    const { arrivals, interviewId } = await taken({ nestedUnder });
    expect(arrivals[0]?.body).toMatchObject({
      [nestedUnder]: { eventType: 'SESSION_STARTED', interviewId },
    });
    expect(Object.keys(arrivals[0]?.body ?? {})).toEqual([nestedUnder]);
  });

  it('can have fields that nobody has seen', async () => {
    const { arrivals } = await taken({ extraFields: true }, 'fail');
    expect(arrivals[1]?.body).toMatchObject({
      eventType: 'SESSION_FAILED',
      eventId: expect.any(String) as string,
      timestamp: expect.any(String) as string,
      reason: 'FACE_MISMATCH',
    });
  });

  it.each([
    ['missing', undefined],
    ['in capitals', 'ADA.LOVELACE@EXAMPLE.COM'],
    ['with spaces', ' ada.lovelace@example.com '],
  ] as const)('can have a loginHint that is %s', async (loginHint, written) => {
    const { arrivals } = await taken({ loginHint });
    expect(arrivals.map(({ body }) => body['loginHint'])).toEqual([written, written]);
  });

  it('can have the identity in the place of the loginHint, once it is known', async () => {
    const { arrivals } = await taken({ loginHint: 'identity id' });
    expect(arrivals[0]?.body['loginHint']).toBe('ada.lovelace@example.com');
    expect(arrivals[1]?.body['loginHint']).toMatch(/^[0-9a-f]{24}$/);
    expect(arrivals[1]?.body['identityId']).toBe(arrivals[1]?.body['loginHint']);
  });
});

it('the identity of an employee can change', async () => {
  const setup = await taken({});
  setup.incode.setSwitches({ changedIdentities: ['ada.lovelace@example.com'] });
  const { link } = await newSession(setup.incode);
  await takes(setup, link);
  const [, before, , after] = setup.arrivals.map(({ body }) => body['identityId']);
  expect(after).toMatch(/^[0-9a-f]{24}$/);
  expect(after).not.toBe(before);
  const { employees } = await dashboard(setup.incode);
  expect(employees[0]).toMatchObject({ identityId: after });
});

describe('who has failed', () => {
  it('can try once more by the same link where that is allowed', async () => {
    const setup = await taken({ secondAttempt: true }, 'fail');
    expect(await door(setup.incode, 'GET', `${setup.link}/data`)).toMatchObject({ body: { state: 'open' } });
    await takes(setup, setup.link, 'pass');
    expect(events(setup)).toEqual(['SESSION_STARTED', 'SESSION_FAILED', 'SESSION_SUCCEEDED']);
    expect(setup.incode.state().sessions).toMatchObject([{ state: 'passed' }]);
  });

  it('can not try a third time', async () => {
    const setup = await taken({ secondAttempt: true }, 'fail');
    await takes(setup, setup.link, 'fail');
    expect(await door(setup.incode, 'POST', `${setup.link}/open`)).toMatchObject({ status: 409 });
  });

  it('is done, unless it is said otherwise', async () => {
    const { incode, link } = await taken({}, 'fail');
    expect(await door(incode, 'POST', `${link}/open`)).toMatchObject({ status: 409 });
  });
});

describe('the API', () => {
  it('can have a limit of requests in a minute', async () => {
    const { clock, incode } = newIncode();
    const client = await newClient(incode);
    incode.setSwitches({ requestsPerMinute: 2 });
    for (let times = 0; times < 2; times++) expect(await client.request()).toMatchObject({ status: 200 });
    expect(await client.request()).toMatchObject({
      status: 429,
      body: { status: 429, error: 'Too Many Requests', message: 'Too many requests' },
    });
    expect(incode.state().sessions).toHaveLength(2);
    await clock.advance(60_000);
    expect(await client.request()).toMatchObject({ status: 200 });
  });

  it('can give tokens that live longer or shorter', async () => {
    const { clock, incode } = newIncode();
    incode.setSwitches({ tokenLifetime: 20 });
    expect(await askToken(incode, await newSecret(incode))).toMatchObject({ body: { expires_in: 20 } });
    const client = await newClient(incode);
    await clock.advance(20_000);
    expect(await client.request()).toMatchObject({ status: 401 });
  });
});

describe('the switches', () => {
  it('are put back by a reset', async () => {
    const { incode } = await behaving({ dropDeliveries: true, changedIdentities: ['a@example.com'] });
    incode.reset();
    expect(incode.switches).toMatchObject({ dropDeliveries: false, changedIdentities: [] });
  });

  it('are shown on the dashboard, and a change is told', async () => {
    const { changes, incode } = newIncode();
    const before = changes();
    incode.setSwitches({ nestedUnder: 'data' });
    expect(changes()).toBe(before + 1);
    expect((await dashboard(incode)).switches).toMatchObject({
      nestedUnder: 'data',
      eventField: 'eventType',
    });
  });
});
