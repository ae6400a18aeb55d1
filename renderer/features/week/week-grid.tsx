/** The grid itself: one stop for Tab, then arrows and letters. Keys: grid-keys.ts. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week, WeekCell } from '#core/api/attendance.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { CellEditor } from './cell-editor.tsx'
import { columnTotals, keyOf, lateOf, withEdits } from './cells.ts'
import { extendsRange, moved, typed, workOfKey, type Place } from './grid-keys.ts'
import { PasteAsk } from './paste-ask.tsx'
import type { Steps } from './steps.ts'
import { useClipboard } from './use-clipboard.ts'
import { useRangeWork } from './use-range-work.tsx'
import { useSelection } from './use-selection.ts'
import { useStepsState } from './use-steps.ts'
import { WeekFoot } from './week-foot.tsx'
import { WeekGroupHead } from './week-group.tsx'
import { WeekHead } from './week-head.tsx'
import { WeekLine } from './week-line.tsx'

/** What was asked for from outside: to go to a cell, with the same one twice as two askings. */
export type GoTo = { place: Place } | null

export function WeekGrid({
  week,
  place,
  onPlace,
  steps,
  goTo: asked,
  children,
}: {
  week: Week
  place: Place
  onPlace: (place: Place) => void
  steps: Steps
  goTo: GoTo
  /** Stands over the corner of the grid. */
  children: React.ReactNode
}) {
  const { t } = useTranslation('programme')
  const { edits, refusals } = useStepsState(steps)
  const rows = useMemo(() => withEdits(week, edits), [week, edits])
  const columns = useMemo(() => columnTotals(rows), [rows])
  const closed = useMemo(() => new Map(week.closed.map((one) => [one.day, one.reason])), [week.closed])
  const [late, setLate] = useState<Place | null>(null)
  const [editing, setEditing] = useState<{ place: Place; note: boolean } | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const here = { row: Math.min(place.row, rows.length - 1), column: place.column }
  // One line of the grid stays the same object while nothing in it changed, so that typing stays quick.
  const move = useRef((to: Place) => onPlace(to))
  move.current = onPlace
  const selection = useSelection(here, rows.length, focusCell)
  const work = useRangeWork(week, rows, steps)

  function cellAt(to: Place): HTMLElement | null {
    return (
      table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`) ?? null
    )
  }
  function focusCell(to: Place): void {
    cellAt(to)?.focus()
  }
  function goTo(to: Place): void {
    onPlace(to)
    focusCell(to)
  }
  // The work is here: the cursor is in the grid as soon as the screen is there, and where somebody asks for.
  const wanted = asked?.place
  useEffect(() => {
    selection.clear()
    focusCell(wanted ?? here)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the screen opens or a cell is asked for
  }, [wanted])
  // The grid takes what is left of the window, so that its head and foot stay in sight.
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current) box.current.style.setProperty('--week-top', `${box.current.offsetTop}px`)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })

  const onward = (): Place => ({ ...here, row: Math.min(here.row + 1, rows.length - 1) })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
    if (event.key === 'Escape') {
      selection.clear()
      return steps.forgetRefusals()
    }
    // Enter on a name opens the person.
    if (event.key === 'Enter' && here.column === 0) return
    const wide = extendsRange(event)
    const to = moved(wide ? selection.end : here, event, rows.length)
    if (to) {
      event.preventDefault()
      steps.forgetRefusals()
      if (wide) {
        const end = { ...to, column: Math.max(1, to.column) }
        selection.extend(end)
        work.sayRange(selection.many && selection.range ? anchorOf() : here, end)
        focusCell(end)
      } else {
        selection.clear()
        goTo(to)
      }
      return
    }
    const { range } = selection
    const what = workOfKey(event)
    if (what) event.preventDefault()
    if (what === 'all') {
      selection.all()
      return work.sayRange({ row: 0, column: 1 }, { row: rows.length - 1, column: 10 })
    }
    if (!range) return
    if (what === 'down' || what === 'right') return work.fillFrom(range, what)
    if (what === 'edit' || what === 'note') return setEditing({ place: here, note: what === 'note' })
    if (!event.ctrlKey) onType(event)
  }

  /** The corner of the range that stays, as the one across from the end. */
  function anchorOf(): Place {
    const { range, end } = selection
    if (!range) return here
    return {
      row: end.row === range.top ? range.bottom : range.top,
      column: end.column === range.left ? range.right : range.left,
    }
  }

  function onType(event: KeyboardEvent): void {
    const what = typed(event.key, work.names.letters)
    const { range, many } = selection
    if (!what || !range) return
    event.preventDefault()
    if (what.do === 'mark' && what.mark === 'late' && !week.settled) return setLate(here)
    const now = rows[here.row]?.cells[here.column - 1]?.mark
    const mark =
      what.do === 'mark' ? what.mark : what.do === 'toggle' && (many || now !== 'present') ? 'present' : null
    if (many) return work.fill(range, { mark, lateMinutes: null })
    work.type(here, { mark, lateMinutes: null })
    if (what.do !== 'toggle' && !week.settled) goTo(onward())
  }

  /** `minutes` null: stopped, nothing changes. `on`: Enter goes on to the next person, as a letter does. */
  function lateDone(minutes: number | null, on: boolean): void {
    const { range, many } = selection
    if (late && minutes !== null) {
      const value = { mark: 'late', lateMinutes: minutes } as const
      if (many && range) work.fill(range, value)
      else work.type(late, value)
    }
    setLate(null)
    if (minutes === null || many) requestAnimationFrame(() => focusCell(here))
    else if (on) requestAnimationFrame(() => goTo(onward()))
  }
  const done = useRef(lateDone)
  done.current = lateDone
  const onLate = useRef((minutes: number | null, on: boolean) => done.current(minutes, on))

  useClipboard(table, {
    copy: () => (selection.range ? work.copy(selection.range) : null),
    cut: () => selection.range && work.fill(selection.range, { mark: null, lateMinutes: null }),
    paste: (text) => selection.range && work.paste(selection.range, text),
  })

  const isGrouped = week.grouping !== 'name'
  const refusal = refusals[0]
  const editRow = editing ? rows[editing.place.row] : undefined
  const editCell = editing ? editRow?.cells[editing.place.column - 1] : undefined
  let index = 2
  let n = -1
  return (
    <div className="week-frame">
      {children}
      <div className="week-box" ref={box}>
        <ForReaders>
          <span id="week-help">{t('week.gridHelp')}</span>
        </ForReaders>
        <table
          ref={table}
          role="grid"
          className={week.settled ? 'week week-settled' : 'week'}
          aria-label={t('week.grid', { week: week.weekNumber })}
          aria-describedby="week-help"
          aria-multiselectable
          aria-rowcount={3 + rows.length + (isGrouped ? week.groups.length : 0)}
          aria-colcount={14}
          onKeyDown={onKeyDown}
          onDoubleClick={() => here.column > 0 && setEditing({ place: here, note: false })}
          {...selection.pointer}
        >
          <WeekHead week={week} count={rows.length} closed={closed} chosen={here.column} />
          {week.groups.map((group, g) => (
            // oxlint-disable-next-line react/no-array-index-key -- a group has no name of its own
            <tbody key={g} {...(isGrouped ? { 'aria-labelledby': `week-group-${g}` } : {})}>
              {isGrouped && <WeekGroupHead id={`week-group-${g}`} group={group} rowIndex={(index += 1)} />}
              {rows.slice(n + 1, n + 1 + group.people).map((row) => {
                n += 1
                index += 1
                const inRange =
                  selection.many && selection.range && n >= selection.range.top && n <= selection.range.bottom
                const refused = refusal
                  ? row.cells.findIndex((cell) => isThe(refusal.key, row.participantId, cell))
                  : -1
                return (
                  <WeekLine
                    key={row.trajectoryId}
                    n={n}
                    rowIndex={index}
                    row={row}
                    today={week.today}
                    closed={closed}
                    settled={week.settled !== null}
                    focusColumn={n === here.row ? here.column : null}
                    chosenFrom={inRange ? (selection.range?.left ?? 0) : 0}
                    chosenTo={inRange ? (selection.range?.right ?? 0) : 0}
                    lateColumn={late?.row === n ? late.column : null}
                    lateNow={late?.row === n ? lateOfCell(row.cells[late.column - 1]) : 0}
                    refusedColumn={refused >= 0 ? refused + 1 : null}
                    problem={refused >= 0 && refusal ? refusal.problem : null}
                    upwards={n > rows.length - 4 && rows.length > 6}
                    onPlace={move}
                    onLate={onLate.current}
                  />
                )
              })}
            </tbody>
          ))}
          <WeekFoot
            rows={rows}
            columns={columns}
            week={week}
            rowIndex={3 + rows.length + (isGrouped ? week.groups.length : 0)}
          />{' '}
          {/* prettier-ignore */}
        </table>
      </div>
      {editing && editRow && editCell && (
        <CellEditor
          key={`${editRow.trajectoryId} ${editCell.day} ${editCell.part}`}
          row={editRow}
          cell={editCell}
          week={week}
          at={cellAt(editing.place)?.getBoundingClientRect()}
          startAtNote={editing.note}
          steps={steps}
          onClose={() => {
            setEditing(null)
            requestAnimationFrame(() => focusCell(editing.place))
          }}
        />
      )}
      {work.question && (
        <PasteAsk
          question={work.question}
          week={week}
          rows={rows}
          from={selection.range}
          onAnswer={(yes) => {
            work.answer(yes)
            requestAnimationFrame(() => focusCell(here))
          }}
        />
      )}
    </div>
  )
}

function isThe(key: string, participantId: number, cell: WeekCell): boolean {
  return keyOf({ participantId, day: cell.day, part: cell.part }) === key
}

function lateOfCell(cell: WeekCell | undefined): number {
  return cell ? lateOf(cell) : 0
}
