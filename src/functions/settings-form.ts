import * as z from 'zod/mini';
import { plainValue } from '../contract/typed-text';
import {
  LINK_VALIDITY_MINUTES,
  LONGEST_COMMENT,
  PASS_COUNTS_MINUTES,
  RETENTION_DAYS,
} from '../settings/settings';
import type { CredentialsForm, SettingsForm } from '../settings/settings-form';

// The messages are codes: the browser words them beside the field.
const credential = z.string().check(z.overwrite(plainValue), z.maxLength(2000, 'too-long'));
const projectId = z.string().check(z.regex(/^\d+$/));
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
  .check(z.trim(), z.minLength(1, 'required'), z.maxLength(LONGEST_COMMENT, 'too-long'));
const environment = z.enum(['demo', 'production'], 'required');

const wholeNumber = ({ least, most }: { least: number; most: number }) =>
  z
    .number('not-a-number')
    .check(
      z.multipleOf(1, 'not-a-whole-number'),
      z.minimum(least, 'out-of-range'),
      z.maximum(most, 'out-of-range'),
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

/** Everything on the settings page that *Save configuration* saves. */
export const settingsForm: z.ZodMiniType<SettingsForm> = z.object({
  ...credentials,
  revision: z.int().check(z.minimum(0)),
  integrationReference: z
    .string()
    .check(z.overwrite(plainValue), z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
  linkValidityMinutes: wholeNumber(LINK_VALIDITY_MINUTES),
  deliveryMethod: z.enum(['sms', 'email'], 'required'),
  transitions: statusMapping,
  projectTransitions: z._default(z.record(projectId, statusMapping), {}),
  doDemoResultsMoveTickets: z.boolean(),
  doOthersMoveTickets: z._default(z.boolean(), true),
  areCommentsInternal: z.boolean(),
  comments: z.object({ passed: comment, failed: comment, review: comment }),
  passCountsMinutes: wholeNumber(PASS_COUNTS_MINUTES),
  typedDestinations: z.enum(['allowed', 'with-reason', 'not-allowed'], 'required'),
  identityChange: z.enum(['review', 'refuse', 'ignore'], 'required'),
  missingIdentity: z._default(z.enum(['review', 'ignore'], 'required'), 'review'),
  limits: z.object({
    perTicket: wholeNumber({ least: 1, most: 100 }),
    perEmployee: wholeNumber({ least: 1, most: 100 }),
    perAgent: wholeNumber({ least: 1, most: 1000 }),
    coolDownSeconds: wholeNumber({ least: 0, most: 300 }),
  }),
  projects: z.nullable(z.array(projectId).check(z.maxLength(1000, 'too-long'))),
  projectNames: z._default(z.record(projectId, z.string().check(z.maxLength(255))), {}),
  agentsGroup: z.string().check(z.overwrite(plainValue), z.maxLength(255, 'too-long')),
  retentionDays: wholeNumber(RETENTION_DAYS),
});
