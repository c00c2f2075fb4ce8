import { countries } from '../../../src/functions/phone-number';
import { settingRanges } from '../../../src/contract/setting-ranges';
import { formOf } from '../../../src/frontend/settings-page/form-of';
import { credentialProblems, formProblems } from '../../../src/frontend/settings-page/form-problems';
import { settingsForm } from '../../../src/functions/settings-form';
import { decode } from '../../../src/functions/decode';
import { AppError } from '../../../src/verification/app-error';
import { aSettingsView } from './settings-view';
import type { SettingsForm } from '../../../src/contract/settings-page';

const nothingSaved = {};
const saved = { credentialsSavedAt: 100 };
const complete: SettingsForm = {
  ...formOf(aSettingsView()),
  apiKey: 'key',
  clientId: 'id',
  clientSecret: 'secret',
  integrationReference: 'reference',
};

test('nothing is wrong with a form that is filled in', () => {
  expect(formProblems(complete, nothingSaved)).toEqual({});
});

test('everything that is missing is named at once', () => {
  expect(formProblems(formOf(aSettingsView()), nothingSaved)).toEqual({
    apiKey: 'required',
    clientId: 'required',
    clientSecret: 'required',
    integrationReference: 'required',
  });
});

test('saved credentials need not be typed again unless they are replaced', () => {
  const blank = { ...complete, apiKey: '', clientId: '', clientSecret: '\u200B' };
  expect(formProblems(blank, saved)).toEqual({});
  expect(credentialProblems({ ...blank, areCredentialsReplaced: true }, saved)).toEqual({
    apiKey: 'required',
    clientId: 'required',
    clientSecret: 'required',
  });
});

const reset = { id: '11', name: 'Password reset' };
const access = { id: '13', name: 'Access' };
const aRule: SettingsForm['rules'][string] = {
  name: 'Password resets',
  projectId: '10000',
  requestTypes: [reset],
  passCountsMinutes: 60,
  about: 'reporter',
};

test('rules for other request types, for all others, and of other projects stand side by side', () => {
  const rules = {
    1: aRule,
    2: { ...aRule, requestTypes: [access] },
    3: { ...aRule, requestTypes: null },
    4: { ...aRule, projectId: '10001' },
  };
  expect(formProblems({ ...complete, rules }, nothingSaved)).toEqual({});
});

/** What the server says of a form, as far as it looks at the form only. */
function serverFaults(form: SettingsForm): unknown {
  try {
    decode(settingsForm(countries), form);
    return {};
  } catch (error) {
    return error instanceof AppError ? error.fields : error;
  }
}

const numbers = Object.entries(settingRanges).flatMap(([name, { least, most }]) =>
  [least - 1, least, most, most + 1, least + 0.5].map((value) => [name, value] as const),
);

test.each(numbers)('browser and server agree on %s: %d', (name, value) => {
  const [group = '', part] = name.split('.');
  const limits = { ...complete.limits, ...(part && { [part]: value }) };
  const form = { ...complete, ...(part ? { limits } : { [group]: value }) };
  expect(formProblems(form, nothingSaved)).toEqual(serverFaults(form));
});

test.each([
  { integrationReference: 'x'.repeat(201) },
  { comments: { passed: '', failed: ' ', review: 'x'.repeat(2001) } },
  { agentsGroup: 'x'.repeat(256) },
  { apiKey: 'x'.repeat(2001) },
  { rules: { 1: { ...aRule, name: ' ', projectId: '', requestTypes: [], passCountsMinutes: NaN } } },
  { rules: { 1: { ...aRule, name: 'x'.repeat(81), passCountsMinutes: 4 } } },
  { rules: { 1: aRule, 2: { ...aRule, requestTypes: [access, reset] } } },
  { rules: { 1: { ...aRule, requestTypes: null }, 3: { ...aRule, requestTypes: null } } },
])('browser and server agree on texts', (changes) => {
  const form = { ...complete, ...changes };
  expect(Object.keys(formProblems(form, nothingSaved))).not.toEqual([]);
  expect(formProblems(form, nothingSaved)).toEqual(serverFaults(form));
});

test('a country has to be one whose numbers can be read', () => {
  expect(serverFaults({ ...complete, defaultCountry: 'US' })).toEqual({});
  expect(serverFaults({ ...complete, defaultCountry: '' })).toEqual({});
  for (const defaultCountry of ['XX', 'us', 'toString', 'USA']) {
    expect(serverFaults({ ...complete, defaultCountry })).toEqual({ defaultCountry: 'no-such-country' });
  }
});
