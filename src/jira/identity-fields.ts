import { getAppContext, route } from '@forge/api';
import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { callJira } from './request';
import type { FieldCheck, FieldName } from '../settings/ports';
import type { FieldValues, IdentityFields } from '../verification/ticket/ports';
import type { Asker } from './request';

/** The manifest's keys of the fields. */
const moduleKeys = {
  state: 'identity-verification-state',
  verifiedAt: 'identity-verified-at',
} as const satisfies Record<FieldName, string>;

/** Jira's ids or keys of the fields. */
type FieldIds = Record<FieldName, string>;

/**
 * The app's fields, written as the app. A field's key is documented for the development environment only, so where
 * Jira does not know it, the field is looked for by its type.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/
 */
export const identityFields: IdentityFields & FieldCheck = {
  async write(issueId, values) {
    try {
      await writeValues(idsByKey(), issueId, values);
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    }
    const { state, verifiedAt } = await findFields('app');
    if (state === undefined || verifiedAt === undefined) return false;
    await writeValues({ state, verifiedAt }, issueId, values);
    return true;
  },
  async missing() {
    const { state, verifiedAt } = await findFields('user');
    return [
      ...(state === undefined ? (['state'] as const) : []),
      ...(verifiedAt === undefined ? (['verifiedAt'] as const) : []),
    ];
  },
};

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/#api-rest-api-3-app-field-value-post */
async function writeValues(ids: FieldIds, issueId: string, values: FieldValues): Promise<void> {
  const issueIds = [Number(issueId)];
  await callJira({
    as: 'app',
    method: 'POST',
    path: route`/rest/api/3/app/field/value`,
    body: {
      updates: [
        { customField: ids.state, issueIds, value: values.state },
        { customField: ids.verifiedAt, issueIds, value: values.verifiedAt },
      ],
    },
    answer: z.unknown(),
  });
}

function idsByKey(): FieldIds {
  const { appAri, environmentType } = getAppContext();
  const keyOf = (moduleKey: string) => `${appAri.appId}__${environmentType.toUpperCase()}__${moduleKey}`;
  return { state: keyOf(moduleKeys.state), verifiedAt: keyOf(moduleKeys.verifiedAt) };
}

const fieldList = z.array(
  z.object({ id: z.string(), schema: z.optional(z.object({ custom: z.optional(z.string()) })) }),
);

/**
 * The fields of this app in this environment, as Jira lists them. Throws as `callJira` does.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
async function findFields(as: Asker): Promise<Record<FieldName, string | undefined>> {
  const { appAri, environmentAri } = getAppContext();
  const fields = await callJira({ as, path: route`/rest/api/3/field`, answer: fieldList });
  const types = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static`;
  const idOf = (moduleKey: string) =>
    fields.find(({ schema }) => schema?.custom === `${types}/${moduleKey}`)?.id;
  return { state: idOf(moduleKeys.state), verifiedAt: idOf(moduleKeys.verifiedAt) };
}
