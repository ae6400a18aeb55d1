import type { PlacementTerm } from '#core/api/placing.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'

/** The municipality that asked for this person: of the placement's trajectory, or else of the newest request. */
const municipality = `(SELECT c.municipality_id FROM referral r JOIN case_manager c ON c.id = r.case_manager_id
  WHERE r.id = coalesce(t.referral_id, (SELECT n.id FROM referral n WHERE n.participant_id = l.participant_id
    ORDER BY n.referred_on DESC, n.id DESC LIMIT 1)))`

/**
 * How many weeks before its end placement `l` (of trajectory `t`, or none) asks for attention: by the term of the
 * municipality, or else everybody's; `@usualWarnWeeks` where neither is there.
 */
export const warnWeeksSql = `coalesce((SELECT m.warn_weeks FROM placement_term m WHERE m.kind = l.kind
    AND (m.municipality_id IS NULL OR m.municipality_id = ${municipality})
  ORDER BY m.municipality_id IS NULL LIMIT 1), @usualWarnWeeks)`

/** Everybody's first, then by municipality; within each as the kinds were set. */
export function listTerms(db: ReadableDb): (PlacementTerm & { municipality: string })[] {
  return prepared<[], PlacementTerm & { municipality: string }>(
    db,
    `SELECT t.id, t.municipality_id, t.kind, t.months, t.warn_weeks, coalesce(m.name, '') AS municipality
      FROM placement_term t LEFT JOIN municipality m ON m.id = t.municipality_id
      ORDER BY t.municipality_id IS NOT NULL, m.name COLLATE NOCASE, t.id`,
  ).all()
}

/** A kind has one term for everybody and at most one for each municipality. */
export function setTerm(db: WritableDb, term: Omit<PlacementTerm, 'id'>): void {
  prepared<[typeof term]>(
    db,
    `INSERT INTO placement_term (municipality_id, kind, months, warn_weeks)
     VALUES (@municipality_id, @kind, @months, @warn_weeks)
     ON CONFLICT (coalesce(municipality_id, 0), kind)
     DO UPDATE SET months = excluded.months, warn_weeks = excluded.warn_weeks`,
  ).run(term)
}

/** @throws CommandError NOT_FOUND. */
export function removeTerm(db: WritableDb, id: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM placement_term WHERE id = ?').run(id))
}

/** Whose request somebody came with: the one of this trajectory, or else the newest. Null without a request. */
export function municipalityFor(
  db: ReadableDb,
  of: { participantId: number; trajectoryId: number | null },
): { id: number; name: string } | null {
  return (
    prepared<[typeof of], { id: number; name: string }>(
      db,
      `SELECT m.id, m.name FROM referral r JOIN case_manager c ON c.id = r.case_manager_id
         JOIN municipality m ON m.id = c.municipality_id
       WHERE r.id = coalesce((SELECT t.referral_id FROM trajectory t WHERE t.id = @trajectoryId),
         (SELECT n.id FROM referral n WHERE n.participant_id = @participantId
           ORDER BY n.referred_on DESC, n.id DESC LIMIT 1))`,
    ).get(of) ?? null
  )
}
