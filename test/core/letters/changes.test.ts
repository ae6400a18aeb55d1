import { describe, expect, test } from 'vitest'
import { changesBetween } from '#core/letters/changes.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { seenOf, seenSchema, type Seen } from '#core/letters/seen.ts'
import { fullFacts } from '../../letters/example.ts'
import { hoursFacts } from '../../letters/hours-example.ts'
import { fullIntake } from '../../letters/intake-example.ts'
import { fullReady } from '../../letters/ready-example.ts'

const notes = [{ id: 1, happened_on: '2026-11-02', body: 'Belt zelf af.' }]
/** As it is stored and read again. */
const kept = (facts: ProgressFacts, of = notes): Seen =>
  seenSchema.parse(JSON.parse(JSON.stringify(seenOf(facts, of))))
const changed = (to: Partial<ProgressFacts>, of = notes) =>
  changesBetween(kept(fullFacts), kept({ ...fullFacts, ...to }, of))

describe('what is different since a draft was looked through', () => {
  test('nothing, when nothing is; what staff type themselves and the day of writing are no change', () => {
    expect(changed({})).toEqual([])
    expect(
      changed({
        texts: { ...fullFacts.texts, opening: 'Iets anders' },
        dated_on: '2026-12-01',
        notes: [],
        next_letter_on: null,
      }),
    ).toEqual([])
  })

  test('hours, and the same hours on another day', () => {
    const { attendance } = fullFacts
    expect(
      changed({ attendance: { ...attendance, present_minutes: attendance.present_minutes + 150 } }),
    ).toEqual([{ code: 'present', from: 9_000, to: 9_150 }])
    expect(changed({ attendance: { ...attendance, no_show_days: ['2026-10-15'] } })).toEqual([
      { code: 'other' },
    ])
  })

  test('a goal on its way, a new one, one that went', () => {
    const [first, ...more] = fullFacts.goals
    if (!first) throw new Error('No goal')
    expect(changed({ goals: [{ ...first, state: 'partly' }, ...more] })).toEqual([
      { code: 'goal_state', what: first.description, from: first.state, to: 'partly' },
    ])
    expect(changed({ goals: [{ ...first, remark: 'Nieuw' }, ...more] })).toEqual([
      { code: 'goal_edited', what: first.description },
    ])
    expect(
      changed({ goals: [...more, { description: 'Fietsen leren', state: 'busy', remark: '' }] }),
    ).toEqual([
      { code: 'goal_new', what: 'Fietsen leren' },
      { code: 'goal_gone', what: first.description },
    ])
  })

  test('a note that came, changed or went, by its day and never with its text', () => {
    const more = { id: 2, happened_on: '2026-11-12', body: 'Nieuw.' }
    expect(changed({}, [...notes, more])).toEqual([{ code: 'note_new', day: '2026-11-12' }])
    expect(changed({}, [{ id: 1, happened_on: '2026-11-02', body: 'Belt niet af.' }])).toEqual([
      { code: 'note_edited', day: '2026-11-02' },
    ])
    expect(changed({}, [])).toEqual([{ code: 'note_gone', day: '2026-11-02' }])
    expect(JSON.stringify(kept(fullFacts))).not.toContain('Belt')
  })

  test('who it goes to, a level, the end of the trajectory', () => {
    const { caseManager, language, trajectory } = fullFacts
    if (!caseManager) throw new Error('No case manager')
    expect(changed({ caseManager: { ...caseManager, surname: 'Bakker' } })).toEqual([
      { code: 'case_manager' },
    ])
    expect(changed({ trajectory: { ...trajectory, planned_end_on: '2027-05-21' } })).toEqual([
      { code: 'end', from: '2027-02-19', to: '2027-05-21' },
    ])
    expect(changed({ language: language.filter((row) => row.skill !== 'listening') })).toMatchObject([
      { code: 'level', skill: 'listening', to: null },
    ])
  })

  test('facts of the other kinds can be kept and compared as well', () => {
    for (const facts of [hoursFacts, fullIntake, fullReady])
      expect(changesBetween(seenOf(facts, []), seenSchema.parse(seenOf(facts, [])))).toEqual([])
    expect(
      changesBetween(seenOf(fullIntake, []), seenOf({ ...fullIntake, advice: 'Anders' } as never, [])),
    ).toEqual([{ code: 'advice', from: fullIntake.advice, to: 'Anders' }])
    const { total } = hoursFacts
    const later = { ...hoursFacts, total: { ...total, present_minutes: total.present_minutes + 60 } }
    expect(changesBetween(seenOf(hoursFacts, []), seenOf(later, []))).toMatchObject([{ code: 'present' }])
    expect(
      changesBetween(seenOf(fullReady, []), seenOf({ ...fullReady, told_by: 'x' } as never, [])),
    ).toEqual([{ code: 'other' }])
  })
})
