import { isRecord } from './forge-node';

const TARGET_FIELDS = ['value', 'checked', 'name', 'id', 'tagName', 'type', 'selectionStart', 'selectionEnd'];

/**
 * The arguments of an Atlaskit callback as they cross the bridge: DOM events become plain objects, analytics events
 * are left out, everything else goes as it is if JSON can carry it.
 */
export function callbackArguments(args: readonly unknown[]): unknown[] {
  return args.filter((argument) => !isAnalyticsEvent(argument)).map(plain);
}

/**
 * A DOM event as UI Kit hands it to the app. `target.type` matters: without it `useForm` takes the event for the value.
 * @see SerialisableEvent in `@atlaskit/forge-react-types`
 */
function eventPayload(event: object): Record<string, unknown> {
  const source = event as Record<string, unknown>;
  const { bubbles, cancelable, defaultPrevented, eventPhase, isTrusted, timeStamp, type } = source;
  const target = targetPayload(source['target']);
  return { bubbles, cancelable, defaultPrevented, eventPhase, isTrusted, timeStamp, type, target };
}

function targetPayload(target: unknown): Record<string, unknown> {
  if (typeof target !== 'object' || target === null) return {};
  const fields = TARGET_FIELDS.filter((field) => field in target);
  return Object.fromEntries(
    fields.map((field) => [field, plain((target as Record<string, unknown>)[field])]),
  );
}

function plain(value: unknown): unknown {
  if (isDomEvent(value)) return eventPayload(value);
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

function isDomEvent(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'target' in value && 'preventDefault' in value;
}

function isAnalyticsEvent(value: unknown): boolean {
  return isRecord(value) && '_isAnalyticsEvent' in value;
}
