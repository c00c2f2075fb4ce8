import { resolve } from 'node:path';
import { quickBundler } from 'local-site/forge/bundle';
import { readManifest } from 'local-site/forge/manifest';
import { buildPages } from 'local-site/web/build';

/** Once for all workers, and not on the time of the tests that open something first. */
export default async function buildAll(): Promise<void> {
  const manifest = readManifest(resolve(__dirname, '../..'));
  const resources = new Set(manifest.uiModules.map(({ resource }) => resource));
  await Promise.all([
    buildPages(),
    quickBundler.functions(manifest),
    ...[...resources].map((resource) => quickBundler.resource(manifest, resource)),
  ]);
}
