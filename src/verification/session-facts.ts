import { nothingHappened } from './session/session-record';
import type { Pseudonyms } from './sending/ports';
import type { Facts, UnclaimedSession } from './session/session-record';

/** What happened to a session that no ticket has claimed. */
export async function openFacts(pseudonyms: Pseudonyms, { sealedFacts }: UnclaimedSession): Promise<Facts> {
  return sealedFacts === undefined ? nothingHappened : ((await pseudonyms.open(sealedFacts)) as Facts);
}
