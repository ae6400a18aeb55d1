import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** A day in the office, without an end: saves of all kinds as fast as they go. For kills and copies. */
export const day: Flow = {
  name: 'day',
  async run({ client, facts, save, publish, type }) {
    const [participant_id = 0, other = 0] = facts.people
    const run = Date.now() // so that nothing is as an earlier run left it
    for (let i = 0; ; i += 1) {
      await save(() =>
        client.notes.create({
          participant_id,
          happened_on: '2026-11-18',
          kind: 'talk',
          body: `${planted} ${i} ${'vertelde veel. '.repeat(200)}`,
          in_report: i % 2 === 0,
        }),
      )
      await save(() => client.tasks.create({ participant_id, title: `${planted} bellen ${i}`, due_on: null }))
      await save(() =>
        client.participants.save({ id: other, fields: { good_to_know: `${planted} ${run} ${i}` } }),
      )
      const cells = facts.people.map((participantId) => ({
        participantId,
        day: '2026-11-17',
        part: 'morning' as const,
        mark: 'late' as const,
        lateMinutes: 1 + ((run + i) % 170),
      }))
      await save(() => client.attendance.mark({ cells }))
      await type(run + i)
      if (i % 3 === 2) await save(() => client.app.undo({}))
      if (i % 4 === 3) await publish()
    }
  },
}
