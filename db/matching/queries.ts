import type { MatchChoiceLine } from '#core/api/matching.ts'
import { dayPartKey } from '#core/intake/types.ts'
import type { IntakeDayPart } from '#core/intake/types.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/** `facts`: JSON, as core/matching/facts.ts reads it. */
export interface FactsRow {
  readonly id: number
  readonly facts: string
}

/**
 * A number that is another one after every change of the office's data: the newest line of its history. What the
 * match facts are made of has a history, all of it. To be read outside a command: one that is rolled back gives its
 * number to the next.
 */
export function dataVersion(db: ReadableDb): number {
  return prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM change').get()?.id ?? 0
}

/** What matching rests on of everybody, by name. Who went into another dossier is left out. */
export function listMatchFacts(db: ReadableDb): FactsRow[] {
  return prepared<[], FactsRow>(
    db,
    `SELECT p.id, m.facts FROM participant p JOIN match_facts m ON m.participant_id = p.id
      ORDER BY p.sort_key, p.id`,
  ).all()
}

export function findMatchFacts(db: ReadableDb, participantId: number): FactsRow | null {
  return (
    prepared<[number], FactsRow>(
      db,
      'SELECT participant_id AS id, facts FROM match_facts WHERE participant_id = ?',
    ).get(participantId) ?? null
  )
}

/** Half-days ("1-morning") that the workshop's schedule of this day takes, while a trajectory runs. */
export function workshopParts(db: ReadableDb, today: string, participantId: number): string[] {
  return prepared<[{ today: string; id: number }], { weekday: number; part: IntakeDayPart }>(
    db,
    `SELECT q.weekday, q.part
       FROM trajectory t
       JOIN schedule s ON s.trajectory_id = t.id AND s.valid_from = (
         SELECT max(valid_from) FROM schedule WHERE trajectory_id = t.id AND valid_from <= @today)
       JOIN schedule_part q ON q.schedule_id = s.id
      WHERE t.participant_id = @id AND t.ended_on IS NULL AND t.starts_on <= @today`,
  )
    .all({ today, id: participantId })
    .map(({ weekday, part }) => dayPartKey(weekday, part))
}

type Pair = { participantId: number; openingId: number }

/** Placements that have not ended, of one person or at one opening. */
export function listPairsPlaced(db: ReadableDb, of: { participantId?: number; openingId?: number }): Pair[] {
  const key = { participantId: of.participantId ?? null, openingId: of.openingId ?? null }
  return prepared<[typeof key], Pair>(
    db,
    `SELECT participant_id AS participantId, opening_id AS openingId FROM placement
      WHERE stage <> 'ended' AND (participant_id = @participantId OR opening_id = @openingId)`,
  ).all(key)
}

export type ChoiceRow = MatchChoiceLine & Pair

/** What was decided about one person, or about one opening, newest first. */
export function listChoices(db: ReadableDb, of: { participantId?: number; openingId?: number }): ChoiceRow[] {
  const key = { participantId: of.participantId ?? null, openingId: of.openingId ?? null }
  return prepared<[typeof key], ChoiceRow>(
    db,
    `SELECT c.id, c.participant_id AS participantId, c.opening_id AS openingId, c.choice, c.reason,
            c.chosen_on AS "on", s.name AS who
       FROM match_choice c JOIN staff s ON s.id = c.staff_id
      WHERE c.participant_id = @participantId OR c.opening_id = @openingId
      ORDER BY c.chosen_on DESC, c.id DESC`,
  ).all(key)
}

/** Full names by id. */
export function namesOf(db: ReadableDb, ids: readonly number[]): Map<number, string> {
  const rows = prepared<[string], NameParts & { id: number }>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)} FROM participant p WHERE p.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, fullName(namePartsOf(row))]))
}

/** Where organisations are, by opening: for openings without a place of their own. */
export function hostAddresses(db: ReadableDb): Map<number, { postcode: string; city: string }> {
  const rows = prepared<[], { id: number; postcode: string; city: string }>(
    db,
    'SELECT id, postcode, city FROM host',
  ).all()
  return new Map(rows.map((row) => [row.id, row]))
}
