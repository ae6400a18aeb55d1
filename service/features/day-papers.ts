/** The sign-in sheet and the week sheet. */
import { signInFacts, weekFacts } from '../papers/day-papers-facts.ts'
import { signInSheet } from '../papers/sign-in-sheet.ts'
import { weekSheet } from '../papers/week-sheet.ts'
import { attendance } from './attendance.ts'
import type { Feature } from './feature.ts'

export const dayPapers = {
  async signIn(ctx, { day }) {
    const facts = signInFacts(ctx, day)
    return await ctx.host.openDocument({ fileName: facts.fileName, bytes: await signInSheet(facts) })
  },

  async week(ctx, { monday, filled }) {
    const facts = weekFacts(ctx, attendance.week(ctx, { monday }), filled)
    return await ctx.host.openDocument({ fileName: facts.fileName, bytes: await weekSheet(facts) })
  },
} satisfies Feature<'dayPapers'>
