import { askGate } from '../../../src/assurance/gate';
import { after, anEventOf } from '../../support/builders';
import type { GatePorts, RequestFacts } from '../../../src/assurance/ports';
import type { Rule } from '../../../src/assurance/rules';
import type { Requirement } from '../../../src/verification/session/requirement';
import type { Verification } from '../../../src/verification/session/session-record';

const TYPE_FIELD = 'customfield_10010';

const resets: Rule = {
  name: 'Password resets',
  projectId: 'help',
  requestTypes: [{ id: '11', name: 'Password reset' }],
  passCountsMinutes: 60,
  about: 'reporter',
};

const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
const pass = after([anEventOf('succeeded', 0)], { subject });

interface Situation {
  rules?: Rule[];
  request?: Partial<RequestFacts>;
  needs?: Requirement;
  session?: Verification;
  isObjected?: boolean;
  minutesLater?: number;
  changedFields?: string[];
  /** What cannot be read. */
  isDown?: 'policy' | 'request' | 'ticket' | 'session' | 'keeping';
}

const kept: Requirement[] = [];
beforeEach(() => kept.splice(0));

function ports({
  rules = [],
  isDown,
  isObjected = false,
  minutesLater = 1,
  ...situation
}: Situation): GatePorts {
  const unless = <T>(part: Situation['isDown'], value: T): Promise<T> =>
    isDown === part ? Promise.reject(new Error(`${String(part)} is down`)) : Promise.resolve(value);
  const request = {
    id: '1',
    projectId: 'help',
    requestType: '11',
    requestTypeField: TYPE_FIELD,
    reporter: 'ada',
  };
  return {
    policy: () => unless('policy', { rules, passCountsMs: 30 * 60_000, doDemoResultsCount: false }),
    requests: { read: () => unless('request', { ...request, ...situation.request }) },
    records: {
      ofRequest: () =>
        unless('ticket', { needs: situation.needs, isObjected, current: situation.session?.interviewId }),
      session: () => unless('session', situation.session),
      keepNeeds: async (_, needs) => {
        await unless('keeping', undefined);
        kept.push(needs);
      },
    },
    metValidators: {
      load: () => Promise.reject(new Error('not of interest here')),
      save: () => Promise.resolve(),
    },
    clock: { now: () => minutesLater * 60_000 },
  };
}

async function answers(situation: Situation) {
  const attempt = { issueKey: 'HELP-1', changedFields: situation.changedFields ?? [] };
  const ask = (scope: 'every-request' | 'rules-only') =>
    askGate(ports(situation), attempt, scope).then(
      ({ kind }) => kind,
      () => 'failed',
    );
  return { everyRequest: await ask('every-request'), rulesOnly: await ask('rules-only') };
}

const BOTH_OPEN = { everyRequest: 'open', rulesOnly: 'open' };
const BOTH_BLOCKED = { everyRequest: 'blocked', rulesOnly: 'blocked' };
const BOTH_UNDECIDABLE = { everyRequest: 'undecidable', rulesOnly: 'undecidable' };
const BOTH_FAILED = { everyRequest: 'failed', rulesOnly: 'failed' };

describe('without a rule for the request', () => {
  test('one validator asks for the usual pass, the other for nothing', async () => {
    const onlyRules = { everyRequest: 'blocked', rulesOnly: 'open' };
    expect(await answers({})).toEqual(onlyRules);
    expect(await answers({ session: pass })).toEqual(BOTH_OPEN);
    expect(await answers({ session: pass, minutesLater: 30 })).toEqual(onlyRules);
    expect(kept).toEqual([]);
  });
});

describe('with a rule for the request', () => {
  const rules = [resets];
  test('both ask for what the rule asks for, to the second', async () => {
    expect(await answers({ rules })).toEqual(BOTH_BLOCKED);
    expect(await answers({ rules, session: pass, minutesLater: 60 - 1 / 60 })).toEqual(BOTH_OPEN);
    expect(await answers({ rules, session: pass, minutesLater: 60 })).toEqual(BOTH_BLOCKED);
  });

  test('the rule is named, and remembered for the request', async () => {
    const attempt = { issueKey: 'HELP-1', changedFields: [] };
    expect(await askGate(ports({ rules }), attempt, 'rules-only')).toEqual({
      kind: 'blocked',
      rule: 'Password resets',
      needsCode: false,
    });
    expect(kept).toEqual([{ rule: 'Password resets', passCountsMs: 60 * 60_000, about: 'reporter' }]);
  });

  test('it stays closed where that cannot be remembered', async () => {
    expect(await answers({ rules, isDown: 'keeping' })).toEqual(BOTH_BLOCKED);
  });

  test('a transition that changes the reporter is blocked, whatever was proven', async () => {
    expect(await answers({ rules, session: pass, changedFields: ['reporter'] })).toEqual(BOTH_BLOCKED);
    expect(await answers({ rules, session: pass, changedFields: ['resolution'] })).toEqual(BOTH_OPEN);
  });

  test('a transition that changes the type is blocked, since another rule may be for the new one', async () => {
    expect(await answers({ rules, session: pass, changedFields: [TYPE_FIELD] })).toEqual(BOTH_UNDECIDABLE);
    const access = { requestType: '13' };
    expect(await answers({ rules, request: access, changedFields: [TYPE_FIELD] })).toEqual(BOTH_UNDECIDABLE);
  });

  test('a pass is not enough where the rule asks for the caller’s code, which is said, until it is confirmed', async () => {
    const withCode = [{ ...resets, needsCode: true }];
    const attempt = { issueKey: 'HELP-1', changedFields: [] };
    expect(await askGate(ports({ rules: withCode, session: pass }), attempt, 'rules-only')).toMatchObject({
      kind: 'blocked',
      needsCode: true,
    });
    const session = { ...pass, code: { wrong: 2, confirmed: { at: 0, by: 'agent' } } };
    expect(await answers({ rules: withCode, session })).toEqual(BOTH_OPEN);
  });

  test('what the employee objects to is not enough', async () => {
    expect(await answers({ rules, session: pass, isObjected: true })).toEqual(BOTH_BLOCKED);
  });

  test('another reporter than the one who passed is not enough', async () => {
    expect(await answers({ rules, session: pass, request: { reporter: 'mallory' } })).toEqual(BOTH_BLOCKED);
  });
});

test('what once held for a request still does after it was edited', async () => {
  const needs: Requirement = { rule: 'Password resets', passCountsMs: 60 * 60_000, about: 'reporter' };
  const edited = { requestType: '13' };
  expect(await answers({ rules: [resets], needs, request: edited })).toEqual(BOTH_BLOCKED);
  expect(await answers({ rules: [], needs, request: { projectId: 'other' } })).toEqual(BOTH_BLOCKED);
  const byAnother = { ...edited, reporter: 'mallory' };
  expect(await answers({ needs, session: pass, request: byAnother })).toEqual(BOTH_BLOCKED);
  expect(await answers({ rules: [resets], needs, session: pass, request: edited })).toEqual(BOTH_OPEN);
});

describe('it fails closed', () => {
  test('where the type that decides the rule cannot be read', async () => {
    const request = { requestType: undefined };
    expect(await answers({ rules: [resets], session: pass, request })).toEqual(BOTH_UNDECIDABLE);
  });

  test.each(['policy', 'request', 'ticket', 'session'] as const)(
    'where the %s cannot be read',
    async (isDown) => {
      expect(await answers({ rules: [resets], session: pass, isDown })).toEqual(BOTH_FAILED);
    },
  );
});
