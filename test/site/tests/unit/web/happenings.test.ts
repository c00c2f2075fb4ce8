import type { PlatformCall } from '../../../journal';
import { latestRuns } from '../../../web/pages/calls/happenings';

function call(invocation: string, second: number, path = '/'): PlatformCall {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  return {
    at,
    invocation,
    module: `module of ${invocation}`,
    target: 'kvs',
    method: 'GET',
    path,
    status: 200,
    ms: 1,
  };
}

function line(second: number, text: string) {
  return { at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(), level: 'warn' as const, text };
}

describe('the latest calls', () => {
  it('stand together by run, the newest run first, each from its first call on', () => {
    const calls = [call('a', 1, '/1'), call('b', 2), call('a', 3, '/2')];
    const runs = latestRuns({ calls, app: [] });
    expect(runs.map(({ module }) => module)).toEqual(['module of b', 'module of a']);
    expect(runs[1]?.happenings).toMatchObject([{ call: { path: '/1' } }, { call: { path: '/2' } }]);
  });

  it('have what the app wrote among them', () => {
    const runs = latestRuns({ calls: [call('a', 1), call('b', 3)], app: [line(2, 'careful')] });
    expect(runs.map(({ happenings }) => happenings[0]?.kind)).toEqual(['call', 'line', 'call']);
  });

  it('are no more than anyone reads', () => {
    const calls = Array.from({ length: 500 }, (_, second) => call(`run ${String(second)}`, second));
    const runs = latestRuns({ calls, app: [line(1000, 'last')] });
    expect(runs).toHaveLength(200);
    expect(runs[1]?.id).toBe('run 499');
  });
});
