import { writeSync } from 'node:fs'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { commitSeq } from '#db/check.ts'
import { publisherTimes } from '#service/publisher.ts'
import { password, placeIn, planted, startAt, type OfficeFacts } from './office.ts'

export interface CopiesJob {
  readonly root: string
  readonly facts: OfficeFacts
  /** Between saves, in ms; 0 for as fast as they go. */
  readonly pause: number
}

/** An office at work, with the program's own times of publishing, until it is killed. Tells each save: its number and when. */
if (import.meta.main) {
  const { root, facts, pause } = JSON.parse(process.argv[2] ?? '') as CopiesJob
  const office = await startAt(placeIn(root), { times: publisherTimes, now: () => new Date() })
  await office.client.app.signIn({ staffId: facts.staffId, password })
  const [participant_id = 0] = facts.people
  for (let i = 0; ; i += 1) {
    await office.client.notes.create({
      participant_id,
      happened_on: '2026-11-18',
      kind: 'talk',
      body: `${planted} ${i} ${'en nog wat. '.repeat(i % 20)}`,
      in_report: false,
    })
    writeSync(1, `${JSON.stringify({ seq: commitSeq(office.db()), at: Date.now() })}\n`)
    // As calls come in from a window: each in a turn of its own, so that the clock is looked at in between.
    await (pause > 0 ? setTimeout(pause) : setImmediate())
  }
}
