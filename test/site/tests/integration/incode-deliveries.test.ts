import {
  door,
  newIncode,
  newSession,
  registerWebhooks,
  settled,
  stopTime,
  type Arrival,
} from './incode-calls';

type Answer = Parameters<typeof newIncode>[0];

/** An Incode with one webhook that is due: an employee has opened a link. */
async function opened(answer?: Answer) {
  const setup = newIncode(answer);
  await registerWebhooks(setup.incode);
  const { link } = await newSession(setup.incode);
  await door(setup.incode, 'POST', `${link}/open`);
  await settled();
  return { ...setup, link, delivery: () => setup.incode.state().deliveries[0] };
}

stopTime();

describe('a webhook', () => {
  it('is sent at once, with its headers', async () => {
    const { arrivals, delivery } = await opened();
    expect(arrivals).toMatchObject([
      {
        url: 'https://hooks.test/incode',
        headers: { 'x-secret': 's3cret', 'content-type': 'application/json' },
        body: { eventType: 'SESSION_STARTED' },
      },
    ]);
    expect(delivery()).toMatchObject({
      event: 'SESSION_STARTED',
      state: 'delivered',
      attempts: [{ status: 200 }],
    });
    expect(delivery()).not.toHaveProperty('nextAttemptAt');
  });

  it.each([
    ['200 with JSON', () => Response.json({})],
    [
      '200 with JSON in UTF-8',
      () => new Response('{}', { headers: { 'content-type': 'application/json; charset=utf-8' } }),
    ],
    ['204', () => new Response(null, { status: 204 })],
  ])('is delivered by %s', async (_, answer) => {
    const { delivery } = await opened(answer);
    expect(delivery()).toMatchObject({ state: 'delivered' });
  });

  it.each([
    ['200 with text', () => new Response('ok'), { status: 200, error: '200, but not as application/json' }],
    ['202 with JSON', () => Response.json({}, { status: 202 }), { status: 202, error: 'Answered by 202' }],
    ['503', () => new Response(null, { status: 503 }), { status: 503, error: 'Answered by 503' }],
    ['no connection', () => Promise.reject(new Error('ECONNREFUSED')), { error: 'ECONNREFUSED' }],
  ])('is tried again after %s', async (_, answer, attempt) => {
    const { delivery } = await opened(answer);
    expect(delivery()).toMatchObject({ state: 'retrying', attempts: [attempt] });
    expect(delivery()?.nextAttemptAt).toBeDefined();
  });

  it('is tried again after 30 s and then after 2.5 times as long each, five times', async () => {
    const { arrivals, clock, delivery } = await opened(() => new Response(null, { status: 500 }));
    await clock.advance(2 * 3_600_000);
    expect(gaps(arrivals)).toEqual([30_000, 75_000, 187_500, 468_750, 1_171_875]);
    expect(delivery()).toMatchObject({ state: 'given up' });
    expect(delivery()?.attempts).toHaveLength(6);
    expect(delivery()).not.toHaveProperty('nextAttemptAt');
  });

  it('is not tried again once it was delivered', async () => {
    let attempts = 0;
    const { arrivals, clock, delivery } = await opened(() =>
      (attempts += 1) === 2 ? Response.json({}) : new Response(null, { status: 500 }),
    );
    await clock.advance(3_600_000);
    expect(arrivals).toHaveLength(2);
    expect(delivery()).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] });
  });

  it('is aborted and tried again when there is no answer within 10 s', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { arrivals, clock, delivery } = await opened((init) => {
      signals.push(init.signal);
      return new Promise<never>(() => undefined);
    });
    await clock.advance(9_999);
    expect(delivery()).toMatchObject({ attempts: [] });
    await clock.advance(35_001);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    expect(delivery()).toMatchObject({ state: 'retrying', attempts: [{ error: 'No answer within 10 s' }] });
    expect(gaps(arrivals)).toEqual([40_000]);
  });

  it.each([
    ['a minute', 60_000],
    ['hours', 7_200_000],
  ])('whose receiver is at work when the clock is moved by %s is not sent again', async (_, ms) => {
    const { arrivals, clock, delivery } = await opened(
      () => new Promise((resolve) => setTimeout(resolve, 400, Response.json({}))),
    );
    await clock.advance(ms);
    expect(arrivals).toHaveLength(1);
    expect(delivery()).toMatchObject({ state: 'delivered', attempts: [{ status: 200 }] });
  });

  it('whose receiver waits for longer than 10 s on the clock is sent again', async () => {
    const setup = newIncode(async () => {
      await setup.clock.sleep(60_000);
      return Response.json({});
    });
    await registerWebhooks(setup.incode);
    const { link } = await newSession(setup.incode);
    await door(setup.incode, 'POST', `${link}/open`);
    await setup.clock.advance(45_000);
    expect(gaps(setup.arrivals)).toEqual([40_000]);
  });

  it('goes to the address that is registered when it is sent', async () => {
    const { arrivals, clock, incode } = await opened(() => new Response(null, { status: 500 }));
    await registerWebhooks(incode, { url: 'https://moved.test/', headers: { 'X-Secret': 'new' } });
    await clock.advance(30_000);
    expect(arrivals.at(-1)).toMatchObject({ url: 'https://moved.test/', headers: { 'x-secret': 'new' } });
  });

  it('is given up when nobody is registered any more', async () => {
    const { arrivals, clock, delivery, incode } = await opened(() => new Response(null, { status: 500 }));
    await door(incode, 'DELETE', '/incode/dashboard/webhooks/SESSION_STARTED');
    await clock.advance(3_600_000);
    expect(arrivals).toHaveLength(1);
    expect(delivery()).toMatchObject({ state: 'given up' });
  });

  it('is not sent for events that nobody registered', async () => {
    const { arrivals, incode } = newIncode();
    const { link } = await newSession(incode);
    await door(incode, 'POST', `${link}/open`);
    expect(arrivals).toEqual([]);
    expect(incode.state().deliveries).toEqual([]);
  });

  it('is taken up again from a snapshot, once', async () => {
    const { incode } = await opened(() => new Response(null, { status: 500 }));
    const snapshot: unknown = JSON.parse(JSON.stringify(incode.snapshot()));
    const other = newIncode();
    other.incode.restore(snapshot);
    other.incode.restore(snapshot);
    await other.clock.advance(29_000);
    expect(other.arrivals).toHaveLength(0);
    await other.clock.advance(1_000);
    expect(other.arrivals).toHaveLength(1);
    expect(other.incode.state().deliveries).toMatchObject([{ state: 'delivered' }]);
  });

  it('that is answered after a restart is of no more account', async () => {
    const answers: ((response: Response) => void)[] = [];
    const { arrivals, clock, incode } = await opened(() => new Promise((resolve) => answers.push(resolve)));
    incode.restore(incode.snapshot());
    await clock.advance(1);
    expect(arrivals).toHaveLength(2);
    answers[1]?.(Response.json({}));
    answers[0]?.(new Response(null, { status: 500 }));
    await clock.advance(60_000);
    expect(arrivals).toHaveLength(2);
    expect(incode.state().deliveries).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }]);
  });
});

/** Milliseconds between one arrival and the next. */
function gaps(arrivals: Arrival[]): number[] {
  return arrivals.slice(1).map(({ at }, index) => at - (arrivals[index]?.at ?? 0));
}
