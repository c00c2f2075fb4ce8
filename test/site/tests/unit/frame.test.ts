import { afterAnswers } from '../../web/frame/after-answers';
import { Handlers } from '../../web/frame/handlers';
import { installFrameClock } from '../../web/frame/frame-clock';

const ignore = (): void => undefined;

describe('the handlers of a frame', () => {
  it('stand in the document’s JSON by number, and can be called by it', () => {
    const handlers = new Handlers(ignore);
    const clicked: unknown[] = [];
    const doc = { type: 'Button', props: { onClick: (event: unknown) => clicked.push(event) }, children: [] };
    const copy = JSON.parse(handlers.packDoc(doc)) as { props: { onClick: { __handler: number } } };
    expect(copy).toEqual({ ...doc, props: { onClick: { __handler: expect.any(Number) as number } } });
    handlers.call(copy.props.onClick.__handler, ['click']);
    expect(clicked).toEqual(['click']);
  });

  it('keep their number from document to document', () => {
    const handlers = new Handlers(ignore);
    const doc = { run: () => undefined };
    expect(handlers.packDoc(doc)).toEqual(handlers.packDoc(doc));
  });

  it('outlast many documents, for whoever types quickly, and are dropped in the end unless they are pinned', () => {
    const handlers = new Handlers(ignore);
    const called: string[] = [];
    const { run } = JSON.parse(handlers.packDoc({ run: () => called.push('old') })) as {
      run: { __handler: number };
    };
    const { onEvent } = handlers.packData({ onEvent: () => called.push('pinned') }) as {
      onEvent: { __handler: number };
    };
    for (let i = 0; i < 300; i++) handlers.packDoc({});
    handlers.call(run.__handler, []);
    expect(called).toEqual(['old']);
    for (let i = 0; i < 300; i++) handlers.packDoc({});
    handlers.call(run.__handler, []);
    handlers.call(onEvent.__handler, []);
    expect(called).toEqual(['old', 'pinned']);
  });

  it('report what they throw, also later', async () => {
    const thrown: unknown[] = [];
    const handlers = new Handlers((error) => thrown.push(error));
    const { run } = handlers.packData({ run: () => Promise.reject(new Error('no')) }) as {
      run: { __handler: number };
    };
    handlers.call(run.__handler, []);
    await new Promise(setImmediate);
    expect(thrown).toEqual([new Error('no')]);
  });

  it('leave the document itself as it was, and of it only what JSON can say', () => {
    const run = (): void => undefined;
    const doc = { props: { run, when: new Date(0), sign: Symbol('x'), none: undefined, list: [undefined] } };
    expect(JSON.parse(new Handlers(ignore).packDoc(doc))).toStrictEqual({
      props: { run: { __handler: 1 }, when: '1970-01-01T00:00:00.000Z', list: [null] },
    });
    expect(doc.props.run).toBe(run);
  });

  it('leave data as it was, and of it what can be posted', () => {
    const run = (): void => undefined;
    const data = { run, when: new Date(0), sign: Symbol('x'), failure: new Error('no') };
    expect(new Handlers(ignore).packData(data)).toEqual({
      run: { __handler: 1 },
      when: new Date(0),
      failure: { name: 'Error', message: 'no' },
    });
    expect(data.run).toBe(run);
  });
});

describe('the clock of a frame', () => {
  /** A window whose timers ring when they are told to. */
  function fakeFrame() {
    const alarms = new Map<number, { run: () => void; delayMs: number }>();
    let lastId = 0;
    const frame = {
      Date,
      setTimeout: (run: () => void, delayMs: number) => {
        alarms.set(++lastId, { run, delayMs });
        return lastId;
      },
      clearTimeout: (id: number) => alarms.delete(id),
    } as unknown as Window & typeof globalThis;
    const ringDue = (): void => {
      for (const [id, { run, delayMs }] of [...alarms]) if (delayMs === 0 && alarms.delete(id)) run();
    };
    return { frame, ringDue };
  }

  it('is ahead by the offset', () => {
    const { frame } = fakeFrame();
    installFrameClock(frame, 3_600_000);
    expect(frame.Date.now() - Date.now()).toBeGreaterThan(3_599_000);
    expect(new frame.Date().getTime() - Date.now()).toBeGreaterThan(3_599_000);
    expect(new frame.Date(5).getTime()).toBe(5);
    expect(new frame.Date()).toBeInstanceOf(Date);
  });

  it('fires what becomes due when it is moved, and nothing else', () => {
    const { frame, ringDue } = fakeFrame();
    const { setOffset: move, isPast } = installFrameClock(frame, 0);
    const fired: string[] = [];
    frame.setTimeout((what: string) => fired.push(what), 60_000, 'minute');
    frame.setTimeout(() => fired.push('hour'), 3_600_000);
    frame.clearTimeout(frame.setTimeout(() => fired.push('cleared'), 1000));
    frame.setInterval(() => fired.push('tick'), 30_000);
    move(61_000);
    expect(isPast(61_000)).toBe(false);
    ringDue();
    expect(isPast(61_000)).toBe(true);
    expect(isPast(62_000)).toBe(false);
    expect(fired).toEqual(['minute', 'tick']);
    move(120_000);
    ringDue();
    expect(fired).toEqual(['minute', 'tick', 'tick']);
  });
});

describe('a jump of the clock', () => {
  /** The clock, with answers on their way and rounds that are passed by hand. */
  function jumping() {
    const state = { isWaiting: true, offsets: [] as number[], rounds: [] as (() => void)[] };
    const move = afterAnswers(
      (offset) => state.offsets.push(offset),
      () => state.isWaiting,
      (run) => state.rounds.push(run),
    );
    const passRound = (): void => state.rounds.shift()?.();
    return { state, move, passRound };
  }

  it('waits for the answers that are on their way, and then goes to where the clock is by now', () => {
    const { state, move, passRound } = jumping();
    move(1000);
    passRound();
    move(2000);
    expect(state.offsets).toEqual([]);
    state.isWaiting = false;
    passRound();
    expect(state.offsets).toEqual([2000]);
    move(3000);
    expect(state.offsets).toEqual([2000, 3000]);
  });

  it('does not wait for ever', () => {
    const { state, move, passRound } = jumping();
    move(1000);
    for (let round = 0; round < 500; round++) passRound();
    expect(state.offsets).toEqual([1000]);
    expect(state.rounds).toEqual([]);
  });
});
