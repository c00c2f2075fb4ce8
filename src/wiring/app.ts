import { UNREADABLE_SENTENCE } from '../assurance/gate';
import { toDocument, withFirstLine } from '../contract/comment-document';
import { credentialsTester } from '../incode/credentials-tester';
import { verificationLinks } from '../incode/verification-links';
import { readWebhookBody } from '../incode/webhook-body';
import { groups } from '../jira/groups';
import { identityFields } from '../jira/identity-fields';
import { issuesWith } from '../jira/issues';
import { permissions } from '../jira/permissions';
import { portalRequest, publicName } from '../jira/portal-request';
import { isVisible, requestDetails } from '../jira/request-details';
import { requestTypes } from '../jira/request-types';
import { serviceProjects } from '../jira/service-projects';
import { statuses } from '../jira/statuses';
import { workflows } from '../jira/workflows';
import { accountReports } from '../platform/account-reports';
import { listeningChannel, newAnnouncer } from '../platform/announcer';
import { systemClock } from '../platform/clock';
import { deadlineFrom } from '../platform/deadline';
import { randomIds } from '../platform/ids';
import { logFailure } from '../platform/log';
import { pause } from '../platform/pause';
import { pseudonymsWith } from '../platform/pseudonyms';
import { secretMaker } from '../platform/secret-maker';
import { updateQueue } from '../platform/update-queue';
import { webhookAddress } from '../platform/webhook-address';
import { automationSends } from '../storage/automation-sends';
import { changeLog } from '../storage/change-log';
import { issueRecords } from '../storage/issue-records';
import { keyStore } from '../storage/key-store';
import { problems } from '../storage/problems';
import { settingsStore } from '../storage/settings-store';
import { stoppedProjects } from '../storage/stopped-projects';
import { store } from '../storage/store';
import { testLinks } from '../storage/test-links';
import { tokenStore } from '../storage/token-store';
import { webhookJournal } from '../storage/webhook-journal';
import { assuranceOf } from './assurance';
import { policiesOf } from './policies';

const jira = {
  workflows,
  requestTypes,
  permissions,
  requestDetails,
  portalRequest,
  publicName,
  isVisible,
  statuses,
  serviceProjects,
  groups,
  identityFields,
};

/** Everything behind the ports. Made anew for each invocation: a warm function serves several installations. */
export function app() {
  return {
    clock: systemClock,
    verification: {
      store,
      issues: issuesWith({ toDocument, withFirstLine }, UNREADABLE_SENTENCE),
      identityFields,
      health: problems,
      stoppedProjects,
      accountReports,
      announcer: newAnnouncer(),
      queue: updateQueue,
      clock: systemClock,
      ids: randomIds,
      automationSends,
      pause,
      deadline: deadlineFrom(systemClock),
      policies: policiesOf(settingsStore),
      pseudonyms: pseudonymsWith(keyStore),
      links: verificationLinks({
        tokens: tokenStore,
        credentials: (version) => settingsStore.loadCredentials(version),
        clock: systemClock,
      }),
    },
    settings: {
      store: settingsStore,
      tester: credentialsTester,
      changeLog,
      testLinks,
      webhookJournal,
      problems,
      secrets: secretMaker,
      clock: systemClock,
      ids: randomIds,
    },
    assurance: assuranceOf(settingsStore, store),
    jira,
    webhookAddress,
    issueRecords: onceEach(issueRecords),
    listeningChannel,
    readWebhookBody,
    logFailure,
  };
}

export type App = ReturnType<typeof app>;

/** Loads each key once in an invocation; later calls get the same answer. */
function onceEach<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const loads = new Map<string, Promise<T>>();
  return (key) => {
    const known = loads.get(key) ?? load(key);
    loads.set(key, known);
    return known;
  };
}
