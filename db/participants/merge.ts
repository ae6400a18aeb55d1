/** Two dossiers of one person become one; docs/decisions/0008 says why so. */
import type { MergeField, MergeSide, MergedThing } from '#core/api/finding.ts'
import type { Participant } from '#core/api/people.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'
import { saveParticipant } from './commands.ts'
import { chosenFields, differences, readSide } from './merge-fields.ts'
import type { DossierSide } from './merge-fields.ts'
import { findParticipant } from './queries.ts'

const moveSql = (table: string) =>
  `UPDATE ${table} SET participant_id = @keepId WHERE participant_id = @otherId`

/** Every row of these goes to the dossier that stays. */
const moves = {
  referral: moveSql('referral'),
  intake: moveSql('intake'),
  trajectory: moveSql('trajectory'),
  contact_note: moveSql('contact_note'),
  task: moveSql('task'),
  language_assessment: moveSql('language_assessment'),
  ladder_assessment: moveSql('ladder_assessment'),
  placement: moveSql('placement'),
  aftercare: moveSql('aftercare'),
  permission: moveSql('permission'),
  attachment: moveSql('attachment'),
  appointment: moveSql('appointment'),
  network_contact: moveSql('network_contact'),
  ambassador_help: moveSql('ambassador_help'),
  match_choice: moveSql('match_choice'),
  ready_signal: moveSql('ready_signal'),
}
const movedTables = Object.keys(moves) as (keyof typeof moves)[]

/** These can meet a row of the dossier that stays, or may not change. */
const decided = [
  'attendance',
  'skill_assessment',
  'lesson_part',
  'group_moment_person',
  'letter',
  'civic_integration',
  'participant',
  'match_facts', // derived, as is the next
  'growth',
]

/** All tables with a reference to a person; a test holds this to the schema. */
export const tablesOfAPerson: readonly string[] = [...movedTables, ...decided]

interface Pair {
  keepId: number
  otherId: number
}

/** Both, as they stand. @throws CommandError NOT_FOUND when one is not there or was merged before, or they are one. */
export function readPair(
  db: ReadableDb,
  { keepId, otherId }: Pair,
): { kept: DossierSide; other: DossierSide } {
  if (keepId === otherId) throw new CommandError('NOT_FOUND')
  return { kept: readSide(db, standing(db, keepId)), other: readSide(db, standing(db, otherId)) }
}

function standing(db: ReadableDb, id: number): Participant {
  const person = found(findParticipant(db, id))
  if (person.merged_into !== null) throw new CommandError('NOT_FOUND')
  return person
}

const countSql = `SELECT
  (SELECT count(*) FROM referral WHERE participant_id = @id) AS referral,
  (SELECT count(*) FROM intake WHERE participant_id = @id) AS intake,
  (SELECT count(*) FROM trajectory WHERE participant_id = @id) AS trajectory,
  (SELECT count(*) FROM attendance WHERE participant_id = @id) AS attendance,
  (SELECT count(*) FROM contact_note WHERE participant_id = @id) AS contact_note,
  (SELECT count(*) FROM task WHERE participant_id = @id) AS task,
  (SELECT count(*) FROM language_assessment WHERE participant_id = @id)
    + (SELECT count(*) FROM skill_assessment WHERE participant_id = @id)
    + (SELECT count(*) FROM ladder_assessment WHERE participant_id = @id) AS assessment,
  (SELECT count(*) FROM placement WHERE participant_id = @id) AS placement,
  (SELECT count(*) FROM aftercare WHERE participant_id = @id) AS aftercare,
  (SELECT count(*) FROM letter WHERE participant_id = @id AND number IS NULL) AS draft,
  (SELECT count(*) FROM permission WHERE participant_id = @id) AS permission,
  (SELECT count(*) FROM lesson_part WHERE participant_id = @id) AS lesson_part,
  (SELECT count(*) FROM attachment WHERE participant_id = @id AND removed_on IS NULL) AS attachment,
  (SELECT count(*) FROM appointment WHERE participant_id = @id AND cancelled_on IS NULL) AS appointment,
  (SELECT count(*) FROM network_contact WHERE participant_id = @id) AS network_contact,
  (SELECT count(*) FROM ambassador_help WHERE participant_id = @id) AS ambassador_help,
  (SELECT count(*) FROM match_choice WHERE participant_id = @id) AS match_choice,
  (SELECT count(*) FROM ready_signal WHERE participant_id = @id) AS ready_signal`

/** What a dossier has, by kind; only what there is. */
export function countThings(db: ReadableDb, id: number): { thing: MergedThing; count: number }[] {
  const counts = prepared<[{ id: number }], Record<MergedThing, number>>(db, countSql).get({ id })
  return (Object.entries(counts ?? {}) as [MergedThing, number][])
    .filter(([, count]) => count > 0)
    .map(([thing, count]) => ({ thing, count }))
}

/** What meets a row of the dossier that stays, and what cannot come along. */
export function readMeetings(db: ReadableDb, pair: Pair, today: string) {
  const running = prepared<[number, string], { n: number }>(
    db,
    'SELECT count(*) AS n FROM trajectory WHERE participant_id = ? AND (ended_on IS NULL OR ended_on > ?)',
  )
  const goesOn = (id: number) => (running.get(id, today)?.n ?? 0) > 0
  return {
    fixedLetters:
      prepared<[number], { n: number }>(
        db,
        'SELECT count(*) AS n FROM letter WHERE participant_id = ? AND number IS NOT NULL',
      ).get(pair.otherId)?.n ?? 0,
    sameHalfDays: sameHalfDays(db, pair).length,
    sameMeasurements: sameMeasurements(db, pair).length,
    bothRunning: goesOn(pair.keepId) && goesOn(pair.otherId),
  }
}

/** The municipality's numbers of somebody, newest first. */
export function clientNumbers(db: ReadableDb, id: number): string[] {
  return prepared<[number], { client_number: string }>(
    db,
    `SELECT DISTINCT client_number FROM referral WHERE participant_id = ? AND client_number <> ''
      ORDER BY referred_on DESC, id DESC`,
  )
    .all(id)
    .map((row) => row.client_number)
}

interface SharedHalfDay {
  day: string
  part: string
  keptMinutes: number
  otherMinutes: number
}

function sameHalfDays(db: ReadableDb, pair: Pair): SharedHalfDay[] {
  return prepared<[Pair], SharedHalfDay>(
    db,
    `SELECT k.day, k.part, k.present_minutes AS keptMinutes, o.present_minutes AS otherMinutes
       FROM attendance k JOIN attendance o ON o.participant_id = @otherId AND o.day = k.day AND o.part = k.part
      WHERE k.participant_id = @keepId ORDER BY k.day, k.part`,
  ).all(pair)
}

function sameMeasurements(db: ReadableDb, pair: Pair): { keptId: number; otherId: number }[] {
  return prepared<[Pair], { keptId: number; otherId: number }>(
    db,
    `SELECT k.id AS keptId, o.id AS otherId FROM skill_assessment k
       JOIN skill_assessment o ON o.participant_id = @otherId AND o.skill_id = k.skill_id AND o.assessed_on = k.assessed_on
      WHERE k.participant_id = @keepId ORDER BY k.id`,
  ).all(pair)
}

/**
 * Everything of the other dossier goes to the one that stays; what is fixed, its letters that were finalised, stays
 * and shows at both. The other dossier points to the one that stays and is in no list any more. Inside one command:
 * undone as one.
 * @throws CommandError NOT_FOUND as `readPair`.
 */
export function mergeParticipants(
  db: WritableDb,
  pair: Pair,
  choices: Partial<Record<MergeField, MergeSide | undefined>>,
): void {
  const { kept, other } = readPair(db, pair)
  const proposed = new Map(differences(kept, other).map((one) => [one.field, one.proposed]))
  const sideOf = (field: MergeField): MergeSide =>
    proposed.has(field) ? (choices[field] ?? proposed.get(field) ?? 'kept') : 'kept'

  saveParticipant(db, pair.keepId, chosenFields(kept.person, other.person, sideOf))
  if (sideOf('talent_card') === 'other')
    prepared(db, 'UPDATE participant SET talent_card = ? WHERE id = ?').run(other.talentCard, pair.keepId)
  moveCivic(db, pair, sideOf('civic') === 'other')
  moveAttendance(db, pair)
  moveMeasurements(db, pair)
  prepared<[Pair]>(
    db,
    `DELETE FROM lesson_part WHERE participant_id = @otherId AND EXISTS (SELECT 1 FROM lesson_part k
       WHERE k.participant_id = @keepId AND k.weekday = lesson_part.weekday AND k.part = lesson_part.part)`,
  ).run(pair)
  prepared<[Pair]>(db, moveSql('lesson_part')).run(pair)
  prepared<[Pair]>(
    db,
    `DELETE FROM group_moment_person WHERE participant_id = @otherId AND moment_id IN (
       SELECT moment_id FROM group_moment_person WHERE participant_id = @keepId)`,
  ).run(pair)
  prepared<[Pair]>(db, moveSql('group_moment_person')).run(pair)
  prepared<[Pair]>(
    db,
    'UPDATE letter SET participant_id = @keepId WHERE participant_id = @otherId AND number IS NULL',
  ).run(pair)
  for (const table of movedTables) prepared<[Pair]>(db, moves[table]).run(pair)
  // Who had gone into the other one before, goes along: one step is always enough.
  prepared<[Pair]>(db, 'UPDATE participant SET merged_into = @keepId WHERE merged_into = @otherId').run(pair)
  expectOne(
    prepared<[Pair]>(db, 'UPDATE participant SET merged_into = @keepId WHERE id = @otherId').run(pair),
  )
}

/** One of the two stays; an empty choice of the other keeps its own. */
function moveCivic(db: WritableDb, pair: Pair, takeOther: boolean): void {
  const loser = takeOther ? pair.keepId : pair.otherId
  prepared(db, 'DELETE FROM civic_integration WHERE participant_id = ?').run(loser)
  if (takeOther) prepared<[Pair]>(db, moveSql('civic_integration')).run(pair)
}

/** On a half-day that both have, the mark with the most time present stays: who was seen, was there. */
function moveAttendance(db: WritableDb, pair: Pair): void {
  for (const one of sameHalfDays(db, pair)) {
    const otherWins = one.otherMinutes > one.keptMinutes
    expectOne(
      prepared(db, 'DELETE FROM attendance WHERE participant_id = ? AND day = ? AND part = ?').run(
        otherWins ? pair.keepId : pair.otherId,
        one.day,
        one.part,
      ),
    )
  }
  prepared<[Pair]>(db, moveSql('attendance')).run(pair)
}

/** One skill, one day, two scores: what the dossier that stays does not have comes from the other one. */
function moveMeasurements(db: WritableDb, pair: Pair): void {
  for (const one of sameMeasurements(db, pair)) {
    prepared<[typeof one]>(
      db,
      `UPDATE skill_assessment AS k SET score = coalesce(k.score, o.score), own_score = coalesce(k.own_score, o.own_score)
         FROM (SELECT score, own_score FROM skill_assessment WHERE id = @otherId) AS o WHERE k.id = @keptId`,
    ).run(one)
    expectOne(prepared(db, 'DELETE FROM skill_assessment WHERE id = ?').run(one.otherId))
  }
  prepared<[Pair]>(db, moveSql('skill_assessment')).run(pair)
}
