/** An office at work with the program's own times, until it is killed: tells each save, its number and when. */
import { writeSync } from 'node:fs'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { commitSeq } from '#db/check.ts'
import { publisherTimes } from '#service/publisher.ts'
import type { Pc } from './pc.ts'
import { save, start } from './pc.ts'

export interface AtWork extends Pick<Pc, 'place' | 'facts'> {
  /** Between saves, in ms; 0 for as fast as they go. */
  readonly pause: number
}

export interface Saved {
  readonly seq: number
  readonly at: number
}

const job = process.argv[2] === undefined ? null : (JSON.parse(process.argv[2]) as AtWork)
if (job !== null && process.argv[1]?.endsWith('at-work.ts')) {
  const office = await start(job, { times: publisherTimes, now: () => new Date() })
  await office.signIn()
  for (;;) {
    await save(office.client, job.facts)
    writeSync(1, `${JSON.stringify({ seq: commitSeq(office.db()), at: Date.now() })}\n`)
    // As calls come in from a window: each in a turn of its own, so that the clock is looked at in between.
    await (job.pause > 0 ? setTimeout(job.pause) : setImmediate())
  }
}
