/** The keys of the week: where they move the cursor and which mark they set. Plain, so that a test can drive it. */
import type { AttendanceMark } from '#core/api/fields.ts'

/** Row 0 is the first person. Column 0 is the name, 1 to 10 are the half-days of Monday to Friday. */
export type Place = { row: number; column: number }

export const firstHalfDay = 1
export const lastHalfDay = 10
const page = 10

/** Where this key goes, or null when it is no key that moves. Stays inside the grid. */
export function moved(
  from: Place,
  event: { key: string; ctrlKey: boolean; shiftKey: boolean },
  rows: number,
): Place | null {
  const to = target(from, event, rows)
  if (!to) return null
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
  return { row: clamp(to.row, rows - 1), column: clamp(to.column, lastHalfDay) }
}

function target(
  { row, column }: Place,
  { key, ctrlKey, shiftKey }: { key: string; ctrlKey: boolean; shiftKey: boolean },
  rows: number,
): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrlKey ? rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrlKey ? firstHalfDay : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrlKey ? lastHalfDay : column + 1 }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: firstHalfDay }
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: lastHalfDay }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    case 'Enter':
      return { row: shiftKey ? row - 1 : row + 1, column }
    default:
      return null
  }
}

/** What typing means. `letters` are those of the language on the screen. */
export type Typed = { do: 'mark'; mark: AttendanceMark } | { do: 'empty' } | { do: 'toggle' }

export function typed(key: string, letters: Readonly<Record<AttendanceMark, string>>): Typed | null {
  if (key === ' ') return { do: 'toggle' }
  if (key === '.' || key === 'Delete' || key === 'Backspace') return { do: 'empty' }
  for (const [mark, letter] of Object.entries(letters) as [AttendanceMark, string][])
    if (letter.toLowerCase() === key.toLowerCase()) return { do: 'mark', mark }
  return null
}

/** Whether a key that moves takes the other cells along. Shift+Enter only goes up. */
export function extendsRange(event: { key: string; shiftKey: boolean }): boolean {
  return event.shiftKey && event.key !== 'Enter'
}

/** Work on the chosen cells: choose all, fill down or to the right, the small form of a cell. */
export type GridWork = 'all' | 'down' | 'right' | 'edit' | 'note'

export function workOfKey(event: { key: string; ctrlKey: boolean; shiftKey: boolean }): GridWork | null {
  if (event.key === 'F2') return event.shiftKey ? 'note' : 'edit'
  if (!event.ctrlKey || event.shiftKey) return null
  const keys: Readonly<Record<string, GridWork>> = { a: 'all', d: 'down', r: 'right' }
  return keys[event.key.toLowerCase()] ?? null
}
