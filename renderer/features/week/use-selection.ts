/** A block of cells that is chosen: Shift with a key or a click, dragging, Ctrl+A. */
import { useMemo, useRef, useState, type PointerEvent } from 'react'
import type { Place } from './grid-keys.ts'
import { rangeOf, type Range } from './range.ts'

export type Selection = {
  /** Of one cell when nothing more is chosen; null on a name. */
  range: Range | null
  many: boolean
  extend: (to: Place) => void
  all: () => void
  clear: () => void
  pointer: { onPointerDown: (event: PointerEvent) => void; onPointerOver: (event: PointerEvent) => void }
  /** The corner that moves; the other one stays. */
  end: Place
}

/** The half-day under the pointer. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null
}

export function useSelection(here: Place, rows: number, focusCell: (place: Place) => void): Selection {
  const [chosen, setChosen] = useState<{ anchor: Place; end: Place } | null>(null)
  const dragFrom = useRef<Place | null>(null)
  const range = useMemo(() => {
    if (chosen) return rangeOf(chosen.anchor, chosen.end)
    return here.column > 0 ? rangeOf(here, here) : null
    // oxlint-disable-next-line react/exhaustive-deps -- what it is, not which object
  }, [chosen, here.row, here.column])
  const extend = (to: Place): void => {
    const end = { row: to.row, column: Math.max(1, to.column) }
    setChosen((now) => ({ anchor: now?.anchor ?? { ...here, column: Math.max(1, here.column) }, end }))
  }
  return {
    range,
    many: chosen !== null,
    end: chosen?.end ?? here,
    extend,
    all: () => setChosen({ anchor: { row: 0, column: 1 }, end: { row: rows - 1, column: 10 } }),
    clear: () => setChosen(null),
    pointer: {
      onPointerDown(event) {
        const to = placeOf(event.target)
        if (!to || event.button !== 0 || event.target instanceof HTMLInputElement) return
        if (event.shiftKey) {
          extend(to)
          focusCell(to)
          return
        }
        setChosen(null)
        dragFrom.current = event.pointerType === 'mouse' ? to : null
      },
      onPointerOver(event) {
        const from = dragFrom.current
        if (!from || (event.buttons & 1) === 0) {
          dragFrom.current = null
          return
        }
        const to = placeOf(event.target)
        if (to && (to.row !== from.row || to.column !== from.column || chosen))
          setChosen({ anchor: from, end: to })
      },
    },
  }
}
