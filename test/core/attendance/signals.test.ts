import { describe, expect, test } from 'vitest'
import { attendanceSignals, type MarkedPart } from '#core/attendance/signals.ts'

/** `A` there, `O` without a word, `Z` ill; a day each, or two halves with a slash. */
function week(...days: string[]): MarkedPart[] {
  const marks = { A: 'present', L: 'late', S: 'elsewhere', O: 'no_show', Z: 'ill' } as const
  return days.flatMap((day, n) =>
    day.split('/').map((mark) => ({
      day: `2026-11-${String(n + 1).padStart(2, '0')}`,
      mark: marks[mark as keyof typeof marks],
    })),
  )
}
const said = (...days: string[]) => attendanceSignals(week(...days)).map(({ code, on, since }) => [code, Number(on.slice(8)), since && Number(since.slice(8))]) // prettier-ignore

describe('what stands out in the attendance', () => {
  test.each<[string, string[], unknown[]]>([
    ['nothing marked', [], []],
    ['the first day', ['A', 'A'], [['first_day', 1, null]]],
    ['a first day elsewhere or late', ['Z', 'S', 'L'], [['first_day', 2, null]]],
    ['two days without a word', ['A', 'O', 'O', 'A'], [['first_day', 1, null]]],
    ['three days without a word', ['A', 'O', 'O', 'O'], [['first_day', 1, null], ['no_shows', 4, 1]]], // prettier-ignore
    ['a longer row counts once, and then the return', ['A', 'O', 'O', 'O', 'O', 'A'], [['first_day', 1, null], ['no_shows', 4, 1], ['back', 6, 1]]], // prettier-ignore
    ['illness ends the row', ['A', 'O', 'O', 'Z', 'O', 'O'], [['first_day', 1, null]]],
    ['half a day there is a day there', ['A', 'O', 'O', 'O/A', 'O'], [['first_day', 1, null]]],
    ['half a day ill is no day without a word', ['A', 'O', 'O/Z', 'O', 'O'], [['first_day', 1, null]]],
    ['never there at all', ['O', 'O', 'O', 'O'], [['no_shows', 3, null]]],
  ])('%s', (_what, days, expected) => {
    expect(said(...days)).toEqual(expected)
  })
})
