/** How this Jira behaves where Atlassian leaves it open. Changed in place; a reset of the site puts it back. */
export interface JiraSwitches {
  /**
   * Comments stay public in spite of the property `sd.public.comment`. That the property makes a comment an
   * internal note is what everybody sees; Atlassian documents only the service desk API for it.
   */
  publicCommentsInSpiteOfProperty: boolean;
  /** What one account may ask in a minute before it is refused with 429; the real budgets are not documented. */
  requestsPerMinute: number | null;
}

export const JIRA_SWITCHES: Readonly<JiraSwitches> = {
  publicCommentsInSpiteOfProperty: false,
  requestsPerMinute: null,
};
