/** Who fits what was typed: from the search indexes of db/migrations/0004_finding.ts. */
import { soundOf } from '#core/names/fold.ts'
import { bones, inLatin, isOtherScript } from '#core/names/scripts.ts'
import { readQuery } from '#core/names/typed.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** How well somebody fits, best first: every word is a whole name; begins one; sounds like one or is a part of one. */
export type Fit = 0 | 1 | 2

/** Shorter pieces of a name fit nearly everybody. */
const shortestPart = 3
/** Three letters sound like the beginning of too many names. */
const shortestSound = 4
/** Fewer consonants are a whole name or nothing. */
const wholeBones = 3
/** Where so many names begin with the word, those that have it in the middle are not what is meant. */
const enough = 60
/** Nobody is looked for with more words. */
const mostWords = 6

/**
 * Everybody who fits, by id, with how well; null when nothing was typed: then everybody does.
 *
 * Every word has to be found in the names, in any order: as it is written, as it sounds (Mohamed finds Muhammad),
 * or across scripts (محمد does too). A short word only counts at the beginning of a name. Or else the text is (a
 * part of) the phone number, of the client number that the municipality uses, or a date of birth, which may stand
 * beside a name. Who was merged into another dossier is not found.
 */
export function findPeopleIds(db: ReadableDb, query: string, today: string): Map<number, Fit> | null {
  if (query.trim() === '') return null
  const typed = readQuery(query, today)
  const fits = wordsFit(db, typed.words)
  if (typed.born !== null) {
    const named = typed.wordsBesideDate.length === 0 ? null : wordsFit(db, typed.wordsBesideDate)
    for (const id of bornIn(db, typed.born))
      if (named === null || named.has(id)) put(fits, id, named?.get(id) ?? 0)
  }
  if (typed.digits !== '') for (const id of phoneIds(db, typed.digits)) put(fits, id, 1)
  if (typed.code !== '') for (const id of clientIds(db, typed.code)) put(fits, id, 1)
  return fits
}

function put(fits: Map<number, Fit>, id: number, fit: Fit): void {
  const now = fits.get(id)
  if (now === undefined || fit < now) fits.set(id, fit)
}

/** Those who fit every word; how well is that of the worst word. */
function wordsFit(db: ReadableDb, words: readonly string[]): Map<number, Fit> {
  let fits: Map<number, Fit> | null = null
  for (const word of words.slice(0, mostWords)) {
    const one = wordFits(db, word)
    const before: Map<number, Fit> | null = fits
    if (before === null) fits = one
    else {
      fits = new Map()
      for (const [id, fit] of one) {
        const other = before.get(id)
        if (other !== undefined) fits.set(id, fit > other ? fit : other)
      }
    }
    if (fits.size === 0) break
  }
  return fits ?? new Map()
}

function wordFits(db: ReadableDb, word: string): Map<number, Fit> {
  const fits = new Map<number, Fit>()
  const quoted = `"${word}"`
  for (const id of nameIds(db, `names : ${quoted} *`)) fits.set(id, 1)
  if (fits.size > 0) for (const id of nameIds(db, `names : ${quoted}`)) fits.set(id, 0)
  if (word.length >= shortestPart && fits.size < enough)
    for (const id of pieceIds(db, `names : ${quoted}`)) put(fits, id, 2)
  const sound = soundOf(word)
  if (inLatin(word).length >= shortestSound && /^[a-z]+$/.test(sound))
    for (const id of nameIds(db, `sounds : "${sound}" *`)) put(fits, id, 2)
  // Across scripts only when there is no better answer: without vowels many names are alike.
  const rest = /^[a-z]+$/.test(sound) ? bones(sound) : ''
  const fewest = isOtherScript(word)
    ? 1
    : fits.size > 0
      ? Infinity
      : word.length > wholeBones + 1
        ? 2
        : wholeBones
  if (rest.length >= fewest)
    for (const id of nameIds(db, rest.length >= wholeBones ? `bones : "${rest}" *` : `bones : "${rest}"`))
      put(fits, id, 2)
  return fits
}

/** One text instead of a row each: the beginning of a name may fit thousands. */
interface Ids {
  ids: string
}

function nameIds(db: ReadableDb, match: string): number[] {
  return parse(
    prepared<[string], Ids>(
      db,
      'SELECT json_group_array(rowid) AS ids FROM person_find WHERE person_find MATCH ?',
    ).get(match),
  )
}

function pieceIds(db: ReadableDb, match: string): number[] {
  return parse(
    prepared<[string], Ids>(
      db,
      'SELECT json_group_array(rowid) AS ids FROM person_piece WHERE person_piece MATCH ?',
    ).get(match),
  )
}

function phoneIds(db: ReadableDb, digits: string): number[] {
  return pieceIds(db, `phones : "${digits}"`)
}

/** @param code as `foldCode` gives it. */
function clientIds(db: ReadableDb, code: string): number[] {
  return parse(
    prepared<[string], Ids>(
      db,
      `SELECT json_group_array(p.id) AS ids
         FROM client_number_find f JOIN referral r ON r.id = f.rowid JOIN participant p ON p.id = r.participant_id
        WHERE client_number_find MATCH ? AND p.merged_into IS NULL`,
    ).get(`"${code.replaceAll('"', '""')}"`),
  )
}

/** Born on that day, or in that month or year; also those of whom no more is known than the typed year or month. */
function bornIn(db: ReadableDb, date: string): number[] {
  return parse(
    prepared<[{ from: string; until: string }], Ids>(
      db,
      `SELECT json_group_array(id) AS ids FROM participant
        WHERE birth_date >= @from AND birth_date < @until AND merged_into IS NULL`,
    ).get({ from: date, until: `${date}~` }),
  )
}

function parse(row: Ids | undefined): number[] {
  return row === undefined ? [] : (JSON.parse(row.ids) as number[])
}
