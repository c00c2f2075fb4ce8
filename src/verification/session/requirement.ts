/** Whom a pass must be about: the request's reporter, or whomever the agent named. */
export type About = 'reporter' | 'named';

/** What a request needs before it counts as verified. */
export interface Requirement {
  /** The name of the rule, or of several; missing where no rule asks for it. */
  rule?: string | undefined;
  /** How long a pass counts. */
  passCountsMs: number;
  about: About;
}

/** What asks for all that either of the two asks for: one of them, or the first where they ask for the same. */
export function stricter(
  one: Requirement | undefined,
  other: Requirement | undefined,
): Requirement | undefined {
  if (!one || !other) return one ?? other;
  const passCountsMs = Math.min(one.passCountsMs, other.passCountsMs);
  const about = one.about === 'reporter' || other.about === 'reporter' ? 'reporter' : 'named';
  const asks = (each: Requirement) => each.passCountsMs === passCountsMs && each.about === about;
  return [one, other].find(asks) ?? { rule: namesOf(one, other), passCountsMs, about };
}

function namesOf({ rule: one }: Requirement, { rule: other }: Requirement): string | undefined {
  const names = [...new Set([one, other])].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : undefined;
}
