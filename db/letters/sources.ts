/**
 * What a progress letter rests on, read for one trajectory and one period. Measurements count from
 * `since`: an intake some weeks before the start belongs to this trajectory, an earlier trajectory does not.
 */
import type { LadderAssessment, LanguageAssessment, SkillAssessment } from '#core/api/assessments.ts'
import type { PlacementGoal, PlacementKind, PlacementStage, WeekPart } from '#core/api/fields.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/** Who a letter comes from and goes to; empty where it goes to no municipality, null without a case manager. */
export interface LetterSender {
  municipality_name: string
  municipality_address_line: string
  municipality_postcode: string
  municipality_city: string
  cm_initials: string | null
  cm_prefix: string | null
  cm_surname: string | null
  cm_form_of_address: 'mevrouw' | 'heer' | 'none' | null
  cm_function_title: string | null
  coach_name: string
  coach_function_title: string
}

/** About whom, and what the municipality asked. */
export interface LetterPerson extends NameParts {
  client_number: string
  referred_on: string | null
}

/** The case manager is the one of the letter, not of an older referral. */
export function letterSender(db: ReadableDb, letterId: number): LetterSender | undefined {
  return prepared<[number], LetterSender>(
    db,
    `SELECT coalesce(m.name, '') AS municipality_name, coalesce(m.address_line, '') AS municipality_address_line,
       coalesce(m.postcode, '') AS municipality_postcode, coalesce(m.city, '') AS municipality_city,
       c.initials AS cm_initials, c.prefix AS cm_prefix, c.surname AS cm_surname,
       c.form_of_address AS cm_form_of_address, c.function_title AS cm_function_title, s.name AS coach_name,
       s.function_title AS coach_function_title
     FROM letter l LEFT JOIN case_manager c ON c.id = l.case_manager_id
       LEFT JOIN municipality m ON m.id = coalesce(l.municipality_id, c.municipality_id) JOIN staff s ON s.id = l.staff_id
     WHERE l.id = ?`,
  ).get(letterId)
}

/** An intake that was begun before there was a request goes with the newest one. */
export function letterPerson(db: ReadableDb, letterId: number): LetterPerson | undefined {
  return prepared<[number], LetterPerson>(
    db,
    `SELECT ${columnsOf('p', nameColumns)}, coalesce(r.client_number, '') AS client_number, r.referred_on
     FROM letter l JOIN participant p ON p.id = l.participant_id LEFT JOIN trajectory t ON t.id = l.trajectory_id
       LEFT JOIN intake i ON i.id = l.intake_id
       LEFT JOIN referral r ON r.id = coalesce(t.referral_id, i.referral_id, (
         SELECT n.id FROM referral n WHERE n.participant_id = l.participant_id ORDER BY n.referred_on DESC, n.id DESC LIMIT 1))
     WHERE l.id = ?`,
  ).get(letterId)
}

interface Span {
  participantId: number
  since: string
  until: string
}

/** Oldest first. */
export function languageBetween(db: ReadableDb, span: Span): LanguageAssessment[] {
  return prepared<[Span], LanguageAssessment>(
    db,
    `SELECT id, assessed_on, skill, level, source FROM language_assessment
     WHERE participant_id = @participantId AND assessed_on BETWEEN @since AND @until ORDER BY assessed_on, id`,
  ).all(span)
}

/** Oldest first, and in the office's order of skills. */
export function skillsBetween(db: ReadableDb, span: Span): SkillAssessment[] {
  return prepared<[Span], SkillAssessment>(
    db,
    `SELECT a.id, a.assessed_on, a.skill_id, k.name AS skill, a.score, a.own_score
     FROM skill_assessment a JOIN skill k ON k.id = a.skill_id
     WHERE a.participant_id = @participantId AND a.assessed_on BETWEEN @since AND @until
     ORDER BY k.position, k.id, a.assessed_on`,
  ).all(span)
}

/** Oldest first. */
export function ladderBetween(db: ReadableDb, span: Span): LadderAssessment[] {
  return prepared<[Span], LadderAssessment>(
    db,
    `SELECT id, assessed_on, step FROM ladder_assessment
     WHERE participant_id = @participantId AND assessed_on BETWEEN @since AND @until ORDER BY assessed_on, id`,
  ).all(span)
}

export interface LetterPlacement {
  host: string
  kind: PlacementKind
  stage: PlacementStage
  goal: PlacementGoal
  days: string
  parts: WeekPart[]
  minutes_per_week: number | null
  starts_on: string | null
  ended_on: string | null
}

/** Places that have begun and did not end before the period; what is only being explored is not for a letter. */
export function placementsIn(
  db: ReadableDb,
  span: { participantId: number; from: string; to: string },
): LetterPlacement[] {
  return prepared<[typeof span], Omit<LetterPlacement, 'parts'> & { parts: string }>(
    db,
    `SELECT h.name AS host, p.kind, p.stage, p.goal, p.days, p.minutes_per_week, p.starts_on, p.ended_on,
       (SELECT json_group_array(json_object('weekday', w.weekday, 'part', w.part)) FROM placement_part w
         WHERE w.placement_id = p.id) AS parts
     FROM placement p JOIN opening o ON o.id = p.opening_id JOIN host h ON h.id = o.host_id
     WHERE p.participant_id = @participantId AND p.stage IN ('trial', 'placed', 'ended')
       AND p.starts_on <= @to AND (p.ended_on IS NULL OR p.ended_on >= @from)
     ORDER BY p.starts_on, p.id`,
  )
    .all(span)
    .map((row) => ({ ...row, parts: JSON.parse(row.parts) as WeekPart[] }))
}

export interface LetterNote {
  id: number
  happened_on: string
  body: string
  who: string
}

/** The notes with the tick "Toon in rapportage" of these days, oldest first. */
export function tickedNotes(
  db: ReadableDb,
  span: { participantId: number; from: string; to: string },
): LetterNote[] {
  return prepared<[typeof span], LetterNote>(
    db,
    `SELECT n.id, n.happened_on, n.body, s.name AS who FROM contact_note n JOIN staff s ON s.id = n.staff_id
     WHERE n.participant_id = @participantId AND n.in_report = 1 AND n.happened_on BETWEEN @from AND @to
     ORDER BY n.happened_on, n.id`,
  ).all(span)
}
