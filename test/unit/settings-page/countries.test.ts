import { proposedCountry } from '../../../src/frontend/settings-page/countries';

const countries = ['DE', 'US'];

test.each([
  ['de-DE', 'DE'],
  ['de_DE', 'DE'],
  ['en-US', 'US'],
  ['zh-Hant-US', 'US'],
  ['de', ''],
  ['fr-FR', ''],
  ['not a locale', ''],
  [undefined, ''],
])('for the locale %s the country %p is proposed', (locale, country) => {
  expect(proposedCountry({ countries }, locale)).toBe(country);
});

test('none is proposed once settings were saved: none is a choice as well', () => {
  expect(proposedCountry({ countries, credentialsSavedAt: 1 }, 'de-DE')).toBe('');
});
