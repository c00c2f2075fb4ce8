import { differences, rebase } from '../../../src/frontend/settings-page/differences';
import { formOf } from '../../../src/frontend/settings-page/form-of';
import { aSettingsView } from './settings-view';

const escalated = { id: '7', name: 'Escalated' };
const base = aSettingsView();
const names = { 7: 'Help desk' };

describe('what somebody else changed meanwhile', () => {
  it('is nothing where only the revision is another', () => {
    expect(differences(base, { ...base, revision: 2 }, formOf(base), names)).toEqual([]);
  });

  it('stands beside what the form says', () => {
    const theirs = { ...base, linkValidityMinutes: 20 };
    const form = { ...formOf(base), linkValidityMinutes: 30 };
    expect(differences(base, theirs, form, names)).toEqual([
      { label: 'Link expiry (minutes)', theirs: '20', mine: '30' },
    ]);
  });

  it('does not list what only the form changed', () => {
    expect(differences(base, base, { ...formOf(base), linkValidityMinutes: 30 }, names)).toEqual([]);
  });

  it('names statuses by their names', () => {
    const theirs = { ...base, transitions: { ...base.transitions, failed: escalated } };
    expect(differences(base, theirs, formOf(base), names)).toEqual([
      { label: 'Status: Verification fails', theirs: 'Escalated', mine: '–' },
    ]);
  });

  it('names choices and projects as the page does', () => {
    const theirs = { ...base, projects: ['7'], typedDestinations: 'with-reason' as const };
    expect(differences(base, theirs, formOf(base), names)).toEqual([
      {
        label: 'Phone numbers and addresses that agents type',
        theirs: 'Allowed with a reason, and flagged',
        mine: 'Allowed, and flagged',
      },
      { label: 'Service projects', theirs: 'Help desk', mine: 'All' },
    ]);
  });

  it('tells that credentials were replaced, not what they are', () => {
    const theirs = { ...base, credentialsSavedAt: 5 };
    expect(differences(base, theirs, formOf(base), names)).toEqual([
      { label: 'Credentials', theirs: 'Replaced', mine: 'As they were' },
    ]);
    expect(differences(base, theirs, { ...formOf(base), apiKey: 'typed' }, names)).toEqual([
      { label: 'Credentials', theirs: 'Replaced', mine: 'Replaced' },
    ]);
  });
});

describe('the form put on top of what somebody else saved', () => {
  const theirs = { ...base, revision: 2, linkValidityMinutes: 20, retentionDays: 30 };

  it('keeps what either of the two changed, and what the form changed where both did', () => {
    const form = { ...formOf(base), linkValidityMinutes: 30, passCountsMinutes: 5 };
    expect(rebase(base, theirs, form)).toEqual({
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
    expect(rebase(before, after, form)).toMatchObject({
      comments: { passed: 'mine', failed: 'theirs' },
      projectTransitions: { 2: own },
    });
    expect(rebase(before, after, form).projectTransitions).not.toHaveProperty('1');
  });

  it('is on their revision, so that the next save is not refused', () => {
    const afterOwnWrite = { ...formOf(base), revision: 2 };
    expect(rebase(base, { ...theirs, revision: 3 }, afterOwnWrite).revision).toBe(3);
  });
});
