/** Times of day as people type them. */

/** Minutes since midnight of 9, 9.30, 9:30, 9u30, 930 or 0930; null for anything else. */
export function parseTypedTime(text: string): number | null {
  const found = /^(\d{1,2})(?:[.:,uh ]?(\d{2}))?$/.exec(
    text
      .trim()
      .toLowerCase()
      .replace(/\s*(uur|u|h)$/, ''),
  )
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}
