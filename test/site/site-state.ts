import type { StoreSnapshot } from './forge/kvs/store';
import type { Entry } from './forge/kvs/table';
import type { LocalSite } from './local-site';

/** All that is stored on the site, to be read by people and tests. */
export function siteState({ forge, jira, incode }: Pick<LocalSite, 'forge' | 'jira' | 'incode'>): object {
  const stored = forge.store.snapshot();
  return {
    kvs: kvsState(stored),
    secrets: byKey(stored.secrets),
    queue: forge.queue.snapshot().events,
    webtriggers: forge.webTriggers.state(),
    jira: jira.state(),
    incode: incode.state(),
  };
}

function kvsState({ plain, entities }: StoreSnapshot): object {
  const named = Object.entries(entities).map(([name, entries]) => [name, byKey(entries)]);
  return { plain: byKey(plain), entities: Object.fromEntries(named) as object };
}

function byKey(entries: Entry[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}
