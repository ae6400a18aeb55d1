import type { Flow } from './flow.ts'

/** A day of attendance, cell by cell and the rest at once, and one cell taken back. */
export const attendance: Flow = {
  name: 'attendance',
  async run({ client, facts, save, publish }) {
    const [one = 0, two = 0] = facts.people
    const cell = (participantId: number, day: string, mark: 'present' | 'late' | null) => ({
      participantId,
      day,
      part: 'morning' as const,
      mark,
      lateMinutes: mark === 'late' ? 15 : null,
    })
    await save(() => client.attendance.mark({ cells: [cell(one, '2026-11-17', 'present')] }))
    await save(() => client.attendance.mark({ cells: [cell(two, '2026-11-17', 'late')] }))
    await save(() => client.attendance.fillPlanned({ day: '2026-11-17', part: 'morning' }))
    for (const day of ['2026-11-10', '2026-11-12'])
      await save(() => client.attendance.mark({ cells: facts.people.map((id) => cell(id, day, 'present')) }))
    await save(() => client.attendance.mark({ cells: [cell(one, '2026-11-10', null)] }))
    await save(() => client.app.undo({}))
    await publish()
  },
}
