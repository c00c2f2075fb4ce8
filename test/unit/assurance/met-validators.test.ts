import { askGate } from '../../../src/assurance/gate';
import { recentlyMet } from '../../../src/assurance/met-validators';
import { after, anEventOf } from '../../support/builders';
import type { TransitionAttempt } from '../../../src/assurance/gate';
import type { GatePorts, GateScope, MetValidator, MetValidators } from '../../../src/assurance/ports';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2026-03-02T09:00:00Z');

let now = START;
let kept: { validators: MetValidator[]; revision: number };
let writes = 0;
beforeEach(() => {
  now = START;
  kept = { validators: [], revision: 0 };
  writes = 0;
});

/** One record, whose writes have the revision that was read as their condition. */
const record: MetValidators = {
  load: () => Promise.resolve(structuredClone(kept)),
  save: (revision, validators) => {
    writes++;
    if (revision === kept.revision) kept = { validators, revision: revision + 1 };
    return Promise.resolve();
  },
};

/** The gate of a request without a rule, in project `help` unless another one is said. */
function ports(changes: Partial<MetValidators> = {}, isVerified = false, projectId = 'help'): GatePorts {
  const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
  const pass = isVerified ? after([anEventOf('succeeded', 0)], { subject }) : undefined;
  const current = pass?.interviewId;
  const request = { id: '1', projectId, requestType: '11', requestTypeField: undefined, reporter: 'ada' };
  return {
    policy: () => Promise.resolve({ rules: [], passCountsMs: 2 * now, doDemoResultsCount: false }),
    requests: { read: () => Promise.resolve(request) },
    records: {
      ofRequest: () => Promise.resolve({ needs: undefined, isObjected: false, current }),
      session: () => Promise.resolve(pass),
      keepNeeds: () => Promise.resolve(),
    },
    metValidators: { ...record, ...changes },
    clock: { now: () => now },
  };
}

const resolving = { from: '3', to: '5' };

/** Has somebody make a transition, and waits until what is remembered of it is. */
async function meets(
  transition: TransitionAttempt['transition'] | null = resolving,
  scope: GateScope = 'every-request',
  by = ports(),
) {
  const attempt = { issueKey: 'HELP-1', changedFields: [], transition: transition ?? undefined };
  const { kind } = await askGate(by, attempt, scope);
  await new Promise((resolve) => setImmediate(resolve));
  return kind;
}

test('who runs into a validator shows where it is, whatever comes of it', async () => {
  expect(await meets()).toBe('blocked');
  expect(await meets(resolving, 'rules-only')).toBe('open');
  expect(await meets({ from: '4', to: '5' }, 'every-request', ports({}, true, 'facilities'))).toBe('open');
  expect(kept.validators).toEqual([
    { projectId: 'help', ...resolving, scope: 'every-request', metAt: START },
    { projectId: 'help', ...resolving, scope: 'rules-only', metAt: START },
    { projectId: 'facilities', from: '4', to: '5', scope: 'every-request', metAt: START },
  ]);
});

test('nothing is remembered where Jira does not say which transition it is', async () => {
  expect(await meets(null)).toBe('blocked');
  expect(writes).toBe(0);
});

test('who meets it again within a day is not written down; after that the time is', async () => {
  await meets();
  now = START + DAY_MS - 1;
  await meets();
  expect(writes).toBe(1);
  now = START + DAY_MS;
  await meets();
  expect(kept.validators).toMatchObject([{ metAt: START + DAY_MS }]);
});

test('of more than 200, those that were met longest ago are forgotten', async () => {
  for (let count = 1; count <= 205; count++) await meets({ from: String(count), to: '5' });
  const from = kept.validators.map((met) => met.from);
  expect([from.length, from[0], from.at(-1)]).toEqual([200, '6', '205']);
});

test('one that nobody met for 90 days is told no more, and forgotten with the next that is written down', async () => {
  await meets();
  now = START + 90 * DAY_MS - 1;
  expect(recentlyMet(kept.validators, now)).toHaveLength(1);
  now++;
  expect(recentlyMet(kept.validators, now)).toEqual([]);
  await meets({ from: '4', to: '5' });
  expect(kept.validators).toMatchObject([{ from: '4' }]);
});

const never = () => new Promise<never>(() => undefined);
const refuses = () => Promise.reject(new Error('storage is away'));
const troubles: [string, Partial<MetValidators>][] = [
  ['cannot be read', { load: refuses }],
  ['is never read', { load: never }],
  ['is not what it was', { load: () => Promise.resolve({ garbled: true } as never) }],
  ['cannot be written', { save: refuses }],
  ['is never written', { save: never }],
];

test.each(troubles)('the gate answers as always where the record %s', async (_, changes) => {
  expect(await meets(resolving, 'every-request', ports(changes))).toBe('blocked');
  expect(await meets(resolving, 'every-request', ports(changes, true))).toBe('open');
  expect(await meets(resolving, 'rules-only', ports(changes))).toBe('open');
});

test('nothing is remembered of a request that cannot be read', async () => {
  const away = { ...ports(), requests: { read: refuses } };
  await expect(meets(resolving, 'rules-only', away)).rejects.toThrow('storage is away');
  expect(writes).toBe(0);
});
