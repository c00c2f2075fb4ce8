import { Clock } from '../../clock';
import { AppCode } from '../../forge/app-code';
import { Instance } from '../../forge/instance';
import type { Invocation } from '../../forge/invocation';
import { realm } from '../../forge/realm';

const INVOCATION: Invocation = {
  id: 'one',
  platform: {
    call: () => Promise.reject(new Error('not here')),
    fetch: () => Promise.reject(new Error('not here')),
    runtime: () => ({}),
  },
  functionKey: 'run',
  moduleKey: 'module',
  moduleType: 'trigger',
  deadline: 0,
  calls: 0,
  lines: 0,
};

/** An instance of an app whose one function has this body, on a clock that stands. */
function instanceOf(body: string) {
  const clock = new Clock(0);
  const lines: string[] = [];
  const instance = new Instance({
    code: new AppCode(`exports.index = { run() { ${body} } };`),
    appFolder: __dirname,
    clock,
    log: (level, text) => lines.push(`${level} ${text}`),
  });
  return { clock, instance, lines, run: () => instance.run(INVOCATION, 'index.run', []) };
}

it('has all of a console, each line of it in the log', async () => {
  const { lines, run } = instanceOf(`
    console.info('counted %d', 3);
    console.dir({ a: 1 });
    console.table([[1]]);
    console.assert(false, 'not so');
    console.count();
    console.time('t');
    console.warn('mind');
  `);
  await run();
  expect(lines.slice(0, 2)).toEqual(['info counted 3', 'info { a: 1 }']);
  expect(lines.slice(-3)).toEqual(['warn Assertion failed: not so', 'info default: 1', 'warn mind']);
});

it('ends the timers of an instance with it', async () => {
  const { clock, instance, lines, run } = instanceOf(`setInterval(() => console.log('tick'), 1000);`);
  await run();
  await clock.advance(2500);
  expect(lines).toEqual(['info tick', 'info tick']);
  instance.kill();
  await clock.advance(2500);
  expect(lines).toHaveLength(2);
  expect(await clock.step(Infinity)).toBe(false);
});

it('has timers as Node has them, which wait on the site’s clock', async () => {
  const { clock, lines, run } = instanceOf(`
    const { promisify } = require('node:util');
    const { setTimeout: sleep } = require('node:timers/promises');
    promisify(setTimeout)(1000, 'promisified').then(console.log);
    sleep(2000, 'slept').then(console.log);
    require('timers').setTimeout(console.log, 3000, 'required');
    clearTimeout(setTimeout(() => console.log('stopped'), 4000).unref());
    const late = setTimeout(() => console.log('late'), 5000);
    setTimeout(() => late.refresh(), 4000);
  `);
  await run();
  await clock.advance(3500);
  expect(lines).toEqual(['info promisified', 'info slept', 'info required']);
  await clock.advance(5000);
  expect(lines).toHaveLength(3);
  await clock.advance(1000);
  expect(lines.at(-1)).toBe('info late');
});

it('has a process of its own: what it listens to there ends with it', async () => {
  const { lines, run } = instanceOf(`
    process.on('warning', () => undefined);
    process.env.SETTING = 'set';
    console.log(process.listenerCount('warning'), process.env.SETTING, process.version);
  `);
  const before = realm.process.listenerCount('warning');
  await run();
  expect(lines).toEqual([`info 1 set ${process.version}`]);
  expect([realm.process.listenerCount('warning'), process.env['SETTING']]).toEqual([before, undefined]);
});
