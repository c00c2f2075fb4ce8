/**
 * Bundles the app as a deployment would, with Forge's own bundler, and keeps what comes of it for the tests in the
 * browser. What was made of the very same sources before is not made again.
 */
import path from 'node:path';
import { forgeBundler } from 'local-site/forge/forge-bundle';
import { readManifest } from 'local-site/forge/manifest';

async function main(): Promise<void> {
  const manifest = readManifest(path.resolve(__dirname, '../..'));
  const functions = await forgeBundler().functions(manifest);
  console.log(`Forge's bundler: ${Math.round(functions.length / 1024)} kB of functions, and the resources.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
