import type { Settings } from '../settings/settings';
import type { Requirement } from '../verification/session/requirement';

/** How long a pass counts at most, whichever rule is asked. */
export function longestPassMs(
  { passCountsMinutes, rules }: Pick<Settings, 'passCountsMinutes' | 'rules'>,
  needs: Requirement | undefined,
): number {
  const minutes = [passCountsMinutes, ...Object.values(rules).map((rule) => rule.passCountsMinutes)];
  return Math.max(needs?.passCountsMs ?? 0, ...minutes.map((each) => each * 60_000));
}
