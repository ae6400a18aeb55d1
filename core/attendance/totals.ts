/**
 * Hours. They have legal value (a municipality counts them towards participation), so they are whole
 * minutes until they are shown. Closed days are in no figure.
 */
import type { AttendanceMark } from '../api/fields.ts'
import type { AttendanceTotals } from '../api/attendance.ts'
import type { Language } from '../calendar/dates.ts'

/** One half-day. `mark` null is not filled in yet: it is in no figure, so that the middle of a week is true. */
export type MarkedPart = {
  mark: AttendanceMark | null
  planned_minutes: number
  present_minutes: number
  closed?: boolean
}

/** The four sums that table attendance_month keeps. */
export type MonthTotals = Omit<AttendanceTotals, 'rate'>

/** Absent, but told beforehand or planned elsewhere. */
const notified: ReadonlySet<AttendanceMark> = new Set(['ill', 'leave', 'school'])

/**
 * Minutes that somebody was there. At a placement by agreement (`elsewhere`) counts as present; late is the
 * planned time without the minutes late, never below 0; everything else is 0.
 */
export function presentMinutes(mark: AttendanceMark, planned: number, late: number | null): number {
  if (mark === 'present' || mark === 'elsewhere') return planned
  if (mark === 'late') return Math.max(0, planned - (late ?? 0))
  return 0
}

/**
 * Minutes of a stay that fall within the planned half-day: who comes early or stays on has no more than was
 * agreed. null: not noted, so as planned. Minutes since midnight.
 */
export function minutesWithin(
  part: { start_minute: number; end_minute: number },
  from: number | null,
  until: number | null,
): number {
  const begin = Math.max(from ?? part.start_minute, part.start_minute)
  return Math.max(0, Math.min(until ?? part.end_minute, part.end_minute) - begin)
}

/**
 * What the database keeps per trajectory and month. What somebody was late is in none of the absences. The
 * database counts by triggers of its own (db/migrations/0005_days.ts): a test holds the two together.
 */
export function monthTotals(marks: readonly MarkedPart[]): MonthTotals {
  const sums: MonthTotals = {
    planned_minutes: 0,
    present_minutes: 0,
    notified_minutes: 0,
    no_show_minutes: 0,
  }
  for (const part of marks) {
    if (part.mark === null || part.closed === true) continue
    sums.planned_minutes += part.planned_minutes
    sums.present_minutes += part.present_minutes
    if (notified.has(part.mark)) sums.notified_minutes += part.planned_minutes
    if (part.mark === 'no_show') sums.no_show_minutes += part.planned_minutes
  }
  return sums
}

/** The sums with the rate. */
export function totals(marks: readonly MarkedPart[]): AttendanceTotals {
  return withRate(monthTotals(marks))
}

/** Adds rows of attendance_month. */
export function sumTotals(rows: readonly MonthTotals[]): AttendanceTotals {
  const sums = monthTotals([])
  for (const row of rows) {
    sums.planned_minutes += row.planned_minutes
    sums.present_minutes += row.present_minutes
    sums.notified_minutes += row.notified_minutes
    sums.no_show_minutes += row.no_show_minutes
  }
  return withRate(sums)
}

function withRate(sums: MonthTotals): AttendanceTotals {
  return { ...sums, rate: rate(sums.present_minutes, sums.planned_minutes) }
}

/** Present divided by planned, 0 or more; null when nothing was planned. */
export function rate(present: number, planned: number): number | null {
  return planned > 0 ? present / planned : null
}

/** A rate as whole per cent, half rounded up; the only place where a rate is rounded. null stays null. */
export function percent(value: number | null): number | null {
  // toFixed first: 0.285 * 100 is 28.499999999999996 in floating point.
  return value === null ? null : Math.round(Number((value * 100).toFixed(6)))
}

/** Minutes as hours with at most two decimals: "7,5", "7,75", "1.234,5"; in English "7.5", "1,234.5". */
export function formatHours(minutes: number, lang: Language): string {
  return formatNumber(minutes / 60, lang, 2)
}

/** The same with two decimals always, for columns that are added up: "7,50". */
export function formatHoursExactly(minutes: number, lang: Language): string {
  const [whole = '', fraction = ''] = formatNumber(minutes / 60, lang, 2).split(lang === 'nl' ? ',' : '.')
  return `${whole}${lang === 'nl' ? ',' : '.'}${fraction.padEnd(2, '0')}`
}

/** A number as it is written in this language, with at most `decimals` decimals and no zeros at the end. */
export function formatNumber(value: number, lang: Language, decimals = 0): string {
  const [point, group] = lang === 'nl' ? [',', '.'] : ['.', ',']
  const fixed = Math.abs(value).toFixed(decimals)
  const [whole = '0', fraction = ''] = fixed.split('.')
  const rest = fraction.replace(/0+$/, '')
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, group) + (rest === '' ? '' : point + rest)
  return value < 0 && text !== '0' ? `-${text}` : text
}
