import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { programWords } from '#core/notes/sensitive-words.ts'
import { prepared } from '#db/prepare.ts'
import { notes } from '#service/features/notes.ts'
import { settings } from '#service/features/settings.ts'
import { tasks } from '#service/features/tasks.ts'
import { today } from '#service/features/today.ts'
import { aNote, aParticipant, aTask, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
let person: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office)
})
afterEach(() => office.close())

const note = { happened_on: '2026-11-18', kind: 'talk' as const, body: 'Went well', in_report: true }
const tasksNow = () => tasks.list(office.ctx, { participantId: person })

describe('a note', () => {
  test('comes with who was there and the tasks that follow from it, and goes with them in one undo', () => {
    const { id, changeSetId } = notes.create(office.ctx, {
      participant_id: person,
      ...note,
      present: ' Tolk en zus ',
      tasks: [
        { title: ' Bellen ', due_on: '2026-11-20', staff_id: office.staff.id },
        { title: 'Mailen', due_on: null },
      ],
    })
    expect(notes.get(office.ctx, { id })).toMatchObject({ ...note, present: 'Tolk en zus' })
    expect(tasksNow()).toMatchObject([
      {
        title: 'Bellen',
        due_on: '2026-11-20',
        staff_id: office.staff.id,
        note_id: id,
        staffName: 'Coach Test',
      },
      { title: 'Mailen', due_on: null, staff_id: null, note_id: id, staffName: '' },
    ])
    office.ctx.undo(changeSetId ?? 0)
    expect(tasksNow()).toEqual([])
    expectError(() => notes.get(office.ctx, { id }), 'NOT_FOUND')
  })

  test("is not kept when one of its tasks is empty or somebody else's who does not exist", () => {
    const made = (task: { title: string; due_on: null; staff_id?: number }) => () =>
      notes.create(office.ctx, {
        participant_id: person,
        ...note,
        tasks: [{ title: 'A', due_on: null }, task],
      })
    expectError(made({ title: ' ', due_on: null }), 'INVALID', [
      { field: 'tasks.1.title', problem: 'required' },
    ])
    expectError(made({ title: 'B', due_on: null, staff_id: 99 }), 'NOT_FOUND')
    expect(notes.list(office.ctx, { participantId: person })).toEqual([])
    expect(tasksNow()).toEqual([])
  })

  test('leaves its tasks when it is removed; the undo ties them together again', () => {
    const { id } = notes.create(office.ctx, {
      participant_id: person,
      ...note,
      tasks: [{ title: 'Bellen', due_on: null }],
    })
    const { changeSetId } = notes.remove(office.ctx, { id })
    expect(tasksNow()).toMatchObject([{ title: 'Bellen', note_id: null }])
    office.ctx.undo(changeSetId ?? 0)
    expect(tasksNow()).toMatchObject([{ title: 'Bellen', note_id: id }])
  })

  test('can be changed in every field, with undo', () => {
    const id = aNote(office, { participant_id: person })
    const before = notes.get(office.ctx, { id })
    const fields = {
      ...note,
      kind: 'phone' as const,
      present: 'Zus',
      happened_on: '2026-11-01',
      body: 'Beter',
    }
    const { changeSetId } = notes.save(office.ctx, { id, fields })
    expect(notes.get(office.ctx, { id })).toMatchObject(fields)
    office.ctx.undo(changeSetId ?? 0)
    expect(notes.get(office.ctx, { id })).toEqual(before)
  })
})

describe('a task', () => {
  test('can be changed, put off, given to somebody, and removed, each with undo', () => {
    const other = office.addStaff({ name: 'Coach Twee' })
    const id = aTask(office, { participant_id: person, due_on: '2026-11-19' })
    const now = () => tasksNow()[0]
    const put = tasks.save(office.ctx, { id, fields: { due_on: '2026-11-26', staff_id: other.id } })
    expect(now()).toMatchObject({ title: 'Call back', due_on: '2026-11-26', staffName: 'Coach Twee' })
    office.ctx.undo(put.changeSetId ?? 0)
    expect(now()).toMatchObject({ due_on: '2026-11-19', staff_id: null })
    tasks.save(office.ctx, { id, fields: { title: ' Anders ', due_on: null } })
    expect(now()).toMatchObject({ title: 'Anders', due_on: null })
    const gone = tasks.remove(office.ctx, { id })
    expect(tasksNow()).toEqual([])
    office.ctx.undo(gone.changeSetId ?? 0)
    expect(now()).toMatchObject({ id, title: 'Anders' })
    const done = tasks.setDone(office.ctx, { id, done: true })
    office.ctx.undo(done.changeSetId ?? 0)
    expect(now()).toMatchObject({ done_on: null })
    expectError(() => tasks.save(office.ctx, { id, fields: { title: ' ' } }), 'INVALID')
    expectError(() => tasks.save(office.ctx, { id, fields: { staff_id: 99 } }), 'NOT_FOUND')
    expectError(() => tasks.save(office.ctx, { id: 99, fields: { title: 'A' } }), 'NOT_FOUND')
    expectError(() => tasks.remove(office.ctx, { id: 99 }), 'NOT_FOUND')
  })

  test("on Vandaag one's own come first, then everybody's, then the others'", () => {
    const other = office.addStaff({ name: 'Coach Twee' })
    const add = (title: string, due_on: string | null, staff_id: number | null) =>
      tasks.create(office.ctx, { participant_id: person, title, due_on, staff_id })
    add('other, late', '2026-11-01', other.id)
    add('everybody', '2026-11-18', null)
    add('own, no day', null, office.staff.id)
    add('own', '2026-11-20', office.staff.id)
    add('own, next month', '2026-12-20', office.staff.id)
    const titles = (ctx = office.ctx) => today.get(ctx).tasks.map(({ title }) => title)
    expect(titles()).toEqual(['own', 'own, no day', 'everybody', 'other, late'])
    expect(titles(office.on('2026-11-18', other))).toEqual(['other, late', 'everybody', 'own', 'own, no day'])
    expect(today.get(office.ctx).tasks.at(-1)).toMatchObject({
      staffName: 'Coach Twee',
      name: 'Testa Testerink',
    })
  })

  test('open tasks are found in step with the index', () => {
    const plan = prepared(
      office.db,
      'EXPLAIN QUERY PLAN SELECT id FROM task k WHERE k.done_on IS NULL AND k.due_on <= ?',
    ).all('2026-11-18')
    expect(JSON.stringify(plan)).toContain('task_open')
  })
})

test("the words of the office take the place of the program's, and go back to them", async () => {
  const words = () => notes.sensitiveWords(office.ctx)
  expect(words()).toEqual({ words: programWords, ofProgram: true })
  await settings.saveOffice(office.ctx, { sensitive_words: 'huurschuld' })
  expect(words()).toEqual({ words: 'huurschuld', ofProgram: false })
  await settings.saveOffice(office.ctx, { sensitive_words: '' })
  expect(words()).toEqual({ words: '', ofProgram: false })
  await settings.saveOffice(office.ctx, { sensitive_words: null })
  expect(words()).toEqual({ words: programWords, ofProgram: true })
})
