import { withTestLink } from '../settings/test-links';
import { updateRow } from './entity';
import type { TestLinks } from '../settings/test-links';

// Beside the change log, which lists the test links that were sent.
const ENTITY = 'change-log';
const KEY = 'test-links';

/** When test links were tried, in one record. */
export const testLinks: TestLinks = {
  count: (now) => updateRow<number[]>(ENTITY, KEY, (tries = []) => withTestLink(tries, now)),
};
