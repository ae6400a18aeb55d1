/** What happens to marks of attendance when the days of a trajectory change. */
import { partMinutes, plannedParts } from '#core/attendance/plan.ts'
import { clearMark, setMark } from '#db/attendance/commands.ts'
import { marksOfPeople } from '#db/attendance/queries.ts'
import type { StoredMark } from '#db/attendance/queries.ts'
import { found } from '#db/statements.ts'
import { pausesOf, schedulesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'

const ever = ['0001-01-01', '9999-12-31'] as const

/** The marks of a trajectory, also those on days that were closed afterwards: they may open again. */
function marksIn(ctx: OfficeContext, trajectoryId: number, from: string, to: string): StoredMark[] {
  const { participant_id } = found(trajectoryById(ctx.db, trajectoryId))
  return marksOfPeople(ctx.db, [participant_id], from, to).filter(
    (mark) => mark.trajectory_id === trajectoryId,
  )
}

/** Whether something is filled in outside these days; `present`: somebody was there after them. */
export function marksOutside(
  ctx: OfficeContext,
  trajectoryId: number,
  from: string,
  to: string,
): { before: boolean; after: boolean; present: boolean } {
  const marks = marksIn(ctx, trajectoryId, ...ever)
  const after = marks.filter((row) => row.day > to)
  return {
    before: marks.some((row) => row.day < from),
    after: after.length > 0,
    present: after.some((row) => row.present_minutes > 0 && row.day <= ctx.today),
  }
}

/** Inside a command: leave or school that was agreed for days that will not come any more. */
export function clearMarksAfter(ctx: OfficeContext, trajectoryId: number, day: string): void {
  const marks = marksIn(ctx, trajectoryId, ...ever).filter((row) => row.day > day)
  for (const mark of marks) clearMark(ctx.db, mark)
}

/**
 * Inside a command that changed a pause: the marks of these days get the plan as it is now. In a pause nothing is
 * planned, so an absence there costs no hours; who came all the same was there. The month totals follow, and leave
 * closed days out by themselves.
 */
export function replan(ctx: OfficeContext, trajectoryId: number, from: string, to: string | null): void {
  const row = found(trajectoryById(ctx.db, trajectoryId))
  const until = to ?? ever[1]
  const plan = {
    schedules: schedulesOf(ctx.db, [trajectoryId]).get(trajectoryId) ?? [],
    startsOn: row.starts_on,
    lastDay: row.ended_on ?? row.planned_end_on,
    pauses: pausesOf(ctx.db, [trajectoryId]).get(trajectoryId) ?? [],
  }
  for (const mark of marksIn(ctx, trajectoryId, from, until)) {
    const part = plannedParts(plan, mark.day).find((one) => one.part === mark.part)
    const planned_minutes = part ? partMinutes(part) : 0
    if (planned_minutes !== mark.planned_minutes) setMark(ctx.db, { ...mark, planned_minutes })
  }
}
