import { RARE_CALLS } from '../../chaos/known-steps';
import { FORCED_FAULTS, forcedSchedules, knownSchedules } from '../../chaos/schedules';
import { describeFinding, search } from '../../chaos/search';
import { openStage } from '../../chaos/stage';
import { CALL_FAULTS, nameOfFault } from '../../chaos/steps';

const GATES = ['gate: open', 'gate: closed'];
const MET = [
  ...FORCED_FAULTS,
  ...RARE_CALLS.flatMap((call) => Object.values(CALL_FAULTS).map((what) => ({ ...call, ...what }))),
  { target: 'jira' as const, match: 'POST /rest/api/3/issue/', delay: 300_000 },
].map(nameOfFault);

test('whichever call fails in whichever way, what Incode said is what panel, comments and status say at rest', async () => {
  const schedules = [...knownSchedules(), ...forcedSchedules()];
  const { finding, exercised } = await search(await openStage(), schedules);
  expect(finding && describeFinding(finding)).toBeUndefined();
  expect([...MET, ...GATES].filter((what) => !exercised.has(what))).toEqual([]);
}, 600_000);
