/** Who was sent, met and began, who waits, and how long that took; who is here now. */
import { countOnce, countPeople, countRows, medianDays, within, type Part } from './count.ts'
import type { FigureRows, Span, TrajectoryRow } from './rows.ts'

export function arrival(rows: FigureRows, period: Span): Part {
  const inPeriod = within(period)
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
    countOnce('waiting', rows.waiting),
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
function isActive({ starts_on, ended_on }: TrajectoryRow, day: number): boolean {
  return starts_on <= day && (ended_on === null || ended_on >= day)
}

/** Rows without one of the two days, or with the second before the first, say nothing about how long it took. */
function days<K extends string>(
  rows: readonly ({ readonly participant_id: number } & { readonly [P in K]: number | null })[],
  first: K,
  second: K,
): { participant_id: number; days: number }[] {
  const days: { participant_id: number; days: number }[] = []
  for (const row of rows) {
    const from = row[first]
    const to = row[second]
    if (from === null || to === null || to < from) continue
    days.push({ participant_id: row.participant_id, days: to - from })
  }
  return days
}
