import { isRecord } from './forge-node';

/** @see XCSSValidatorArg of `Box` in `@atlaskit/forge-react-types` */
const ALLOWED =
  /^(backgroundColor|border\w*|boxShadow|color|display|flexGrow|(min|max)?(Height|Width)|height|margin\w*|opacity|overflow[XY]?|padding\w*|position|textAlign|width)$/;
const TOKEN = /^(color|elevation|space|border|radius|opacity|utility)\.[\w.]+$/;
const UNITLESS = new Set(['flexGrow', 'opacity']);

/**
 * The style sheet for what an app passes as `xcss`: properties that UI Kit allows, with design tokens for values,
 * for the element itself, its pseudo-classes and under media queries.
 */
export function xcssRules(selector: string, xcss: Readonly<Record<string, unknown>>): string {
  const nested = Object.entries(xcss).map(([key, value]) => {
    if (!isRecord(value)) return '';
    if (key.startsWith('@media')) return `${key} { ${xcssRules(selector, value)} }`;
    return key.startsWith(':') ? xcssRules(`${selector}${key}`, value) : '';
  });
  const declarations = Object.entries(xcss).map(([property, value]) => declaration(property, value));
  return [`${selector} { ${declarations.join('')} }`, ...nested].filter(Boolean).join('\n');
}

function declaration(property: string, value: unknown): string {
  const text = typeof value === 'number' ? number(property, value) : value;
  if (typeof text !== 'string' || !ALLOWED.test(property) || /[{};]/.test(text)) return '';
  if (property === 'position' && !['relative', 'static'].includes(text)) return '';
  return `${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${tokenValue(text)};`;
}

function number(property: string, value: number): string {
  return UNITLESS.has(property) ? String(value) : `${String(value)}px`;
}

/** `color.text.subtle` is `--ds-text-subtle` on the page; the older names of radii have no variable of their own. */
function tokenValue(value: string): string {
  if (!TOKEN.test(value)) return value;
  if (value.startsWith('border.radius')) return 'var(--ds-radius-small)';
  return `var(--ds-${value.replace(/^(color|elevation|utility)\./, '').replaceAll('.', '-')})`;
}
