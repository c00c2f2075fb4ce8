import { z } from 'zod';

/** How this Jira behaves where Atlassian leaves it open. */
export const JIRA_SWITCHES_SCHEMA = z.strictObject({
  /**
   * Comments stay public in spite of the property `sd.public.comment`. That the property makes a comment an
   * internal note is what everybody sees; Atlassian documents only the service desk API for it.
   */
  publicCommentsInSpiteOfProperty: z.boolean(),
  /** How many requests an account may make in a minute; the next is a 429. The real budgets are not documented. */
  requestsPerMinute: z.int().min(0).nullable(),
  /**
   * How many writes one issue takes in half a minute, of all accounts together, before the next is refused with 429.
   * Numbers are not documented.
   * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
   */
  writesPerIssue: z.int().min(0).nullable(),
  /** How many projects `project/search` gives at once, whatever is asked for; documented is 100. */
  projectsPerPage: z.int().min(1).max(100),
  /** Whether what an app writes into a field of its own starts rules of Automation; undocumented. */
  appFieldsStartRules: z.boolean(),
  /** Whether apps' fields are missing, as after an installation that did not register them. */
  appFieldsAreMissing: z.boolean(),
  /** Portal customers have Atlassian accounts without a licence instead of accounts of the portal alone. */
  customersAreUnlicensed: z.boolean(),
  /** Milliseconds before a search sees what an app wrote into a field of its own; an issue that is read shows it at once. */
  fieldIndexLagMs: z.int().min(0),
});

/** Changed in place; a reset of the site puts it back. */
export type JiraSwitches = z.output<typeof JIRA_SWITCHES_SCHEMA>;

export const JIRA_SWITCHES: Readonly<JiraSwitches> = {
  publicCommentsInSpiteOfProperty: false,
  requestsPerMinute: null,
  writesPerIssue: null,
  projectsPerPage: 100,
  appFieldsStartRules: true,
  appFieldsAreMissing: false,
  customersAreUnlicensed: false,
  fieldIndexLagMs: 2000,
};
