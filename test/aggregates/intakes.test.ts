import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentVersion, definition, findQuestion, missingForFinish } from '#core/intake/definition.ts'
import type { Answer, TalkFields } from '#core/api/intake.ts'
import { noChanges } from '#core/intake/form.ts'
import { prepared } from '#db/prepare.ts'
import { civic } from '#service/features/civic.ts'
import { intakeForms } from '#service/features/intake-forms.ts'
import { intakes } from '#service/features/intakes.ts'
import { tasks } from '#service/features/tasks.ts'
import { aParticipant, aReferral, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'

let office: TestOffice
let person: number
let id: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office)
  id = intakes.start(office.ctx, { participantId: person }).id
})
afterEach(() => office.close())

const answers = () => intakes.get(office.ctx, { id }).answers
const give = (answer: Answer) => intakes.saveAnswer(office.ctx, { id, answer })
const answer = (question: string, value: Answer['value']) => give({ question, value, noAnswer: null })
const noAnswer = (question: string, reason: Answer['noAnswer']) =>
  give({ question, value: null, noAnswer: reason })
const needed = () => missingForFinish(definition(currentVersion), answers()).map((one) => one.question)
function finishAll(day = '2026-11-20'): void {
  for (const question of needed()) noAnswer(question, 'unknown')
  intakes.finish(office.on(day), { id })
}

describe('an intake', () => {
  test('is one until it is finished, and then a new one', () => {
    expect(intakes.start(office.on('2026-11-20'), { participantId: person })).toEqual({ id })
    finishAll()
    expect(intakes.finish(office.on('2026-11-21'), { id }).changeSetId).toBeNull()
    const second = intakes.start(office.on('2026-11-22'), { participantId: person }).id
    expect(second).not.toBe(id)
    const head = {
      participant_id: person,
      definition_version: currentVersion,
      form_id: null,
      follows_id: null,
      staff_id: office.staff.id,
    }
    expect(intakes.list(office.ctx, { participantId: person })).toMatchObject([
      { id: second, ...head, started_on: '2026-11-22', finished_on: null, answered: 0 },
      { id, ...head, started_on: '2026-11-18', finished_on: '2026-11-20' },
    ])
  })

  test('says how far it is: "12 van 48"', () => {
    answer('mother_tongue', 'Tigrinya')
    noAnswer('dream_job', 'declined')
    noAnswer('hobbies', 'later')
    const total = definition(currentVersion).sections.flatMap((section) => section.questions).length
    expect(total).toBeGreaterThanOrEqual(40)
    expect(intakes.list(office.ctx, { participantId: person })).toMatchObject([{ answered: 2, total }])
  })

  test('is finished only when every needed question is settled; "later" does not settle one', () => {
    const [first = '', ...rest] = needed()
    for (const question of rest) noAnswer(question, 'declined')
    noAnswer(first, 'later')
    expectError(() => intakes.finish(office.ctx, { id }), 'INVALID', [{ field: first, problem: 'required' }])
    expect(intakes.get(office.ctx, { id }).finished_on).toBeNull()
  })

  test('that is finished stays as it was concluded', () => {
    answer('mother_tongue', 'Tigrinya')
    finishAll()
    expectError(() => answer('mother_tongue', 'Tigre'), 'INTAKE_FINISHED')
    expectError(() => intakes.saveNotes(office.ctx, { id, notes: 'x' }), 'INTAKE_FINISHED')
    expect(answers().find((one) => one.question === 'mother_tongue')?.value).toBe('Tigrinya')
  })

  const civicNow = () => civic.get(office.ctx, { participantId: person })

  test('that is finished fills in what was not known of civic integration, in one step', () => {
    civic.save(office.ctx, { participantId: person, fields: { route: 'z' } })
    answer('integration_law', 'wi2021')
    answer('integration_route', 'b1')
    answer('pip_on', '2025-03-11')
    answer('language_school', 'Taalschool De Proef')
    answer('lesson_times', ['2-morning', '4-evening'])
    expect(civicNow()).toMatchObject({ law: 'unknown', school: '', lessons: [] })
    for (const question of needed()) noAnswer(question, 'unknown')
    const { changeSetId } = intakes.finish(office.ctx, { id })
    expect(civicNow()).toMatchObject({
      law: 'wi2021',
      route: 'z', // was written down before
      pip_on: '2025-03-11',
      school: 'Taalschool De Proef',
      endsOn: '2028-03-11',
      lessons: [
        { weekday: 2, part: 'morning' },
        { weekday: 4, part: 'evening' },
      ],
    })
    office.ctx.undo(changeSetId ?? 0)
    expect(intakes.get(office.ctx, { id }).finished_on).toBeNull()
    expect(civicNow()).toMatchObject({ law: 'unknown', route: 'z', pip_on: null, school: '', lessons: [] })
  })

  test('that is finished leaves the lessons and the term that were known as they are', () => {
    civic.setLessons(office.ctx, { participantId: person, lessons: [{ weekday: 1, part: 'morning' }] })
    civic.save(office.ctx, { participantId: person, fields: { term_ends_on: '2024-01-01' } })
    answer('pip_on', '2025-03-11') // after that end: somebody has to look at it
    answer('lesson_times', ['2-morning'])
    noAnswer('integration_law', 'unknown')
    finishAll()
    expect(civicNow()).toMatchObject({ law: 'unknown', pip_on: null, term_ends_on: '2024-01-01' })
    expect(civicNow().lessons).toEqual([{ weekday: 1, part: 'morning' }])
  })

  test('opened again goes on in a new version beside the old one', () => {
    answer('mother_tongue', 'Tigrinya')
    intakes.saveNotes(office.ctx, { id, notes: 'Shy at first' })
    noAnswer('hobbies', 'later')
    finishAll()
    const before = intakes.get(office.ctx, { id })
    const opened = intakes.reopen(office.on('2027-01-11'), { id })
    expect(intakes.reopen(office.on('2027-01-11'), { id }).id).toBe(opened.id) // not twice
    const version = intakes.get(office.ctx, { id: opened.id })
    expect(version).toMatchObject({
      follows_id: id,
      started_on: '2027-01-11',
      finished_on: null,
      notes: 'Shy at first',
    })
    expect(version.answers).toEqual(before.answers)
    intakes.saveAnswer(office.ctx, {
      id: opened.id,
      answer: { question: 'mother_tongue', value: 'Tigre', noAnswer: null },
    })
    expect(intakes.get(office.ctx, { id })).toEqual(before)
    expect(intakes.start(office.ctx, { participantId: person }).id).toBe(opened.id)
  })

  test('opened again by mistake: undo leaves only the old one', () => {
    finishAll()
    const { changeSetId } = intakes.reopen(office.ctx, { id })
    office.ctx.undo(changeSetId ?? 0)
    expect(intakes.list(office.ctx, { participantId: person }).map((one) => one.id)).toEqual([id])
  })
})

describe('an answer', () => {
  test('of every kind comes back as it was given', () => {
    answer('mother_tongue', 'Tigrinya')
    answer('available', ['1-morning', '4-afternoon'])
    answer('travel_minutes', 45)
    answer('jobs', [{ job: 'Baker', years: '6' }])
    expect(answers()).toEqual([
      { question: 'available', value: ['1-morning', '4-afternoon'], noAnswer: null },
      { question: 'jobs', value: [{ job: 'Baker', years: '6' }], noAnswer: null },
      { question: 'mother_tongue', value: 'Tigrinya', noAnswer: null },
      { question: 'travel_minutes', value: 45, noAnswer: null },
    ])
  })

  test('can be changed, be replaced by a reason for none, and be emptied', () => {
    answer('mother_tongue', 'Tigrinya')
    const changed = answer('mother_tongue', 'Tigre')
    expect(answer('mother_tongue', 'Tigre').changeSetId).toBeNull()
    office.ctx.undo(changed.changeSetId ?? 0)
    expect(answers()).toMatchObject([{ value: 'Tigrinya' }])
    give({ question: 'mother_tongue', value: 'Tigre', noAnswer: 'declined' })
    expect(answers()).toEqual([{ question: 'mother_tongue', value: null, noAnswer: 'declined' }])
    const emptied = answer('mother_tongue', '  ')
    expect(answers()).toEqual([])
    office.ctx.undo(emptied.changeSetId ?? 0)
    expect(answers()).toMatchObject([{ noAnswer: 'declined' }])
  })

  const long = 'x'.repeat(20_001)
  test.each([
    ['number too high', 'travel_minutes', 999, 'number_range'],
    ['number below zero', 'travel_minutes', -1, 'number_range'],
    ['half a number', 'travel_minutes', 1.5, 'number_range'],
    ['no number', 'travel_minutes', 'half an hour', 'number_range'],
    ['31 February', 'privacy_explained', '2026-02-31', 'date_impossible'],
    ['no date', 'privacy_explained', 'last week', 'date_not_understood'],
    ['half a date where it has to be whole', 'privacy_explained', '2026', 'date_not_understood'],
    ['month 13 of a partial date', 'in_netherlands_since', '2021-13', 'date_not_understood'],
    ['too much in one line', 'mother_tongue', long, 'too_long'],
    ['20,001 characters', 'talents', long, 'too_long'],
    ['an option that is none', 'reads_latin_letters', 'maybe', 'required'],
    ['a point beyond the scale', 'ladder_now', 7, 'number_range'],
    ['a box that is none', 'sectors', ['care', 'piracy'], 'required'],
    ['a part of no day', 'available', ['8-morning'], 'required'],
    ['a line that is none', 'body_work', { flying: 'well' }, 'required'],
    ['a column that is none', 'jobs', [{ salary: '1' }], 'required'],
    ['too long in a table', 'jobs', [{ job: long }], 'too_long'],
    ['more lines than there are', 'jobs', Array.from({ length: 9 }, () => ({ job: 'x' })), 'too_many'],
    ['neither yes nor no', 'cares_for_someone', 'perhaps', 'required'],
  ] as const)('that does not fit is refused on its question: %s', (_name, question, value, problem) => {
    expect(findQuestion(definition(currentVersion), question)).not.toBeNull()
    expectError(() => answer(question, value as Answer['value']), 'INVALID', [{ field: question, problem }])
    expect(answers()).toEqual([])
  })

  test.each([
    ['20,000 characters', 'y'.repeat(20_000)],
    ['emoji', 'Ik kan koken 👩🏽‍🍳 en dansen 💃'],
    ['right to left, with marks', '\u200Fأنا أتكلم العربية\u200E (abc) \u202Bعربي\u202C'],
    ['what looks like a page', '<script>alert(1)</script><b>vet</b> &amp; {{name}} ${x}'],
    ['lines and tabs', 'een\r\n\ttwee\n\ndrie'],
  ])('keeps text as it is: %s', (_name, text) => {
    answer('talents', text)
    expect(answers()).toEqual([{ question: 'talents', value: text, noAnswer: null }])
  })

  test('to a question that nobody asks is refused', () => {
    expectError(() => answer('no_such_question', 'x'), 'NOT_FOUND')
    expect(answers()).toEqual([])
  })
})

describe('"later"', () => {
  const open = () => tasks.list(office.ctx, { participantId: person }).filter((task) => task.done_on === null)

  test('puts the question on the list of the person, once, in words', () => {
    noAnswer('dream_job', 'later')
    noAnswer('dream_job', 'later')
    expect(open().map((task) => task.title)).toEqual([
      'Nog vragen bij de intake: Welk werk zou u het liefst doen?',
    ])
  })

  test('is done when the question has an answer, and undo puts it back', () => {
    noAnswer('dream_job', 'later')
    const { changeSetId } = answer('dream_job', 'Bakker')
    expect(open()).toEqual([])
    expect(tasks.list(office.ctx, { participantId: person })).toMatchObject([{ done_on: '2026-11-18' }])
    office.ctx.undo(changeSetId ?? 0)
    expect(open()).toHaveLength(1)
    noAnswer('dream_job', 'declined')
    expect(open()).toEqual([])
  })

  test('by mistake leaves nothing behind', () => {
    noAnswer('dream_job', 'later')
    noAnswer('dream_job', null)
    expect(tasks.list(office.ctx, { participantId: person })).toEqual([])
  })

  test('goes along to the version that follows', () => {
    noAnswer('hobbies', 'later')
    finishAll()
    const { id: next } = intakes.reopen(office.ctx, { id })
    intakes.saveAnswer(office.ctx, {
      id: next,
      answer: { question: 'hobbies', value: 'Schaken', noAnswer: null },
    })
    expect(open()).toEqual([])
  })
})

describe('the talks of an intake', () => {
  const talk: TalkFields = {
    held_on: '2026-11-16',
    staff_id: 1,
    place: 'Bibliotheek',
    minutes: 45,
    language: 'Arabisch',
    interpreter: 'phone',
    present: 'Zijn zus',
    understood: 3,
    remark: 'Rustig gesprek',
  }
  const talks = (intake = id) => intakes.get(office.ctx, { id: intake }).talks

  test('begin with the one of today, in the language of the person', () => {
    const other = aParticipant(office, { languages: 'Tigrinya', interpreter: 'present' })
    const intake = intakes.start(office.ctx, { participantId: other }).id
    expect(talks(intake)).toMatchObject([
      {
        held_on: '2026-11-18',
        staff_id: office.staff.id,
        language: 'Tigrinya',
        interpreter: 'professional',
        minutes: null,
      },
    ])
  })

  test('are two or more, in order of their days; each can be changed and taken away', () => {
    const { id: second } = intakes.addTalk(office.ctx, { id, talk })
    expect(talks().map((one) => one.held_on)).toEqual(['2026-11-16', '2026-11-18'])
    expect(talks()[0]).toEqual({ id: second, intake_id: id, ambassador_id: null, ...talk })
    intakes.saveTalk(office.ctx, { id: second, fields: { remark: 'Met tolk ging het goed', understood: 4 } })
    expect(talks()[0]).toMatchObject({ ...talk, remark: 'Met tolk ging het goed', understood: 4 })
    const { changeSetId } = intakes.removeTalk(office.ctx, { id: second })
    expect(talks()).toHaveLength(1)
    office.ctx.undo(changeSetId ?? 0)
    expect(talks()).toHaveLength(2)
  })

  test('are not longer than ten hours, and not to come', () => {
    const [first] = talks()
    const save = (fields: Partial<TalkFields>) => intakes.saveTalk(office.ctx, { id: first?.id ?? 0, fields })
    expectError(() => save({ minutes: 601 }), 'INVALID', [{ field: 'minutes', problem: 'number_range' }])
    expectError(() => save({ minutes: 0 }), 'INVALID', [{ field: 'minutes', problem: 'number_range' }])
    expectError(() => save({ held_on: '2026-11-19' }), 'INVALID', [
      { field: 'held_on', problem: 'date_in_future' },
    ])
    expectError(() => intakes.saveTalk(office.ctx, { id: 99, fields: { place: 'x' } }), 'NOT_FOUND')
    expectError(() => intakes.addTalk(office.ctx, { id: 99, talk }), 'NOT_FOUND')
    expectError(() => intakes.removeTalk(office.ctx, { id: 99 }), 'NOT_FOUND')
    expect(talks()).toMatchObject([{ minutes: null, held_on: '2026-11-18' }])
  })
})

describe('where the talk stopped', () => {
  test('is remembered, and is in nobody’s way when something is taken back', () => {
    expect(intakes.get(office.ctx, { id }).stopped_at).toBe('')
    const { changeSetId } = answer('mother_tongue', 'Tigrinya')
    intakes.stopAt(office.ctx, { id, question: 'dream_job' })
    intakes.stopAt(office.ctx, { id, question: 'hobbies' })
    expect(intakes.get(office.ctx, { id }).stopped_at).toBe('hobbies')
    office.ctx.undo(changeSetId ?? 0)
    expect(answers()).toEqual([])
    expectError(() => intakes.stopAt(office.ctx, { id: 99, question: 'x' }), 'NOT_FOUND')
  })

  test('goes with the intake when its start is taken back', () => {
    const other = aParticipant(office)
    const intake = intakes.start(office.ctx, { participantId: other }).id
    intakes.stopAt(office.ctx, { id: intake, question: 'dream_job' })
    office.ctx.undo()
    expect(intakes.list(office.ctx, { participantId: other })).toEqual([])
  })
})

test('a question that the office does not ask any more keeps its answer, to read', () => {
  answer('hobbies', 'Schaken')
  finishAll()
  intakeForms.save(office.ctx, { basedOn: null, changes: { ...noChanges, questionsOff: ['hobbies'] } })
  const { id: next } = intakes.reopen(office.ctx, { id })
  const { form, answers: kept } = intakes.get(office.ctx, { id: next })
  expect(findQuestion(form, 'hobbies')).toBeNull()
  expect(form.former).toMatchObject([{ section: 'work', question: { key: 'hobbies' } }])
  expect(kept.find((one) => one.question === 'hobbies')?.value).toBe('Schaken')
  const changed = { question: 'hobbies', value: 'Dammen', noAnswer: null }
  expectError(() => intakes.saveAnswer(office.ctx, { id: next, answer: changed }), 'NOT_FOUND')
  // The version before has the form that it was held with.
  expect(findQuestion(intakes.get(office.ctx, { id }).form, 'hobbies')).not.toBeNull()
})

test('the notes of the talk are kept beside the answers', () => {
  intakes.saveNotes(office.ctx, { id, notes: 'Shy at first' })
  expect(intakes.get(office.ctx, { id }).notes).toBe('Shy at first')
})

test('an intake belongs to somebody, and to the newest referral', () => {
  const sent = aParticipant(office)
  aReferral(office, { participant_id: sent, referred_on: '2025-03-03' })
  const newest = aReferral(office, { participant_id: sent, referred_on: '2026-03-03' })
  aReferral(office, { participant_id: sent, referred_on: '2026-02-02' })
  const intake = intakes.start(office.ctx, { participantId: sent }).id
  expect(prepared(office.db, 'SELECT referral_id FROM intake WHERE id = ?').get(intake)).toEqual({
    referral_id: newest,
  })
  expectError(() => intakes.start(office.ctx, { participantId: 99 }), 'NOT_FOUND')
  expectError(() => intakes.get(office.ctx, { id: 99 }), 'NOT_FOUND')
  expectError(() => intakes.saveNotes(office.ctx, { id: 99, notes: '' }), 'NOT_FOUND')
  expectError(() => intakes.finish(office.ctx, { id: 99 }), 'NOT_FOUND')
  expectError(() => intakes.reopen(office.ctx, { id: 99 }), 'NOT_FOUND')
  const other = { question: 'mother_tongue', value: 'x', noAnswer: null }
  expectError(() => intakes.saveAnswer(office.ctx, { id: 99, answer: other }), 'NOT_FOUND')
})
