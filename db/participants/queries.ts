import type { Participant, ParticipantStage } from '#core/api/people.ts'
import { fold, soundKey } from '#core/names/fold.ts'
import type { ComparedPerson } from '#core/names/fold.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { nameColumns, participantFields } from './rows.ts'
import { stageSql } from './stage.ts'

const columns = columnsOf('p', ['id', ...participantFields, 'created_on', 'merged_into'])

type StoredParticipant = Omit<Participant, 'prefix_capital'> & { prefix_capital: 0 | 1 }

/** Also one that was merged into another dossier; see `merged_into`. */
export function findParticipant(db: ReadableDb, id: number): Participant | null {
  const row = prepared<[number], StoredParticipant>(
    db,
    `SELECT ${columns} FROM participant p WHERE p.id = ?`,
  ).get(id)
  return row === undefined ? null : { ...row, prefix_capital: row.prefix_capital === 1 }
}

/** The dossiers whose letters show at this person: the own one, and those that were merged into it. */
export const dossiersSql = '(SELECT id FROM participant WHERE id = @id OR merged_into = @id)'

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
/** Words of a name that are compared. */
const mostWords = 6

/**
 * Everybody who could be this person: a name begins with the same sounds, or the date of birth is the same.
 * core/names judges them. At most 60, the most alike first. Who was merged into another dossier is left out.
 */
export function findLookalikes(
  db: ReadableDb,
  person: ComparedPerson,
  options: { exceptId: number | null; today: string },
): Lookalike[] {
  const key = soundKey(person)
  const sounds = key
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => `sounds : "${word.slice(0, alikeLetters)}" *`)
  return prepared<[Record<string, string | number | null>], Lookalike>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)}, p.also_known_as, p.birth_date, p.city, ${stageSql} AS stage
       FROM (SELECT * FROM participant
              WHERE id IN (SELECT value FROM json_each(@some) UNION SELECT id FROM participant WHERE birth_date = @birthDate)
                AND id IS NOT @exceptId AND merged_into IS NULL
              ORDER BY name_key = @key DESC, id IN (SELECT value FROM json_each(@every)) DESC,
                       birth_date IS @birthDate DESC, abs(length(name_key) - length(@key)), id
              LIMIT 60) p`,
  ).all({
    key,
    birthDate: person.birth_date,
    exceptId: options.exceptId,
    today: options.today,
    some: idsNamed(db, [...sounds, ...otherNames(person)].join(' OR ')),
    every: sounds.length > 1 ? idsNamed(db, `(${sounds.join(' AND ')})`) : '[]',
  })
}

/** The words as they are written: somebody may be known by them beside the name of the document. */
function otherNames(person: ComparedPerson): string[] {
  return fold(`${person.given_names} ${person.call_name} ${person.surname}`)
    .split(' ')
    .filter((word) => word.length >= alikeLetters)
    .slice(0, mostWords)
    .map((word) => `names : "${word}"`)
}

/** A list in JSON of who has such names. */
function idsNamed(db: ReadableDb, match: string): string {
  if (match === '') return '[]'
  const row = prepared<[string], { ids: string }>(
    db,
    'SELECT json_group_array(rowid) AS ids FROM person_find WHERE person_find MATCH ?',
  ).get(match)
  return row?.ids ?? '[]'
}
