import { record } from '../../../src/functions/settings-changes';
import { AppError } from '../../../src/verification/app-error';
import type { ChangeEntry } from '../../../src/settings/change-log';
import type { App } from '../../../src/wiring/app';

let log: ChangeEntry[];
let failures: string[];
beforeEach(() => {
  log = [];
  failures = [];
});

/** The part of the app that changes are written down with. */
function appWhere(add: (entry: ChangeEntry) => Promise<void>): App {
  return {
    clock: { now: () => 7 },
    settings: { changeLog: { add } },
    verification: { store: { accounts: { create: () => Promise.resolve(undefined) } } },
    logFailure: (name: string, { code }: AppError) => failures.push(`${name}: ${code}`),
  } as unknown as App;
}

test('an act is written down with who did it, and when', async () => {
  const app = appWhere((entry) => Promise.resolve(void log.push(entry)));
  const entry = { what: 'settings-saved', names: ['limits.perAgent'], at: 7, by: 'admin' };
  expect(await record(app, 'admin', { what: 'settings-saved', names: ['limits.perAgent'] })).toEqual([entry]);
  expect(log).toEqual([entry]);
});

test('an act that could not be written down stands, and the failure is logged', async () => {
  const app = appWhere(() => Promise.reject(new AppError('storage-unavailable')));
  expect(await record(app, 'admin', { what: 'webhook-secret-created' })).toEqual([]);
  expect(failures).toEqual(['change-log: storage-unavailable']);
});
