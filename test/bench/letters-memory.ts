/**
 * Composes and draws a thousand letters, as a batch does one after the other, and says what it took at most. With the
 * options of build/memory.mjs it is what the browser host takes; without them, what Node takes by itself.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { drawLetter } from '#service/letters/render.ts'
import { letterOf } from './letter-facts.ts'

for (let n = 0; n < 1000; n += 1) {
  await drawLetter(composeProgressLetter(letterOf(n), 'nl'), { draft: false })
  // Each letter of a batch is a call of its own.
  await turn()
}
console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`)
