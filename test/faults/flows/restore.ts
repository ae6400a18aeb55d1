import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** A snapshot put back over newer work, some work after it, and that taken back again. */
export const restore: Flow = {
  name: 'restore',
  async prepare({ client, facts }) {
    const [participant_id = null] = facts.people
    await client.tasks.create({ participant_id, title: `${planted} voor de kopie`, due_on: null })
    await client.copies.makeNow()
    await client.tasks.create({ participant_id, title: `${planted} na de kopie`, due_on: null })
  },
  async run({ client, facts, save, publish }) {
    const [participant_id = null] = facts.people
    const { snapshots } = await client.restore.offered()
    const [oldest] = snapshots.toSorted((a, b) => a.id.localeCompare(b.id))
    const id = oldest?.id ?? ''
    await save(() =>
      client.restore.apply({ source: { kind: 'snapshot', id }, typedCode: null, staff: null, folder: null }),
    )
    await save(() =>
      client.tasks.create({ participant_id, title: `${planted} na het terugzetten`, due_on: null }),
    )
    await publish()
    await save(() => client.restore.undo())
    await publish()
  },
}
