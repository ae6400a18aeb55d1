/** Hours: there, away with and without notice, and who stayed away several half-days in a row. */
import { alertRule } from '../attendance/alerts.ts'
import { rate, sumTotals } from '../attendance/totals.ts'
import { countPeople, measure, peopleOf, type Counted, type Part } from './count.ts'
import type { FigureRows, MarksOfPerson } from './rows.ts'

/** All but the one that goes day by day, of which nothing is known here. */
export function hours(rows: FigureRows): Part {
  const counted = rows.hours.filter((row) => row.planned_minutes + row.present_minutes > 0)
  const planned = counted.filter((row) => row.planned_minutes > 0)
  const sums = sumTotals(counted)
  const people = peopleOf(counted).length
  const part = (minutes: number) => rate(minutes, sums.planned_minutes)
  const figures = [
    measure('attendance_rate', sums.rate, planned),
    measure(
      'absent_notified',
      part(sums.notified_minutes),
      counted.filter((row) => row.notified_minutes > 0),
    ),
    measure(
      'absent_no_show',
      part(sums.no_show_minutes),
      counted.filter((row) => row.no_show_minutes > 0),
    ),
    measure('hours_present', counted.length === 0 ? null : sums.present_minutes, counted),
    {
      ...measure('hours_per_person', rate(sums.present_minutes, people), counted),
      of: people,
    },
    absentInARow(null),
  ]
  return { figures, breakdowns: [] }
}

/** Read by itself, because it goes day by day. @param people null: nobody looked. */
export function absentInARow(people: readonly MarksOfPerson[] | null): Counted {
  if (people === null) return measure('absent_in_a_row', null, [])
  return countPeople(
    'absent_in_a_row',
    people.filter(({ marks }) => longestAbsence(marks) >= alertRule.inARow),
  )
}

/** Half-days in a row away. A language lesson is no absence: it is skipped, and ends nothing. */
export function longestAbsence(marks: string): number {
  const rows = marks.replaceAll('L', '').split('P')
  return Math.max(...rows.map((row) => row.length))
}
