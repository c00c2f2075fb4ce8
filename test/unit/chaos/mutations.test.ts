import { fits } from '../../chaos/mutated-app';
import { MUTATIONS } from '../../chaos/mutations';

test.each(MUTATIONS)('the mistake “$name” can still be made in $file', (mutation) => {
  expect(fits(mutation)).toBe(true);
});
