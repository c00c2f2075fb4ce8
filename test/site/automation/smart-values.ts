import type { IssueContext } from '../forge/jira-port';

/**
 * A text with its smart values filled in: those of the issue's key, id and project. What is not known is left empty, as
 * Automation does.
 * @see https://support.atlassian.com/cloud-automation/docs/jira-smart-values-issues/
 */
export function withSmartValues(text: string, issue: IssueContext | undefined): string {
  const known: Record<string, string | undefined> = {
    'issue.key': issue?.key,
    'issue.id': issue?.id,
    'issue.project.key': issue?.projectKey,
  };
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => known[name] ?? '');
}
