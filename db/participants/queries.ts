import type { Participant, ParticipantStage } from '#core/api/people.ts'
import { soundKey } from '#core/names/fold.ts'
import type { ComparedPerson } from '#core/names/fold.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { nameColumns, participantFields } from './rows.ts'
import { stageSql } from './stage.ts'

const columns = columnsOf('p', ['id', ...participantFields, 'created_on'])

export function findParticipant(db: ReadableDb, id: number): Participant | null {
  return (
    prepared<[number], Participant>(db, `SELECT ${columns} FROM participant p WHERE p.id = ?`).get(id) ?? null
  )
}

/** @throws CommandError NOT_FOUND when there is no such person. */
export function expectParticipant(db: ReadableDb, id: number): void {
  if (prepared<[number]>(db, 'SELECT 1 FROM participant WHERE id = ?').get(id) === undefined)
    throw new CommandError('NOT_FOUND')
}

/** Somebody who may be the person that is being typed. */
export interface Lookalike extends NameParts {
  id: number
  also_known_as: string
  birth_date: string | null
  city: string
  stage: ParticipantStage
}

/** Names that begin alike in this many letters of their sound are worth comparing. */
const alikeLetters = 4
/** Words of a name that are compared; a list in JSON would be opened again for every person. */
const places = [0, 1, 2, 3, 4, 5] as const
const beginsAlike = places
  .map((n) => `(@sound${n} <> '' AND instr(' ' || name_key, @sound${n}) > 0)`)
  .join(' OR ')

/**
 * Everybody who could be this person: a name begins with the same sounds, or the date of birth is the same.
 * core/names judges them. At most 60, the most alike first.
 */
export function findLookalikes(
  db: ReadableDb,
  person: ComparedPerson,
  options: { exceptId: number | null; today: string },
): Lookalike[] {
  const key = soundKey(person)
  const sounds = key.split(' ')
  const beginnings = Object.fromEntries(
    places.map((n) => [`sound${n}`, sounds[n] ? ` ${sounds[n].slice(0, alikeLetters)}` : '']),
  )
  return prepared<[Record<string, string | number | null>], Lookalike>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)}, p.also_known_as, p.birth_date, p.city, ${stageSql} AS stage
       FROM (SELECT * FROM participant
              WHERE (name_key = @key OR birth_date = @birthDate OR ${beginsAlike}) AND id IS NOT @exceptId
              ORDER BY name_key = @key DESC, birth_date IS @birthDate DESC,
                       abs(length(name_key) - length(@key)), id
              LIMIT 60) p`,
  ).all({
    key,
    birthDate: person.birth_date,
    exceptId: options.exceptId,
    today: options.today,
    ...beginnings,
  })
}
