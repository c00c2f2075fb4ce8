import { differences, rebase } from '../../../src/frontend/settings-page/differences';
import { formOf } from '../../../src/frontend/settings-page/form-of';
import { aSettingsView } from './settings-view';

const escalated = { id: '7', name: 'Escalated' };
const base = aSettingsView();

describe('what somebody else changed meanwhile', () => {
  it('is nothing where only the revision is another', () => {
    expect(differences(base, { ...base, revision: 2 }, formOf(base))).toEqual([]);
  });

  it('stands beside what the form says', () => {
    const theirs = { ...base, linkValidityMinutes: 20 };
    const form = { ...formOf(base), linkValidityMinutes: 30 };
    expect(differences(base, theirs, form)).toEqual([{ label: 'Link expiry', theirs: '20', mine: '30' }]);
  });

  it('does not list what only the form changed', () => {
    expect(differences(base, base, { ...formOf(base), linkValidityMinutes: 30 })).toEqual([]);
  });

  it('names statuses by their names', () => {
    const theirs = { ...base, transitions: { ...base.transitions, failed: escalated } };
    expect(differences(base, theirs, formOf(base))).toEqual([
      {
        label: 'Status transitions',
        theirs: 'passed: –; failed: Escalated; review: –',
        mine: 'passed: –; failed: –; review: –',
      },
    ]);
  });

  it('tells that credentials were replaced, not what they are', () => {
    const theirs = { ...base, credentialsSavedAt: 5 };
    expect(differences(base, theirs, formOf(base))).toEqual([
      { label: 'Credentials', theirs: 'Replaced', mine: 'As they were' },
    ]);
    expect(differences(base, theirs, { ...formOf(base), apiKey: 'typed' })).toEqual([
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

  it('is on their revision, so that the next save is not refused', () => {
    const afterOwnWrite = { ...formOf(base), revision: 2 };
    expect(rebase(base, { ...theirs, revision: 3 }, afterOwnWrite).revision).toBe(3);
  });
});
