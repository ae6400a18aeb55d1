import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentVersion, definition, missingForFinish } from '#core/intake/definition.ts'
import { prepared } from '#db/prepare.ts'
import { intakes } from '#service/features/intakes.ts'
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
const answer = (question: string, value: Parameters<typeof intakes.saveAnswer>[1]['answer']['value']) =>
  intakes.saveAnswer(office.ctx, { id, answer: { question, value, noAnswer: null } })
const needed = () => missingForFinish(definition(currentVersion), answers()).map((one) => one.question)

describe('an intake', () => {
  test('is one until it is finished, and then a new one', () => {
    expect(intakes.start(office.on('2026-11-20'), { participantId: person })).toEqual({ id })
    for (const question of needed())
      intakes.saveAnswer(office.ctx, { id, answer: { question, value: null, noAnswer: 'unknown' } })
    intakes.finish(office.on('2026-11-20'), { id })
    expect(intakes.finish(office.on('2026-11-21'), { id }).changeSetId).toBeNull()
    const second = intakes.start(office.on('2026-11-22'), { participantId: person }).id
    expect(second).not.toBe(id)
    const head = { participant_id: person, definition_version: currentVersion, staff_id: office.staff.id }
    expect(intakes.list(office.ctx, { participantId: person })).toEqual([
      { id: second, ...head, started_on: '2026-11-22', finished_on: null },
      { id, ...head, started_on: '2026-11-18', finished_on: '2026-11-20' },
    ])
  })

  test('is finished only when every needed question is settled; "later" does not settle one', () => {
    const [first, ...rest] = needed()
    if (first === undefined) throw new Error('the definition has needed questions')
    for (const question of rest)
      intakes.saveAnswer(office.ctx, { id, answer: { question, value: null, noAnswer: 'declined' } })
    const later = { question: first, value: null, noAnswer: 'later' as const }
    intakes.saveAnswer(office.ctx, { id, answer: later })
    expectError(() => intakes.finish(office.ctx, { id }), 'INVALID', [{ field: first, problem: 'required' }])
    expect(intakes.get(office.ctx, { id }).finished_on).toBeNull()
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
    intakes.saveAnswer(office.ctx, {
      id,
      answer: { question: 'mother_tongue', value: 'Tigre', noAnswer: 'declined' },
    })
    expect(answers()).toEqual([{ question: 'mother_tongue', value: null, noAnswer: 'declined' }])
    const emptied = answer('mother_tongue', '  ')
    expect(answers()).toEqual([])
    office.ctx.undo(emptied.changeSetId ?? 0)
    expect(answers()).toMatchObject([{ noAnswer: 'declined' }])
  })

  test('that does not fit its question is refused on that question', () => {
    expectError(() => answer('travel_minutes', 999), 'INVALID', [
      { field: 'travel_minutes', problem: 'number_range' },
    ])
    expectError(() => answer('privacy_explained', '2026-02-31'), 'INVALID', [
      { field: 'privacy_explained', problem: 'date_impossible' },
    ])
    expectError(() => answer('no_such_question', 'x'), 'NOT_FOUND')
    expect(answers()).toEqual([])
  })
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
  const other = { question: 'mother_tongue', value: 'x', noAnswer: null }
  expectError(() => intakes.saveAnswer(office.ctx, { id: 99, answer: other }), 'NOT_FOUND')
})
