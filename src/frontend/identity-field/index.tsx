import ForgeReconciler from '@forge/react';
import { StrictMode } from 'react';
import { IdentityField } from './identity-field';

ForgeReconciler.render(
  <StrictMode>
    <IdentityField />
  </StrictMode>,
);
