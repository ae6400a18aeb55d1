import { expect, it } from 'vitest'
import { addParticipant, anOffice, movingClock } from './office.ts'

it('writes down whom a list of contacts shows, once in a while and for each person', async () => {
  const clock = movingClock()
  const { client } = await anOffice({ clock: clock.read })
  const people = [await addParticipant(client, 'Eerste'), await addParticipant(client, 'Tweede')]
  const { id: hostId } = await client.hosts.create({ name: 'Buurthuis Test' })
  for (const participant_id of [...people, null])
    await client.contacts.create({
      host_id: hostId,
      case_manager_id: null,
      participant_id,
      happened_on: '2026-11-10',
      kind: 'phone',
      body: 'Talked.',
      question: '',
      satisfaction: null,
    })
  const views = async () =>
    (await client.audit.list({ before: null, participantId: null, limit: 200 })).rows
      .filter(({ action }) => action === 'view')
      .map(({ personName, what }) => `${personName} ${what}`)
      .toSorted()
  await client.contacts.list({ hostId })
  await client.contacts.list({ hostId })
  expect(await views()).toEqual(['Testpersoon Eerste contacts.list', 'Testpersoon Tweede contacts.list'])
  clock.addMinutes(11)
  await client.contacts.list({ hostId })
  expect(await views()).toHaveLength(4)
})
