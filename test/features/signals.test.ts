import { expect, test } from 'vitest'
import type { ReadyLetterView } from '#core/api/letters.ts'
import type { ReadyFacts } from '#core/letters/facts.ts'
import { dossier } from '#service/features/dossier.ts'
import { letters } from '#service/features/letters.ts'
import { meaning } from '#service/features/meaning.ts'
import { signals } from '#service/features/signals.ts'
import { everything } from '#core/dossier/timeline.ts'
import { prepared } from '#db/prepare.ts'
import { expectError } from '../aggregates/expect-error.ts'
import {
  aMunicipality,
  aCaseManager,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'

const seen = {
  placement_id: null,
  signalled_on: '2026-11-10',
  told_by: 'host',
  body: ' Komt elke dag op tijd. ',
} as const

test('is written down with the place, stands on the timeline, is changed and taken away, and comes back', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office)
  const placement_id = aPlacement(office, { participant_id, starts_on: '2026-06-01' })
  const { id } = signals.create(office.ctx, { ...seen, participant_id, placement_id })
  expect(signals.list(office.ctx, { participantId: participant_id })).toEqual([
    {
      id,
      participant_id,
      placement_id,
      signalled_on: '2026-11-10',
      told_by: 'host',
      body: 'Komt elke dag op tijd.',
      hostName: 'Buurthuis Test',
      staffName: 'Coach Test',
      letter: null,
    },
  ])
  const { items } = dossier.timeline(office.ctx, {
    participantId: participant_id,
    filter: { ...everything, group: 'places' },
    after: null,
    limit: 10,
  })
  expect(items.find((one) => one.kind === 'signal')).toMatchObject({
    on: '2026-11-10',
    code: 'host',
    text: 'Buurthuis Test · Komt elke dag op tijd.',
  })
  signals.save(office.ctx, { id, ...seen, told_by: 'coach' })
  const { changeSetId } = signals.remove(office.ctx, { id })
  expect(signals.list(office.ctx, { participantId: participant_id })).toEqual([])
  office.ctx.undo(changeSetId ?? 0)
  expect(signals.list(office.ctx, { participantId: participant_id })).toMatchObject([
    { told_by: 'coach', placement_id: null, hostName: '' },
  ])
})

test('nothing seen, a day to come and the place of somebody else are refused', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office)
  const placement_id = aPlacement(office)
  expectError(
    () => signals.create(office.ctx, { ...seen, participant_id, signalled_on: '2026-11-19', body: ' ' }),
    'INVALID',
    [
      { field: 'signalled_on', problem: 'date_in_future' },
      { field: 'body', problem: 'required' },
    ],
  )
  expectError(() => signals.create(office.ctx, { ...seen, participant_id, placement_id }), 'NOT_FOUND')
  expectError(() => signals.create(office.ctx, { ...seen, participant_id: 999 }), 'NOT_FOUND')
})

const completeOffice = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

test('the letter begins with what was seen, is about its place, and holds the signal once it is final', async () => {
  using office = openTestOffice(completeOffice)
  const participant_id = aParticipant(office)
  const case_manager_id = aCaseManager(office, { municipality_id: aMunicipality(office) })
  const referral_id = aReferral(office, { participant_id, case_manager_id, client_number: 'CL-7' })
  aTrajectory(office, { participant_id, referral_id })
  const placement_id = aPlacement(office, {
    participant_id,
    starts_on: '2026-06-01',
    minutes_per_week: 720,
  })
  const { id: signalId } = signals.create(office.ctx, { ...seen, participant_id, placement_id })
  const { id } = letters.open(office.ctx, { kind: 'ready_for_work', about: signalId })
  expect(letters.open(office.ctx, { kind: 'ready_for_work', about: signalId }).id).toBe(id)
  const view = letters.get(office.ctx, { id }) as ReadyLetterView
  expect(view).toMatchObject({ kind: 'ready_for_work', state: 'draft', period_to: '2026-11-10' })
  expect(view.draft.texts).toMatchObject({
    seen: 'Komt elke dag op tijd.',
    question: expect.stringContaining('mevrouw Testerink') as string,
  })
  expect(view.facts as ReadyFacts).toMatchObject({
    told_by: 'host',
    place: { host: 'Buurthuis Test', starts_on: '2026-06-01', minutes_per_week: 720 },
    participant: { client_number: 'CL-7' },
  })
  // A progress letter of the same trajectory is another letter.
  expect(letters.due(office.ctx)[0]).toMatchObject({ draftId: null })
  letters.saveDraft(office.ctx, {
    id,
    kind: 'ready_for_work',
    draft: { texts: { ...view.draft.texts, opinion: 'Ik wil werken.', discussed_on: '2026-11-17' } },
  })
  signals.save(office.ctx, { id: signalId, ...seen, placement_id, body: 'Anders gezien.' })
  const { number } = await letters.finalise(office.ctx, { id })
  expect(signals.list(office.ctx, { participantId: participant_id })).toMatchObject([
    { letter: { id, number, state: 'final' } },
  ])
  expectError(() => signals.save(office.ctx, { id: signalId, ...seen, placement_id }), 'LETTER_FINAL')
  expectError(() => signals.remove(office.ctx, { id: signalId }), 'LETTER_FINAL')
  expect(letters.register(office.ctx, { query: number, state: null })).toMatchObject([
    { kind: 'ready_for_work', number },
  ])
  expect(() =>
    office.command(() => prepared(office.db, 'UPDATE letter SET signal_id = NULL WHERE id = ?').run(id)),
  ).toThrow('LETTER_FINAL')
})

test('taken away with its draft; the undo of a signal waits for its letter; without a referral it says where', () => {
  using office = openTestOffice(completeOffice)
  const participant_id = aParticipant(office)
  const { id: signalId, changeSetId } = signals.create(office.ctx, { ...seen, participant_id })
  expectError(() => letters.open(office.ctx, { kind: 'ready_for_work', about: signalId }), 'INVALID', [
    { field: 'case_manager', problem: 'required' },
  ])
  aReferral(office, { participant_id })
  const { id } = letters.open(office.ctx, { kind: 'ready_for_work', about: signalId })
  expectError(() => office.ctx.undo(changeSetId ?? 0), 'CHANGED_SINCE')
  const removed = signals.remove(office.ctx, { id: signalId })
  expectError(() => letters.get(office.ctx, { id }), 'NOT_FOUND')
  office.ctx.undo(removed.changeSetId ?? 0)
  expect(letters.get(office.ctx, { id })).toMatchObject({ kind: 'ready_for_work', state: 'draft' })
})

test('what gives energy: the intake beside every place that began', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office)
  expect(meaning.ofPerson(office.ctx, { participantId: participant_id })).toEqual({
    intake: null,
    places: [],
  })
  const placement = aPlacement(office, {
    participant_id,
    stage: 'ended',
    starts_on: '2026-08-01',
    ended_on: '2026-11-01',
    end_reason: 'Klaar',
  })
  aPlacement(office, { participant_id, stage: 'exploring', starts_on: null })
  office.command(() => {
    prepared(
      office.db,
      "INSERT INTO intake (participant_id, definition_version, staff_id, started_on, finished_on) VALUES (?, 2, ?, '2026-03-01', '2026-03-02')",
    ).run(participant_id, office.staff.id)
    prepared(office.db, "INSERT INTO intake_answer (intake_id, question, value) VALUES (1, 'energy', ?)").run(
      JSON.stringify('Koken voor anderen'),
    )
    prepared(
      office.db,
      "UPDATE placement SET energy = 'De keuken', meaningful = 'yes', own_opinion = 'Dit wil ik blijven doen' WHERE id = ?",
    ).run(placement)
  })
  expect(meaning.ofPerson(office.ctx, { participantId: participant_id })).toMatchObject({
    intake: { on: '2026-03-02', energy: 'Koken voor anderen' },
    places: [
      { id: placement, energy: 'De keuken', meaningful: 'yes', own_opinion: 'Dit wil ik blijven doen' },
    ],
  })
})
