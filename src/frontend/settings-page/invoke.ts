import { makeInvoke } from '@forge/bridge';
import type { SettingsPageApi } from '../../contract/settings-page';

export const invoke = makeInvoke<SettingsPageApi>();
