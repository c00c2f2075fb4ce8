import { HTTPException } from 'hono/http-exception';

/**
 * Sets switches by name, each in whichever part of the site has it.
 * @throws HTTPException 400 for a name that no part has, or a value of another kind; nothing is set then
 */
export function setSwitches(parts: object[], wanted: Record<string, unknown>): void {
  const places = Object.entries(wanted).map(([name, value]) => {
    const part = parts.find((each) => Object.hasOwn(each, name));
    if (!part)
      throw refused(`There is no switch ${name}; there are ${parts.flatMap(Object.keys).join(', ')}`);
    const now: unknown = Reflect.get(part, name);
    if (kindOf(value) !== kindOf(now)) throw refused(`${name} is like ${JSON.stringify(now)}`);
    return { part, name, value };
  });
  for (const { part, name, value } of places) Reflect.set(part, name, value);
}

/** A switch that is off, `null`, has no kind: whatever takes it decides. */
function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort().join() : typeof (value ?? 0);
}

function refused(message: string): HTTPException {
  return new HTTPException(400, { message });
}
