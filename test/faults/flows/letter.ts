import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** Letters opened, written, finalised one after the other with their PDF, corrected and withdrawn. */
export const letter: Flow = {
  name: 'letter',
  async run({ client, facts, save, publish }) {
    const [trajectoryId = 0, otherId = 0] = facts.trajectories
    const { id } = await save(() => client.letters.open({ kind: 'progress', about: trajectoryId }))
    const { draft, kind } = await client.letters.get({ id })
    if (kind !== 'progress') throw new Error('not a progress letter')
    await save(() =>
      client.letters.saveDraft({
        id,
        kind: 'progress',
        draft: {
          ...draft,
          texts: {
            ...draft.texts,
            opinion: `${planted} leert snel.`,
            discussed_on: '2026-11-16',
            agreements: [{ what: 'Zo doorgaan', who: 'allen', when: 'in december' }],
          },
        },
      }),
    )
    await save(() => client.letters.finalise({ id }))
    await publish()
    await save(() => client.letters.markSent({ id, sent_on: '2026-11-18', sent_how: 'post' }))
    const other = await save(() => client.letters.open({ kind: 'progress', about: otherId }))
    const correction = await save(() => client.letterStates.replace({ id }))
    for (const one of [other.id, correction.id]) await save(() => client.letters.finalise({ id: one }))
    await save(() => client.letterStates.withdraw({ id: other.id, why: 'Verkeerde maand' }))
  },
}
