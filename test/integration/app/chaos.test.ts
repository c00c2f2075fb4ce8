import { describeFinding, search } from '../../chaos/search';
import { randomSchedules } from '../../chaos/schedules';
import { openStage } from '../../chaos/stage';

/** `npm run chaos` runs as many as asked for. */
const SCHEDULES = 250;

/** What has to have happened in one of the schedules at least, beside faults. */
const EXERCISED = [
  'jira everything: out for long',
  ...['plain', 'twice', 'late', 'reordered', 'lost'].map((how) => `deliveries: ${how}`),
  ...['pass', 'fail', 'review'].map((outcome) => `employee: ${outcome}`),
  ...['passed', 'failed'].map((outcome) => `reviewer: ${outcome}`),
  ...['the employee', 'somebody else', 'another identity'].map((whom) => `webhook: about ${whom}`),
  ...['Escalated', 'Waiting for customer', 'Resolved'].map((to) => `request: moved to ${to}`),
  ...['open', 'closed'].flatMap((how) => [`gate: ${how}`, `gate: ${how} under the rule`]),
  ...['right digits, confirmed', 'wrong digits, wrong'].map((how) => `code: ${how}`),
  ...['sends', 'sends nothing', 'sees that it suffices', 'sees that it does not suffice'].map(
    (what) => `automation: ${what}`,
  ),
  'rule: made',
  'employee: objects',
  'request: deleted',
  'secret: replaced',
  'session: of another integration',
  'instances: cold',
];

test('whatever happens in whatever order, what Incode said is what panel, comments and status say at rest', async () => {
  const { finding, exercised } = await search(await openStage(), randomSchedules(0, SCHEDULES));
  expect(finding && describeFinding(finding)).toBeUndefined();
  expect(EXERCISED.filter((what) => !exercised.has(what))).toEqual([]);
}, 600_000);
