import ForgeReconciler from '@forge/react';
import { StrictMode } from 'react';
import { UsersLanguage } from '../language/users-language';
import { ActionForm } from './action-form';

ForgeReconciler.render(
  <StrictMode>
    <UsersLanguage>
      <ActionForm />
    </UsersLanguage>
  </StrictMode>,
);
