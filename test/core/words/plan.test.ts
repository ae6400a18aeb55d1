import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { feastOf, feasts, fitsOn, isFits } from '#core/words/fits.ts'
import { heardSentence, heardWords } from '#core/words/heard.ts'
import { wordsOf } from '#core/letters/words.ts'
import { planWords, type PlanInput, type PlanWord, type WordOn } from '#core/words/plan.ts'
import { articleOf, wordInExample, wordKey } from '#core/words/word.ts'

const plain = (...ids: number[]): PlanWord[] => ids.map((id) => ({ id, fits: '' }))
function plan(input: Partial<PlanInput> & { closed?: readonly string[] }): WordOn[] {
  const { closed = [], ...rest } = input
  return planWords({
    words: plain(1, 2, 3),
    from: '2026-11-16', // a Monday
    until: '2026-11-20',
    isClosed: (day) => closed.includes(day),
    before: [],
    chosen: [],
    ...rest,
  })
}
const shown = (rows: readonly WordOn[]) => rows.map((row) => `${row.day.slice(5)} ${row.wordId}`)

describe('a plan', () => {
  test('takes the words in order, again from the start, and skips weekends and closed days', () => {
    expect(shown(plan({ until: '2026-11-23', closed: ['2026-11-17'] }))).toEqual([
      '11-16 1', '11-18 2', '11-19 3', '11-20 1', '11-23 2',
    ]) // prettier-ignore
    expect(plan({ words: [] })).toEqual([])
  })

  test('goes on after what was there, and keeps what somebody chose', () => {
    const before = [
      { day: '2026-11-12', wordId: 2 },
      { day: '2026-11-13', wordId: 1 },
    ]
    const chosen = [{ day: '2026-11-18', wordId: 3 }]
    expect(shown(plan({ before, chosen }))).toEqual(['11-16 2', '11-17 1', '11-18 3', '11-19 2', '11-20 1'])
  })

  test('puts a feast on its day, or on the last open day before it', () => {
    const words = [...plain(1, 2, 3, 4, 5, 6, 7), { id: 50, fits: '12-05' }, { id: 51, fits: '12-05' }]
    // 5 December 2026 is a Saturday.
    const rows = plan({ words, from: '2026-11-30', until: '2026-12-07', closed: ['2026-12-04'] })
    expect(shown(rows)).toEqual(['11-30 1', '12-01 2', '12-02 51', '12-03 50', '12-07 3'])
    expect(shown(plan({ words: [{ id: 9, fits: '05-04' }, { id: 8, fits: '05-05' }, ...plain(1)], from: '2026-05-04', until: '2026-05-05', closed: ['2026-05-05'] }))).toEqual(['05-04 9']) // prettier-ignore
  })

  test('a feast just after the last day takes its day before it all the same', () => {
    const words = [...plain(1, 2), { id: 50, fits: 'easter' }]
    expect(shown(plan({ words, from: '2026-04-02', until: '2026-04-03' }))).toEqual(['04-02 1', '04-03 50'])
  })
})

const fits = fc.constantFrom('', '', '', '', ...Object.values(feasts))
const someWords = fc
  .array(fits, { minLength: 1, maxLength: 40 })
  .map((list): PlanWord[] => list.map((one, n) => ({ id: n + 1, fits: one })))
const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 250 }), { maxLength: 40 })
const start = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-01-01', n))

test('whatever the list and the closures: a word for each open day, the same again, and it goes on', () => {
  fc.assert(
    fc.property(someWords, someDays, start, fc.integer({ min: 1, max: 60 }), (words, off, from, later) => {
      const closed = off.map((n) => addDays(from, n))
      const until = addDays(from, 150)
      const rows = plan({ words, from, until, closed })
      const isOpen = (day: string) => weekday(day) <= 5 && !closed.includes(day)
      const days = rows.map((row) => row.day)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((day) => isOpen(day) && day >= from && day <= until)).toBe(true)
      if (words.some((word) => word.fits === ''))
        for (let day = from; day <= until; day = addDays(day, 1)) expect(days.includes(day)).toBe(isOpen(day))
      expect(plan({ words, from, until, closed })).toEqual(rows)
      // Made again some days later, from what stood there, it says the same about the days to come.
      const next = addDays(from, later)
      const before = rows.filter((row) => row.day < next)
      expect(plan({ words, from: next, until, closed, before })).toEqual(
        rows.filter((row) => row.day >= next),
      )
      // A single word of a feast stands on its day, or on the last open day before it that no other feast has.
      for (const { id, fits: feast } of words) {
        if (feast === '' || words.filter((one) => one.fits === feast).length > 1) continue
        for (const year of [Number(from.slice(0, 4)), Number(until.slice(0, 4))]) {
          const on = fitsOn(feast, year)
          if (on !== null && on >= from && on <= until && isOpen(on))
            expect(rows).toContainEqual({ day: on, wordId: id })
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('closing a day changes nothing before it', () => {
  fc.assert(
    fc.property(someWords, start, fc.integer({ min: 5, max: 100 }), (words, from, n) => {
      const until = addDays(from, 120)
      // Without feasts: those look ahead, and may take an earlier day.
      const list = words.map((word) => ({ ...word, fits: '' }))
      const closed = addDays(from, n)
      const [was, is] = [
        plan({ words: list, from, until }),
        plan({ words: list, from, until, closed: [closed] }),
      ]
      expect(is.filter((row) => row.day < closed)).toEqual(was.filter((row) => row.day < closed))
    }),
    { numRuns: 60 },
  )
})

test('days of the year', () => {
  for (const good of ['', '12-05', '02-29', 'easter', 'easter+39', 'easter-47'])
    expect(isFits(good)).toBe(true)
  for (const bad of ['13-01', '02-30', '5-12', 'easter+', 'easter+0', 'christmas'])
    expect(isFits(bad)).toBe(false)
  expect(fitsOn('easter+39', 2026)).toBe('2026-05-14')
  expect(fitsOn('easter', 2027)).toBe('2027-03-28')
  expect(fitsOn('02-29', 2027)).toBeNull()
  expect(fitsOn('', 2027)).toBeNull()
  expect(feastOf('12-05')).toBe('sinterklaas')
  expect(feastOf('12-06')).toBeNull()
  expect(Object.values(feasts).every(isFits)).toBe(true)
})

test('a word, its article, and its place in the example', () => {
  expect(wordKey('De  Hamer')).toBe(wordKey('hamer'))
  expect(wordKey('de deur')).not.toBe(wordKey('het deeg'))
  expect(articleOf('het rooster')).toEqual({ article: 'het', rest: 'rooster' })
  expect(articleOf('dekken')).toEqual({ article: '', rest: 'dekken' })
  expect(wordInExample('de bus', 'Deze busreis is met de bus.')).toEqual({ before: 'Deze busreis is met de ', word: 'bus', after: '.' }) // prettier-ignore
  expect(wordInExample('C++ (taal)', 'Ik schrijf C++ (taal) vandaag.').word).toBe('C++ (taal)')
  expect(wordInExample('gaan', 'Wij gingen.').word).toBe('')
})

test('one line of a letter about what somebody heard', () => {
  const words = wordsOf('nl')
  const person = { name: 'mevrouw Test', Name: 'Mevrouw Test', they: 'zij' }
  const heard = heardWords(['de hamer', 'het rooster', 'de hamer', 'de pauze', 'de bus', 'de zaag'])
  expect(heard).toEqual({ count: 5, examples: ['de hamer', 'de pauze', 'de zaag'] })
  expect(heardSentence(heard, words, person)).toBe(
    'Zij hoorde in deze periode 5 woorden van de dag, zoals de hamer, de pauze en de zaag.',
  )
  expect(heardSentence(heardWords(['de bus']), words, person)).toBe(
    'Zij hoorde in deze periode 1 woord van de dag: de bus.',
  )
  expect(heardSentence(heardWords([]), words, person)).toBeNull()
})
