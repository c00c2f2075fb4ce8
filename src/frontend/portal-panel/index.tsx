import ForgeReconciler from '@forge/react';
import { StrictMode } from 'react';
import { PortalPanel } from './portal-panel';

ForgeReconciler.render(
  <StrictMode>
    <PortalPanel />
  </StrictMode>,
);
