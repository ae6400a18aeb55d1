/** Times of day, kept as minutes since midnight. */

/** "9.00": hours and minutes as on a Dutch notice board. `minutes` since midnight. */
export function shownTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`
}
