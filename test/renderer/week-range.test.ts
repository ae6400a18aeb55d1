import { expect, test } from 'vitest'
import type { Week, WeekCell } from '#core/api/attendance.ts'
import type { AttendanceMark } from '#core/api/fields.ts'
import { readBlock } from '#core/attendance/block.ts'
import { totals } from '#core/attendance/totals.ts'
import { addDays } from '#core/calendar/dates.ts'
import nl from '#core/i18n/nl/enums.ts'
import { withEdits, type Edit } from '../../renderer/features/week/cells.ts'
import { copied, fillFrom, fillRange, pasted, rangeOf } from '../../renderer/features/week/range.ts'

const names = {
  letters: nl.attendanceLetter,
  words: Object.fromEntries(
    Object.entries(nl.attendanceMark).map(([mark, word]) => [mark, [word]]),
  ) as Record<AttendanceMark, string[]>,
}

/** `P` planned, `.` not planned, a letter of the grid: planned with that mark. Wednesday is today. */
function aWeek(lines: string[], fields: Partial<Week> = {}): Week {
  const byLetter = new Map(Object.entries(nl.attendanceLetter).map(([mark, letter]) => [letter, mark]))
  const rows = lines.map((line, n) => {
    const cells = [...line.padEnd(10, '.')].map((sign, at): WeekCell => {
      const mark = (byLetter.get(sign) ?? null) as AttendanceMark | null
      return {
        day: addDays('2026-11-16', Math.floor(at / 2)),
        part: at % 2 === 0 ? 'morning' : 'afternoon',
        planned_minutes: sign === '.' ? 0 : 150,
        planned_from: null,
        planned_until: null,
        mark,
        present_minutes: mark === 'present' || mark === 'elsewhere' ? 150 : mark === 'late' ? 135 : 0,
        from_minute: null,
        until_minute: null,
        note: '',
      }
    })
    const who = { participantId: n + 1, trajectoryId: n + 1, listName: `Persoon ${n + 1}`, coachName: '' }
    return { ...who, cells, totals: totals(cells) }
  })
  const groups = [{ weekdays: null, coachName: null, people: rows.length }]
  const head = { monday: '2026-11-16', weekNumber: 47, today: '2026-11-18', grouping: 'name' as const }
  return { ...head, closed: [], groups, rows, settled: null, ...fields }
}

const sheetOf = (week: Week) => ({ week, rows: week.rows })
const range = (top: number, left: number, bottom: number, right: number) =>
  rangeOf({ row: bottom, column: right }, { row: top, column: left })
const shown = (edits: readonly Edit[]) =>
  edits.map((one) => `${one.participantId} ${one.day.slice(8)} ${one.part[0]} ${one.mark}`)
const present = { mark: 'present', lateMinutes: null } as const
const nobody = { mark: null, lateMinutes: null } as const

test('a letter over a range takes what is planned and has come; the rest is counted by reason', () => {
  const week = aWeek(['P.PPPPPPPP', 'ZP..PP....'], { closed: [{ day: '2026-11-17', reason: '' }] })
  const { edits, left } = fillRange(sheetOf(week), range(0, 1, 1, 10), present)
  expect(shown(edits)).toEqual([
    '1 16 m present', '1 18 m present', '1 18 a present',
    '2 16 m present', '2 16 a present', '2 18 m present', '2 18 a present',
  ]) // prettier-ignore
  expect(Object.fromEntries(left)).toEqual({ not_planned: 1, closed_day: 4, date_in_future: 8 })
  // Leave may be agreed for days to come.
  expect(fillRange(sheetOf(week), range(0, 7, 0, 8), { mark: 'leave', lateMinutes: null }).edits).toHaveLength(2) // prettier-ignore
})

test('half-days that nobody planned are filled when they were chosen by themselves', () => {
  const week = aWeek(['PP........', '..........'])
  expect(fillRange(sheetOf(week), range(0, 3, 1, 4), present).edits).toHaveLength(4)
  expect(fillRange(sheetOf(week), range(1, 1, 1, 2), present).edits).toHaveLength(2)
})

test('Delete empties only what holds something', () => {
  const week = aWeek(['APZ.......'])
  expect(shown(fillRange(sheetOf(week), range(0, 1, 0, 10), nobody).edits)).toEqual([
    '1 16 m null',
    '1 17 m null',
  ])
})

test('filling down and to the right, from the first of the range or the cell before', () => {
  const week = aWeek(['AZ........', 'PP........', 'PP........'])
  expect(shown(fillFrom(sheetOf(week), range(0, 1, 2, 2), 'down').edits)).toEqual([
    '2 16 m present', '2 16 a ill', '3 16 m present', '3 16 a ill',
  ]) // prettier-ignore
  expect(shown(fillFrom(sheetOf(week), range(1, 1, 1, 1), 'down').edits)).toEqual(['2 16 m present'])
  expect(shown(fillFrom(sheetOf(week), range(0, 1, 0, 2), 'right').edits)).toEqual(['1 16 a present'])
  expect(shown(fillFrom(sheetOf(week), range(0, 2, 0, 2), 'right').edits)).toEqual(['1 16 a present'])
  expect(fillFrom(sheetOf(week), range(0, 1, 0, 2), 'down').edits).toEqual([])
  expect(fillFrom(sheetOf(week), range(0, 1, 0, 1), 'right').edits).toEqual([])
})

test('a pasted block: what is taken, what is not and why', () => {
  const week = aWeek(['APPPPPPP..', 'PPPPPPPP..'], { closed: [{ day: '2026-11-17', reason: '' }] })
  const block = readBlock('A\tX\tA\tA\tL\tL 15\tO\r\nT\tL 200\t\t\t\t\tVerlof\t\t\t\t\tQ\r\nA\r\n')
  const { edits, left, same } = pasted(sheetOf(week), range(0, 1, 0, 1), block, names)
  expect(shown(edits.map((one) => one.edit))).toEqual(['1 18 a late', '2 16 m school', '2 19 m leave'])
  expect(left.map(({ row, column, text, why }) => [row, column, text, why])).toEqual([
    [0, 2, 'X', 'unknown_letter'],
    [0, 3, 'A', 'closed_day'],
    [0, 4, 'A', 'closed_day'],
    [0, 5, 'L', 'minutes_missing'],
    [0, 7, 'O', 'date_in_future'],
    [1, 2, 'L 200', 'late_too_long'],
    [1, 12, 'Q', 'outside_grid'],
    [2, 1, 'A', 'outside_grid'],
  ])
  expect(same).toBe(8) // the A that is there already, and the empty cells on empty ones
})

test('one cell fills a range, a row is repeated, an empty cell empties', () => {
  const week = aWeek(['PPPP......', 'PPPP......', 'AAAA......'])
  const paste = (text: string, over: ReturnType<typeof range>) =>
    shown(pasted(sheetOf(week), over, readBlock(text), names).edits.map((one) => one.edit))
  expect(paste('Z', range(0, 1, 1, 2))).toHaveLength(4)
  expect(paste('Z\tV\n', range(0, 1, 1, 2))).toEqual(['1 16 m ill', '1 16 a leave', '2 16 m ill', '2 16 a leave']) // prettier-ignore
  expect(paste('Z\t\n', range(2, 1, 2, 1))).toEqual(['3 16 m ill', '3 16 a null'])
})

test('a closed week takes nothing', () => {
  const week = aWeek(['AP........'], { settled: { on: '2026-11-18', by: 'Coach' } })
  expect(fillRange(sheetOf(week), range(0, 1, 0, 2), present).left.get('week_closed')).toBe(1)
  expect(fillRange(sheetOf(week), range(0, 1, 0, 2), nobody).left.get('week_closed')).toBe(1)
  expect(pasted(sheetOf(week), range(0, 1, 0, 1), [['Z']], names).left[0]?.why).toBe('week_closed')
})

test('what is copied pastes back to the same week', () => {
  const week = aWeek(['ALZVTO....', 'SP........'])
  const text = copied(sheetOf(week), range(0, 1, 1, 10), names.letters)
  expect(text[0]).toEqual(['A', 'L 15', 'Z', 'V', 'T', 'O', '', '', '', ''])
  const empty = aWeek(['PPPPPP....', 'PP........'])
  const edits = pasted(sheetOf(empty), range(0, 1, 0, 1), text, names).edits.map((one) => one.edit)
  const again = withEdits(empty, new Map(edits.map((one) => [`${one.participantId} ${one.day} ${one.part}`, one]))) // prettier-ignore
  expect(again).toEqual(week.rows)
})
