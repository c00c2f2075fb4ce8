/** Whom a pass must be about: the request's reporter, or whomever the agent named. */
export type About = 'reporter' | 'named';

/** What a request needs before it counts as verified. */
export interface Requirement {
  /** The name of the rule, or of several; missing where no rule asks for it. */
  rule?: string | undefined;
  /** How long a pass counts. */
  passCountsMs: number;
  about: About;
  /** Whether the caller's code must be confirmed, which only the request's reporter can read. */
  needsCode?: boolean | undefined;
}

/** What asks for all that either of the two asks for: one of them, or the first where they ask for the same. */
export function stricter(
  one: Requirement | undefined,
  other: Requirement | undefined,
): Requirement | undefined {
  if (!one || !other) return one ?? other;
  const both: Requirement = {
    rule: namesOf(one, other),
    passCountsMs: Math.min(one.passCountsMs, other.passCountsMs),
    about: one.about === 'reporter' || other.about === 'reporter' ? 'reporter' : 'named',
    ...((needsCode(one) || needsCode(other)) && { needsCode: true }),
  };
  return [one, other].find((each) => asksForTheSame(each, both)) ?? both;
}

/** Whether two requirements ask for the same, whatever their rules are called. */
function asksForTheSame(one: Requirement, other: Requirement): boolean {
  return (
    one.passCountsMs === other.passCountsMs &&
    one.about === other.about &&
    needsCode(one) === needsCode(other)
  );
}

/** Whether a requirement asks for the caller's code. */
export function needsCode({ needsCode = false }: Requirement): boolean {
  return needsCode;
}

function namesOf({ rule: one }: Requirement, { rule: other }: Requirement): string | undefined {
  const names = [...new Set([one, other])].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : undefined;
}
