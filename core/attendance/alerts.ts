/** Who needs attention: away several half-days in a row, or clearly less often there than before. */
import type { AttendanceMark } from '../api/fields.ts'

/** The rule, which stands on the screen as well: `days:alerts.rule`. */
export const alertRule = {
  /** So many planned half-days in a row absent. */
  inARow: 3,
  /** The last so many weeks against as many before. */
  weeks: 4,
  /** So many points lower, ... */
  points: 20,
  /** ... and under so many per cent. */
  below: 75,
  /** With fewer half-days filled in, in either stretch, a rate says nothing. */
  leastParts: 4,
} as const

export type Absences = {
  /** no_shows: as many in a row as the rule says, all without notice; absences: other rows. */
  readonly code: 'no_shows' | 'absences'
  readonly since: string
  readonly parts: number
  readonly withoutNotice: number
}

/**
 * The row of absences that lasts until now; null when it is shorter than the rule says. A language lesson is no
 * absence here: it is skipped, and ends nothing.
 * @param newestFirst half-days that were planned, on open days, with a mark, up to today.
 */
export function absencesInARow(
  newestFirst: Iterable<{ readonly day: string; readonly mark: AttendanceMark }>,
): Absences | null {
  let parts = 0
  let withoutNotice = 0
  let noShows = 0 // at the end of the row, without anything else between them
  let since = ''
  for (const { day, mark } of newestFirst) {
    if (mark === 'school') continue
    if (mark !== 'no_show' && mark !== 'ill' && mark !== 'leave') break
    if (mark === 'no_show') {
      if (withoutNotice === parts) noShows += 1
      withoutNotice += 1
    }
    parts += 1
    since = day
  }
  if (parts < alertRule.inARow) return null
  return { code: noShows >= alertRule.inARow ? 'no_shows' : 'absences', since, parts, withoutNotice }
}

/** Of four weeks: minutes, and half-days that were planned and filled in. */
export type Stretch = {
  readonly planned_minutes: number
  readonly present_minutes: number
  readonly parts: number
}

/** The two rates when the second one fell as far as the rule says; null otherwise. Whole numbers only. */
export function fallingRate(before: Stretch, now: Stretch): { before: number; now: number } | null {
  if (before.parts < alertRule.leastParts || now.parts < alertRule.leastParts) return null
  const [planned, present] = [now.planned_minutes, now.present_minutes]
  if (planned === 0 || before.planned_minutes === 0) return null
  const fell = before.present_minutes * planned - present * before.planned_minutes
  const low = present * 100 < alertRule.below * planned
  if (!low || fell * 100 < alertRule.points * planned * before.planned_minutes) return null
  return { before: before.present_minutes / before.planned_minutes, now: present / planned }
}
