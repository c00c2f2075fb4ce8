/** The variables of a comment template, as the guide lists them. */
export const templateVariables = ['name', 'email', 'identityId', 'sessionId'] as const;

export type TemplateVariable = (typeof templateVariables)[number];

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The template with its variables filled in. Anything else in braces stays as it is. */
export function renderTemplate(template: string, values: Record<TemplateVariable, string>): string {
  return template.replace(VARIABLE, (whole, name: string) =>
    isTemplateVariable(name) ? values[name] : whole,
  );
}

function isTemplateVariable(name: string): name is TemplateVariable {
  return templateVariables.some((variable) => variable === name);
}

/** What stays in a comment as it was typed, although it looks like a variable. Line and column count from 1. */
export interface TemplateProblem {
  /** `unknown`: no variable has this name; `broken`: braces are missing. */
  kind: 'unknown' | 'broken';
  text: string;
  line: number;
  column: number;
}

const BROKEN = new RegExp(`\\{\\{[^{}\\n]{0,40}\\}?|\\}\\}|\\{(?:${templateVariables.join('|')})\\}`, 'g');

/** What is wrong with a template's variables, in the order of the text. */
export function templateProblems(template: string): TemplateProblem[] {
  const unknown = [...template.matchAll(VARIABLE)].filter(([, name]) => !isTemplateVariable(name ?? ''));
  const rest = template.replace(VARIABLE, (whole) => ' '.repeat(whole.length));
  const all = [
    ...unknown.map((match) => ({ kind: 'unknown' as const, match })),
    ...[...rest.matchAll(BROKEN)].map((match) => ({ kind: 'broken' as const, match })),
  ];
  return all
    .toSorted((one, other) => one.match.index - other.match.index)
    .map(({ kind, match }) => ({ kind, text: match[0].trim(), ...place(template, match.index) }));
}

function place(template: string, index: number): { line: number; column: number } {
  const before = template.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
