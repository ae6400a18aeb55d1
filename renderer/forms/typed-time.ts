/** Times of day as people type them. */

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
