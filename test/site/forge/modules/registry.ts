import { z } from 'zod';
import { actionModule } from './action';
import { actionProvider } from './action-provider';
import { adminPage } from './admin-page';
import { appFunction } from './app-function';
import { consumer } from './consumer';
import { customFieldModule, issueViewsOf } from './custom-field';
import { issueContext } from './issue-context';
import { issuePanel } from './issue-panel';
import type { ModuleKind } from './module-kind';
import type { View } from './place';
import { portalRequestDetailPanel } from './portal-request-detail-panel';
import { scheduledTrigger } from './scheduled-trigger';
import { trigger } from './trigger';
import type { UiModuleSource } from './ui-module';
import { webTrigger } from './web-trigger';
import { workflowValidator } from './workflow-validator';

/** Every kind of module that this site can host, by its name in a manifest. */
export const MODULE_KINDS = {
  'jira:issuePanel': issuePanel,
  'jira:issueContext': issueContext,
  'jira:adminPage': adminPage,
  'jiraServiceManagement:portalRequestDetailPanel': portalRequestDetailPanel,
  'jira:workflowValidator': workflowValidator,
  'automation:actionProvider': actionProvider,
  action: actionModule,
  'jira:customField': customFieldModule,
  webtrigger: webTrigger,
  consumer,
  scheduledTrigger,
  trigger,
  function: appFunction,
} satisfies Record<string, ModuleKind>;

type Kinds = typeof MODULE_KINDS;

export type ModuleType = keyof Kinds;

/** The kinds that people open. */
export type UiModuleType = { [K in ModuleType]: Kinds[K] extends { view: View } ? K : never }[ModuleType];

export const UI_MODULE_TYPES = Object.entries(MODULE_KINDS)
  .filter(([, kind]) => 'view' in kind)
  .map(([type]) => type) as UiModuleType[];

const schemas = Object.entries(MODULE_KINDS).map(([type, { schema }]) => [type, schema]);

/** `modules` of a manifest; a kind that is not hosted is an unrecognized key. */
export const modulesSchema = z.strictObject(
  Object.fromEntries(schemas) as { [K in ModuleType]: Kinds[K]['schema'] },
);

export type Modules = z.output<typeof modulesSchema>;

/** What there is to open of the modules of a kind. */
export function uiSourcesOf(modules: Modules, type: UiModuleType): UiModuleSource[] {
  return type === 'jira:customField' ? issueViewsOf(modules[type]) : modules[type];
}
