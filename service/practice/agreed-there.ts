/** What was agreed about a practice placement, besides what places.ts draws. Nothing here is drawn by chance. */
import type { PlacementKind, WeekPart } from '#core/api/fields.ts'

/** About what a half-day at a place takes, in minutes. */
const halfDay = 240

export function agreedThere(kind: PlacementKind, starts_on: string | null) {
  return {
    allowance: '',
    insurance: starts_on === null ? '' : 'host',
    supervisor_phone: '',
    agreed_on: starts_on,
    job_form: kind === 'job' && starts_on !== null ? 'regular' : '',
    energy: '',
    meaningful: null,
    own_opinion: '',
  } as const
}

/** Half-days that the hours take, from another day on for each placement. */
export function halfDaysOf(of: {
  id: number
  starts_on: string | null
  minutes_per_week: number | null
}): WeekPart[] {
  if (of.starts_on === null || of.minutes_per_week === null) return []
  const count = Math.min(10, Math.max(1, Math.round(of.minutes_per_week / halfDay)))
  return Array.from({ length: count }, (_, n) => {
    const at = (of.id * 3 + n) % 10
    return { weekday: 1 + Math.floor(at / 2), part: at % 2 === 0 ? 'morning' : 'afternoon' }
  })
}
