import path from 'node:path';
import { forgeBundler, NoForgeBundlerError } from '../../forge/forge-bundle';
import { readManifest } from '../../forge/manifest';

const APP = readManifest(path.resolve(__dirname, '../noticeboard-app'));

describe('Forge’s own bundler where it is not installed', () => {
  const bundler = forgeBundler('/nowhere');

  it.each([
    ['functions', () => bundler.functions(APP)],
    ['the frontend', () => bundler.resource(APP, 'board')],
  ])('says how to install it when it is asked for %s', async (_, bundle) => {
    const refusal: unknown = await bundle().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NoForgeBundlerError);
    expect(refusal).toMatchObject({
      message:
        'Forge\'s own bundler is not installed. Install it with "npm ci --ignore-scripts" in /nowhere.',
    });
  });
});
