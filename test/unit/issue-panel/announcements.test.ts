import { announcementsOf } from '../../../src/frontend/issue-panel/announcements';
import { makeLanguage } from '../../../src/frontend/language/language';
import { verificationView } from '../../../src/functions/panel-view';
import { after, anEventOf, aRequirement, aVerification } from '../../support/builders';
import { english } from '../../support/translations';
import type { PanelView } from '../../../src/contract/issue-panel';
import type { Verification } from '../../../src/verification/session/session-record';

const language = makeLanguage((key) => english[key] ?? key, { locale: 'en-US' });

function told(
  verification: Verification | undefined,
  attempt?: PanelView['attempt'],
  now = 60_000,
  standing: Pick<PanelView, 'requirement' | 'objectedAt'> = {},
) {
  const view = verification && verificationView(verification, 60 * 60_000, now);
  const nothing = { history: { entries: [] } };
  return announcementsOf(
    language,
    { ...nothing, ...standing, verification: view, attempt } as unknown as PanelView,
    now,
  );
}

test('of a request without a link there is nothing to tell', () => {
  expect(told(undefined)).toEqual([]);
  expect(told(undefined, { state: 'sending', startedAt: 0 })).toEqual([]);
});

test.each([
  [aVerification(), 'Link sent', 'info'],
  [after([anEventOf('succeeded')]), '✅ Verification passed', 'success'],
  [after([anEventOf('failed')]), '❌ Verification failed', 'error'],
  [after([anEventOf('pending-review')]), '⚠️ Manual review required', 'warning'],
])('a state is told with its title and looks, and whom it is about', (verification, title, type) => {
  const [announcement] = told(verification);
  expect(announcement).toMatchObject({ title, type });
  expect(announcement?.description).toContain('ada@example.com (Ada Lovelace)');
});

test('a demo pass is told as what it is, and not in green', () => {
  const [announcement] = told(after([anEventOf('succeeded')], { environment: 'demo' }));
  expect(announcement).toMatchObject({ title: 'Demo: ✅ Verification passed', type: 'info' });
});

test.each([
  ['is not enough', { requirement: aRequirement({ kind: 'insufficient', reason: 'code-not-confirmed' }) }],
  ['is enough no longer', { requirement: aRequirement({ kind: 'sufficient', until: 60_000 }) }],
  ['cannot be judged', { requirement: { kind: 'unreadable' } }],
  ['is objected to', { objectedAt: 59_000 }],
] as const)('a pass that %s is not told in green', (_, standing) => {
  const [announcement] = told(after([anEventOf('succeeded')]), undefined, 60_000, standing);
  expect(announcement).toMatchObject({ title: '✅ Verification passed', type: 'warning' });
});

test('a pass that is enough is told in green', () => {
  const standing = { requirement: aRequirement({ kind: 'sufficient', until: 60_001 }) };
  const [announcement] = told(after([anEventOf('succeeded')]), undefined, 60_000, standing);
  expect(announcement?.type).toBe('success');
});

test('a pass whose review ended days later is told as an old one', () => {
  const now = 3 * 24 * 60 * 60_000;
  const [announcement] = told(
    after([anEventOf('pending-review', 60_000), anEventOf('succeeded', now)]),
    undefined,
    now + 1,
  );
  expect(announcement).toMatchObject({ title: 'Passed earlier, verify again' });
});

test('each state of each session is news once', () => {
  const keys = [
    told(aVerification()),
    told(aVerification(), undefined, 600_000),
    told(after([anEventOf('succeeded')])),
    told({ ...aVerification(), interviewId: 'session-2' }),
  ].map(([announcement]) => announcement?.key);
  expect(new Set(keys).size).toBe(4);
  expect(told(aVerification(), undefined, 70_000)).toEqual(told(aVerification()));
});

test('a doubt is told once for each try', () => {
  const doubt = (startedAt: number) => told(undefined, { state: 'in-doubt', startedAt })[0];
  expect(doubt(1)).toMatchObject({ title: 'It’s not certain whether a link was sent', type: 'warning' });
  expect(doubt(1)?.key).not.toBe(doubt(2)?.key);
});
