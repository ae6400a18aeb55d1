/** Composes and draws a thousand letters, as a batch does one after the other, and says what it took at most. */
import { composeProgressLetter } from '#core/letters/compose.ts'
import { drawLetter } from '#service/letters/render.ts'
import { letterOf } from './letter-facts.ts'

for (let n = 0; n < 1000; n += 1) await drawLetter(composeProgressLetter(letterOf(n), 'nl'), { draft: false })
console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`)
