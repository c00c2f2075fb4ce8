import { needsOf } from '../../../src/assurance/rules';
import type { Rule } from '../../../src/assurance/rules';

function aRule(name: string, requestTypes: string[] | null, projectId = 'help'): Rule {
  const types = requestTypes?.map((id) => ({ id, name: `Type ${id}` })) ?? null;
  return { name, projectId, requestTypes: types, passCountsMinutes: 60, about: 'reporter' };
}

const resets = aRule('Password resets', ['11', '12']);
const others = aRule('Everything else', null);
const elsewhere = aRule('Elsewhere', null, 'facilities');

function chosen(rules: Rule[], requestType: string | null | undefined): string | undefined {
  const needs = needsOf(rules, { projectId: 'help', requestType }, undefined);
  return needs.kind === 'needs' ? needs.requirement.rule : needs.kind;
}

describe('the rule for a request', () => {
  test('is the one that names its type', () => {
    expect(chosen([others, resets, elsewhere], '12')).toBe('Password resets');
  });

  test('is the one for all others of its project where none names its type, or it has none', () => {
    expect(chosen([others, resets], '13')).toBe('Everything else');
    expect(chosen([others, resets], null)).toBe('Everything else');
  });

  test('is none where no rule of its project is for it', () => {
    expect(chosen([resets, elsewhere], '13')).toBe('nothing');
    expect(chosen([resets, elsewhere], null)).toBe('nothing');
    expect(chosen([], undefined)).toBe('nothing');
  });

  test('cannot be told where its type cannot be read and makes a difference', () => {
    expect(chosen([resets], undefined)).toBe('unreadable');
    expect(chosen([resets, others], undefined)).toBe('unreadable');
    expect(chosen([others, elsewhere], undefined)).toBe('Everything else');
  });
});

test('what a request needed before it still needs, beside what the rule asks for', () => {
  const before = { rule: 'Payroll', passCountsMs: 5 * 60_000, about: 'reporter' } as const;
  const ofType = (requestType: string) => needsOf([resets], { projectId: 'help', requestType }, before);
  expect(ofType('13')).toEqual({ kind: 'needs', requirement: before });
  expect(ofType('11')).toEqual({ kind: 'needs', requirement: before });
  expect(needsOf([], { projectId: 'elsewhere', requestType: undefined }, before).kind).toBe('needs');
});
