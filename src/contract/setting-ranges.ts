/** The least and the most that a number among the settings may be. Minutes, days, links in 24 hours, seconds. */
export const settingRanges = {
  linkValidityMinutes: { least: 5, most: 60 },
  passCountsMinutes: { least: 5, most: 24 * 60 },
  retentionDays: { least: 7, most: 365 },
  'limits.perTicket': { least: 1, most: 100 },
  'limits.perEmployee': { least: 1, most: 100 },
  'limits.perAgent': { least: 1, most: 1000 },
  'limits.byAutomation': { least: 1, most: 1000 },
  'limits.coolDownSeconds': { least: 0, most: 300 },
} as const;

/** How many rules there may be. */
export const MOST_RULES = 20;

/** How many characters texts among the settings may have. */
export const longestTexts = {
  credential: 2000,
  integrationReference: 200,
  comment: 2000,
  group: 255,
  ruleName: 80,
} as const;
