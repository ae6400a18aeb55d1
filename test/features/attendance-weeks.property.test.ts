import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommandError } from '#db/errors.ts'
import { prepared } from '#db/prepare.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { openTestOffice } from '../builders/index.ts'
import { firstDay, ModelWeeks, plus, somePeople, today, weekNumber } from './model-weeks.ts'
import type { Cell } from './model-weeks.ts'

/**
 * Random weeks of five people over two years, typed through the feature: marks with times, minutes late and notes, one
 * by one and as a pasted block over two weeks, days that close and open, weeks that are closed and opened again. A model
 * keeps the same weeks in plain objects and counts them its own way. Each step may be undone; then everything is as it
 * was. `npm run weeks` for the long run, SEED for another.
 */
const weeks = Number(process.env['WEEKS'] ?? 150)

const cellOf = fc.record({
  person: fc.nat({ max: 4 }),
  dayOfWeek: fc.nat({ max: 6 }),
  part: fc.nat({ max: 1 }),
  mark: fc.constantFrom('present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere', null),
  late: fc.integer({ min: 1, max: 50 }),
  /** Which of the two times were typed, and how far from the plan. */
  times: fc.constantFrom('none', 'none', 'both', 'from', 'until'),
  early: fc.integer({ min: -30, max: 50 }),
  leave: fc.integer({ min: -50, max: 30 }),
  note: fc.constantFrom(undefined, undefined, '', ' Tandarts ', 'Ruzie met "de baas" (🙂)'),
})
const block = fc.record({
  from: fc.nat({ max: 13 }),
  days: fc.integer({ min: 1, max: 10 }),
  people: fc.integer({ min: 1, max: 5 }),
  like: cellOf,
})
const step = fc.record({
  week: fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: 104 }) },
    // The clock changes, a trajectory ends on a closed day, the year has a week 53.
    { weight: 1, arbitrary: fc.constantFrom(12, 42, 64, 72, 73, 94, 103, 104) },
  ),
  cells: fc.uniqueArray(cellOf, {
    minLength: 1,
    maxLength: 20,
    selector: (one) => `${one.person} ${one.dayOfWeek} ${one.part}`,
  }),
  pasted: fc.option(block, { freq: 4 }),
  careless: fc.nat({ max: 3 }), // 0: what cannot be is typed as well
  closes: fc.option(fc.nat({ max: 6 }), { freq: 4 }),
  shuts: fc.nat({ max: 7 }), // 0: an open day closes; a closed one always opens
  settles: fc.nat({ max: 9 }), // 0: an open week is closed; below 5 a closed one opens
  undoes: fc.boolean(),
  period: fc.tuple(fc.nat({ max: 740 }), fc.nat({ max: 400 })),
})

test(`${weeks} random weeks add up, and undo brings back what was`, { timeout: 3 * 3_600_000 }, () => {
  using office = openTestOffice({ today })
  const people = somePeople(office)
  const model = new ModelWeeks(people)
  for (const day of model.closed) closures.addClosure(office.ctx, { day, reason: 'Feestdag' })
  const seen = {
    stored: 0,
    pasted: 0,
    refused: 0,
    closings: 0,
    settled: 0,
    opened: 0,
    undone: 0,
    kept: 0,
    held: 0,
  }
  const all = (sql: string, ...values: string[]) =>
    prepared<string[], Record<string, unknown>>(office.db, sql).all(...values)
  const everything = () =>
    JSON.stringify([
      all('SELECT * FROM attendance'),
      all('SELECT * FROM attendance_month'),
      all('SELECT * FROM closure'),
      all('SELECT * FROM closed_week'),
    ])
  // Of the weeks that a step can touch; everything is held against the model now and then.
  const around = (monday: string) => () =>
    JSON.stringify([
      all('SELECT * FROM attendance WHERE day BETWEEN ? AND ?', monday, plus(monday, 13)),
      all('SELECT count(*) FROM attendance'),
      all('SELECT * FROM attendance_month'),
      all('SELECT * FROM closure'),
      all('SELECT * FROM closed_week'),
    ])
  const months = () => JSON.stringify(all('SELECT * FROM attendance_month'))
  let state = everything
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
  let steps = 0

  fc.assert(
    fc.property(step, ({ week, cells, pasted, careless, closes, shuts, settles, undoes, period }) => {
      const monday = plus('2024-12-30', 7 * week)
      state = around(monday)
      const before = state()
      const modelBefore = model.copy()
      const typed: Cell[] = cells.map((one) => ({ ...one, day: plus(monday, one.dayOfWeek) }))
      if (pasted) typed.push(...blockOf(monday, pasted))
      const wanted = typed
        .filter(({ day }) => day >= firstDay && day <= today)
        .filter((one) => careless === 0 || model.problem(one) === null)
      const marking = markAll(wanted)
      if (marking === 'refused') {
        expect(state()).toBe(before)
        return
      }
      if (pasted && marking !== null) seen.pasted += 1
      const afterMarks = state()

      let closing: number | null = null
      const day = plus(monday, closes ?? 0)
      if (closes !== null && (model.closed.has(day) || shuts === 0)) {
        const wasClosed = model.closed.has(day)
        closing = closeOrOpen(day, monday)
        if (closing !== null && wasClosed) model.closed.delete(day)
        else if (closing !== null) model.closed.add(day)
      }
      if (closing !== null) seen.closings += 1
      const afterClosing = state()

      let settling: number | null = null
      if (model.settled.has(monday) && settles < 5) {
        settling = attendance.openWeek(office.ctx, { monday: day }).changeSetId
        model.settled.delete(monday)
        seen.opened += 1
      } else if (!model.settled.has(monday) && settles === 0) {
        settling = attendance.closeWeek(office.ctx, { monday: day }).changeSetId
        model.settled.add(monday)
        seen.settled += 1
        // Not when its marks only stand in the week after: what was typed here may have been there already.
        if (marking !== null && model.weekText(monday) !== modelBefore.weekText(monday)) {
          const settledState = state()
          expect(codeOf(() => office.ctx.undo(marking))).toEqual(['WEEK_CLOSED', { monday }])
          expect(state()).toBe(settledState)
        }
      }
      look(monday)
      count(period)
      if ((steps += 1) % 100 === 0) expect(stored()).toEqual(model.rows())
      if (!undoes) return
      seen.undone += 1
      undo(settling, afterClosing)
      if (closing !== null) undo(closing, afterMarks)
      undo(marking, before)
      model.become(modelBefore)
      look(monday)
      count(period)
    }),
    { numRuns: weeks, endOnFailure: true, seed: Number(process.env['SEED'] ?? 7) },
  )
  seen.kept = model.kept.size
  expect(seen.kept).toBeGreaterThan(100)
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0)
  expect(stored()).toEqual(model.rows())
  if (weeks > 1000) console.log(seen)

  /** What the office and the model do with these cells; the change set, or that they were refused. */
  function markAll(cells: readonly Cell[]): number | null | 'refused' {
    if (cells.length === 0) return null
    const inputs = cells.map((one) => model.input(one))
    const fields = model.problems(cells)
    expect(attendance.check(office.ctx, { cells: inputs })).toEqual({ problems: fields })
    if (fields.length > 0) {
      expect(codeOf(() => attendance.mark(office.ctx, { cells: inputs }))).toEqual(['INVALID', { fields }])
      seen.refused += 1
      return 'refused'
    }
    const { changeSetId } = attendance.mark(office.ctx, { cells: inputs })
    for (const one of model.lastOnes(cells)) model.keep(one)
    seen.stored += 1
    return changeSetId
  }

  /** In a closed week only what changes none of its figures: otherwise it is refused, and nothing happened. */
  function closeOrOpen(day: string, monday: string): number | null {
    const [before, hours] = [state(), months()]
    const settled = model.settled.has(monday)
    try {
      const { changeSetId } = model.closed.has(day)
        ? closures.removeClosure(office.ctx, { day })
        : closures.addClosure(office.ctx, { day, reason: 'Dicht' })
      if (settled) expect(months()).toBe(hours)
      return changeSetId
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      expect([error.code, error.data, settled]).toEqual(['WEEK_CLOSED', { monday }, true])
      expect(state()).toBe(before)
      seen.held += 1
      return null
    }
  }

  /** The week as the grid has it. */
  function look(monday: string): void {
    const read = attendance.week(office.ctx, { monday })
    expect(read.weekNumber).toBe(weekNumber(monday))
    expect(read.settled !== null).toBe(model.settled.has(monday))
    for (const row of read.rows)
      for (const { planned_from, planned_until, ...cell } of row.cells) {
        const expected = model.cell(row.trajectoryId, cell.day, cell.part)
        expect(cell).toEqual(expected)
        expect(planned_until === null).toBe(planned_from === null)
      }
  }

  function stored() {
    return all(
      `SELECT participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes, from_minute,
         until_minute, note FROM attendance ORDER BY participant_id, day, part`,
    )
  }

  function count([start, length]: readonly [number, number]): void {
    const from = plus(firstDay, start)
    const to = plus(from, length)
    const within = (day: string) => day >= from && day <= to
    for (const { id, trajectories: list } of people) {
      const [only] = id % 2 ? list : []
      const asked = { participantId: id, trajectoryId: only?.id ?? null, from, to }
      const mine = (row: { trajectory: number; person: number }) =>
        only ? row.trajectory === only.id : row.person === id
      expect(attendance.totals(office.ctx, asked)).toMatchObject(
        model.sums((row) => mine(row) && within(row.day)),
      )
      for (const view of trajectories.list(office.ctx, { participantId: id }))
        expect(view.totals).toEqual(model.sums((row) => row.trajectory === view.id))
    }
    const total = attendance.officeTotals(office.ctx, { from, to })
    expect(total).toMatchObject(model.sums((row) => within(row.day)))
    for (const { month, ...sums } of total.months)
      expect(sums).toEqual(model.sums((row) => within(row.day) && row.day.startsWith(month)))
  }
})

/** The same half-day typed over people and days, as a block that is pasted. */
function blockOf(
  monday: string,
  { from, days, people, like }: { from: number; days: number; people: number; like: Omit<Cell, 'day'> },
): Cell[] {
  const cells: Cell[] = []
  for (let n = from; n < Math.min(14, from + days); n += 1)
    for (let person = 0; person < people; person += 1)
      for (const part of [0, 1]) cells.push({ ...like, person, part, day: plus(monday, n) })
  return cells
}

function codeOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof CommandError) return error.data ? [error.code, error.data] : error.code
    throw error
  }
  return null
}
