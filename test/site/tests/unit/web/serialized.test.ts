import { serialized } from '../../../web/serialized';

/** Work that goes on until it is told to finish. */
function slowWork() {
  const runs: (() => void)[] = [];
  const work = () =>
    new Promise<void>((resolve) => {
      runs.push(resolve);
    });
  const finish = async () => {
    runs.at(-1)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { work, finish, started: () => runs.length };
}

describe('Serialized work', () => {
  it('runs at once when nothing runs', () => {
    const { work, started } = slowWork();
    serialized(work)();
    expect(started()).toBe(1);
  });

  it('runs once more for all the calls that came while it ran', async () => {
    const { work, finish, started } = slowWork();
    const call = serialized(work);
    call();
    call();
    call();
    expect(started()).toBe(1);
    await finish();
    expect(started()).toBe(2);
    await finish();
    expect(started()).toBe(2);
  });

  it('runs again when it is called after it has ended', async () => {
    const { work, finish, started } = slowWork();
    const call = serialized(work);
    call();
    await finish();
    call();
    expect(started()).toBe(2);
  });
});
