import { RARE_CALLS } from '../../chaos/known-steps';
import { CALL_FAULTS, CALL_SITES, KILLED_MODULES, nameOfFault } from '../../chaos/steps';
import { describeFinding, search } from '../../chaos/search';
import { openStage } from '../../chaos/stage';

/** Two and a half minutes on two cores that are free. `npm run chaos` runs as many as asked for. */
const SCHEDULES = 2000;

/** Everything that has to have gone wrong, or happened, in one of the schedules at least. */
const EXERCISED = [
  ...[...CALL_SITES, ...RARE_CALLS].flatMap((site) =>
    Object.values(CALL_FAULTS).map((what) => nameOfFault({ ...site, ...what })),
  ),
  nameOfFault({ target: 'jira', match: 'POST /rest/api/3/issue/', delay: 300_000 }),
  nameOfFault({ target: 'jira', status: 503, times: 30 }),
  ...KILLED_MODULES.flatMap((match) => [
    nameOfFault({ target: 'invocation', match, killBefore: 1 }),
    nameOfFault({ target: 'invocation', match, killAfter: 1 }),
  ]),
  ...['plain', 'twice', 'late', 'reordered', 'lost'].map((how) => `deliveries: ${how}`),
  ...['pass', 'fail', 'review'].map((outcome) => `employee: ${outcome}`),
  ...['passed', 'failed'].map((outcome) => `reviewer: ${outcome}`),
  ...['the employee', 'somebody else'].map((whom) => `webhook: about ${whom}`),
  ...['Escalated', 'Waiting for customer', 'Resolved'].map((to) => `request: moved to ${to}`),
  'request: deleted',
  'secret: replaced',
  'session: of another integration',
  'instances: cold',
];

test('whatever goes wrong on the way, what Incode said is what panel, comments and status say at rest', async () => {
  const stage = await openStage();
  const { finding, exercised } = await search(stage, 0, (count) => count < SCHEDULES);
  expect(finding && describeFinding(finding)).toBeUndefined();
  expect(EXERCISED.filter((what) => !exercised.has(what))).toEqual([]);
}, 600_000);
