import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormChanges } from '#core/api/intake-form.ts'
import type { Answer } from '#core/api/intake.ts'
import { definition, findQuestion, missingForFinish, validateAnswer } from '#core/intake/definition.ts'
import { formProblems, tidyChanges } from '#core/intake/form-check.ts'
import {
  moveOwn,
  nextNumber,
  orderOf,
  putOptions,
  putOwn,
  toggleQuestion,
  toggleSection,
} from '#core/intake/form-edit.ts'
import { formWords, words } from '#core/intake/form-words.ts'
import { everything, formOf, noChanges, questionNumbers, resolve, withAnswered } from '#core/intake/form.ts'
import { allTypes, anOwnQuestion, ownAnswers, ownForm } from '../../papers/example.ts'

const def = definition(2)
const builtIn = def.sections.flatMap((section) => section.questions)
const keysOf = (changes: FormChanges) =>
  resolve(def, changes, 1).sections.flatMap((section) => section.questions.map((question) => question.key))
const answer = (question: string, value: unknown): Answer => ({
  question,
  value: value as Answer['value'],
  noAnswer: null,
})
const advice = findQuestion(def, 'advice')
if (advice?.type !== 'choice') throw new Error('advice is a choice')

describe('the form of the office', () => {
  test('without changes is the built-in one', () => {
    const form = formOf(2, null)
    expect(form.sections).toEqual(def.sections)
    expect(form).toMatchObject({ code: '2', formId: null, former: [], ownWords: {} })
    expect(formOf(1, null).sections).toEqual(definition(1).sections)
  })

  test('a section, a question: off and on again', () => {
    const off = toggleQuestion(toggleSection(noChanges, 'home'), 'energy')
    expect(keysOf(off)).not.toContain('childcare')
    expect(keysOf(off)).not.toContain('energy')
    expect(toggleQuestion(toggleSection(off, 'home'), 'energy')).toEqual(noChanges)
    // What is not asked is not missing either.
    expect(missingForFinish(resolve(def, off, 1), []).map((one) => one.question)).not.toContain('childcare')
  })

  test('options: renamed, left out, added, in another order', () => {
    const changes = putOptions(noChanges, advice, [
      { key: 'own_1', label: 'Stage bij ons' },
      { key: 'job', label: null },
      { key: 'workshop', label: 'Starten in het atelier' },
    ])
    const form = resolve(def, changes, 3)
    const question = findQuestion(form, 'advice')
    expect(question).toMatchObject({ options: ['own_1', 'job', 'workshop'] })
    const { option } = formWords(form, 'nl')
    expect(['own_1', 'job', 'workshop'].map((key) => option('advice', key))).toEqual([
      'Stage bij ons',
      'Betaald werk',
      'Starten in het atelier',
    ])
    const back = advice.options.map((key) => ({ key, label: null }))
    expect(putOptions(changes, advice, back)).toEqual(noChanges)
  })

  test('own questions of all ten types stand in their place, with words, and take their answers', () => {
    const form = resolve(def, ownForm, 1)
    const keys = keysOf(ownForm)
    expect(keys.slice(keys.indexOf('hobbies') + 1, keys.indexOf('references'))).toEqual(
      allTypes.map((own) => own.key),
    )
    for (const own of allTypes) {
      expect(words(form, own.key, 'nl')).toEqual({
        question: own.question,
        hint: own.hint,
        reason: own.reason,
      })
      const question = findQuestion(form, own.key)
      if (question === null) throw new Error(own.key)
      expect(question.type).toBe(own.type)
      expect(validateAnswer(question, ownAnswers[own.key])).toBeNull()
    }
    expect(findQuestion(form, 'own_7')?.sensitive).toBe(true)
    expect(questionNumbers(form).get('own_1')).toBe(keys.indexOf('own_1') + 1)
    expect(formWords(form, 'nl').unit('own_3', 'own')).toBe('kilometer')
  })

  test('an own question whose neighbour is gone stands at the end of its section', () => {
    const keys = keysOf(putOwn(noChanges, anOwnQuestion(1, { after: 'no_such_question' })))
    expect(keys[keys.indexOf('dream_job') - 1]).toBe('own_1')
  })

  test('moves up and down through the whole section, and back', () => {
    const one = putOwn(putOwn(noChanges, anOwnQuestion(1)), anOwnQuestion(2))
    const start = orderOf(def, one, 'work')
    let changes = one
    for (let at = start.indexOf('own_2'); at > 0; at -= 1) {
      changes = moveOwn(def, changes, 'own_2', -1)
      const expected = start.filter((key) => key !== 'own_2')
      expected.splice(at - 1, 0, 'own_2')
      expect(orderOf(def, changes, 'work')).toEqual(expected)
    }
    expect(moveOwn(def, changes, 'own_2', -1)).toBe(changes)
    for (let n = 1; n < start.length; n += 1) changes = moveOwn(def, changes, 'own_2', 1)
    expect(orderOf(def, changes, 'work').at(-1)).toBe('own_2')
    expect(moveOwn(def, changes, 'own_2', 1)).toBe(changes)
  })

  test('a number that was ever used is not used again', () => {
    expect(nextNumber(noChanges, 1)).toBe(1)
    expect(nextNumber(ownForm, 1)).toBe(11)
    expect(nextNumber(noChanges, 11)).toBe(11)
  })
})

describe('what was answered', () => {
  const shape = fc.record({
    sectionsOff: fc.subarray(def.sections.map((section) => section.key)),
    questionsOff: fc.subarray(builtIn.map((question) => question.key)),
    adviceKept: fc.subarray([...advice.options]),
    ownKept: fc.subarray(allTypes.map((own) => own.key)),
    ownOff: fc.subarray(allTypes.map((own) => own.key)),
  })
  const answers = [
    ...builtIn.map((question) => answer(question.key, question.key === 'advice' ? 'language' : 'x')),
    ...Object.entries(ownAnswers).map(([key, value]) => answer(key, value)),
  ]
  const older = { id: 1, base_version: 2, changes: ownForm }

  test('switching off never loses an answer: it is asked still, or shown as former', () => {
    fc.assert(
      fc.property(shape, ({ sectionsOff, questionsOff, adviceKept, ownKept, ownOff }) => {
        const changes: FormChanges = {
          sectionsOff,
          questionsOff,
          options: adviceKept.length ? { advice: adviceKept.map((key) => ({ key, label: null })) } : {},
          own: allTypes
            .filter((own) => ownKept.includes(own.key))
            .map((own) => ({ ...own, off: ownOff.includes(own.key) })),
        }
        const newest = { id: 2, base_version: 2, changes }
        const form = withAnswered(formOf(2, newest), answers, [newest, older])
        const asked = form.sections.flatMap((section) => section.questions)
        const shown = [...asked, ...form.former.map((one) => one.question)]
        expect(shown.map((one) => one.key).toSorted()).toEqual(answers.map((one) => one.question).toSorted())
        // The chosen option is offered and has words, and the own words came along.
        const one = shown.find((question) => question.key === 'advice')
        expect(one?.type === 'choice' && one.options.includes('language')).toBe(true)
        for (const own of allTypes) expect(formWords(form, 'nl').question(own.key)).toBe(own.question)
        for (const { question } of form.former) expect(question.needed).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test('an answer of version 1 shows in version 2', () => {
    const form = withAnswered(formOf(2, null), [answer('talk_language', 'Tigrinya')], [])
    expect(form.former.map((one) => one.question.key)).toEqual(['talk_language'])
    expect(formWords(form, 'nl').question('talk_language')).toBe('In welke taal praten we?')
  })

  test('an option of the office that is gone keeps its words', () => {
    const old = {
      id: 1,
      base_version: 2,
      changes: {
        ...noChanges,
        options: {
          advice: [
            { key: 'own_1', label: 'Stage' },
            { key: 'job', label: null },
          ],
        },
      },
    }
    const form = withAnswered(formOf(2, null), [answer('advice', 'own_1')], [old])
    expect(findQuestion(form, 'advice')).toMatchObject({ options: [...advice.options, 'own_1'] })
    expect(formWords(form, 'nl').option('advice', 'own_1')).toBe('Stage')
  })

  test('what has no answer and is not asked does not come back', () => {
    const form = withAnswered(
      formOf(2, { id: 2, base_version: 2, changes: { ...noChanges, questionsOff: ['energy'] } }),
      [],
      [],
    )
    expect(form.former).toEqual([])
    expect(everything(def, noChanges, null).sections).toEqual(def.sections)
  })
})

describe('what is wrong with changes', () => {
  const own = (fields: Parameters<typeof anOwnQuestion>[1]) => ({
    ...noChanges,
    own: [anOwnQuestion(1, fields)],
  })
  const abc = (...labels: string[]) => labels.map((label, n) => ({ key: `own_${n + 1}`, label }))
  test.each<[string, FormChanges, string[]]>([
    ['nothing', ownForm, []],
    ['no words', own({ question: ' ' }), ['own.own_1.question required']],
    ['no section', own({ section: 'nowhere' }), ['own.own_1.section required']],
    ['a section with its own page', own({ section: 'person' }), ['own.own_1.section required']],
    ['one option', own({ type: 'choice', options: abc('Ja') }), ['own.own_1.options too_few_options']],
    ['no column', own({ type: 'rows' }), ['own.own_1.options too_few_options']],
    ['eleven points', own({ type: 'scale', options: abc(...'abcdefghijk') }), ['own.own_1.options too_long']],
    [
      'an option without words',
      own({ type: 'choice', options: abc('Ja', ' ') }),
      ['own.own_1.options.own_2 required'],
    ],
    [
      'the same option twice',
      own({ type: 'multiple', options: abc('Ja', 'JA ') }),
      ['own.own_1.options.own_2 same_words'],
    ],
    ['numbers the wrong way round', own({ type: 'number', min: 5, max: 5 }), ['own.own_1.max number_range']],
    ['options that a text does not have', own({ options: abc('Ja') }), []],
    [
      'a built-in question with one option',
      { ...noChanges, options: { advice: [{ key: 'job', label: null }] } },
      ['options.advice too_few_options'],
    ],
    [
      'an added option without words',
      {
        ...noChanges,
        options: {
          advice: [
            { key: 'job', label: null },
            { key: 'own_1', label: null },
          ],
        },
      },
      ['options.advice.own_1 required'],
    ],
  ])('%s', (_what, changes, expected) => {
    const problems = formProblems(def, tidyChanges(changes), [])
    expect(problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual(expected)
  })

  test('a key never gets another type', () => {
    const earlier = [{ id: 1, base_version: 2, changes: own({ type: 'text' }) }]
    expect(formProblems(def, own({ type: 'date' }), earlier)).toEqual([
      { field: 'own.own_1.type', problem: 'name_taken' },
    ])
    const [twice] = ownForm.own
    if (!twice) throw new Error('no question')
    expect(formProblems(def, { ...noChanges, own: [twice, twice] }, [])).toHaveLength(1)
  })
})
