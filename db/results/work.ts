/** The letters of people in a range of ids, and the organisations that had somebody. */
import { dayNumber } from '#core/calendar/dates.ts'
import type { Facts } from '#core/figures/facts.ts'
import type { HostRow, LetterRow, Period } from '#core/figures/rows.ts'
import { isOnTime, type LetterDays } from '#core/figures/work.ts'
import type { ReadableDb } from '../database.ts'
import { letterTerms } from '../letters/terms.ts'
import { prepared } from '../prepare.ts'
import type { IdRange } from './facts.ts'

type LetterOfReferral = LetterDays &
  Pick<LetterRow, 'participant_id' | 'kind'> & {
    trajectory_id: number
    referral_id: number
    municipality_id: number
  }

/** Progress letters and end reports that were made final, and not taken back; a correction is no letter of its own. */
export function readLetters(db: ReadableDb, range: IdRange): Facts['letters'] {
  const rows = prepared<[IdRange], LetterOfReferral>(
    db,
    `SELECT t.participant_id, t.id AS trajectory_id, t.referral_id, c.municipality_id, l.kind, l.dated_on, t.starts_on, t.planned_end_on,
            t.ended_on,
            (SELECT max(b.period_to) FROM letter b
              WHERE b.trajectory_id = t.id AND b.kind = 'progress' AND b.state IN ('final', 'sent', 'replaced')
                AND b.period_to < l.period_to) AS last_period_to
       FROM trajectory t CROSS JOIN letter l ON l.trajectory_id = t.id
            JOIN case_manager c ON c.id = l.case_manager_id
      WHERE t.participant_id BETWEEN @first AND @last AND l.state IN ('final', 'sent', 'replaced')
        AND l.replaces_id IS NULL AND l.kind IN ('progress', 'end')
      ORDER BY t.participant_id, l.dated_on, l.id`,
  ).all(range)
  if (rows.length === 0) return []
  const terms = letterTerms(db)
  return rows.map(({ participant_id, trajectory_id, referral_id, municipality_id, kind, ...days }) => ({
    participant_id,
    referral_id,
    kind,
    dated_on: dayNumber(days.dated_on),
    ended_on: days.ended_on === null ? null : dayNumber(days.ended_on),
    on_time: kind === 'end' || isOnTime(days, terms(municipality_id, trajectory_id)),
  }))
}

/** What was done with these organisations in the period, and what they said of it. */
export function hostsIn(db: ReadableDb, ids: ReadonlySet<number>, { from, to }: Period): HostRow[] {
  const rows = prepared<[Period & { ids: string }], { host_id: number; coached: number; scores: string }>(
    db,
    `SELECT h.value AS host_id,
            (SELECT count(*) FROM network_contact c
              WHERE c.host_id = h.value AND c.kind = 'coaching' AND c.happened_on BETWEEN @from AND @to) AS coached,
            (SELECT json_group_array(x.satisfaction) FROM (
               SELECT satisfaction FROM network_contact
                WHERE host_id = h.value AND satisfaction IS NOT NULL AND happened_on BETWEEN @from AND @to
               UNION ALL SELECT v.satisfaction FROM theme_evening_host v JOIN theme_evening e ON e.id = v.evening_id
                WHERE v.host_id = h.value AND v.satisfaction IS NOT NULL AND e.happens_on BETWEEN @from AND @to) x) AS scores
       FROM json_each(@ids) h ORDER BY h.value`,
  ).all({ from, to, ids: JSON.stringify([...ids]) })
  return rows.map((row) => ({ ...row, scores: JSON.parse(row.scores) as number[] }))
}

/** Places at openings that are not closed on this day, less who is there. */
export function openPlacesOn(db: ReadableDb, day: string): number {
  const row = prepared<[{ day: string }], { places: number }>(
    db,
    `SELECT coalesce(sum(max(0, o.capacity - (SELECT count(*) FROM placement l
              WHERE l.opening_id = o.id AND l.stage IN ('trial', 'placed', 'ended') AND l.starts_on <= @day
                AND (l.ended_on IS NULL OR l.ended_on >= @day)))), 0) AS places
       FROM opening o JOIN host h ON h.id = o.host_id
      WHERE o.closed = 0 AND h.active = 1 AND (o.open_from IS NULL OR o.open_from <= @day)
        AND (o.open_until IS NULL OR o.open_until >= @day)`,
  ).get({ day })
  return row?.places ?? 0
}
