/** The grid itself: one stop for Tab, then arrows and letters. Keys: grid-keys.ts. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceMark, type AttendanceMark } from '#core/api/fields.ts'
import type { Week } from '#core/api/attendance.ts'
import { announce } from '../../ui/announcer.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { columnTotals, keyOf, lateOf, withEdits, type Edit } from './cells.ts'
import { moved, typed, type Place } from './grid-keys.ts'
import { useMarks } from './use-marks.ts'
import { WeekFoot } from './week-foot.tsx'
import { WeekHead } from './week-head.tsx'
import { WeekLine } from './week-line.tsx'

export function WeekGrid({
  week,
  place,
  onPlace,
}: {
  week: Week
  place: Place
  onPlace: (place: Place) => void
}) {
  const { t } = useTranslation(['programme', 'enums', 'problems'])
  const { edits, refusal, set, forgetRefusal } = useMarks()
  const rows = useMemo(() => withEdits(week, edits), [week, edits])
  const columns = useMemo(() => columnTotals(rows), [rows])
  const closed = useMemo(() => new Map(week.closed.map((one) => [one.day, one.reason])), [week.closed])
  const letters = useMemo(
    () =>
      Object.fromEntries(
        attendanceMark.options.map((mark) => [mark, t(`enums:attendanceLetter.${mark}`)]),
      ) as Record<AttendanceMark, string>,
    [t],
  )
  const [late, setLate] = useState<Place | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const here = { row: Math.min(place.row, rows.length - 1), column: place.column }
  // One line of the grid stays the same object while nothing in it changed, so that typing stays quick.
  const move = useRef((to: Place) => onPlace(to))
  move.current = onPlace

  function focusCell(to: Place): void {
    table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus()
  }
  function goTo(to: Place): void {
    onPlace(to)
    focusCell(to)
  }
  // The work is here: the cursor is in the grid as soon as the screen is there.
  useEffect(() => {
    focusCell(here)
    // oxlint-disable-next-line react/exhaustive-deps -- only when the screen opens
  }, [])
  // The grid takes what is left of the window, so that its head and foot stay in sight.
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current) box.current.style.setProperty('--week-top', `${box.current.offsetTop}px`)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })

  function edit(at: Place, mark: AttendanceMark | null, lateMinutes: number | null = null): void {
    const row = rows[at.row]
    const cell = row?.cells[at.column - 1]
    if (!row || !cell) return
    const next: Edit = { participantId: row.participantId, day: cell.day, part: cell.part, mark, lateMinutes }
    if (cell.mark !== mark || mark === 'late') set(next)
    announce(mark ? t(`enums:attendanceMark.${mark}`) : t('week.cellPlanned'))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
    if (event.key === 'Escape') return forgetRefusal()
    // Enter on a name opens the person.
    if (event.key === 'Enter' && here.column === 0) return
    const to = moved(here, event, rows.length)
    if (to) {
      event.preventDefault()
      goTo(to)
      return
    }
    if (event.ctrlKey || here.column === 0) return
    const what = typed(event.key, letters)
    if (!what) return
    event.preventDefault()
    if (what.do === 'toggle') {
      edit(here, rows[here.row]?.cells[here.column - 1]?.mark === 'present' ? null : 'present')
      return
    }
    if (what.do === 'mark' && what.mark === 'late') {
      setLate(here)
      return
    }
    edit(here, what.do === 'empty' ? null : what.mark)
    goTo({ ...here, row: Math.min(here.row + 1, rows.length - 1) })
  }

  /** `minutes` null: stopped, nothing changes. `onward`: Enter goes on to the next person, as a letter does. */
  function lateDone(minutes: number | null, onward: boolean): void {
    if (late && minutes !== null) edit(late, 'late', minutes)
    setLate(null)
    if (minutes === null) requestAnimationFrame(() => focusCell(here))
    else if (onward)
      requestAnimationFrame(() => goTo({ ...here, row: Math.min(here.row + 1, rows.length - 1) }))
  }
  const done = useRef(lateDone)
  done.current = lateDone
  const onLate = useRef((minutes: number | null, onward: boolean) => done.current(minutes, onward))

  return (
    <div className="week-box" ref={box}>
      <ForReaders>
        <span id="week-help">{t('week.gridHelp')}</span>
      </ForReaders>
      <table
        ref={table}
        role="grid"
        className="week"
        aria-label={t('week.grid', { week: week.weekNumber })}
        aria-describedby="week-help"
        onKeyDown={onKeyDown}
      >
        <WeekHead week={week} count={rows.length} closed={closed} chosen={here.column} />
        <tbody>
          {rows.map((row, n) => {
            const refused = refusal
              ? row.cells.findIndex(
                  (cell) =>
                    keyOf({ participantId: row.participantId, day: cell.day, part: cell.part }) ===
                    refusal.key,
                )
              : -1
            return (
              <WeekLine
                key={row.trajectoryId}
                n={n}
                row={row}
                today={week.today}
                closed={closed}
                focusColumn={n === here.row ? here.column : null}
                lateColumn={late?.row === n ? late.column : null}
                lateNow={lateOfCell(late?.row === n ? row.cells[late.column - 1] : undefined)}
                refusedColumn={refused >= 0 ? refused + 1 : null}
                problem={refused >= 0 && refusal ? refusal.problem : null}
                upwards={n > rows.length - 4 && rows.length > 6}
                onPlace={move}
                onLate={onLate.current}
              />
            )
          })}
        </tbody>
        <WeekFoot rows={rows} columns={columns} week={week} />
      </table>
    </div>
  )
}

function lateOfCell(cell: Parameters<typeof lateOf>[0] | undefined): number {
  return cell ? lateOf(cell) : 0
}
