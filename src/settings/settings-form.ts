import { z } from 'zod';
import { LINK_VALIDITY_MINUTES, LONGEST_COMMENT } from './settings';

// The messages are codes: the browser words them beside the field.
const credential = z.string().trim().max(2000, 'too-long');
const statusRef = z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(255) });
const comment = z.string().trim().min(1, 'required').max(LONGEST_COMMENT, 'too-long');
const environment = z.enum(['demo', 'production'], 'required');
const { least, most } = LINK_VALIDITY_MINUTES;

const credentials = { environment, apiKey: credential, clientId: credential, clientSecret: credential };

/** Credentials as typed; an empty one means the one that is saved. */
export const credentialsForm = z.object(credentials);

/** Everything on the settings page that *Save configuration* saves. */
export const settingsForm = z.object({
  ...credentials,
  revision: z.int().min(0),
  integrationReference: z.string().trim().min(1, 'required').max(200, 'too-long'),
  linkValidityMinutes: z
    .number('not-a-number')
    .int('not-a-whole-number')
    .min(least, 'out-of-range')
    .max(most, 'out-of-range'),
  deliveryMethod: z.enum(['sms', 'email'], 'required'),
  transitions: z.object({
    passed: statusRef.nullable(),
    failed: statusRef.nullable(),
    review: statusRef.nullable(),
  }),
  doDemoResultsMoveTickets: z.boolean(),
  areCommentsInternal: z.boolean(),
  comments: z.object({ passed: comment, failed: comment, review: comment }),
});

export type CredentialsForm = z.infer<typeof credentialsForm>;
export type SettingsForm = z.infer<typeof settingsForm>;
