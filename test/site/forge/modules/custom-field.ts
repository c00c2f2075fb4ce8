import { z } from 'zod';
import { moduleKey, moduleText } from './module-kind';
import { onIssue } from './place';
import type { View } from './place';
import { resolverLimit } from './ui-module';
import type { UiModuleSource } from './ui-module';

const drawing = z.strictObject({
  resource: z.string(),
  render: z.literal('native', { error: "only UI Kit is hosted: render must be 'native'" }),
  experience: z.array(z.enum(['issue-view', 'portal-view', 'csm-request-view'])).default([]),
});

/** Fields with a formatter, a function for their value, or an editor of their own are not hosted. */
const customField = z.strictObject({
  key: moduleKey,
  name: moduleText,
  description: moduleText,
  type: z.enum(['string', 'number', 'user', 'date', 'datetime'], {
    error: ({ input }) => `this site has no fields of the type ${String(input)}`,
  }),
  collection: z.literal('none', { error: 'fields with a list of values are not hosted' }).default('none'),
  /** It makes no difference here: nobody has put the fields of apps on a screen. */
  readOnly: z.boolean().default(false),
  view: drawing.exactOptional(),
});

export type CustomField = z.output<typeof customField>;

/** What the fields have that draws them on issues; it has to opt in to that. */
export function issueViewsOf(fields: readonly CustomField[]): UiModuleSource[] {
  return fields.flatMap(({ key, name, view }) =>
    view?.experience.includes('issue-view')
      ? [{ key, title: name, resource: view.resource, render: view.render }]
      : [],
  );
}

/** That `fieldType` is what Jira calls `schema.custom` is unconfirmed. */
const view: View = {
  ...onIssue,
  context: (place, moduleKey) => {
    const field = place.at === 'issue' && place.issue.fields.find((each) => each.moduleKey === moduleKey);
    return {
      ...onIssue.context(place, moduleKey),
      entryPoint: 'view',
      ...(field && { fieldId: field.id, fieldType: field.custom, fieldValue: field.value }),
      renderContext: 'issue-view',
      experience: 'issue-view',
    };
  },
};

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ */
export const customFieldModule = {
  schema: z.array(customField).default([]),
  limitSeconds: resolverLimit,
  view,
};
