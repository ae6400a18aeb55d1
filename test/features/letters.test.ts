import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { finaliseLetter } from '#db/letters/commands.ts'
import { prepared } from '#db/prepare.ts'
import { attendance } from '#service/features/attendance.ts'
import { emptyDraft } from '#service/letters/progress-letter.ts'
import { letters } from '#service/features/letters.ts'
import { notes } from '#service/features/notes.ts'
import {
  aCaseManager,
  aMunicipality,
  aNote,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

/** Somebody in the thirteenth week, with three filled mornings: present, 30 minutes late, without a word. */
function inTrajectory(office: TestOffice, municipality = {}) {
  const municipality_id = aMunicipality(office, municipality)
  const case_manager_id = aCaseManager(office, { municipality_id })
  const participantId = aParticipant(office)
  const referral_id = aReferral(office, {
    participant_id: participantId,
    case_manager_id,
    client_number: 'CL-1',
  })
  const trajectoryId = aTrajectory(office, { participant_id: participantId, referral_id })
  const cell = { participantId, part: 'morning' as const }
  attendance.mark(office.ctx, {
    cells: [
      { ...cell, day: '2026-11-05', mark: 'present', lateMinutes: null },
      { ...cell, day: '2026-11-10', mark: 'late', lateMinutes: 30 },
      { ...cell, day: '2026-11-12', mark: 'no_show', lateMinutes: null },
    ],
  })
  return { participantId, trajectoryId }
}

const completeOffice = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

test('opening a letter twice gives the same draft, for the time up to the last finished week', () => {
  using office = openTestOffice(completeOffice)
  const { trajectoryId } = inTrajectory(office)
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  expect(letters.open(office.ctx, { kind: 'progress', about: trajectoryId }).id).toBe(id)
  const letter = letters.get(office.ctx, { id })
  expect(letter).toMatchObject({
    state: 'draft',
    number: null,
    period_from: '2026-08-24',
    period_to: '2026-11-13',
  })
  const facts = letter.facts as ProgressFacts
  expect(facts.attendance).toMatchObject({
    planned_minutes: 540,
    present_minutes: 330,
    no_show_minutes: 180,
    no_show_days: ['2026-11-12'],
  })
})

test('only ticked notes of the period come in, and one can be left out of this letter', () => {
  using office = openTestOffice(completeOffice)
  const { participantId, trajectoryId } = inTrajectory(office)
  const inLetter = aNote(office, {
    participant_id: participantId,
    happened_on: '2026-11-02',
    body: 'Belt zelf af',
    in_report: true,
  })
  aNote(office, {
    participant_id: participantId,
    happened_on: '2026-11-03',
    body: 'Alleen voor ons',
    in_report: false,
  })
  aNote(office, {
    participant_id: participantId,
    happened_on: '2026-11-16',
    body: 'Na de periode',
    in_report: true,
  })
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  const bodies = () => (letters.get(office.ctx, { id }).facts as ProgressFacts).notes.map((note) => note.body)
  expect(bodies()).toEqual(['Belt zelf af'])
  letters.saveDraft(office.ctx, { id, kind: 'progress', draft: { ...emptyDraft, leftOutNotes: [inLetter] } })
  expect(bodies()).toEqual([])
  expect(notes.list(office.ctx, { participantId }).find((note) => note.id === inLetter)?.in_report).toBe(true)
})

describe('finalising', () => {
  test('gives the next number and stores bytes, hash and facts; nothing changes them afterwards', async () => {
    using office = openTestOffice(completeOffice)
    const { participantId, trajectoryId } = inTrajectory(office)
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    const { number } = await letters.finalise(office.ctx, { id })
    expect(number).toBe('2026-0001')

    const final = letters.get(office.ctx, { id })
    const pdf = Buffer.from((await letters.pdf(office.ctx, { id })).pdf, 'base64')
    expect(final).toMatchObject({ state: 'final', number, dated_on: '2026-11-18', gaps: [] })
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(final.pdf_sha256)
    expect((final.facts as ProgressFacts).number).toBe(number)

    // The office goes on: the letter stays what it was.
    attendance.mark(office.ctx, {
      cells: [{ participantId, day: '2026-11-12', part: 'morning', mark: 'present', lateMinutes: null }],
    })
    const later = letters.get(office.ctx, { id })
    expect(later.facts).toEqual(final.facts)
    expect(Buffer.from((await letters.pdf(office.ctx, { id })).pdf, 'base64').equals(pdf)).toBe(true)

    expect(() => letters.saveDraft(office.ctx, { id, kind: 'progress', draft: emptyDraft })).toThrow(
      'LETTER_FINAL',
    )
    expect(() => letters.removeDraft(office.ctx, { id })).toThrow('LETTER_FINAL')
    for (const sql of [
      "UPDATE letter SET facts = '{}'",
      'UPDATE letter SET pdf = zeroblob(3)',
      "UPDATE letter SET number = '2026-9999'",
      "UPDATE letter SET dated_on = '2026-01-01'",
      'DELETE FROM letter',
    ])
      expect(() => office.command(() => prepared(office.db, sql).run()), sql).toThrow('LETTER_FINAL')
    expect(() => office.ctx.undo()).not.toThrow() // the mark
    expect(() => office.ctx.undo()).toThrow('LETTER_FINAL') // the finalising itself
  })

  test('the next letter begins where the last one ended, with the next number', async () => {
    using office = openTestOffice(completeOffice)
    const { trajectoryId } = inTrajectory(office)
    const first = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    await letters.finalise(office.ctx, { id: first.id })
    const later = office.on('2026-12-30')
    const second = letters.open(later, { kind: 'progress', about: trajectoryId })
    expect(second.id).not.toBe(first.id)
    expect(letters.get(later, { id: second.id })).toMatchObject({
      period_from: '2026-11-14',
      period_to: '2026-12-25',
    })
    expect((await letters.finalise(later, { id: second.id })).number).toBe('2026-0002')
  })

  test('a letter without an address is not finalised, and keeps no number', async () => {
    using office = openTestOffice(completeOffice)
    const { trajectoryId } = inTrajectory(office, { address_line: '', postcode: '', city: '' })
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    expect(letters.get(office.ctx, { id }).gaps).toContainEqual({
      code: 'municipality_address',
      blocking: true,
    })
    await expect(letters.finalise(office.ctx, { id })).rejects.toMatchObject({
      code: 'LETTER_INCOMPLETE',
      data: { gaps: ['municipality_address'] },
    })
    expect(letters.get(office.ctx, { id })).toMatchObject({ state: 'draft', number: null })
    expect(prepared(office.db, 'SELECT * FROM letter_number').all()).toEqual([])
  })

  test('facts that change while the page is drawn stop it', async () => {
    using office = openTestOffice(completeOffice)
    const { participantId, trajectoryId } = inTrajectory(office)
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    const finalising = letters.finalise(office.ctx, { id })
    attendance.mark(office.ctx, {
      cells: [{ participantId, day: '2026-11-12', part: 'morning', mark: 'present', lateMinutes: null }],
    })
    await expect(finalising).rejects.toMatchObject({ code: 'CHANGED_SINCE' })
    expect(letters.get(office.ctx, { id }).state).toBe('draft')
  })

  test('two at once: one gets the number, the other is told to try again', async () => {
    using office = openTestOffice(completeOffice)
    const drafts = [inTrajectory(office), inTrajectory(office)].map(({ trajectoryId }) =>
      letters.open(office.ctx, { kind: 'progress', about: trajectoryId }),
    )
    const outcomes = await Promise.allSettled(drafts.map(({ id }) => letters.finalise(office.ctx, { id })))
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(prepared(office.db, 'SELECT number FROM letter WHERE number IS NOT NULL').all()).toEqual([
      { number: '2026-0001' },
    ])
  })

  test('a number that is not the next one is refused', () => {
    using office = openTestOffice(completeOffice)
    const { trajectoryId } = inTrajectory(office)
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    const final = {
      id,
      dated_on: '2026-11-18',
      facts: '{}',
      pdf: new Uint8Array([1]),
      pages: 1,
      pdf_sha256: 'x',
      finalised_at: 'now',
    }
    expect(() => office.command(() => finaliseLetter(office.db, { ...final, number: '2026-0007' }))).toThrow(
      'CHANGED_SINCE',
    )
  })
})

test('sent: only what is final, and not before its own date or in the future', async () => {
  using office = openTestOffice(completeOffice)
  const { trajectoryId } = inTrajectory(office)
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  const sent = { id, sent_on: '2026-11-18', sent_how: 'post' as const }
  expect(() => letters.markSent(office.ctx, sent)).toThrow('NOT_FOUND')
  await letters.finalise(office.ctx, { id })
  expect(() => letters.markSent(office.ctx, { ...sent, sent_on: '2026-11-19' })).toThrow('INVALID')
  expect(() => letters.markSent(office.ctx, { ...sent, sent_on: '2026-11-17' })).toThrow('INVALID')
  letters.markSent(office.ctx, sent)
  expect(letters.register(office.ctx, { query: '', state: 'sent' })).toMatchObject([
    { id, number: '2026-0001', sent_on: '2026-11-18', sent_how: 'post' },
  ])
})

test('all due letters are made one by one; stopping keeps what is ready', async () => {
  using office = openTestOffice(completeOffice)
  for (let n = 0; n < 3; n += 1) inTrajectory(office)
  expect(letters.due(office.ctx)).toHaveLength(3)
  const stop = new AbortController()
  const seen: number[] = []
  for await (const step of letters.draftAllDue(office.ctx, undefined, stop.signal)) {
    seen.push(step.done)
    if (step.done === 2) stop.abort()
  }
  expect(seen).toEqual([0, 1, 2])
  expect(letters.register(office.ctx, { query: '', state: 'draft' })).toHaveLength(2)
  expect(letters.due(office.ctx).filter((letter) => letter.draftId === null)).toHaveLength(1)
})

test('the printed file is named after its number, never after a person', async () => {
  using office = openTestOffice(completeOffice)
  const { trajectoryId } = inTrajectory(office)
  const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  await letters.finalise(office.ctx, { id })
  const opened: { fileName: string; bytes: Uint8Array }[] = []
  const host = {
    ...office.ctx.host,
    openDocument: (document: { fileName: string; bytes: Uint8Array }) => {
      opened.push(document)
      return Promise.resolve({ path: null, url: null })
    },
  }
  await letters.openForPrint({ ...office.ctx, host }, { id })
  expect(opened[0]?.fileName).toMatch(/^2026-0001 [a-z]+\.pdf$/)
  expect(opened[0]?.fileName.toLowerCase()).not.toContain('testerink')
  expect(
    Buffer.from(opened[0]?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})
