/** Settings whose parts are settings of their own. */
const groups: ReadonlySet<string> = new Set([
  'transitions',
  'projectTransitions',
  'comments',
  'replies',
  'limits',
  'rules',
]);

/** What only follows other settings. */
const derived: ReadonlySet<string> = new Set(['projectNames']);

/** Every single setting by its name, such as `linkValidityMinutes` and `comments.passed`. */
export function settingValues(settings: object): Map<string, unknown> {
  return new Map(
    Object.entries(settings)
      .filter(([name]) => !derived.has(name))
      .flatMap(([name, value]: [string, unknown]) =>
        groups.has(name)
          ? Object.entries(Object(value) as object).map(([part, of]) => [`${name}.${part}`, of] as const)
          : [[name, value] as const],
      ),
  );
}

/** The names of the settings that differ. */
export function changedNames(before: object, after: object): string[] {
  const [one, other] = [settingValues(before), settingValues(after)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.filter((name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)));
}

/** The settings with some of the single ones in place of their own; `undefined` takes one out. */
export function withSettings<T extends object>(settings: T, changes: Map<string, unknown>): T {
  const changed = { ...settings } as Record<string, unknown>;
  for (const [name, value] of changes) {
    const [group = '', part] = name.split('.');
    if (part === undefined) changed[group] = value;
    else changed[group] = withPart(changed[group], part, value);
  }
  return changed as T;
}

function withPart(group: unknown, part: string, value: unknown): Record<string, unknown> {
  const { [part]: _, ...rest } = Object(group) as Record<string, unknown>;
  return value === undefined ? rest : { ...rest, [part]: value };
}
