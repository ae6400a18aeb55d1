import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

const more = 5

/** All letters that are due: drafted, finalised one after the other, printed as one file, and sent. */
export const batch: Flow = {
  name: 'batch',
  async prepare({ client, facts }) {
    const [municipality] = await client.municipalities.list()
    const case_manager_id = municipality?.caseManagers[0]?.id ?? 0
    for (let n = 0; n < more; n += 1) {
      const { id: participant_id } = await client.participants.create({
        given_names: `Nog ${n}`,
        surname: planted,
        form_of_address: 'heer',
      })
      const { id: referral_id } = await client.referrals.create({
        participant_id,
        case_manager_id,
        referred_on: '2026-06-01',
        client_number: '',
        kind: 'months_6',
        purpose: '',
        tried_before: '',
      })
      await client.trajectories.create({
        participant_id,
        referral_id,
        coach_id: facts.staffId,
        months: 6,
        starts_on: '2026-08-24',
        purpose: '',
        parts: [{ weekday: 2, part: 'morning', start_minute: 540, end_minute: 720 }],
        goals: [],
      })
    }
  },
  async run({ client, facts, save, publish }) {
    const drafting = await client.letters.draftAllDue()
    const ids: number[] = []
    for (;;) {
      const step = await save(() => drafting.next())
      if (step.done === true) break
      if (step.value.letterId !== null) ids.push(step.value.letterId)
    }
    if (ids.length !== facts.trajectories.length + more) throw new Error(`${ids.length} letters are due`)
    for (const [n, id] of ids.entries()) {
      await save(() => client.letters.finalise({ id }))
      if (n === 3) await publish()
    }
    const { runId } = await save(() => client.letterSending.startRun({ ids, twoSided: true }))
    await save(() => client.letterSending.finishRun({ runId, sent_on: '2026-11-18', sent_how: 'post' }))
  },
}
