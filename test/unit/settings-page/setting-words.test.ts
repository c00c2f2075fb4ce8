import { unchanged } from '../../../src/frontend/settings-page/differences';
import { settingLabel, settingValue } from '../../../src/frontend/settings-page/setting-words';
import { speaking } from '../../support/speaking';

const projectNames = { 7: 'Help desk' };

/** A setting and what it is set to, in words. */
function inWords(locale: string, name: string, value: unknown): [string | undefined, string] {
  const language = speaking(locale);
  return [settingLabel(language.t, name, projectNames), settingValue(language, name, value, projectNames)];
}

describe('settings in words', () => {
  const escalated = { id: '7', name: 'Escalated' };

  it.each([
    ['linkValidityMinutes', 20, 'Link expiry (minutes)', '20'],
    ['transitions.failed', escalated, 'Status: Verification fails', 'Escalated'],
    ['transitions.failed', null, 'Status: Verification fails', '–'],
    [
      'projectTransitions.7',
      { passed: escalated, failed: null, review: null },
      'Statuses for Help desk',
      'Escalated / – / –',
    ],
    ['projects', ['7', '8'], 'Service projects', 'Help desk, Project 8'],
    ['projects', null, 'Service projects', 'All'],
    ['areCommentsInternal', false, 'Comment visibility', 'Replies to the customer'],
    ['doDemoResultsMoveTickets', true, 'Demo results move tickets too', 'Yes'],
    ['identityChange', 'ignore', 'If an employee’s Incode identity changes', 'Accept the pass'],
    ['credentials', 'replaced', 'Credentials', 'Replaced'],
    ['projects', unchanged, 'Service projects', 'Not changed'],
  ])('%s: %j', (name, value, label, words) => {
    expect(inWords('en-US', name, value)).toEqual([label, words]);
  });

  it('are in the user’s language', () => {
    expect(inWords('ja-JP', 'projects', ['7', '8'])).toEqual([
      'サービスプロジェクト',
      'Help desk、プロジェクト 8',
    ]);
  });

  it('have no name where nobody sees them', () => {
    expect(settingLabel(speaking('en-US').t, 'revision', projectNames)).toBeUndefined();
  });
});
