/** The grid itself: one stop for Tab, then arrows and letters. Keys: grid-keys.ts. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week, WeekCell } from '#core/api/attendance.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { CellEditor } from './cell-editor.tsx'
import { columnTotals, keyOf, withEdits } from './cells.ts'
import type { Cursor } from './cursor.ts'
import { firstChoice } from './half-days.ts'
import { extendsRange, moved, typed, workOfKey, type Place } from './grid-keys.ts'
import { PasteAsk } from './paste-ask.tsx'
import type { Range } from './range.ts'
import type { Steps } from './steps.ts'
import { useClipboard } from './use-clipboard.ts'
import { useRangeWork } from './use-range-work.tsx'
import { chooseAll, extend, usePointer } from './use-selection.ts'
import { useStepsState } from './use-steps.ts'
import { WeekFoot } from './week-foot.tsx'
import { WeekGroupHead } from './week-group.tsx'
import { WeekHead } from './week-head.tsx'
import { WeekLine } from './week-line.tsx'
import { useGridWords } from './words.ts'

/** What was asked for from outside: to go to a cell, with the same one twice as two askings. */
export type GoTo = { place: Place } | null

export function WeekGrid({
  week,
  cursor,
  steps,
  goTo: asked,
  children,
}: {
  week: Week
  cursor: Cursor
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
  const words = useGridWords()
  const work = useRangeWork(week, rows, steps)
  const pointer = usePointer(cursor, focusCell)
  const here = (): Place => cursor.now().place ?? { row: 0, column: 1 }

  function cellAt(to: Place): HTMLElement | null {
    return (
      table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`) ?? null
    )
  }
  function focusCell(to: Place): void {
    cellAt(to)?.focus()
  }
  /** With the focus goes the cursor, whether by a key, a click or Tab. */
  function onFocus(event: FocusEvent): void {
    const { row, column } = event.target.closest<HTMLElement>('[data-column]')?.dataset ?? {}
    if (row === undefined || column === undefined) return
    const to = { row: Number(row), column: Number(column) }
    const from = here()
    if (to.row !== from.row || to.column !== from.column) steps.forgetRefusals()
    cursor.go(to)
  }
  // Other people, or in another order: the cursor starts again where the work is, and never stands outside the grid.
  const grouping = useRef(week.grouping)
  const monday = useRef(week.monday)
  useLayoutEffect(() => {
    const { place } = cursor.now()
    if (!place || grouping.current !== week.grouping) {
      cursor.clear()
      cursor.go(firstChoice(week))
    } else {
      // What was chosen in one week is not chosen in the next.
      if (monday.current !== week.monday) cursor.clear()
      cursor.go({ ...place, row: Math.min(place.row, week.rows.length - 1) })
    }
    grouping.current = week.grouping
    monday.current = week.monday
  }, [cursor, week])
  // The work is here: the cursor is in the grid as soon as the screen is there, and where somebody asks for.
  const wanted = asked?.place
  useEffect(() => steps.forgetRefusals(), [steps, week.monday])
  useEffect(() => {
    cursor.clear()
    if (wanted) cursor.go(wanted)
    focusCell(here())
    // oxlint-disable-next-line react/exhaustive-deps -- only when the screen opens or a cell is asked for
  }, [wanted])
  // The grid takes what is left of the window, so that its head and foot stay in sight.
  useLayoutEffect(() => {
    const measure = (): void => {
      if (!box.current) return
      const top = box.current.getBoundingClientRect().top + window.scrollY
      box.current.style.setProperty('--week-top', `${top}px`)
    }
    // Not with each key: what stands above it changes seldom, and measuring costs the layout of the whole grid.
    const above = new ResizeObserver(measure)
    for (const one of box.current?.closest('.page')?.children ?? []) above.observe(one)
    measure()
    return () => above.disconnect()
  }, [week])

  const onward = ({ row, column }: Place): Place => ({ row: Math.min(row + 1, rows.length - 1), column })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || editing || event.target instanceof HTMLInputElement) return
    if (event.key === 'Escape') {
      cursor.clear()
      return steps.forgetRefusals()
    }
    const from = here()
    // Enter on a name opens the person.
    if (event.key === 'Enter' && from.column === 0) return
    const wide = extendsRange(event)
    const to = moved(wide ? (cursor.now().chosen?.end ?? from) : from, event, rows.length)
    if (to) {
      event.preventDefault()
      steps.forgetRefusals()
      if (wide) {
        extend(cursor, to)
        const { chosen } = cursor.now()
        if (chosen) work.sayRange(chosen.anchor, chosen.end)
        focusCell(chosen?.end ?? to)
      } else {
        cursor.clear()
        focusCell(to)
      }
      return
    }
    const { range } = cursor.now()
    const what = workOfKey(event)
    if (what) event.preventDefault()
    if (what === 'all') {
      chooseAll(cursor, rows.length)
      return work.sayRange({ row: 0, column: 1 }, { row: rows.length - 1, column: 10 })
    }
    if (!range) return
    if (what === 'down' || what === 'right') return work.fillFrom(range, what)
    if (what === 'edit' || what === 'note') return setEditing({ place: from, note: what === 'note' })
    if (!event.ctrlKey) onType(event)
  }

  function onType(event: KeyboardEvent): void {
    const what = typed(event.key, work.names.letters)
    const { range, chosen } = cursor.now()
    const at = here()
    if (!what || !range) return
    event.preventDefault()
    if (what.do === 'mark' && what.mark === 'late' && !week.settled) return setLate(at)
    const now = rows[at.row]?.cells[at.column - 1]?.mark
    const mark =
      what.do === 'mark'
        ? what.mark
        : what.do === 'toggle' && (chosen || now !== 'present')
          ? 'present'
          : null
    if (chosen) return work.fill(range, { mark, lateMinutes: null })
    const taken = work.type(at, { mark, lateMinutes: null })
    if (taken && what.do !== 'toggle') focusCell(onward(at))
  }

  /** `minutes` null: stopped, nothing changes. `on`: with Enter; otherwise the box was left for something else. */
  function lateDone(minutes: number | null, on: boolean): void {
    const { range, chosen } = cursor.now()
    setLate(null)
    const value = { mark: 'late', lateMinutes: minutes } as const
    let taken = false
    if (late && minutes !== null && chosen && range) work.fill(range, value)
    else if (late && minutes !== null) taken = work.type(late, value)
    if (minutes !== null && !on) return
    requestAnimationFrame(() => focusCell(taken ? onward(here()) : here()))
  }
  // One line of the grid stays as it is while nothing in it changes, so that typing stays quick.
  const done = useRef(lateDone)
  done.current = lateDone
  const onLate = useRef((minutes: number | null, on: boolean) => done.current(minutes, on))

  const withRange = (what: (range: Range) => void): void => {
    const { range } = cursor.now()
    if (range) what(range)
  }
  useClipboard(table, {
    copy() {
      const { range } = cursor.now()
      return range && work.copy(range)
    },
    cut: () => withRange((range) => work.fill(range, { mark: null, lateMinutes: null })),
    paste: (text) => withRange((range) => work.paste(range, text)),
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
          onDoubleClick={() => here().column > 0 && setEditing({ place: here(), note: false })}
          onFocus={onFocus}
          {...pointer}
        >
          <WeekHead
            monday={week.monday}
            today={week.today}
            count={rows.length}
            closed={closed}
            cursor={cursor}
          />
          {week.groups.map((group, g) => (
            // oxlint-disable-next-line react/no-array-index-key -- a group has no name of its own
            <tbody key={g} {...(isGrouped ? { 'aria-labelledby': `week-group-${g}` } : {})}>
              {isGrouped && <WeekGroupHead id={`week-group-${g}`} group={group} rowIndex={(index += 1)} />}
              {rows.slice(n + 1, n + 1 + group.people).map((row) => {
                n += 1
                index += 1
                const refused = refusal
                  ? row.cells.findIndex((cell) => isThe(refusal.key, row.participantId, cell))
                  : -1
                return (
                  <WeekLine
                    key={row.trajectoryId}
                    n={n}
                    rowIndex={index}
                    row={row}
                    cursor={cursor}
                    words={words}
                    today={week.today}
                    closed={closed}
                    settled={week.settled !== null}
                    lateColumn={late?.row === n ? late.column : null}
                    refusedColumn={refused >= 0 ? refused + 1 : null}
                    problem={refused >= 0 && refusal ? refusal.problem : null}
                    upwards={n > rows.length - 4 && rows.length > 6}
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
          from={cursor.now().range}
          onAnswer={(yes) => {
            work.answer(yes)
            requestAnimationFrame(() => focusCell(here()))
          }}
        />
      )}
    </div>
  )
}

function isThe(key: string, participantId: number, cell: WeekCell): boolean {
  return keyOf({ participantId, day: cell.day, part: cell.part }) === key
}
