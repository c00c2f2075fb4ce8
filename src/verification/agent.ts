/** What is remembered of an agent, under the Atlassian account id. */
export interface Agent {
  /** When links were sent in the last day, whether or not they went out. Epoch milliseconds. */
  sends: number[];
}
