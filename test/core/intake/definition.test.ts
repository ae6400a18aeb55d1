import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/api/intake.ts'
import nl from '#core/i18n/nl/intake.ts'
import en from '#core/i18n/en/intake.ts'
import {
  allVersions,
  currentVersion,
  definition,
  findQuestion,
  intakeProgress,
  isEmptyAnswer,
  missingForFinish,
  sectionState,
  validateAnswer,
} from '#core/intake/definition.ts'
import type { Question, Section } from '#core/intake/definition.ts'

const def = definition(1)
const questions = def.sections.flatMap((s) => s.questions)
const everyQuestion = allVersions.flatMap((v) => definition(v).sections.flatMap((s) => s.questions))
const section = (key: string): Section => {
  const found = def.sections.find((s) => s.key === key)
  if (found === undefined) throw new Error(`no section ${key}`)
  return found
}
const question = (key: string): Question => {
  const found = findQuestion(def, key)
  if (found === null) throw new Error(`no question ${key}`)
  return found
}
const answer = (key: string, value: Answer['value'], noAnswer: Answer['noAnswer'] = null): Answer => ({
  question: key,
  value,
  noAnswer,
})

describe('definition', () => {
  test('is the current one; another version is refused', () => {
    expect(currentVersion).toBe(2)
    expect(allVersions).toEqual([2, 1])
    expect(() => definition(99)).toThrow(RangeError)
    expect(findQuestion(def, 'no_such_question')).toBeNull()
  })

  test('a question keeps its type over the versions: answers stand under its key', () => {
    const shape = (q: Question) => [q.key, q.type, 'points' in q ? q.points : 0]
    const first = new Map(questions.map((q) => [q.key, shape(q)]))
    const kept = definition(2)
      .sections.flatMap((s) => s.questions)
      .filter((q) => first.has(q.key))
    expect(kept.length).toBeGreaterThan(25)
    for (const q of kept) expect(shape(q)).toEqual(first.get(q.key))
  })

  test('a later version has sections A to L, and asks no more than two talks can hold', () => {
    const second = definition(2)
    const asked = second.sections.flatMap((s) => s.questions)
    expect(second.sections.map((s) => s.key)).toHaveLength(12)
    expect(second.sections.filter((s) => s.ownPage).map((s) => s.key)).toEqual(['referral', 'person'])
    expect(asked.length).toBeGreaterThanOrEqual(45)
    expect(asked.length).toBeLessThanOrEqual(66)
    expect(asked.filter((q) => q.needed).length).toBeLessThanOrEqual(16)
  })

  test('keys are unique and fit i18n and the database', () => {
    const every = definition(2).sections.flatMap((s) => s.questions)
    expect(new Set(every.map((q) => q.key)).size).toBe(every.length)
    for (const { key } of every) expect(key).toMatch(/^(?!own_\d)[a-z][a-z_]{1,60}$/)
    const keys = [...def.sections.map((s) => s.key), ...questions.map((q) => q.key)]
    expect(new Set(questions.map((q) => q.key)).size).toBe(questions.length)
    for (const key of keys) expect(key).toMatch(/^[a-z][a-z_]{1,60}$/)
    expect(questions.length).toBeGreaterThanOrEqual(25)
    expect(questions.length).toBeLessThanOrEqual(40)
  })

  test('a sensitive question says why it is asked', () => {
    expect(Object.keys(nl.reason).toSorted()).toEqual(
      [...new Set(everyQuestion.filter((q) => q.sensitive).map((q) => q.key))].toSorted(),
    )
  })

  test.each([
    ['nl', nl],
    ['en', en],
  ])('every question, option, item and column has words (%s)', (_lang, texts) => {
    const wordsOf = (list: unknown, ...path: string[]): string[] => {
      let at: unknown = list
      for (const key of path) at = (at as Record<string, unknown> | undefined)?.[key]
      return Object.keys((at ?? {}) as object)
    }
    const every = allVersions.map(definition)
    expect(new Set(wordsOf(texts, 'section'))).toEqual(
      new Set(every.flatMap((one) => one.sections.map((s) => s.key))),
    )
    expect(new Set(wordsOf(texts, 'question'))).toEqual(new Set(everyQuestion.map((q) => q.key)))
    const known = new Set(everyQuestion.map((q) => q.key))
    for (const list of ['hint', 'reason', 'option', 'item', 'column', 'columnOption'])
      for (const key of wordsOf(texts, list)) expect(known).toContain(key)
    const has = (have: string[], want: readonly string[]) =>
      expect(have).toEqual(expect.arrayContaining([...want]))
    for (const q of everyQuestion) {
      if (q.type === 'choice' || q.type === 'multiple' || q.type === 'grid')
        has(wordsOf(texts, 'option', q.key), q.options)
      if (q.type === 'scale')
        expect(wordsOf(texts, 'option', q.key)).toEqual(
          Array.from({ length: q.points }, (_, i) => String(i + 1)),
        )
      if (q.type === 'grid') has(wordsOf(texts, 'item', q.key), q.items)
      if (q.type === 'number') expect(wordsOf(texts, 'unit')).toContain(q.unit)
      if (q.type === 'rows') {
        has(
          wordsOf(texts, 'column', q.key),
          q.columns.map((c) => c.key),
        )
        for (const c of q.columns)
          if (c.type === 'choice') has(wordsOf(texts, 'columnOption', q.key, c.key), c.options)
      }
    }
  })
})

describe('how far', () => {
  const language = section('language')
  test('todo, busy, done', () => {
    expect(sectionState(section('person'), [])).toBe('done')
    expect(sectionState(language, [])).toBe('todo')
    expect(sectionState(language, [answer('dream_job', 'kok')])).toBe('todo')
    expect(sectionState(language, [answer('mother_tongue', 'Tigrinya')])).toBe('busy')
    const both = [answer('mother_tongue', 'Tigrinya'), answer('reads_latin_letters', null, 'declined')]
    expect(sectionState(language, both)).toBe('done')
    expect(sectionState(language, [...both, answer('other_languages', null, 'later')])).toBe('busy')
  })

  test('a section without needed questions asks for all of them', () => {
    const free: Section = { ...language, questions: language.questions.map((q) => ({ ...q, needed: false })) }
    const all = free.questions.map((q) => answer(q.key, null, 'unknown'))
    expect(sectionState(free, all.slice(1))).toBe('busy')
    expect(sectionState(free, all)).toBe('done')
  })

  test('what is missing, in order; an empty text or "later" is no answer', () => {
    const needed = questions.filter((q) => q.needed)
    expect(missingForFinish(def, []).map((m) => m.question)).toEqual(needed.map((q) => q.key))
    const all = needed.map((q) => answer(q.key, null, 'unknown'))
    expect(missingForFinish(def, all)).toEqual([])
    expect(missingForFinish(def, [...all, answer('mother_tongue', ' ')])).toEqual([
      { section: 'language', question: 'mother_tongue' },
    ])
    expect(missingForFinish(def, [...all, answer('own_goal', null, 'later')])).toEqual([
      { section: 'wishes', question: 'own_goal' },
    ])
  })

  test('counts', () => {
    expect(intakeProgress(def, [answer('own_goal', 'Werk'), answer('energy', null, 'later')])).toEqual({
      answered: 1,
      total: questions.length,
    })
  })
})

describe('answers', () => {
  test.each([null, undefined, '', '  ', [], {}, [{}], [{ job: '' }], { standing: null }])(
    '%j is empty',
    (value) => {
      expect(isEmptyAnswer(value)).toBe(true)
      expect(validateAnswer(question('talents'), value)).toBe('required')
    },
  )

  test.each<[string, unknown]>([
    ['mother_tongue', 'Tigrinya'],
    ['own_goal', 'a'.repeat(20_000)],
    ['travel_minutes', 0],
    ['travel_minutes', 180],
    ['ladder_now', 6],
    ['privacy_explained', '2026-11-18'],
    ['in_netherlands_since', '2024'],
    ['in_netherlands_since', '2024-05'],
    ['childcare', 'arranged'],
    ['sectors', ['care', 'wood']],
    ['cares_for_someone', 'unknown'],
    ['available', ['1-morning', '7-evening']],
    ['body_work', { standing: 'well', lifting: 'not' }],
    [
      'jobs',
      [
        { job: 'kok', years: '3' },
        { job: 'monteur', country: '' },
      ],
    ],
    ['schools', [{ level: 'primary', diploma: 'no' }]],
  ])('%s takes %j', (key, value) => {
    expect(validateAnswer(question(key), value)).toBeNull()
  })

  test.each<[string, unknown, string]>([
    ['mother_tongue', 'a'.repeat(501), 'too_long'],
    ['mother_tongue', 5, 'required'],
    ['travel_minutes', 181, 'number_range'],
    ['travel_minutes', 1.5, 'number_range'],
    ['travel_minutes', '30', 'number_range'],
    ['ladder_now', 7, 'number_range'],
    ['privacy_explained', '2026-02-30', 'date_impossible'],
    ['privacy_explained', '2026', 'date_not_understood'],
    ['in_netherlands_since', '2024-13', 'date_not_understood'],
    ['childcare', 'maybe', 'required'],
    ['cares_for_someone', true, 'required'],
    ['sectors', ['care', 'care'], 'required'],
    ['available', ['8-morning'], 'required'],
    ['body_work', { flying: 'well' }, 'required'],
    ['jobs', [{ salary: '1' }], 'required'],
    ['jobs', Array.from({ length: 9 }, () => ({ job: 'kok' })), 'too_many'],
    ['schools', [{ level: 'x' }], 'required'],
  ])('%s does not take %j: %s', (key, value, problem) => {
    expect(validateAnswer(question(key), value)).toBe(problem)
  })
})
