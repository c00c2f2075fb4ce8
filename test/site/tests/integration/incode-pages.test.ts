import {
  dashboard,
  door,
  newIncode,
  newSecret,
  newSession,
  registerWebhooks,
  settled,
  stopTime,
} from './incode-calls';

stopTime();

describe('a link', () => {
  it('is opened and completed', async () => {
    const { arrivals, incode } = newIncode();
    await registerWebhooks(incode);
    const { interviewId, link } = await newSession(incode);
    expect(await door(incode, 'GET', `${link}/data`)).toMatchObject({
      body: { state: 'open', employeeName: 'Ada Lovelace' },
    });
    await door(incode, 'POST', `${link}/open`);
    expect(incode.state().sessions).toMatchObject([{ state: 'started' }]);
    const done = await door(incode, 'POST', `${link}/finish`, { outcome: 'pass' });
    expect(done).toMatchObject({ status: 200, body: { state: 'done' } });
    expect(incode.state().sessions).toMatchObject([{ state: 'passed' }]);
    const known = { interviewId, loginHint: 'ada.lovelace@example.com' };
    expect(arrivals.map(({ body }) => body)).toEqual([
      { eventType: 'SESSION_STARTED', ...known },
      { eventType: 'SESSION_SUCCEEDED', ...known, identityId: incode.state().sessions[0]?.identityId },
    ]);
    expect(arrivals[1]?.body['identityId']).toMatch(/^[0-9a-f]{24}$/);
  });

  it('tells of being opened again as progress', async () => {
    const { arrivals, incode } = newIncode();
    await registerWebhooks(incode, { events: ['SESSION_STARTED', 'SESSION_PROGRESS'] });
    const { link } = await newSession(incode);
    for (let times = 0; times < 3; times++) await door(incode, 'POST', `${link}/open`);
    expect(arrivals.map(({ body }) => body['eventType'])).toEqual([
      'SESSION_STARTED',
      'SESSION_PROGRESS',
      'SESSION_PROGRESS',
    ]);
  });

  it.each([
    ['fail', 'failed', 'SESSION_FAILED'],
    ['review', 'review', 'SESSION_PENDING_REVIEW'],
  ])('can end with %s', async (outcome, state, event) => {
    const { arrivals, incode } = newIncode();
    await registerWebhooks(incode);
    const { link } = await newSession(incode);
    await door(incode, 'POST', `${link}/open`);
    await door(incode, 'POST', `${link}/finish`, { outcome });
    expect(incode.state().sessions).toMatchObject([{ state }]);
    expect(arrivals.at(-1)?.body['eventType']).toBe(event);
  });

  it('is completed once, and only after it was opened', async () => {
    const { incode } = newIncode();
    const { link } = await newSession(incode);
    const finish = () => door(incode, 'POST', `${link}/finish`, { outcome: 'pass' });
    expect(await finish()).toMatchObject({ status: 409, body: { error: 'The link has not been opened.' } });
    await door(incode, 'POST', `${link}/open`);
    expect(await finish()).toMatchObject({ status: 200 });
    expect(await finish()).toMatchObject({ status: 409 });
    expect(await door(incode, 'POST', `${link}/open`)).toMatchObject({ status: 409 });
  });

  it('ends by the clock, opened or not', async () => {
    const { clock, incode } = newIncode();
    const { link } = await newSession(incode, { linkValidityInMinutes: 5 });
    await clock.advance(299_999);
    expect(await door(incode, 'POST', `${link}/open`)).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(await door(incode, 'GET', `${link}/data`)).toMatchObject({ body: { state: 'ended' } });
    expect(await door(incode, 'POST', `${link}/open`)).toMatchObject({ status: 410 });
    expect(await door(incode, 'POST', `${link}/finish`, { outcome: 'pass' })).toMatchObject({ status: 410 });
    expect(incode.state().sessions).toMatchObject([{ state: 'started' }]);
  });

  it('is not to be guessed from a session id', async () => {
    const { incode } = newIncode();
    const { interviewId } = await newSession(incode);
    expect(await door(incode, 'GET', `/verify/${interviewId}/data`)).toMatchObject({ status: 404 });
  });
});

describe('the phone', () => {
  it('shows the newest message first', async () => {
    const { incode } = newIncode();
    await newSession(incode);
    await newSession(incode, {
      loginHint: 'grace.hopper@example.com',
      notification: { type: 'EMAIL', email: 'grace.hopper@example.com' },
    });
    expect((await door(incode, 'GET', '/phone/data')).body).toMatchObject({
      messages: [{ to: 'grace.hopper@example.com' }, { to: '+14155550123' }],
    });
    expect(incode.state().messages).toMatchObject([
      { to: '+14155550123' },
      { to: 'grace.hopper@example.com' },
    ]);
  });
});

describe('the dashboard', () => {
  it('shows the directory', async () => {
    const { employees } = await dashboard(newIncode().incode);
    const ada = employees.find(({ email }) => email === 'ada.lovelace@example.com');
    expect(ada).toMatchObject({ name: 'Ada Lovelace', phone: '+14155550123', enrolled: true });
    const grace = employees.find(({ email }) => email === 'grace.hopper@example.com');
    expect(grace).toMatchObject({ enrolled: true });
    expect(grace).not.toHaveProperty('phone');
    const alan = employees.find(({ email }) => email === 'alan.turing@example.com');
    expect(alan).toMatchObject({ enrolled: false });
    expect(alan).not.toHaveProperty('identityId');
    const others = employees.filter(({ email }) => /^employee\d+@example\.com$/.test(email));
    expect(others.filter(({ enrolled, phone }) => enrolled && phone).length).toBeGreaterThanOrEqual(8);
    const identities = employees.flatMap(({ identityId }) => identityId ?? []);
    expect(new Set(identities).size).toBe(employees.length - 1);
  });

  it('shows neither secrets nor links', async () => {
    const { incode } = newIncode();
    const secret = await newSecret(incode);
    const { link } = await newSession(incode);
    const data = await dashboard(incode);
    expect(data.integrations.demo.secretGeneratedAt).toBeDefined();
    expect(data.integrations.production.secretGeneratedAt).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(secret);
    expect(JSON.stringify(data)).not.toContain(link.split('/').at(-1));
  });

  it('finishes a review, once', async () => {
    const { arrivals, incode } = newIncode();
    await registerWebhooks(incode);
    const { interviewId, link } = await newSession(incode);
    const review = () =>
      door(incode, 'POST', `/incode/dashboard/sessions/${interviewId}/review`, { outcome: 'passed' });
    expect(await review()).toMatchObject({ status: 409 });
    await door(incode, 'POST', `${link}/open`);
    await door(incode, 'POST', `${link}/finish`, { outcome: 'review' });
    expect(await review()).toMatchObject({ status: 204 });
    expect(await review()).toMatchObject({ status: 409 });
    expect(arrivals.map(({ body }) => body['eventType'])).toEqual([
      'SESSION_STARTED',
      'SESSION_PENDING_REVIEW',
      'SESSION_SUCCEEDED',
    ]);
  });

  it('starts a session as another integration does', async () => {
    const { incode } = newIncode();
    const start = (loginHint: string) => door(incode, 'POST', '/incode/dashboard/sessions', { loginHint });
    const { body, status } = await start('ada.lovelace@example.com');
    expect(status).toBe(201);
    expect(incode.state()).toMatchObject({
      sessions: [{ interviewId: body['interviewId'], state: 'sent' }],
      messages: [{ to: '+14155550123' }],
    });
    expect(await start('alan.turing@example.com')).toMatchObject({ status: 400 });
  });

  it('registers one webhook per event, replaces it and removes it', async () => {
    const { incode } = newIncode();
    await registerWebhooks(incode);
    await registerWebhooks(incode, { events: ['SESSION_FAILED'], url: 'https://other.test/', headers: {} });
    await door(incode, 'DELETE', '/incode/dashboard/webhooks/SESSION_STARTED');
    const ours = { url: 'https://hooks.test/incode', headers: { 'X-Secret': 's3cret' } };
    expect((await dashboard(incode)).webhooks).toEqual([
      { event: 'SESSION_SUCCEEDED', ...ours },
      { event: 'SESSION_PENDING_REVIEW', ...ours },
      { event: 'SESSION_FAILED', url: 'https://other.test/', headers: {} },
    ]);
  });

  it.each([
    ['an unknown event', { events: ['SESSION_LOST'] }],
    ['no event', { events: [] }],
    ['an address that is none', { url: 'hooks.test' }],
    ['a header with a line break', { headers: { 'X-Secret': 'a\r\nb' } }],
    ['a header without a name', { headers: { '': 'a' } }],
  ])('refuses a webhook with %s', async (_, change) => {
    const { incode } = newIncode();
    expect(await registerWebhooks(incode, change)).toMatchObject({ status: 400 });
    expect(incode.state().webhooks).toEqual([]);
  });

  it('says what it does not know', async () => {
    const { incode } = newIncode();
    const path = '/incode/dashboard';
    expect(await door(incode, 'POST', `${path}/integrations/test/client-secret`)).toMatchObject({
      status: 404,
    });
    expect(await door(incode, 'POST', `${path}/sessions/abc/review`, { outcome: 'passed' })).toMatchObject({
      status: 404,
      body: { error: 'There is no such session.' },
    });
    expect(await door(incode, 'POST', `${path}/sessions`)).toMatchObject({ status: 400 });
  });
});

describe('the state of Incode', () => {
  it('is kept in a snapshot, put back, and goes back to the seed', async () => {
    const { incode } = newIncode();
    await registerWebhooks(incode);
    const { link } = await newSession(incode);
    await door(incode, 'POST', `${link}/open`);
    await settled();
    const snapshot: unknown = JSON.parse(JSON.stringify(incode.snapshot()));
    const before = incode.state();
    incode.reset();
    expect(incode.state()).toEqual({ sessions: [], messages: [], webhooks: [], deliveries: [] });
    incode.restore(snapshot);
    expect(incode.state()).toEqual(before);
  });
});
