import * as z from 'zod/mini';
import { conflictingRules } from '../contract/rule-conflicts';
import { longestTexts, MOST_RULES, settingRanges } from '../contract/setting-ranges';
import { plainValue } from '../contract/typed-text';
import { defaultSettings } from '../settings/settings';
import { projectId, requiredText } from './decode';
import type { CredentialsForm, SettingsForm } from '../settings/settings-form';

// The messages are codes: the browser words them beside the field.
const credential = z
  .string()
  // They go into headers; what a header cannot hold can never be sent.
  .check(
    z.overwrite(plainValue),
    z.maxLength(longestTexts.credential, 'too-long'),
    z.regex(/^[\x21-\x7e]*$/, 'foreign-characters'),
  );
const statusRef = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
});
export const statusMapping = z.object({
  passed: z.nullable(statusRef),
  failed: z.nullable(statusRef),
  review: z.nullable(statusRef),
});
const comment = z
  .string()
  .check(z.trim(), z.minLength(1, 'required'), z.maxLength(longestTexts.comment, 'too-long'));
/** Everybody who may see the request can read it, so it holds no variables. */
const reply = comment.check(z.refine((text) => !text.includes('{{'), 'no-variables'));
const environment = z.enum(['demo', 'production'], 'required');

const wholeNumber = ({ least, most }: { least: number; most: number }) =>
  z
    .number('not-a-number')
    .check(
      z.multipleOf(1, 'not-a-whole-number'),
      z.minimum(least, 'out-of-range'),
      z.maximum(most, 'out-of-range'),
    );

const rule = () =>
  z.object({
    name: requiredText(longestTexts.ruleName),
    projectId: z.string('required').check(z.regex(/^\d+$/, 'required')),
    requestTypes: z.nullable(
      z
        .array(z.object({ id: z.string().check(z.regex(/^\d+$/)), name: z.string().check(z.maxLength(255)) }))
        .check(z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
    ),
    passCountsMinutes: wholeNumber(settingRanges.passCountsMinutes),
    about: z.enum(['reporter', 'named'], 'required'),
    needsCode: z._default(z.boolean(), false),
  });

const rules = () =>
  z.record(z.string().check(z.regex(/^\d{1,6}$/)), rule()).check(
    z.refine((all) => Object.keys(all).length <= MOST_RULES, 'too-many'),
    z.superRefine((all, context) => {
      for (const id of conflictingRules(all)) {
        context.addIssue({ code: 'custom', path: [id, 'requestTypes'], message: 'in-another-rule' });
      }
    }),
  );

const credentials = {
  environment,
  apiKey: credential,
  clientId: credential,
  clientSecret: credential,
  areCredentialsReplaced: z.optional(z.boolean()),
};

/** What *Test credentials* sends. */
export const credentialsForm: z.ZodMiniType<CredentialsForm> = z.object(credentials);

/**
 * Everything on the settings page that *Save configuration* saves. Made when it is needed: it is large.
 * @param countries whose numbers the server can read
 */
export const settingsForm = (countries: string[]): z.ZodMiniType<SettingsForm> =>
  z.object({
    ...credentials,
    revision: z.int().check(z.minimum(0)),
    integrationReference: z
      .string()
      .check(
        z.overwrite(plainValue),
        z.minLength(1, 'required'),
        z.maxLength(longestTexts.integrationReference, 'too-long'),
      ),
    linkValidityMinutes: wholeNumber(settingRanges.linkValidityMinutes),
    deliveryMethod: z.enum(['sms', 'email'], 'required'),
    defaultCountry: z._default(z.enum(['', ...countries], 'no-such-country'), ''),
    transitions: statusMapping,
    projectTransitions: z._default(z.record(projectId, statusMapping), {}),
    doDemoResultsMoveTickets: z.boolean(),
    doOthersMoveTickets: z._default(z.boolean(), true),
    areCommentsInternal: z.boolean(),
    comments: z.object({ passed: comment, failed: comment, review: comment }),
    isEmployeeTold: z._default(z.boolean(), false),
    replies: z._default(z.object({ sent: reply, passed: reply }), defaultSettings.replies),
    passCountsMinutes: wholeNumber(settingRanges.passCountsMinutes),
    typedDestinations: z.enum(['allowed', 'with-reason', 'not-allowed'], 'required'),
    identityChange: z.enum(['review', 'refuse', 'ignore'], 'required'),
    missingIdentity: z._default(z.enum(['review', 'ignore'], 'required'), 'review'),
    limits: z.object({
      perTicket: wholeNumber(settingRanges['limits.perTicket']),
      perEmployee: wholeNumber(settingRanges['limits.perEmployee']),
      perAgent: wholeNumber(settingRanges['limits.perAgent']),
      byAutomation: z._default(
        wholeNumber(settingRanges['limits.byAutomation']),
        defaultSettings.limits.byAutomation,
      ),
      coolDownSeconds: wholeNumber(settingRanges['limits.coolDownSeconds']),
    }),
    rules: z._default(rules(), {}),
    projects: z.nullable(z.array(projectId).check(z.maxLength(1000, 'too-long'))),
    projectNames: z._default(z.record(projectId, z.string().check(z.maxLength(255))), {}),
    agentsGroup: z.string().check(z.overwrite(plainValue), z.maxLength(longestTexts.group, 'too-long')),
    retentionDays: wholeNumber(settingRanges.retentionDays),
  });
