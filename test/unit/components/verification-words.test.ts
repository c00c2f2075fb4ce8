import { objectionTitle, personWords } from '../../../src/frontend/components/verification-words';
import { speaking } from '../../support/speaking';
import { translated } from '../../support/translations';

test.each(['en-US', ...translated])(
  'the address comes first, since people can rename themselves: %s',
  (locale) => {
    const words = personWords(speaking(locale), { email: 'ada@example.com', displayName: 'Grace Hopper' });
    expect(words.startsWith('ada@example.com')).toBe(true);
    expect(words).toContain('Grace Hopper');
  },
);

test('where Jira tells no name, the address stands alone', () => {
  expect(personWords(speaking('en-US'), { email: 'ada@example.com' })).toBe('ada@example.com');
});

test('where Jira hides the address, the name stands alone', () => {
  expect(personWords(speaking('en-US'), { displayName: 'Grace Hopper' })).toBe('Grace Hopper');
});

test('an objection names whom it is about, as far as Jira tells that', () => {
  const titleOf = (person: Parameters<typeof objectionTitle>[1]) => objectionTitle(speaking('en-US'), person);
  expect(titleOf({ email: 'ada@example.com' })).toBe('Someone may be impersonating ada@example.com');
  expect(titleOf({})).toBe('Someone may be impersonating the employee');
});
