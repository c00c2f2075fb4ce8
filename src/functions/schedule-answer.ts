/** What a scheduled function answers. */
export interface ScheduleAnswer {
  statusCode: 204;
}

/**
 * Success. One page of Atlassian's documentation asks for a status code, another does not mention it.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export const done: ScheduleAnswer = { statusCode: 204 };
