import { retryOnConflict } from '../retry-on-conflict';
import { stricter } from '../session/requirement';
import type { Requirement } from '../session/requirement';
import type { CorePorts } from './ports';

/**
 * Remembers what a request needs, together with what it needed before: to edit the request loosens nothing.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function keepNeeds(
  { store, clock }: Pick<CorePorts, 'store' | 'clock'>,
  issueId: string,
  needs: Requirement,
): Promise<void> {
  const { tickets } = store;
  await retryOnConflict(async () => {
    const ticket =
      (await tickets.load(issueId)) ?? (await tickets.create(issueId, { askedAt: clock.now(), needs }));
    if (!ticket) return undefined;
    const both = stricter(ticket.value.needs, needs);
    if (both === ticket.value.needs) return true;
    return (await store.commit([tickets.change(ticket, { ...ticket.value, needs: both })])) || undefined;
  });
}

/**
 * Forgets what a request needed, so that the rule that is for it now is all that holds, and that the employee objected.
 * The session stays objected.
 * @returns whether there was anything to forget
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function releaseRequest({ store }: Pick<CorePorts, 'store'>, issueId: string): Promise<boolean> {
  return retryOnConflict(async () => {
    const ticket = await store.tickets.load(issueId);
    if (!ticket?.value.needs && !ticket?.value.objection) return false;
    const { needs: _, objection: __, ...rest } = ticket.value;
    return (await store.commit([store.tickets.change(ticket, rest)])) || undefined;
  });
}
