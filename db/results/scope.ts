/** Which part of the office a report is about: a project, a municipality, or everybody. */
export interface Scope {
  readonly projectId: number | null
  readonly municipalityId: number | null
}

/** What every query of a report binds. */
export interface Asked {
  from: string
  to: string
  /** 1: nobody is left out, and no referral is read to find that out. */
  all: 0 | 1
  projectId: number | null
  municipalityId: number | null
}

export const asked = ({ projectId, municipalityId }: Scope, period: { from: string; to: string }): Asked => ({
  from: period.from,
  to: period.to,
  all: projectId === null && municipalityId === null ? 1 : 0,
  projectId,
  municipalityId,
})

/** Of referral `s`: it belongs to the report. */
const fitsSql = `(@projectId IS NULL OR s.project_id = @projectId)
  AND (@municipalityId IS NULL OR (SELECT municipality_id FROM case_manager WHERE id = s.case_manager_id) = @municipalityId)`

/** Referral `r` belongs to the report. */
export const referralFitsSql = `(@all = 1 OR EXISTS (SELECT 1 FROM referral s WHERE s.id = r.id AND ${fitsSql}))`

/** Trajectory `t` belongs to the report, by its own referral; so does what hangs on it. */
export const trajectoryFitsSql = `(@all = 1 OR EXISTS (SELECT 1 FROM referral s WHERE s.id = t.referral_id AND ${fitsSql}))`

/** An intake that was begun before there was a request belongs to the first one that came. */
export const referralOfIntakeSql = `coalesce(i.referral_id, (
  SELECT e.id FROM referral e WHERE e.participant_id = i.participant_id ORDER BY e.referred_on, e.id LIMIT 1))`
export const intakeFitsSql = `(@all = 1 OR EXISTS (SELECT 1 FROM referral s WHERE s.id = ${referralOfIntakeSql} AND ${fitsSql}))`

/**
 * A placement belongs to the report by its trajectory; one outside any trajectory by the last referral of the person
 * on or before its first day.
 */
export const placementFitsSql = `(@all = 1 OR EXISTS (SELECT 1 FROM referral s WHERE s.id = coalesce(
  (SELECT t.referral_id FROM trajectory t WHERE t.id = l.trajectory_id),
  (SELECT e.id FROM referral e WHERE l.trajectory_id IS NULL AND e.participant_id = l.participant_id
      AND e.referred_on <= l.starts_on ORDER BY e.referred_on DESC, e.id DESC LIMIT 1)) AND ${fitsSql}))`

/** What was measured of person `m` belongs to the last referral of the person on or before the last day. */
export const measuredFitsSql = `(@all = 1 OR EXISTS (SELECT 1 FROM referral s WHERE s.id = (
  SELECT e.id FROM referral e WHERE e.participant_id = m.participant_id AND e.referred_on <= @to
   ORDER BY e.referred_on DESC, e.id DESC LIMIT 1) AND ${fitsSql}))`
