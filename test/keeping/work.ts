import type { Client } from '#core/api/contract.ts'

const address = { address_line: 'Postbus 1', postcode: '1234 AB', city: 'Lindwijk', phone: '', email: '' }

/** Somebody whose trajectory began on Monday 24 August 2026, with all that a letter needs. */
export async function aTrajectory(client: Client, surname: string): Promise<[number, number]> {
  const person = { given_names: 'Testpersoon', surname, form_of_address: 'heer' as const }
  const { id: participant_id } = await client.participants.create(person)
  const { id: municipality_id } = await client.municipalities.create({ name: surname, ...address })
  const { id: case_manager_id } = await client.municipalities.createCaseManager({
    municipality_id,
    initials: 'P.',
    prefix: '',
    surname: 'Proef',
    form_of_address: 'heer',
    function_title: 'klantmanager',
    phone: '',
    email: '',
  })
  const { id: referral_id } = await client.referrals.create({
    participant_id,
    case_manager_id,
    referred_on: '2026-08-03',
    client_number: 'W-2026-17',
    kind: 'months_3',
    purpose: '',
    tried_before: '',
  })
  const { id } = await client.trajectories.create({
    participant_id,
    referral_id,
    coach_id: 1,
    months: 3,
    starts_on: '2026-08-24',
    purpose: '',
    parts: [1, 2].map((weekday) => ({ weekday, part: 'morning', start_minute: 540, end_minute: 720 })),
    goals: ['Elke week op tijd komen'],
  })
  return [participant_id, id]
}

export async function addNotes(client: Client, participant_id: number, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1)
    await client.notes.create({
      participant_id,
      happened_on: '2026-11-18',
      kind: 'talk',
      body: `Gesprek ${n}`,
      in_report: false,
    })
}

/** Present in the morning on these days. */
export async function markDays(
  client: Client,
  participantId: number,
  days: readonly string[],
): Promise<void> {
  const cell = { participantId, part: 'morning' as const, mark: 'present' as const, lateMinutes: null }
  await client.attendance.mark({ cells: days.map((day) => ({ ...cell, day })) })
}

/** A progress letter, written and final. */
export async function writeFinalLetter(client: Client, trajectoryId: number): Promise<void> {
  const { id } = await client.letters.open({ kind: 'progress', about: trajectoryId })
  const { draft, kind } = await client.letters.get({ id })
  if (kind !== 'progress') throw new Error('not a progress letter')
  const agreements = [{ what: 'Zo doorgaan', who: 'allen', when: 'in december' }]
  const texts = { ...draft.texts, opinion: 'Leert snel.', discussed_on: '2026-11-16', agreements }
  await client.letters.saveDraft({ id, kind: 'progress', draft: { ...draft, texts } })
  await client.letters.finalise({ id })
}
