/** What a scheduled function answers. */
export interface ScheduleAnswer {
  statusCode: 204;
}

/**
 * Nothing more to say. One page of Atlassian's wants a status, another ignores it.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export const done: ScheduleAnswer = { statusCode: 204 };
