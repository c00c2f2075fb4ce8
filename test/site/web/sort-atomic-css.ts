/** In the order in which Compiled lets them win over one another. */
const PSEUDO_CLASSES = [
  ':link',
  ':visited',
  ':focus-within',
  ':focus',
  ':focus-visible',
  ':hover',
  ':active',
];

/**
 * Puts the rules of a bundled style sheet into the order that Atlaskit's atomic classes count on. Each Atlaskit file
 * has its rules in that order, but the bundle is many files, in which a later `all: unset` or `border` would undo an
 * earlier `border-color`. Own rules stay first and as they are; Atlaskit's follow: shorthands before the properties
 * they are short for, then pseudo-classes, then media queries from narrow to wide.
 * @param css not minified across rules
 * @see https://compiledcssinjs.com/docs/css-extraction: Compiled's own bundler plugins sort like this
 */
export function sortAtomicCss(css: string): string {
  const ranked = topLevelRules(css).map((rule) => ({ rule, rank: rankOf(rule) }));
  return ranked
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ rule }) => rule)
    .join('\n');
}

function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    rules.push(css.slice(start, index + 1).trim());
    start = index + 1;
  }
  return [...rules, css.slice(start).trim()].filter(Boolean);
}

/** Compared number by number, the first difference decides. */
function rankOf(rule: string): number[] {
  const atomic = /^(@(?:media|supports|starting-style)[^{]*\{\s*)?\._[a-z0-9]{4,}/.exec(rule);
  if (!atomic) return [0];
  if (atomic[1]) return [2, widthOf(rule), pseudoRank(rule.slice(atomic[1].length)), propertyRank(rule)];
  return [1, pseudoRank(rule), propertyRank(rule)];
}

function pseudoRank(rule: string): number {
  const selector = rule.slice(0, rule.indexOf('{')).trim();
  return PSEUDO_CLASSES.findIndex((pseudo) => selector.endsWith(pseudo));
}

/** `border` before `border-color` before `border-top-color`, and `all` before all. */
function propertyRank(rule: string): number {
  const property = /\{\s*([a-z-]+)\s*:[^{]*$/.exec(rule)?.[1] ?? '';
  return property === 'all' ? 0 : property.split('-').length;
}

function widthOf(rule: string): number {
  return Number(/min-width:\s*([\d.]+)/.exec(rule)?.[1] ?? 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((value, index) => value !== b[index]);
  return different < 0 ? 0 : (a[different] ?? 0) - (b[different] ?? 0);
}
