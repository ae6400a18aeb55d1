/** Sixty people who come on two or three days a week, made through the contract. */
import type { Client } from '#core/api/contract.ts'

/** In the order of their names: `Proef, Deelnemer` with a number. Both half-days, from 24 August for six months. */
export async function aCrowd(client: Client, people: number): Promise<number[]> {
  const { id: municipality_id } = await client.municipalities.create({
    name: 'Terneuzen',
    phone: '',
    email: '',
    address_line: 'Postbus 35',
    postcode: '4530 AA',
    city: 'Terneuzen',
  })
  const { id: case_manager_id } = await client.municipalities.createCaseManager({
    municipality_id,
    initials: 'P.',
    prefix: 'de',
    surname: 'Voorbeeld',
    form_of_address: 'heer',
    function_title: 'klantmanager',
    phone: '',
    email: '',
  })
  const ids: number[] = []
  for (let n = 0; n < people; n += 1) {
    const surname = `Proef${String(n + 1).padStart(2, '0')}`
    const { id: participant_id } = await client.participants.create({ given_names: 'Deelnemer', surname })
    const { id: referral_id } = await client.referrals.create({
      participant_id,
      case_manager_id,
      referred_on: '2026-08-03',
      client_number: '',
      kind: 'months_6',
      purpose: '',
      tried_before: '',
    })
    const days = n % 4 === 1 ? [2, 5] : [1, 3, 5]
    await client.trajectories.create({
      participant_id,
      referral_id,
      coach_id: 1,
      months: 6,
      starts_on: '2026-08-24',
      purpose: '',
      parts: days.flatMap((weekday) => [
        { weekday, part: 'morning' as const, start_minute: 540, end_minute: 720 },
        { weekday, part: 'afternoon' as const, start_minute: 780, end_minute: 930 },
      ]),
      goals: [],
    })
    ids.push(participant_id)
  }
  return ids
}
