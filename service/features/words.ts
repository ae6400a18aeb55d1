/** The word of the day: its list, its calendar, who heard it, and its papers. */
import { isFits } from '#core/words/fits.ts'
import { heardWords } from '#core/words/heard.ts'
import { longest, wordKey } from '#core/words/word.ts'
import { addDays, monthBounds } from '#core/calendar/dates.ts'
import { listName } from '#core/names/name.ts'
import type { FieldError } from '#core/api/errors.ts'
import type { DailyWord, WordDay } from '#core/api/words.ts'
import { CommandError } from '#db/errors.ts'
import { closureReason, listClosures, readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import { createWord, putWordDay, saveWord, setWordPicture } from '#db/words/commands.ts'
import {
  findWord,
  heardBy,
  heardByAll,
  listWords,
  peopleOn,
  wordPicture,
  wordsToPlan,
} from '#db/words/queries.ts'
import type { Picture } from '#db/words/rows.ts'
import type { OfficeContext } from '../context.ts'
import { paperWords, type WordPaperFacts } from '../papers/word-paper.ts'
import { wordPoster } from '../papers/word-poster.ts'
import { wordSheet } from '../papers/word-sheet.ts'
import { readPicture } from '../words/picture.ts'
import { isPlanned, keepPlan, wordsOn } from '../words/plan.ts'
import { addStarterWords, starterLeft } from '../words/starter.ts'
import { refuse, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

type Text = Partial<{
  [K in 'word' | 'meaning' | 'example' | 'theme' | 'fits']: string | undefined
}>

export const words = {
  ofDay(ctx, { day }) {
    const [shown] = daysWithWords(ctx, day, day)
    const id = shown?.word?.id
    return {
      ...(shown as WordDay),
      picture: id === undefined ? null : asBase64(wordPicture(ctx.db, id)),
      planned: isPlanned(ctx.db, ctx.today),
    }
  },

  month(ctx, { month }) {
    const { from, to } = monthBounds(month)
    return {
      days: daysWithWords(ctx, from, to),
      planned: isPlanned(ctx.db, ctx.today),
      words: wordsToPlan(ctx.db).length,
    }
  },

  list: (ctx) => ({ words: listWords(ctx.db, ctx.today), starterLeft: starterLeft(ctx.db).length }),

  get: (ctx, { id }) => ({ ...found(findWord(ctx.db, id)), picture: asBase64(wordPicture(ctx.db, id)) }),

  create(ctx, input) {
    const fields = trimmed(input)
    refuse(...problemsOf(fields), takenProblem(ctx, fields.word, null))
    const { result: id, changeSetId } = ctx.command('words.create', () => {
      const made = createWord(ctx.db, fields)
      keepPlan(ctx.db, ctx.today)
      return made
    })
    return { id, changeSetId }
  },

  save(ctx, { id, fields: typed }) {
    const fields = trimmed(typed)
    refuse(...problemsOf(fields), takenProblem(ctx, fields.word, id))
    const { changeSetId } = ctx.command('words.save', () => {
      saveWord(ctx.db, id, fields)
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId }
  },

  setPicture(ctx, { id, picture }) {
    const read = picture === null ? null : readPicture(picture)
    if (typeof read === 'string') throw invalid('picture', read)
    const { changeSetId } = ctx.command('words.setPicture', () => setWordPicture(ctx.db, id, read))
    return { changeSetId }
  },

  loadStarter(ctx) {
    const { result: added, changeSetId } = ctx.command('words.loadStarter', () => {
      const count = addStarterWords(ctx.db)
      keepPlan(ctx.db, ctx.today)
      return count
    })
    return { added, changeSetId }
  },

  plan(ctx) {
    const { changeSetId } = ctx.command('words.plan', () => keepPlan(ctx.db, ctx.today))
    return { changeSetId }
  },

  setDay(ctx, { day, wordId }) {
    if (closureReason(ctx.db, day) !== null) throw invalid('day', 'closed_day')
    found(findWord(ctx.db, wordId))
    const { changeSetId } = ctx.command('words.setDay', () => {
      putWordDay(ctx.db, { day, word_id: wordId, chosen: true })
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId }
  },

  swap(ctx, { day, other }) {
    const [one, two] = [wordOn(ctx, 'day', day), wordOn(ctx, 'other', other)]
    const { changeSetId } = ctx.command('words.swap', () => {
      putWordDay(ctx.db, { day, word_id: two, chosen: true })
      putWordDay(ctx.db, { day: other, word_id: one, chosen: true })
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId }
  },

  heardBy(ctx, { participantId, from, to }) {
    const heard = heardBy(ctx.db, participantId, from, to)
    return { count: heardWords(heard.map((one) => one.word)).count, words: heard }
  },

  heard: (ctx, { from, to }) =>
    heardByAll(ctx.db, from, to).map((row) => ({
      participantId: row.participant_id,
      listName: listName(row),
      count: row.count,
    })),

  async poster(ctx, { day }) {
    const bytes = await wordPoster(paperFacts(ctx, day))
    return await ctx.host.openDocument({ fileName: paperWords('paper.posterFile', { day }), bytes })
  },

  async sheet(ctx, { day }) {
    const bytes = await wordSheet(paperFacts(ctx, day))
    return await ctx.host.openDocument({ fileName: paperWords('paper.sheetFile', { day }), bytes })
  },
} satisfies Feature<'words'>

const asBase64 = (picture: Picture | null): string | null => picture?.bytes.toString('base64') ?? null

/** Every day of these, with its word where it has one. */
function daysWithWords(ctx: OfficeContext, from: string, to: string): WordDay[] {
  const rows = wordsOn(ctx.db, ctx.today, from, to)
  const closed = new Map(listClosures(ctx.db, from, to).map(({ day, reason }) => [day, reason]))
  const people = new Map(peopleOn(ctx.db, from, to).map((row) => [row.day, row.people]))
  const known = new Map<number, DailyWord | null>()
  const days: WordDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const row = rows.get(day)
    if (row && !known.has(row.word_id)) known.set(row.word_id, findWord(ctx.db, row.word_id))
    const word = row ? (known.get(row.word_id) ?? null) : null
    days.push({
      day,
      closedReason: closed.get(day) ?? null,
      word,
      chosen: row?.chosen ?? false,
      heard: word === null ? 0 : (people.get(day) ?? 0),
    })
  }
  return days
}

/** The id of the word on this day. @throws CommandError INVALID when the day has none. */
function wordOn(ctx: OfficeContext, field: string, day: string): number {
  if (closureReason(ctx.db, day) !== null) throw invalid(field, 'closed_day')
  const row = wordsOn(ctx.db, ctx.today, day, day).get(day)
  if (row === undefined) throw invalid(field, 'required')
  return row.word_id
}

function paperFacts(ctx: OfficeContext, day: string): WordPaperFacts {
  const row = wordsOn(ctx.db, ctx.today, day, day).get(day)
  if (row === undefined) throw new CommandError('NOT_FOUND')
  const { id, word, meaning, example, fits } = found(findWord(ctx.db, row.word_id))
  const { name: officeName } = readOffice(ctx.db)
  return { officeName, day, word, meaning, example, fits, picture: wordPicture(ctx.db, id) }
}

function problemsOf(fields: Text): (FieldError | null)[] {
  const needed = ['word', 'meaning'] as const
  return [
    ...needed.map((field) => (fields[field] === '' ? { field, problem: 'required' as const } : null)),
    ...(Object.keys(longest) as (keyof typeof longest)[]).map((field) =>
      (fields[field] ?? '').length > longest[field] ? { field, problem: 'too_long' as const } : null,
    ),
    isFits(fields.fits ?? '') ? null : { field: 'fits', problem: 'date_not_understood' as const },
  ]
}

/** The same word twice would be heard twice: "De hamer" is "hamer". */
function takenProblem(ctx: OfficeContext, word: string | undefined, id: number | null): FieldError | null {
  const key = wordKey(word ?? '')
  if (key === '') return null
  const taken = listWords(ctx.db, ctx.today).some((row) => row.id !== id && wordKey(row.word) === key)
  return taken ? { field: 'word', problem: 'word_taken' } : null
}
