/** Composes a thousand letters and has them drawn, as a batch does one after the other, and says what the process took at most. */
import { setImmediate as turn } from 'node:timers/promises'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { drawOnThread } from '#service/letters/thread/thread.ts'
import { letterOf } from './letter-facts.ts'

// Not resourceUsage(): on Linux that begins with what the program took that started this one.
let most = 0
for (let n = 0; n < 1000; n += 1) {
  await drawOnThread(composeProgressLetter(letterOf(n), 'nl'), { draft: false })
  // Each letter of a batch is a call of its own.
  await turn()
  most = Math.max(most, process.memoryUsage.rss())
}
console.log(`${(most / 1024 ** 2).toFixed(0)} MB at most`)
