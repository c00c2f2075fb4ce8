import { keepNeeds } from '../../../src/verification/ticket/keep-needs';
import { World } from '../../support/world';
import type { Requirement } from '../../../src/verification/session/requirement';

const resets: Requirement = { rule: 'Password resets', passCountsMs: 3_600_000, about: 'reporter' };

test.each<[string, Requirement]>([
  ['asks for the code', { ...resets, needsCode: true }],
  ['lets a pass count less long', { ...resets, passCountsMs: 300_000 }],
])('a rule that %s by now is kept for a request that was held to it before', async (_, stricter) => {
  const world = new World();
  await keepNeeds(world, '10001', resets);
  await keepNeeds(world, '10001', stricter);
  await keepNeeds(world, '10001', resets);
  expect(world.ticket().needs).toEqual(stricter);
});
