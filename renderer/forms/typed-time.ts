/** Times of day as people type them. */

/** "9.00": hours and minutes as on a Dutch notice board. `minutes` since midnight. */
export function shownTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
}

/**
 * Minutes since midnight of 9, 9.30, 9:30, 9u30, 930 or 0930; null for anything else. An `end` may be the end of the
 * day, 1440: 24.00 or, as a clock has it, 0.00.
 */
export function parseTypedTime(text: string, { end = false } = {}): number | null {
  const found = /^(\d{1,2})(?:[.:,uh ]?(\d{2}))?$/.exec(
    text
      .trim()
      .toLowerCase()
      .replace(/\s*(uur|u|h)$/, ''),
  )
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)]
  if (end && hours % 24 === 0 && hours <= 24 && minutes === 0) return 1440
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}
