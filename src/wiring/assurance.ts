import { requestFacts } from '../jira/request-facts';
import { systemClock } from '../platform/clock';
import { metValidators } from '../storage/met-validators';
import { isClaimed } from '../verification/session/session-record';
import { keepNeeds } from '../verification/ticket/keep-needs';
import type { AssurancePolicy, GatePorts } from '../assurance/ports';
import type { SettingsStore } from '../settings/ports';
import type { Settings } from '../settings/settings';
import type { Store } from '../verification/store';

/** What stands behind the ports of assurance. */
export function assuranceOf(settingsStore: SettingsStore, store: Store): GatePorts {
  return {
    async policy() {
      const { settings } = await settingsStore.load();
      return assurancePolicy(settings);
    },
    requests: { read: requestFacts },
    records: {
      async ofRequest(issueId) {
        const ticket = (await store.tickets.load(issueId))?.value;
        const isObjected = ticket?.objection !== undefined;
        return { needs: ticket?.needs, isObjected, current: ticket?.current };
      },
      async session(interviewId) {
        const record = (await store.verifications.load(interviewId))?.value;
        return isClaimed(record) ? record : undefined;
      },
      keepNeeds: (issueId, needs) => keepNeeds({ store, clock: systemClock }, issueId, needs),
    },
    metValidators,
    clock: systemClock,
  };
}

/** What the settings say about requirements. */
export function assurancePolicy(settings: Settings): AssurancePolicy {
  return {
    rules: Object.values(settings.rules),
    passCountsMs: settings.passCountsMinutes * 60_000,
    doDemoResultsCount: settings.doDemoResultsMoveTickets,
  };
}
