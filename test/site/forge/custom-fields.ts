import { extensionAri } from './context';
import type { Installation } from './invocation';
import type { AppField } from './jira-port';
import type { AppManifest } from './manifest';
import { textFor } from './translations';

/** Named once for each build of the app: Jira asks with every issue that it shows. */
const known = new WeakMap<AppManifest, AppField[]>();

/** The app's fields, named in its default language. */
export function declaredFields(manifest: AppManifest, installation: Installation): AppField[] {
  const fields = known.get(manifest) ?? declare(manifest, installation);
  known.set(manifest, fields);
  return fields;
}

function declare(manifest: AppManifest, installation: Installation): AppField[] {
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
