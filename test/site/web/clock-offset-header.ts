/** Says in an answer of `/site/invoke` how far the site's clock was ahead when it was given, in milliseconds. */
export const CLOCK_OFFSET_HEADER = 'x-site-clock-offset';
