import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** Save and publish in turn, and twice without anything new. */
export const publish: Flow = {
  name: 'publish',
  async run({ client, facts, save, publish: bringUp }) {
    const [participant_id = 0] = facts.people
    for (let i = 0; i < 2; i += 1) {
      await save(() =>
        client.notes.create({
          participant_id,
          happened_on: '2026-11-18',
          kind: 'talk',
          body: `${planted} ${i}`,
          in_report: false,
        }),
      )
      await bringUp()
    }
    await bringUp()
  },
}
