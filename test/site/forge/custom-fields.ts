import type { CustomField } from './modules/custom-field';
import { extensionAri } from './context';
import type { Installation } from './invocation';
import type { AppManifest } from './manifest';
import { textFor } from './translations';

/** A field as its app declares it to Jira. */
export interface DeclaredField {
  appId: string;
  moduleKey: string;
  key: string;
  name: string;
  type: CustomField['type'];
  /** What `schema.custom` says of it. */
  custom: string;
}

/** Named once for each build of the app: Jira asks with every issue that it shows. */
const known = new WeakMap<AppManifest, DeclaredField[]>();

/** The app's fields, named in its default language. */
export function declaredFields(manifest: AppManifest, installation: Installation): DeclaredField[] {
  const fields = known.get(manifest) ?? declare(manifest, installation);
  known.set(manifest, fields);
  return fields;
}

function declare(manifest: AppManifest, installation: Installation): DeclaredField[] {
  const { appId } = installation;
  const locale = manifest.translations?.fallback.default ?? '';
  return manifest.customFields.map(({ key: moduleKey, name, type }) => ({
    appId,
    moduleKey,
    key: `${appId}__DEVELOPMENT__${moduleKey}`,
    name: textFor(manifest, name, locale),
    type,
    custom: extensionAri(installation, moduleKey),
  }));
}
