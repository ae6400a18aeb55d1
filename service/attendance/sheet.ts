/** Everything about some days, read once: who, when they are planned, their marks and the closed days. */
import { pauseOn, plannedParts } from '#core/attendance/plan.ts'
import type { Plan } from '#core/attendance/plan.ts'
import type { DayPart } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import { marksOfPeople, trajectoriesBetween, trajectoriesOfPeople } from '#db/attendance/queries.ts'
import type { StoredMark, WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { listClosures } from '#db/office/queries.ts'
import { pausesOf, schedulesOf } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'

type Office = Pick<OfficeContext, 'db'>

/** A sheet before anything was filled in. */
export interface Plans {
  readonly trajectories: readonly WeekTrajectoryRow[]
  /** By trajectory. */
  readonly plans: ReadonlyMap<number, Plan>
  readonly closed: ReadonlySet<string>
}

export interface Sheet extends Plans {
  /** By person, day and half: see `markOn`. */
  readonly marks: ReadonlyMap<string, StoredMark>
}

/** `readSheet` without the marks, for who reads those in another order. */
export function readPlans(ctx: Office, from: string, to: string): Plans {
  return plansOf(ctx, trajectoriesBetween(ctx.db, from, to), from, to)
}

/** Of everybody who has a place in these days; both ends count. */
export function readSheet(ctx: Office, from: string, to: string): Sheet {
  return sheetOf(ctx, trajectoriesBetween(ctx.db, from, to), from, to)
}

/** Of these people, with all their trajectories, also those of other days. */
export function readSheetOf(ctx: Office, people: readonly number[], from: string, to: string): Sheet {
  return sheetOf(ctx, trajectoriesOfPeople(ctx.db, people), from, to)
}

function sheetOf(ctx: Office, trajectories: readonly WeekTrajectoryRow[], from: string, to: string): Sheet {
  const marks = marksIn(ctx, { trajectories }, from, to)
  return {
    ...plansOf(ctx, trajectories, from, to),
    marks: new Map(marks.map((row) => [keyOf(row.participant_id, row.day, row.part), row])),
  }
}

/** The marks of the people of these plans, also those of trajectories that are not among them. */
export function marksIn(
  ctx: Office,
  { trajectories }: Pick<Plans, 'trajectories'>,
  from: string,
  to: string,
): StoredMark[] {
  const people = [...new Set(trajectories.map((row) => row.participant_id))]
  return marksOfPeople(ctx.db, people, from, to)
}

function plansOf(ctx: Office, trajectories: readonly WeekTrajectoryRow[], from: string, to: string): Plans {
  const ids = trajectories.map((row) => row.id)
  const [schedules, pauses] = [schedulesOf(ctx.db, ids), pausesOf(ctx.db, ids)]
  const planOf = (row: WeekTrajectoryRow): Plan => ({
    schedules: schedules.get(row.id) ?? [],
    startsOn: row.starts_on,
    lastDay: row.last_day,
    pauses: pauses.get(row.id) ?? [],
  })
  return {
    trajectories,
    plans: new Map(trajectories.map((row) => [row.id, planOf(row)])),
    closed: new Set(listClosures(ctx.db, from, to).map((row) => row.day)),
  }
}

const keyOf = (participantId: number, day: string, part: DayPart): string => `${participantId} ${day} ${part}`

export function markOn(
  sheet: Sheet,
  participantId: number,
  day: string,
  part: DayPart,
): StoredMark | undefined {
  return sheet.marks.get(keyOf(participantId, day, part))
}

/** Of everybody on one day, in no order. */
export function marksOfDay(sheet: Sheet, day: string): StoredMark[] {
  return [...sheet.marks.values()].filter((mark) => mark.day === day)
}

export function isPaused(sheet: Plans, row: WeekTrajectoryRow, day: string): boolean {
  return pauseOn(sheet.plans.get(row.id)?.pauses ?? [], day) !== null
}

/** What was agreed for this day, whether the workshop is open or not; nothing in a pause. */
export function agreedParts(sheet: Plans, row: WeekTrajectoryRow, day: string): SchedulePart[] {
  const plan = sheet.plans.get(row.id)
  return plan === undefined ? [] : plannedParts(plan, day)
}

/** The half-day as it is planned; undefined where nothing is, as on a closed day. */
export function plannedPart(
  sheet: Plans,
  row: WeekTrajectoryRow,
  day: string,
  part: DayPart,
): SchedulePart | undefined {
  if (sheet.closed.has(day)) return undefined
  return agreedParts(sheet, row, day).find((item) => item.part === part)
}
