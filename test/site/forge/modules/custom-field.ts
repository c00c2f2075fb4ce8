import { z } from 'zod';
import { moduleKey } from './module-kind';
import { resolverLimit } from './ui-module';

const text = z.union([z.string(), z.object({ i18n: z.string() })]);

const view = z.strictObject({
  resource: z.string(),
  render: z.literal('native', { error: "only UI Kit is hosted: render must be 'native'" }),
  experience: z.array(z.enum(['issue-view', 'portal-view', 'csm-request-view'])).default([]),
});

/** Fields with a formatter, a function for their value, or an editor of their own are not hosted. */
const customField = z.strictObject({
  key: moduleKey,
  name: text,
  description: text,
  type: z.enum(['string', 'number', 'user', 'date', 'datetime'], {
    error: ({ input }) => `this site has no fields of the type ${String(input)}`,
  }),
  collection: z.literal('none', { error: 'fields with a list of values are not hosted' }).default('none'),
  /** It makes no difference here: nobody has put the fields of apps on a screen. */
  readOnly: z.boolean().default(false),
  view: view.exactOptional(),
});

export type CustomField = z.output<typeof customField>;

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ */
export const customFieldModule = { schema: z.array(customField).default([]), limitSeconds: resolverLimit };
