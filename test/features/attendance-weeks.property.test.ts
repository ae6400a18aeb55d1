import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'

/**
 * Random weeks of four people over two years, typed through the feature, with closed days that come and go. A
 * model keeps the same weeks in plain objects and counts them its own way. Each step may be undone; then
 * everything is byte for byte as it was. `WEEKS=10000` for the long run.
 */
const weeks = Number(process.env['WEEKS'] ?? 150)
const today = '2026-12-31'
const firstDay = '2025-01-01'
const secondPlan = '2026-03-02'
const parts = ['morning', 'afternoon'] as const
/** Minutes since midnight of [morning, afternoon], before and after the schedule changed; null: not
 * planned. An hour between the two, so that times never overlap. */
const plans = [
  [[540, 720], [780, 915], [540, 660], null],
  [[555, 690], null, [600, 720], [780, 960]],
  [null, [765, 900], [540, 700], [790, 901]],
  [[500, 735], [800, 960], null, [800, 990]],
] as const

interface Kept {
  person: number
  day: string
  mark: string
  planned: number
  present: number
}

const cellOf = fc.record({
  person: fc.nat({ max: 3 }),
  dayOfWeek: fc.nat({ max: 4 }),
  part: fc.nat({ max: 1 }),
  mark: fc.constantFrom('present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere', null),
  late: fc.integer({ min: 1, max: 90 }),
  times: fc.option(
    fc.record({ early: fc.integer({ min: -30, max: 50 }), leave: fc.integer({ min: -50, max: 30 }) }),
  ),
})
const step = fc.record({
  week: fc.nat({ max: 104 }),
  cells: fc.uniqueArray(cellOf, {
    minLength: 1,
    maxLength: 20,
    selector: (one) => `${one.person} ${one.dayOfWeek} ${one.part}`,
  }),
  closes: fc.option(fc.nat({ max: 4 }), { freq: 4 }),
  shuts: fc.nat({ max: 7 }), // 0: an open day closes; a closed one always opens
  undoes: fc.boolean(),
  period: fc.tuple(fc.nat({ max: 729 }), fc.nat({ max: 400 })),
})

test(`${weeks} random weeks add up, and undo brings back what was`, { timeout: 3_600_000 }, () => {
  using office = openTestOffice({ today })
  const people = plans.map((plan) => {
    const id = aParticipant(office)
    const trajectory = aTrajectory(office, {
      participant_id: id,
      months: 24,
      starts_on: firstDay,
      parts: schedule(plan[0], plan[1]),
    })
    trajectories.setSchedule(office.ctx, {
      id: trajectory,
      valid_from: secondPlan,
      parts: schedule(plan[2], plan[3]),
    })
    return { id, trajectory }
  })
  let kept = new Map<string, Kept>()
  let closed = new Set<string>()
  const seen = { stored: 0, refused: 0, closings: 0, undone: 0 }
  const state = () =>
    JSON.stringify(
      ['attendance', 'attendance_month', 'closure'].map((table) =>
        prepared(office.db, `SELECT * FROM ${table}`).all(),
      ),
    )
  const undo = (changeSetId: number | null, before: string) => {
    if (changeSetId === null) return expect(state()).toBe(before)
    const after = state()
    const again = office.ctx.undo(changeSetId)
    expect(state()).toBe(before)
    const redo = office.ctx.undo(again.changeSetId)
    expect(state()).toBe(after)
    office.ctx.undo(redo.changeSetId)
    expect(state()).toBe(before)
  }

  fc.assert(
    fc.property(step, ({ week, cells, closes, shuts, undoes, period }) => {
      const monday = addDays('2024-12-30', 7 * week)
      const before = [state(), new Map(kept), new Set(closed)] as const
      const typed = cells.flatMap((one) => {
        const day = addDays(monday, one.dayOfWeek)
        const name = parts[one.part] ?? 'morning'
        const who = people[one.person]
        if (day < firstDay || day > today || who === undefined) return []
        const plan = planOf(one.person, day, one.part)
        const here = one.mark === 'present' || one.mark === 'late' || one.mark === 'elsewhere'
        const times = plan && here && one.mark !== 'late' ? one.times : null
        const input = {
          participantId: who.id,
          day,
          part: name,
          mark: one.mark as 'present' | null,
          lateMinutes: one.mark === 'late' ? one.late : null,
          ...(times && plan ? { fromMinute: plan[0] + times.early, untilMinute: plan[1] + times.leave } : {}),
        }
        return [{ one, input, plan, times }]
      })
      if (typed.length === 0) return
      const refused = typed.some(({ input }) => input.mark !== null && closed.has(input.day))
      const mark = () => attendance.mark(office.ctx, { cells: typed.map(({ input }) => input) })
      if (refused) {
        expect(mark).toThrow('INVALID')
        expect(state()).toBe(before[0])
        seen.refused += 1
        return
      }
      const { changeSetId } = mark()
      seen.stored += 1
      for (const { one, input, plan, times } of typed) {
        const key = `${one.person} ${input.day} ${one.part}`
        if (one.mark === null) kept.delete(key)
        else {
          const planned = plan ? plan[1] - plan[0] : 0
          const stay = planned || 150
          const there = times
            ? planned - Math.max(0, times.early) + Math.min(0, times.leave)
            : one.mark === 'late'
              ? stay - one.late
              : one.mark === 'present' || one.mark === 'elsewhere'
                ? stay
                : 0
          kept.set(key, { person: one.person, day: input.day, mark: one.mark, planned, present: there })
        }
      }
      const inBetween = state()
      let closing: number | null = null
      if (closes !== null) {
        const day = addDays(monday, closes)
        if (closed.has(day)) {
          closing = closures.removeClosure(office.ctx, { day }).changeSetId
          closed.delete(day)
        } else if (shuts === 0) {
          closing = closures.addClosure(office.ctx, { day, reason: 'Dicht' }).changeSetId
          closed.add(day)
        }
      }
      if (closing !== null) seen.closings += 1
      count(period)
      if (!undoes) return
      seen.undone += 1
      if (closing !== null) undo(closing, inBetween)
      undo(changeSetId, before[0])
      kept = new Map(before[1])
      closed = new Set(before[2])
      count(period)
    }),
    { numRuns: weeks, endOnFailure: true, seed: Number(process.env['SEED'] ?? 7) },
  )
  expect(kept.size).toBeGreaterThan(100)
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0)
  if (weeks > 1000) console.log(seen)

  function count([start, length]: readonly [number, number]): void {
    const from = addDays(firstDay, start)
    const to = addDays(from, length)
    const all = [...kept.values()].filter((one) => !closed.has(one.day))
    const of = (rows: readonly Kept[]) => {
      const sum = (value: (row: Kept) => number) => rows.reduce((total, row) => total + value(row), 0)
      const planned_minutes = sum((row) => row.planned)
      const present_minutes = sum((row) => row.present)
      return {
        planned_minutes,
        present_minutes,
        notified_minutes: sum((row) => (/^(ill|leave|school)$/.test(row.mark) ? row.planned : 0)),
        no_show_minutes: sum((row) => (row.mark === 'no_show' ? row.planned : 0)),
        rate: planned_minutes > 0 ? present_minutes / planned_minutes : null,
      }
    }
    const inPeriod = all.filter((row) => row.day >= from && row.day <= to)
    people.forEach(({ id, trajectory }, person) => {
      const asked = { participantId: id, trajectoryId: person % 2 ? trajectory : null, from, to }
      expect(attendance.totals(office.ctx, asked)).toMatchObject(
        of(inPeriod.filter((row) => row.person === person)),
      )
      const [view] = trajectories.list(office.ctx, { participantId: id })
      expect(view?.totals).toEqual(of(all.filter((row) => row.person === person)))
    })
    const total = attendance.officeTotals(office.ctx, { from, to })
    expect(total).toMatchObject(of(inPeriod))
    for (const { month, ...sums } of total.months)
      expect(sums).toEqual(of(inPeriod.filter((row) => row.day.startsWith(month))))
  }
})

function planOf(person: number, day: string, part: number): readonly [number, number] | null {
  if (weekday(day) > 4) return null // nobody comes on a Friday
  return plans[person]?.[part + (day >= secondPlan ? 2 : 0)] ?? null
}

function schedule(...times: (readonly [number, number] | null)[]) {
  return [1, 2, 3, 4].flatMap((day) =>
    times.flatMap((time, n) =>
      time ? [{ weekday: day, part: parts[n] ?? 'morning', start_minute: time[0], end_minute: time[1] }] : [],
    ),
  )
}
