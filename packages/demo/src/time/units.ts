/**
 * Milliseconds. Inside the generator an instant is a number of them since 1970, UTC; acts carry a
 * `Date`.
 */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
