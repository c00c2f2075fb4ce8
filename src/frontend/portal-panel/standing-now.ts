import type { PortalCheck, PortalStanding } from '../../contract/portal-panel';

/** How a check stands at this moment: a link ends at its second, without asking the server. `now`: the server's time. */
export function standingNow(
  { standing, linkEndsAt }: Pick<PortalCheck, 'standing' | 'linkEndsAt'>,
  now: number,
): PortalStanding {
  return standing === 'sent' && now >= linkEndsAt ? 'ended' : standing;
}
