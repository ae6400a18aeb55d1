import { expect, test } from 'vitest'
import { dossier } from '#service/features/dossier.ts'
import { meaning } from '#service/features/meaning.ts'
import { signals } from '#service/features/signals.ts'
import { everything } from '#core/dossier/timeline.ts'
import { prepared } from '#db/prepare.ts'
import { expectError } from '../aggregates/expect-error.ts'
import { aParticipant, aPlacement, openTestOffice } from '../builders/index.ts'

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
