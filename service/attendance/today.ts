/** The day of today as it was agreed: who comes and when, who is new, and which earlier half-days are still empty. */
import type { Today } from '#core/api/today.ts'
import { addDays, mondayOf, weekday } from '#core/calendar/dates.ts'
import { fullName } from '#core/names/name.ts'
import type { WeekTrajectoryRow } from '#db/attendance/queries.ts'
import type { OfficeContext } from '../context.ts'
import { agreedParts, markOn, readSheet } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { closedMondays } from './weeks.ts'

/** How far back Vandaag looks for half-days that nobody filled in. */
const daysBack = 14
/** A closure of the summer ends within it. */
const daysAhead = 31

export function attendanceOfToday(
  ctx: OfficeContext,
): Pick<Today, 'coming' | 'firstTime' | 'unfilled' | 'next'> {
  const { today } = ctx
  const from = addDays(today, -daysBack)
  const to = addDays(today, daysAhead)
  const sheet = readSheet(ctx, from, to)
  const planned = (row: WeekTrajectoryRow, day: string) =>
    sheet.closed.has(day) ? [] : agreedParts(sheet, row, day)
  const comers = (day: string) => sheet.trajectories.filter((row) => planned(row, day).length > 0)

  const expected = comers(today)
  let next: Today['next'] = null
  for (let day = addDays(today, 1); next === null && day <= to; day = addDays(day, 1)) {
    const people = comers(day).length
    if (people > 0) next = { day, people }
  }
  const settled = closedMondays(ctx, from, today)
  const unfilled: Today['unfilled'] = []
  for (let day = from; day < today; day = addDays(day, 1)) {
    if (weekday(day) > 5 || settled.has(mondayOf(day))) continue
    let cells = 0
    for (const row of sheet.trajectories)
      for (const { part } of planned(row, day))
        if (markOn(sheet, row.participant_id, day, part) === undefined) cells += 1
    if (cells > 0) unfilled.push({ day, cells })
  }
  return {
    coming: expected.map((row) => comingOf(sheet, row, today)),
    firstTime: expected
      .filter((row) => firstPlannedDay(row.starts_on, (day) => planned(row, day).length > 0) === today)
      .map((row) => ({ participantId: row.participant_id, name: fullName(row) })),
    unfilled,
    next,
  }
}

function comingOf(sheet: Sheet, row: WeekTrajectoryRow, day: string): Today['coming'][number] {
  const halves = agreedParts(sheet, row, day).map(({ part, start_minute, end_minute }) => ({
    part,
    start_minute,
    end_minute,
    mark: markOn(sheet, row.participant_id, day, part)?.mark ?? null,
  }))
  return {
    participantId: row.participant_id,
    name: fullName(row),
    parts: halves.map((half) => half.part),
    mark: halves.find((half) => half.mark !== null)?.mark ?? null,
    halves,
    phone: row.phone,
  }
}

/** A first week without any planned day does not happen; then nobody is new. */
function firstPlannedDay(startsOn: string, isPlanned: (day: string) => boolean): string | null {
  for (let n = 0; n < 14; n += 1) if (isPlanned(addDays(startsOn, n))) return addDays(startsOn, n)
  return null
}
