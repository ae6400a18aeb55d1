/** A block of cells that is chosen: Shift with a key or a click, dragging, Ctrl+A. */
import { useMemo, useRef, type PointerEvent } from 'react'
import type { Cursor } from './cursor.ts'
import { firstHalfDay, lastHalfDay, type Place } from './grid-keys.ts'

/** The half-day under the pointer. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null
}

const inside = ({ row, column }: Place): Place => ({ row, column: Math.max(firstHalfDay, column) })

/** The block grows from where the cursor stands, or from the corner it already has. */
export function extend(cursor: Cursor, to: Place): void {
  const { place, chosen } = cursor.now()
  cursor.choose(chosen?.anchor ?? inside(place ?? to), inside(to))
}

export function chooseAll(cursor: Cursor, rows: number): void {
  cursor.choose({ row: 0, column: firstHalfDay }, { row: rows - 1, column: lastHalfDay })
}

export function usePointer(cursor: Cursor, focusCell: (place: Place) => void) {
  const dragFrom = useRef<Place | null>(null)
  const focus = useRef(focusCell)
  focus.current = focusCell
  return useMemo(
    () => ({
      onPointerDown(event: PointerEvent): void {
        const to = placeOf(event.target)
        if (!to || event.button !== 0 || event.target instanceof HTMLInputElement) return
        if (event.shiftKey) {
          extend(cursor, to)
          focus.current(to)
          return
        }
        cursor.clear()
        dragFrom.current = event.pointerType === 'mouse' ? to : null
      },
      onPointerOver(event: PointerEvent): void {
        const from = dragFrom.current
        if (!from || (event.buttons & 1) === 0) {
          dragFrom.current = null
          return
        }
        const to = placeOf(event.target)
        if (to && (to.row !== from.row || to.column !== from.column || cursor.now().chosen))
          cursor.choose(from, to)
      },
    }),
    [cursor],
  )
}
