/** Closed weeks are settled: no plan, no mark and no closed day in them changes until somebody opens them again. */
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import { closedWeeks, plansTouched } from '#db/attendance/weeks.ts'
import { CommandError } from '#db/errors.ts'
import type { OfficeContext } from '../context.ts'
import { agreedParts, marksOfDay, readSheet, readSheetOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Whose plans a change is about, or which days open or close for everybody. */
export interface Touched {
  readonly people?: readonly number[]
  readonly days?: readonly string[]
}

/**
 * Inside a command: makes a change, unless a closed week would read differently after it.
 * @throws CommandError WEEK_CLOSED with the first such week; then the whole command is rolled back.
 */
export function keepSettled<T>(ctx: Pick<OfficeContext, 'db'>, touched: Touched, change: () => T): T {
  const before = readings(ctx, touched)
  const result = change()
  if (before.size === 0) return result
  const after = readings(ctx, touched)
  for (const [monday, reading] of before)
    if (after.get(monday) !== reading) throw new CommandError('WEEK_CLOSED', { monday })
  return result
}

/** For an undo: taking back an older change of a plan may not change a closed week either. */
export function keptSettled(db: OfficeContext['db']) {
  return (changeSetId: number, turn: () => void): void =>
    keepSettled({ db }, plansTouched(db, changeSetId), turn)
}

/** Of each closed week that can be touched, everything its figures come from, as text. By Monday, the earliest first. */
function readings(
  ctx: Pick<OfficeContext, 'db'>,
  { people = [], days = [] }: Touched,
): ReadonlyMap<string, string> {
  const closed = closedWeeks(ctx.db, ever.from, ever.to).map((week) => week.monday)
  const [first, last] = [closed[0], closed.at(-1)]
  const found = new Map<string, string>()
  if (first === undefined || last === undefined) return found
  const sheet = people.length > 0 ? readSheetOf(ctx, people, first, addDays(last, 6)) : null
  const mondays = new Set(days.map(mondayOf))
  for (const monday of closed) {
    const everybody = mondays.has(monday) ? readSheet(ctx, monday, addDays(monday, 6)) : null
    const parts = [sheet, everybody].flatMap((one) => (one ? [reading(one, monday)] : []))
    if (parts.length > 0) found.set(monday, parts.join('\n'))
  }
  return found
}

/** By trajectory, not by person: when two dossiers become one, everything goes along and nothing reads differently. */
function reading(sheet: Sheet, monday: string): string {
  const lines: unknown[] = []
  for (let n = 0; n < 7; n += 1) {
    const day = addDays(monday, n)
    const isOpen = !sheet.closed.has(day)
    for (const row of sheet.trajectories)
      for (const { part, start_minute, end_minute } of agreedParts(sheet, row, day))
        lines.push([row.id, day, part, start_minute, end_minute, isOpen])
    for (const mark of marksOfDay(sheet, day)) lines.push([{ ...mark, participant_id: 0 }, isOpen])
  }
  return lines
    .map((line) => JSON.stringify(line))
    .toSorted()
    .join('\n')
}

const ever = { from: '0001-01-01', to: '9999-12-31' }
