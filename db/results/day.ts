/** The day number of a day, as `dayNumber` of core/calendar/dates.ts counts it; NULL of NULL. */
export const dayNumberSql = (day: string): string => `unixepoch(${day}) / 86400`
