/** When the workshop is closed and how many people fit: a part of the settings. */
import type { closures as contract, ClosureEffect } from '#core/api/closures.ts'
import { daysToClose, rangeProblem } from '#core/calendar/closed-days.ts'
import { setCapacity } from '#db/attendance/commands.ts'
import { putClosure, removeClosure } from '#db/office/commands.ts'
import { listClosures } from '#db/office/queries.ts'
import { CommandError } from '#db/errors.ts'
import { halvesOf, occupancyOf } from '../attendance/occupancy.ts'
import { keepSettled } from '../attendance/settled.ts'
import { agreedParts, marksOfDay, readSheet } from '../attendance/sheet.ts'
import type { OfficeContext } from '../context.ts'
import { keepPlan } from '../words/plan.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const closures = {
  closures: (ctx, { year }) => listClosures(ctx.db, `${year}-01-01`, `${year}-12-31`),

  closureEffect(ctx, { day, until }) {
    return effectOf(ctx, newDays(ctx, day, until ?? day))
  },

  addClosure(ctx, { day, until, reason }) {
    const last = until ?? day
    if (reason.trim() === '') throw invalid('reason', 'required')
    // Of one day that is closed already the reason changes; a range leaves what is there.
    const days = last === day ? [day] : newDays(ctx, day, last)
    const { changeSetId } = ctx.command('settings.addClosure', () => {
      keepSettled(ctx, { days }, () => {
        for (const one of days) putClosure(ctx.db, one, reason.trim())
      })
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId, days: days.length }
  },

  addClosures(ctx, { days }) {
    if (days.some((one) => one.reason.trim() === '')) throw invalid('reason', 'required')
    const { changeSetId } = ctx.command('settings.addClosure', () => {
      keepSettled(ctx, { days: days.map((one) => one.day) }, () => {
        for (const one of days) putClosure(ctx.db, one.day, one.reason.trim())
      })
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId, days: days.length }
  },

  removeClosure(ctx, { day, until }) {
    const days = listClosures(ctx.db, day, until ?? day)
    if (days.length === 0) throw new CommandError('NOT_FOUND')
    const { changeSetId } = ctx.command('settings.removeClosure', () => {
      keepSettled(ctx, { days: days.map((one) => one.day) }, () => {
        for (const one of days) removeClosure(ctx.db, one.day)
      })
      keepPlan(ctx.db, ctx.today)
    })
    return { changeSetId }
  },

  capacity: (ctx) => occupancyOf(ctx, halvesOf(ctx, ctx.today), { from: ctx.today }),

  saveCapacity(ctx, limit) {
    const { changeSetId } = ctx.command('settings.saveCapacity', () => setCapacity(ctx.db, limit))
    return { changeSetId }
  },
} satisfies Pick<Feature<'settings'>, keyof typeof contract>

/** The days of a range that would be closed and are not yet. @throws CommandError INVALID. */
function newDays(ctx: OfficeContext, day: string, until: string): string[] {
  const problem = rangeProblem(day, until)
  if (problem) throw invalid('until', problem)
  const closed = new Set(listClosures(ctx.db, day, until).map((one) => one.day))
  return daysToClose(day, until).filter((one) => !closed.has(one))
}

function effectOf(ctx: OfficeContext, days: readonly string[]): ClosureEffect {
  const people = new Set<number>()
  let parts = 0
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { days: 0, parts: 0, people: 0, marks: 0 }
  const sheet = readSheet(ctx, first, last)
  for (const day of days)
    for (const row of sheet.trajectories) {
      const agreed = agreedParts(sheet, row, day).length
      parts += agreed
      if (agreed > 0) people.add(row.participant_id)
    }
  const marks = [...new Set(days)].reduce((sum, day) => sum + marksOfDay(sheet, day).length, 0)
  return { days: days.length, parts, people: people.size, marks }
}
