/** What is remembered of an Atlassian account, under its id: an agent who sends links, or an administrator. */
export interface Account {
  /** When links were sent in the last day, whether or not they went out. Epoch milliseconds. */
  sends: number[];
  /** When Atlassian was last told that we keep this id. Epoch milliseconds. */
  reportedAt: number;
}
