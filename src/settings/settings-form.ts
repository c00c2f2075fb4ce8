import { z } from 'zod';
import { LINK_VALIDITY_MINUTES, LONGEST_COMMENT, PASS_COUNTS_MINUTES, RETENTION_DAYS } from './settings';

// The messages are codes: the browser words them beside the field.
const credential = z.string().trim().max(2000, 'too-long');
const projectId = z.string().regex(/^\d+$/);
const statusRef = z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(255) });
export const statusMapping = z.object({
  passed: statusRef.nullable(),
  failed: statusRef.nullable(),
  review: statusRef.nullable(),
});
const comment = z.string().trim().min(1, 'required').max(LONGEST_COMMENT, 'too-long');
const environment = z.enum(['demo', 'production'], 'required');

const wholeNumber = ({ least, most }: { least: number; most: number }) =>
  z.number('not-a-number').int('not-a-whole-number').min(least, 'out-of-range').max(most, 'out-of-range');

const credentials = {
  environment,
  apiKey: credential,
  clientId: credential,
  clientSecret: credential,
  areCredentialsReplaced: z.boolean().optional(),
};

/** Credentials as typed; an empty one means the one that is saved, unless all of them are replaced. */
export const credentialsForm = z.object(credentials);

/** Everything on the settings page that *Save configuration* saves. */
export const settingsForm = z.object({
  ...credentials,
  revision: z.int().min(0),
  integrationReference: z.string().trim().min(1, 'required').max(200, 'too-long'),
  linkValidityMinutes: wholeNumber(LINK_VALIDITY_MINUTES),
  deliveryMethod: z.enum(['sms', 'email'], 'required'),
  transitions: statusMapping,
  projectTransitions: z.record(projectId, statusMapping).default({}),
  doDemoResultsMoveTickets: z.boolean(),
  areCommentsInternal: z.boolean(),
  comments: z.object({ passed: comment, failed: comment, review: comment }),
  passCountsMinutes: wholeNumber(PASS_COUNTS_MINUTES),
  typedDestinations: z.enum(['allowed', 'with-reason', 'not-allowed'], 'required'),
  identityChange: z.enum(['review', 'refuse', 'ignore'], 'required'),
  limits: z.object({
    perTicket: wholeNumber({ least: 1, most: 100 }),
    perEmployee: wholeNumber({ least: 1, most: 100 }),
    perAgent: wholeNumber({ least: 1, most: 1000 }),
    coolDownSeconds: wholeNumber({ least: 0, most: 300 }),
  }),
  projects: z.array(projectId).max(1000, 'too-long').nullable(),
  projectNames: z.record(projectId, z.string().max(255)).default({}),
  agentsGroup: z.string().trim().max(255, 'too-long'),
  retentionDays: wholeNumber(RETENTION_DAYS),
});

export type CredentialsForm = z.infer<typeof credentialsForm>;
export type SettingsForm = z.infer<typeof settingsForm>;
