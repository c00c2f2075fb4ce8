/** The variables of a comment template, as the guide lists them. */
export const templateVariables = ['name', 'email', 'identityId', 'sessionId'] as const;

export type TemplateVariable = (typeof templateVariables)[number];

/** The template with its variables filled in. Anything else in braces stays as it is. */
export function renderTemplate(template: string, values: Record<TemplateVariable, string>): string {
  return template.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) =>
    isTemplateVariable(name) ? values[name] : whole,
  );
}

function isTemplateVariable(name: string): name is TemplateVariable {
  return templateVariables.some((variable) => variable === name);
}
