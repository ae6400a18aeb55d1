/** Who was sent, met and began, who waits, and how long that took; who is here now. */
import { daysBetween } from '../calendar/dates.ts'
import { countPeople, countRows, medianDays, within, type Part } from './count.ts'
import type { FigureRows, Period, TrajectoryRow } from './rows.ts'

export function arrival(rows: FigureRows, period: Period): Part {
  const inPeriod = within(period)
  const upTo = (day: string) => day <= period.to
  const screened = rows.intakes.filter((i) => inPeriod(i.finished_on))
  const started = rows.trajectories.filter((t) => inPeriod(t.starts_on))
  const figures = [
    countRows(
      'referred',
      rows.referrals.filter((r) => inPeriod(r.referred_on)),
    ),
    countPeople('screened', screened),
    countRows('started', started),
    countPeople('started_people', started),
    countPeople(
      'waiting',
      rows.referrals.filter((r) => r.waiting === 1 && upTo(r.referred_on)),
    ),
    medianDays('days_to_intake', days(screened, 'referred_on', 'finished_on')),
    medianDays('days_intake_to_start', days(started, 'intake_on', 'starts_on')),
    medianDays('days_to_start', days(started, 'referred_on', 'starts_on')),
    countPeople(
      'active',
      rows.trajectories.filter((t) => isActive(t, period.to)),
    ),
  ]
  return { figures, breakdowns: [] }
}

/** The last day itself still counts. */
function isActive({ starts_on, ended_on }: TrajectoryRow, day: string): boolean {
  return starts_on <= day && (ended_on === null || ended_on >= day)
}

/** Rows without one of the two days, or with the second before the first, say nothing about how long it took. */
function days<K extends string>(
  rows: readonly ({ readonly participant_id: number } & { readonly [P in K]: string | null })[],
  first: K,
  second: K,
): { participant_id: number; days: number }[] {
  return rows.flatMap((row) => {
    const [from, to] = [row[first], row[second]]
    if (from === null || to === null || to < from) return []
    return [{ participant_id: row.participant_id, days: daysBetween(from, to) }]
  })
}
