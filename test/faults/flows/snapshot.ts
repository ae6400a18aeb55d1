import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** Snapshots by hand, a copy on a stick, and a second folder. */
export const snapshot: Flow = {
  name: 'snapshot',
  async run({ client, office, facts, save }) {
    const [participant_id = null] = facts.people
    const task = (title: string) =>
      save(() => client.tasks.create({ participant_id, title: `${planted} ${title}`, due_on: null }))
    await task('bellen')
    await save(() => client.copies.makeNow())
    await task('schrijven')
    const stick = join(office.place.root, 'stick')
    mkdirSync(stick)
    await save(() => client.copies.toStick({ folder: stick }))
  },
}
