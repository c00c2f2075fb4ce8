import type { Rule } from '../assurance/rules';

type Scope = Pick<Rule, 'projectId' | 'requestTypes'>;

/** The ids of the rules that are for a request type for which another rule stands already, in the order of their ids. */
export function conflictingRules(rules: Record<string, Scope>): string[] {
  const taken = new Set<string>();
  return Object.entries(rules).flatMap(([id, { projectId, requestTypes }]) => {
    const places = (requestTypes ?? [{ id: 'all others' }]).map((type) => `${projectId}/${type.id}`);
    const isTaken = places.some((place) => taken.has(place));
    for (const place of places) taken.add(place);
    return isTaken ? [id] : [];
  });
}
