import { differences, rebase, unchanged } from '../../../src/frontend/settings-page/differences';
import { formOf } from '../../../src/frontend/settings-page/form-of';
import { aSettingsView } from './settings-view';

const escalated = { id: '7', name: 'Escalated' };
const base = aSettingsView();

describe('what somebody else changed meanwhile', () => {
  it('is nothing where only the revision is another', () => {
    expect(differences(base, { ...base, revision: 2 }, formOf(base))).toEqual([]);
  });

  it('stands beside what the form changed', () => {
    const theirs = { ...base, linkValidityMinutes: 20 };
    const form = { ...formOf(base), linkValidityMinutes: 30 };
    expect(differences(base, theirs, form)).toEqual([{ name: 'linkValidityMinutes', theirs: 20, mine: 30 }]);
  });

  it('tells what only one of the two changed', () => {
    const theirs = { ...base, linkValidityMinutes: 20 };
    const form = { ...formOf(base), retentionDays: 30 };
    expect(differences(base, theirs, form)).toEqual([
      { name: 'linkValidityMinutes', theirs: 20, mine: unchanged },
      { name: 'retentionDays', theirs: unchanged, mine: 30 },
    ]);
  });

  it('is nothing where only the form changed something', () => {
    expect(differences(base, base, { ...formOf(base), linkValidityMinutes: 30 })).toEqual([]);
  });

  it('goes setting by setting', () => {
    const theirs = { ...base, transitions: { ...base.transitions, failed: escalated }, projects: ['7'] };
    expect(differences(base, theirs, formOf(base))).toEqual([
      { name: 'transitions.failed', theirs: escalated, mine: unchanged },
      { name: 'projects', theirs: ['7'], mine: unchanged },
    ]);
  });

  it('tells that credentials were replaced, not what they are', () => {
    const theirs = { ...base, credentialsSavedAt: 5 };
    expect(differences(base, theirs, formOf(base))).toEqual([
      { name: 'credentials', theirs: 'replaced', mine: unchanged },
    ]);
    const form = { ...formOf(base), apiKey: 'typed', clientSecret: 'typed', areCredentialsReplaced: true };
    expect(differences(base, theirs, form)).toEqual([
      { name: 'credentials', theirs: 'replaced', mine: 'replaced' },
    ]);
    expect(differences(base, { ...base, linkValidityMinutes: 20 }, form)).toEqual([
      { name: 'linkValidityMinutes', theirs: 20, mine: unchanged },
      { name: 'credentials', theirs: unchanged, mine: 'replaced' },
    ]);
  });
});

describe('the form put on top of what somebody else saved', () => {
  const theirs = { ...base, revision: 2, linkValidityMinutes: 20, retentionDays: 30 };

  it('keeps what either of the two changed, and what the form changed where both did', () => {
    const form = { ...formOf(base), linkValidityMinutes: 30, passCountsMinutes: 5 };
    expect(rebase(formOf(base), formOf(theirs), form)).toEqual({
      ...formOf(theirs),
      linkValidityMinutes: 30,
      passCountsMinutes: 5,
    });
  });

  it('goes setting by setting, also within statuses, comments, limits and projects', () => {
    const comments = (passed: string, failed: string) => ({ ...base.comments, passed, failed });
    const own = { passed: escalated, failed: null, review: null };
    const before = { ...base, comments: comments('a', 'b'), projectTransitions: { 1: own } };
    const after = { ...before, comments: comments('a', 'theirs'), projectTransitions: { 1: own, 2: own } };
    const form = { ...formOf(before), comments: comments('mine', 'b'), projectTransitions: {} };
    expect(rebase(formOf(before), formOf(after), form)).toMatchObject({
      comments: { passed: 'mine', failed: 'theirs' },
      projectTransitions: { 2: own },
    });
    expect(rebase(formOf(before), formOf(after), form).projectTransitions).not.toHaveProperty('1');
  });

  it('is on their revision, so that the next save is not refused', () => {
    const afterOwnWrite = { ...formOf(base), revision: 2 };
    expect(rebase(formOf(base), formOf({ ...theirs, revision: 3 }), afterOwnWrite).revision).toBe(3);
  });
});
