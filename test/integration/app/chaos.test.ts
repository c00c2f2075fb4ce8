import { CALL_FAULTS, CALL_TARGETS, KILLED_MODULES, nameOfFault } from '../../chaos/steps';
import { describeFinding, search } from '../../chaos/search';
import { openStage } from '../../chaos/stage';

/** 37 s on two cores that are free. `npm run chaos` runs as many as asked for. */
const SCHEDULES = 500;

/** Everything that has to have gone wrong, or happened, in one of the schedules at least. */
const EXERCISED = [
  ...CALL_TARGETS.flatMap((target) =>
    Object.values(CALL_FAULTS).map((what) => nameOfFault({ target, ...what })),
  ),
  ...KILLED_MODULES.flatMap((match) => [
    nameOfFault({ target: 'invocation', match, killBefore: 1 }),
    nameOfFault({ target: 'invocation', match, killAfter: 1 }),
  ]),
  ...['plain', 'twice', 'late', 'reordered', 'lost'].map((how) => `deliveries: ${how}`),
  ...['pass', 'fail', 'review'].map((outcome) => `employee: ${outcome}`),
  ...['passed', 'failed'].map((outcome) => `reviewer: ${outcome}`),
  ...['the employee', 'somebody else'].map((whom) => `webhook: about ${whom}`),
  'session: of another integration',
  'instances: cold',
];

test('whatever goes wrong on the way, what Incode said is what panel, comments and status say at rest', async () => {
  const stage = await openStage();
  const { finding, exercised } = await search(stage, 0, (count) => count < SCHEDULES);
  expect(finding && describeFinding(finding)).toBeUndefined();
  expect(EXERCISED.filter((what) => !exercised.has(what))).toEqual([]);
}, 400_000);
