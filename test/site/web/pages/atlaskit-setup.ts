import FeatureGates from '@atlaskit/feature-gate-js-client';
import { FeatureGateEnvironment } from '@atlaskit/feature-gate-js-client/types';
import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

/** Light or dark as the system asks for it; every experiment of Atlaskit switched off, without asking a server. */
export async function setUpAtlaskit(): Promise<void> {
  await Promise.all([
    FeatureGates.initializeFromValues(
      { environment: FeatureGateEnvironment.Development, targetApp: 'local-site', localMode: true },
      {},
    ),
    setGlobalTheme({
      colorMode: 'auto',
      light: 'light',
      dark: 'dark',
      shape: 'shape',
      spacing: 'spacing',
      typography: 'typography',
    }),
  ]);
}
