import { describe, expect, test } from 'vitest'
import type { Source } from '#core/api/letter-sources.ts'
import type { ProgressLetterView } from '#core/api/letters.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { prepared } from '#db/prepare.ts'
import { assessments } from '#service/features/assessments.ts'
import { attendance } from '#service/features/attendance.ts'
import { letterSources } from '#service/features/letter-sources.ts'
import { letters } from '#service/features/letters.ts'
import { notes } from '#service/features/notes.ts'
import { trajectories } from '#service/features/trajectories.ts'
import {
  aCaseManager,
  aMunicipality,
  aNote,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'

const whole = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

function aLetter(office: TestOffice) {
  const municipality_id = aMunicipality(office)
  const case_manager_id = aCaseManager(office, { municipality_id })
  const participantId = aParticipant(office)
  const referral_id = aReferral(office, { participant_id: participantId, case_manager_id })
  const trajectoryId = aTrajectory(office, { participant_id: participantId, referral_id })
  const cell = { participantId, part: 'morning' as const }
  attendance.mark(office.ctx, {
    cells: [
      { ...cell, day: '2026-11-05', mark: 'present', lateMinutes: null },
      { ...cell, day: '2026-11-10', mark: 'late', lateMinutes: 30 },
      { ...cell, day: '2026-11-12', mark: 'no_show', lateMinutes: null, note: 'Telefoon stond uit' },
    ],
  })
  const note = aNote(office, {
    participant_id: participantId,
    happened_on: '2026-11-02',
    body: 'Belt zelf af, in het Nederlands.',
    in_report: true,
  })
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  const draft = () => (letters.get(office.ctx, { id }) as ProgressLetterView).draft
  const facts = () => letters.get(office.ctx, { id }).facts as ProgressFacts
  const save = (part: Partial<ProgressLetterView['draft']>) =>
    letters.saveDraft(office.ctx, { id, kind: 'progress', draft: { ...draft(), ...part } })
  const say = (texts: Partial<ProgressLetterView['draft']['texts']>) =>
    save({ texts: { ...draft().texts, ...texts } })
  return { id, participantId, trajectoryId, municipality_id, case_manager_id, note, draft, facts, save, say }
}
const sourcesOf = (office: TestOffice, id: number, code: string): readonly Source[] =>
  letterSources.get(office.ctx, { id }).parts.find((part) => part.code === code)?.sources ?? []
const changes = (office: TestOffice, id: number) => letterSources.get(office.ctx, { id }).changes

describe('where a part comes from', () => {
  test('hours are the weeks with their marks: the sums of the raw rows', () => {
    using office = openTestOffice(whole)
    const { id, facts } = aLetter(office)
    const part = letterSources.get(office.ctx, { id }).parts.find((one) => one.code === 'attendance')
    const raw = prepared<[], { planned: number; present: number }>(
      office.db,
      'SELECT sum(planned_minutes) AS planned, sum(present_minutes) AS present FROM attendance',
    ).get()
    expect(part?.hours).toEqual({ planned_minutes: raw?.planned, present_minutes: raw?.present })
    const weeks = (part?.sources ?? []).filter((one) => one.kind === 'week')
    expect(weeks).toEqual([
      { kind: 'week', monday: '2026-11-02', planned_minutes: 180, present_minutes: 180, absent_minutes: 0 },
      { kind: 'week', monday: '2026-11-09', planned_minutes: 360, present_minutes: 150, absent_minutes: 180 },
    ])
    expect(weeks.reduce((sum, week) => sum + week.present_minutes, 0)).toBe(
      facts().attendance.present_minutes,
    )
    expect(part?.sources).toContainEqual({
      kind: 'absence',
      day: '2026-11-12',
      mark: 'no_show',
      minutes: 180,
      remark: 'Telefoon stond uit',
    })
  })

  test('a day away is one line, whatever half-days it had', () => {
    using office = openTestOffice(whole)
    const { id, participantId } = aLetter(office)
    const cell = { participantId, day: '2026-11-03', mark: 'ill' as const, lateMinutes: null }
    attendance.mark(office.ctx, {
      cells: [
        { ...cell, part: 'morning', note: 'Belde om 8 uur' },
        { ...cell, part: 'afternoon', note: 'Belde om 8 uur' },
      ],
    })
    expect(sourcesOf(office, id, 'attendance').filter((one) => one.kind === 'absence')).toMatchObject([
      { day: '2026-11-03', mark: 'ill', remark: 'Belde om 8 uur' },
      { day: '2026-11-12', mark: 'no_show' },
    ])
  })

  test('a level knows its day, its source and who wrote it down; a note who wrote it', () => {
    using office = openTestOffice(whole)
    const { id, participantId } = aLetter(office)
    assessments.addLanguage(office.ctx, {
      participantId,
      assessed_on: '2026-11-03',
      source: 'school',
      levels: [{ skill: 'listening', level: 'A2' }],
    } as never)
    expect(sourcesOf(office, id, 'language')).toEqual([
      {
        kind: 'language',
        day: '2026-11-03',
        skill: 'listening',
        level: 'A2',
        source: 'school',
        who: office.staff.name,
      },
    ])
    expect(sourcesOf(office, id, 'notes')).toEqual([
      {
        kind: 'note',
        day: '2026-11-02',
        body: 'Belt zelf af, in het Nederlands.',
        who: office.staff.name,
        shortened: false,
      },
    ])
  })

  test('own words are of who typed them last; what nobody typed has no part', () => {
    using office = openTestOffice(whole)
    const { id, say } = aLetter(office)
    expect(sourcesOf(office, id, 'helps')).toEqual([])
    say({ helps: 'Een vaste plek.' })
    expect(sourcesOf(office, id, 'helps')).toEqual([
      { kind: 'written', who: office.staff.name, at: office.ctx.now },
    ])
  })

  test('a letter that stands tells it from the facts that it keeps', async () => {
    using office = openTestOffice(whole)
    const { id, participantId, note } = aLetter(office)
    await letters.finalise(office.ctx, { id })
    const before = letterSources.get(office.ctx, { id }).parts
    attendance.mark(office.ctx, {
      cells: [{ participantId, day: '2026-11-12', part: 'morning', mark: 'present', lateMinutes: null }],
    })
    notes.save(office.ctx, { id: note, fields: { body: 'Iets heel anders' } } as never)
    expect(letterSources.get(office.ctx, { id })).toEqual({ parts: before, changes: [] })
    expect(JSON.stringify(before)).toContain('Belt zelf af')
    expect(() => letterSources.seen(office.ctx, { id })).toThrow('LETTER_FINAL')
  })
})

describe('what changed since the draft was looked through', () => {
  test('nothing at first; then in words; nothing again after "Gezien", which can be taken back', () => {
    using office = openTestOffice(whole)
    const { id, participantId, trajectoryId } = aLetter(office)
    expect(changes(office, id)).toEqual([])
    attendance.mark(office.ctx, {
      cells: [{ participantId, day: '2026-11-12', part: 'morning', mark: 'present', lateMinutes: null }],
    })
    aNote(office, { participant_id: participantId, happened_on: '2026-11-11', in_report: true })
    trajectories.saveGoal(office.ctx, {
      trajectoryId,
      goal: { description: 'Op tijd komen', state: 'busy', remark: '' },
    } as never)
    const expected = [
      { code: 'present', from: 330, to: 510 },
      { code: 'no_show', from: 180, to: 0 },
      { code: 'goal_new', what: 'Op tijd komen' },
      { code: 'note_new', day: '2026-11-11' },
    ]
    expect(changes(office, id)).toEqual(expected)
    // Opening it again does not say that anybody looked.
    letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    expect(changes(office, id)).toEqual(expected)
    const { changeSetId } = letterSources.seen(office.ctx, { id })
    expect(changeSetId).not.toBeNull()
    expect(changes(office, id)).toEqual([])
  })

  test('looking at a draft stores nothing, also when it was never looked through', () => {
    using office = openTestOffice(whole)
    const { id } = aLetter(office)
    office.command(() => prepared(office.db, 'UPDATE letter SET seen_facts = NULL').run())
    const rows = () => prepared<[], { n: number }>(office.db, 'SELECT count(*) AS n FROM change').get()?.n
    const before = rows()
    expect(changes(office, id)).toEqual([])
    letters.get(office.ctx, { id })
    expect(rows()).toBe(before)
  })
})

test('a note is shortened in the letter alone, and that says so when the note changes', () => {
  using office = openTestOffice(whole)
  const { id, note, save, facts, participantId } = aLetter(office)
  const body = 'Belt zelf af, in het Nederlands.'
  save({ shortened: [{ note, text: 'Belt zelf af.', of: body }] })
  expect(facts().notes).toEqual([{ id: note, date: '2026-11-02', body: 'Belt zelf af.' }])
  expect(sourcesOf(office, id, 'notes')).toMatchObject([{ body: 'Belt zelf af.', shortened: true }])
  expect(notes.list(office.ctx, { participantId })[0]?.body).toBe(body)
  // Shortening is no change of what the office knows.
  expect(changes(office, id)).toEqual([])
  save({ shortened: [] })
  expect(facts().notes[0]?.body).toBe(body)
})

describe('a second look before it stands', () => {
  const looks = (office: TestOffice, id: number) =>
    letters
      .get(office.ctx, { id })
      .gaps.filter(({ code }) => ['sensitive', 'bsn', 'unprintable', 'case_manager_left'].includes(code))

  test('words of health are named with their place and never in the way', async () => {
    using office = openTestOffice(whole)
    const { id, say } = aLetter(office)
    expect(looks(office, id)).toEqual([])
    say({ opinion: 'Ik heb een depressie gehad.' })
    expect(looks(office, id)).toEqual([
      { code: 'sensitive', blocking: false, where: 'text:opinion', words: ['depressie'] },
    ])
    expect((await letters.finalise(office.ctx, { id })).number).toBe('2026-0001')
  })

  test('characters that no font has are named, by the word that they stand in', () => {
    using office = openTestOffice(whole)
    const { id, say } = aLetter(office)
    say({ opening: 'Zij heet ᏣᎳᎩ, en komt graag.' })
    expect(looks(office, id)).toEqual([{ code: 'unprintable', blocking: false, words: ['ᏣᎳᎩ'] }])
  })

  test('a case manager who left is pointed out; another of the same municipality can be chosen', () => {
    using office = openTestOffice(whole)
    const { id, case_manager_id, municipality_id, facts } = aLetter(office)
    const other = aCaseManager(office, { municipality_id, surname: 'Bakker' })
    const elsewhere = aCaseManager(office, { municipality_id: aMunicipality(office, { name: 'Verderop' }) })
    office.command(() =>
      prepared(office.db, 'UPDATE case_manager SET active = 0 WHERE id = ?').run(case_manager_id),
    )
    expect(looks(office, id)).toEqual([{ code: 'case_manager_left', blocking: false }])
    expect(letterSources.caseManagers(office.ctx, { id })).toMatchObject([
      { id: other, active: true, chosen: false },
      { id: case_manager_id, active: false, chosen: true },
    ])
    expect(() => letterSources.setCaseManager(office.ctx, { id, caseManagerId: elsewhere })).toThrow(
      'INVALID',
    )
    letterSources.setCaseManager(office.ctx, { id, caseManagerId: other })
    expect(looks(office, id)).toEqual([])
    expect(facts().caseManager?.surname).toBe('Bakker')
    expect(changes(office, id)).toEqual([{ code: 'case_manager' }])
  })
})

test('a period without a single mark is a letter without hours, and says what is missing', async () => {
  using office = openTestOffice(whole)
  const trajectoryId = aTrajectory(office)
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  const { parts } = letterSources.get(office.ctx, { id })
  expect(parts.map((part) => part.code)).toEqual(['glance'])
  expect(letters.get(office.ctx, { id }).gaps.map((gap) => gap.code)).toContain('attendance_unfilled')
  expect((await letters.pdf(office.ctx, { id })).pdf.length).toBeGreaterThan(1_000)
})
