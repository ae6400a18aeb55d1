/** The organisations that had somebody, and the letters that were made. */
import type { HostRow, LetterRow } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { letterTerms } from '../letters/terms.ts'
import { prepared } from '../prepare.ts'
import { placementFitsSql, trajectoryFitsSql, type Asked } from './scope.ts'

/** Organisations where somebody of the report had a place on a day of the period. */
export function hostsIn(db: ReadableDb, asked: Asked): HostRow[] {
  const rows = prepared<[Asked], { host_id: number; coached: number; scores: string }>(
    db,
    `SELECT h.host_id,
            (SELECT count(*) FROM network_contact c
              WHERE c.host_id = h.host_id AND c.kind = 'coaching' AND c.happened_on BETWEEN @from AND @to) AS coached,
            (SELECT json_group_array(x.satisfaction) FROM (
               SELECT satisfaction FROM network_contact
                WHERE host_id = h.host_id AND satisfaction IS NOT NULL AND happened_on BETWEEN @from AND @to
               UNION ALL SELECT v.satisfaction FROM theme_evening_host v JOIN theme_evening e ON e.id = v.evening_id
                WHERE v.host_id = h.host_id AND v.satisfaction IS NOT NULL AND e.happens_on BETWEEN @from AND @to) x) AS scores
       FROM (SELECT DISTINCT o.host_id FROM opening o WHERE EXISTS (
              SELECT 1 FROM placement l WHERE l.opening_id = o.id
                 AND l.stage IN ('trial', 'placed', 'ended') AND l.starts_on <= @to
                 AND (l.ended_on IS NULL OR l.ended_on >= @from) AND ${placementFitsSql})) h
      ORDER BY h.host_id`,
  ).all(asked)
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

/** Progress letters and end reports of trajectories that were made final in the period, and not taken back; a
 * correction is no letter of its own. */
export function lettersIn(db: ReadableDb, asked: Asked): LetterRow[] {
  const terms = letterTerms(db)
  type Row = Omit<LetterRow, 'terms'> & { trajectory_id: number; municipality_id: number }
  return prepared<[Asked], Row>(
    db,
    `SELECT t.id AS trajectory_id, c.municipality_id, t.participant_id, l.kind, l.dated_on, t.starts_on, t.planned_end_on, t.ended_on,
            (SELECT max(b.period_to) FROM letter b
              WHERE b.trajectory_id = t.id AND b.kind = 'progress' AND b.state IN ('final', 'sent', 'replaced')
                AND b.period_to < l.period_to) AS last_period_to
       FROM letter l JOIN trajectory t ON t.id = l.trajectory_id JOIN case_manager c ON c.id = l.case_manager_id
      WHERE l.state IN ('final', 'sent', 'replaced') AND l.replaces_id IS NULL AND l.kind IN ('progress', 'end') AND l.dated_on BETWEEN @from AND @to
        AND ${trajectoryFitsSql}`,
  )
    .all(asked)
    .map(({ trajectory_id, municipality_id, ...row }) => ({
      ...row,
      terms: terms(municipality_id, trajectory_id),
    }))
}
