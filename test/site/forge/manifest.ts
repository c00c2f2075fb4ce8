import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { I18nValue } from '@forge/i18n';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { manifestSchema } from './manifest-schema';
import type { EntitySchema, ManifestSource } from './manifest-schema';
import type { CustomField } from './modules/custom-field';
import { UI_MODULE_TYPES, uiSourcesOf } from './modules/registry';
import type { ActionModule } from './modules/action';
import type { ConsumerModule } from './modules/consumer';
import type { UiModuleType } from './modules/registry';
import type { ScheduleInterval } from './modules/scheduled-trigger';
import type { UiModuleSource } from './modules/ui-module';
import type { WorkflowValidator } from './modules/workflow-validator';
import { textFor } from './translations';
import type { TranslatedApp } from './translations';

export interface UiModule {
  key: string;
  type: UiModuleType;
  /** To be read by `textFor`. */
  title: string | I18nValue;
  resource: string;
  resolver?: string;
  icon?: string;
  useAsConfig?: boolean;
  displayConditions?: { projectType?: string };
  /** Which users without a licence have it as well. */
  unlicensedAccess?: string[];
}

export interface WebTrigger {
  key: string;
  function: string;
  urlFormat: 'v1' | 'v2';
  outputs?: { key: string; statusCode: number; contentType?: string; body?: string }[];
}

/** What the site needs to know of an app, read from its manifest. */
export interface AppManifest extends TranslatedApp {
  appId: string;
  name: string;
  uiModules: UiModule[];
  webTriggers: WebTrigger[];
  consumers: ConsumerModule[];
  schedules: { key: string; function: string; interval: ScheduleInterval }[];
  lifecycle: { key: string; function: string; events: string[] }[];
  validators: WorkflowValidator[];
  /** Those that Automation offers. */
  actions: ActionModule[];
  customFields: CustomField[];
  functions: Map<string, { handler: string; timeoutSeconds?: number }>;
  /** The runtime that the cloud would use, such as `nodejs24.x`. */
  runtime?: string;
  /** Paths by key, those of entries by `resource/entry`. */
  resources: Map<string, string>;
  entities: Map<string, EntitySchema>;
  scopes: string[];
  external: unknown;
  backendEgress: string[];
}

/** The manifest cannot be hosted; the message names each fault with its line. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * Reads `manifest.yml` of the app in `folder`.
 * @throws ManifestError where it is missing, malformed, or asks for what this site does not host
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/
 */
export function readManifest(folder: string): AppManifest {
  const file = path.resolve(folder, 'manifest.yml');
  if (!existsSync(file)) throw new ManifestError(`There is no Forge app here: ${file} does not exist.`);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const where = (at: PropertyKey[]): string => `${file}:${lineOf(document, lines, at)}`;
  const yamlFault = document.errors[0];
  if (yamlFault) throw new ManifestError(`${file}: ${yamlFault.message}`);
  const parsed = manifestSchema.safeParse(document.toJS());
  if (!parsed.success)
    throw new ManifestError(parsed.error.issues.map((issue) => describe(issue, where)).join('\n'));
  const faults = [...missingResources(parsed.data, where), ...missingFunctions(parsed.data, where)];
  if (faults.length > 0) throw new ManifestError(faults.join('\n'));
  return toManifest(path.resolve(folder), parsed.data);
}

function toManifest(folder: string, source: ManifestSource): AppManifest {
  const { modules, translations } = source;
  const app: TranslatedApp = { folder, ...(translations && { translations }) };
  const uiModules = UI_MODULE_TYPES.flatMap((type) =>
    uiSourcesOf(modules, type).map((module) => toUiModule(type, module)),
  );
  const offered = new Set(modules['automation:actionProvider'].flatMap(({ actions }) => actions));
  const title = uiModules[0]?.title ?? path.basename(folder);
  return {
    ...app,
    appId: source.app.id.split('/').at(-1) ?? source.app.id,
    // The app's name is given to `forge register` and stands in no file.
    name: textFor(app, title, translations?.fallback.default ?? ''),
    uiModules,
    webTriggers: modules.webtrigger.map(({ response, ...trigger }) => ({
      ...trigger,
      ...(response?.type === 'static' ? { outputs: response.outputs ?? [] } : {}),
    })),
    consumers: modules.consumer,
    schedules: modules.scheduledTrigger,
    lifecycle: modules.trigger,
    validators: modules['jira:workflowValidator'],
    actions: modules.action.filter(({ key }) => offered.has(key)),
    customFields: modules['jira:customField'],
    functions: new Map(modules.function.map(({ key, ...rest }) => [key, rest])),
    ...(source.app.runtime && { runtime: source.app.runtime.name }),
    resources: new Map(source.resources.flatMap(pathsOf)),
    entities: new Map(source.app.storage.entities.map((entity) => [entity.name, entity])),
    scopes: source.permissions.scopes,
    external: source.permissions.external,
    backendEgress: source.permissions.external.fetch.backend.map((item) =>
      typeof item === 'string' ? item : item.address,
    ),
  };
}

/**
 * Whether an administrator has to consent to the newer manifest, which makes a major version of it.
 * @see https://developer.atlassian.com/platform/forge/versions/
 */
export function isMajorChange(older: AppManifest, newer: AppManifest): boolean {
  const consentedTo = ({ scopes, external, webTriggers }: AppManifest): string =>
    JSON.stringify([
      scopes.toSorted(),
      external,
      webTriggers.filter(({ outputs }) => !outputs).map(({ key }) => key),
    ]);
  return consentedTo(older) !== consentedTo(newer);
}

/** A resource's own path, and those of its entries. */
function pathsOf({ key, path: own, entry }: ManifestSource['resources'][number]): [string, string][] {
  const entries = Object.entries(entry).map(([name, file]) => [`${key}/${name}`, path.posix.join(own, file)]);
  return [[key, own], ...(entries as [string, string][])];
}

function toUiModule(type: UiModuleType, module: UiModuleSource): UiModule {
  const { key, resource, resolver, icon, title, useAsConfig, displayConditions, unlicensedAccess } = module;
  return {
    key,
    type,
    resource,
    title,
    ...(resolver ? { resolver: resolver.function } : {}),
    ...(icon === undefined ? {} : { icon }),
    ...(useAsConfig === undefined ? {} : { useAsConfig }),
    ...(displayConditions === undefined ? {} : { displayConditions }),
    ...(unlicensedAccess === undefined ? {} : { unlicensedAccess }),
  };
}

type Where = (at: PropertyKey[]) => string;

function describe(issue: z.core.$ZodIssue, where: Where): string {
  if (issue.code !== 'unrecognized_keys')
    return `${where(issue.path)}: ${issue.path.join('.')}: ${issue.message}`;
  const named = issue.keys.map((key) => `${where([...issue.path, key])}: ${[...issue.path, key].join('.')}`);
  return named.map((text) => `${text} is not hosted by this site.`).join('\n');
}

/** A module may name a resource, or an entry of one. */
function missingResources(source: ManifestSource, where: Where): string[] {
  const known = new Map(source.resources.flatMap(pathsOf));
  return UI_MODULE_TYPES.flatMap((type) =>
    uiSourcesOf(source.modules, type).flatMap(({ key, resource }) =>
      known.has(resource)
        ? []
        : [
            `${where(['modules', type, indexOf(source, type, key)])}: ${type} ${key}: there is no resource ${resource}.`,
          ],
    ),
  );
}

function indexOf({ modules }: ManifestSource, type: UiModuleType, key: string): number {
  return modules[type].findIndex((module) => module.key === key);
}

function missingFunctions(source: ManifestSource, where: Where): string[] {
  const known = new Set(source.modules.function.map((declared) => declared.key));
  return Object.entries(source.modules).flatMap(([type, modules]) =>
    modules.flatMap((module, index) => {
      const wanted = functionOf(module);
      if (wanted === undefined || known.has(wanted)) return [];
      return [`${where(['modules', type, index])}: ${type} ${module.key}: there is no function ${wanted}.`];
    }),
  );
}

function functionOf(module: object): string | undefined {
  const { function: own, resolver } = module as { function?: string; resolver?: { function: string } };
  return own ?? resolver?.function;
}

function lineOf(document: Document, lines: LineCounter, at: PropertyKey[]): number {
  for (let length = at.length; length > 0; length--) {
    const parent = document.getIn(at.slice(0, length - 1), true);
    const name = at[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === name)
      : undefined;
    const node = pair ? pair.key : document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
