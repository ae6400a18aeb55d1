/** How full the half-days of the week are, and how many people fit. */
import type { Occupancy } from '#core/api/attendance.ts'
import type { DayPart } from '#core/api/fields.ts'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { listCapacity } from '#db/attendance/queries.ts'
import type { OfficeContext } from '../context.ts'
import { agreedParts, readSheet } from './sheet.ts'

/** How far ahead: longer than it takes to agree a start, shorter than most trajectories. */
const weeksAhead = 12

type HalfDay = { readonly weekday: number; readonly part: DayPart }
const keyOf = (one: HalfDay) => `${one.weekday} ${one.part}`

/**
 * The fullest day of each half-day of the week, in the weeks from `from` on. Closed days count as full: people are
 * planned on them, and the week after is as full.
 * @param without a trajectory that is left out.
 */
export function fullest(
  ctx: OfficeContext,
  from: string,
  without: number | null,
): { people: (half: HalfDay) => number; on: (half: HalfDay) => string | null; planned: HalfDay[] } {
  const to = addDays(from, 7 * weeksAhead - 1)
  const sheet = readSheet(ctx, from, to)
  const most = new Map<string, HalfDay & { people: number; on: string }>()
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const today = new Map<string, HalfDay & { people: number; on: string }>()
    for (const row of sheet.trajectories) {
      if (row.id === without) continue
      for (const { part } of agreedParts(sheet, row, day)) {
        const half = { weekday: weekday(day), part }
        const counted = today.get(keyOf(half)) ?? { ...half, people: 0, on: day }
        today.set(keyOf(half), { ...counted, people: counted.people + 1 })
      }
    }
    for (const [key, counted] of today)
      if (counted.people > (most.get(key)?.people ?? 0)) most.set(key, counted)
  }
  return {
    people: (half) => most.get(keyOf(half))?.people ?? 0,
    on: (half) => most.get(keyOf(half))?.on ?? null,
    planned: [...most.values()].map((one) => ({ weekday: one.weekday, part: one.part })),
  }
}

/** @param one how many come extra on each of the half-days. */
export function occupancyOf(
  ctx: OfficeContext,
  halves: readonly HalfDay[],
  { from, without = null, extra = 0 }: { from: string; without?: number | null; extra?: number },
): Occupancy[] {
  const limits = new Map(listCapacity(ctx.db).map((limit) => [keyOf(limit), limit.people]))
  const full = fullest(ctx, from, without)
  return halves.map((half) => ({
    weekday: half.weekday,
    part: half.part,
    people: full.people(half) + extra,
    capacity: limits.get(keyOf(half)) ?? null,
    on: full.on(half),
  }))
}

/** Monday to Friday, and what else is planned or limited; in the order of the week. */
export function halvesOf(ctx: OfficeContext, from: string): HalfDay[] {
  const halves = new Map<string, HalfDay>()
  for (const day of [1, 2, 3, 4, 5])
    for (const part of ['morning', 'afternoon'] as const) halves.set(`${day} ${part}`, { weekday: day, part })
  for (const half of [...listCapacity(ctx.db), ...fullest(ctx, from, null).planned])
    halves.set(keyOf(half), { weekday: half.weekday, part: half.part })
  return [...halves.values()].toSorted(
    (a, b) => a.weekday - b.weekday || (a.part < b.part ? 1 : a.part > b.part ? -1 : 0),
  )
}
