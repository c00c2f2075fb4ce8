import { defaultSettings } from '../../../src/settings/settings';
import { nothingArrived } from '../../../src/settings/webhook-journal';
import type { SettingsView } from '../../../src/contract/settings-page';

const { credentials: _, webhookSecrets: __, ...shown } = defaultSettings;

const nothingTold = { title: '', facts: [] };
const comments = { passed: nothingTold, failed: nothingTold, review: nothingTold };

/** What the page is told of an app that nobody has set up yet, with changes. */
export function aSettingsView(changes: Partial<SettingsView> = {}): SettingsView {
  return {
    ...shown,
    revision: 1,
    webhook: { url: 'https://example.com/hook', headerName: 'X-Secret', activity: nothingArrived },
    example: {
      values: { name: '', email: '', identityId: '', sessionId: '' },
      outcomes: { demo: comments, production: comments },
      defaults: shown.comments,
      longest: 2000,
    },
    countries: ['DE', 'US'],
    problems: [],
    statuses: [],
    changes: [],
    stoppedProjects: [],
    ...changes,
  };
}
