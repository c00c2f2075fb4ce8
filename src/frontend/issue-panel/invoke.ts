import { makeInvoke } from '@forge/bridge';
import type { IssuePanelApi } from '../../contract/issue-panel';

export const invoke = makeInvoke<IssuePanelApi>();
