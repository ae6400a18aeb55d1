/** The small form of one half-day: the mark, times, minutes late, a note. Enter keeps it, Esc leaves it as it was. */
import { Button, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceMark, type AttendanceMark } from '#core/api/fields.ts'
import type { Week, WeekCell, WeekRow } from '#core/api/attendance.ts'
import type { FieldError } from '#core/api/errors.ts'
import { shownTime } from '#core/calendar/times.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { parseTypedTime } from '../../forms/typed-time.ts'
import { failureOf, type Failure } from '../../office/failure.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { lateOf, type Edit } from './cells.ts'
import type { Steps } from './steps.ts'
import { useCellWords, useReasonWords } from './words.ts'

type FieldName = 'day' | 'fromMinute' | 'untilMinute' | 'lateMinutes' | 'note'
const wasThere: ReadonlySet<AttendanceMark> = new Set(['present', 'late', 'elsewhere'])
const time = (minutes: number | null): string => (minutes === null ? '' : shownTime(minutes))

/** At once: who types on right behind F2 types in here. */
function takeFocus(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true })
}

/** The popover's own trap looks for the attribute, a moment later. */
const first = { ref: takeFocus, 'data-autofocus': true }

export function CellEditor({
  row,
  cell,
  week,
  at,
  startAtNote,
  steps,
  onClose,
}: {
  row: WeekRow
  cell: WeekCell
  week: Week
  /** Where the cell is on the screen. */
  at: DOMRect | undefined
  startAtNote: boolean
  steps: Steps
  onClose: () => void
}) {
  const { t } = useTranslation(['programme', 'enums', 'common'])
  const cellWords = useCellWords()
  const reason = useReasonWords()
  const [mark, setMark] = useState<AttendanceMark>(cell.mark ?? 'present')
  const [from, setFrom] = useState(cell.mark === 'late' ? '' : time(cell.from_minute))
  const [until, setUntil] = useState(time(cell.until_minute))
  const [late, setLate] = useState(cell.mark === 'late' ? String(lateOf(cell)) : '15')
  const [note, setNote] = useState(cell.note)
  const [problems, setProblems] = useState<readonly FieldError[]>([])
  const [unread, setUnread] = useState<readonly FieldName[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const busy = useRef(false)
  const name = cellWords(row, cell)
  const isHere = wasThere.has(mark)

  async function keep(): Promise<void> {
    if (busy.current) return
    if (week.settled) return onClose()
    const fromMinute = mark === 'late' || !isHere || from.trim() === '' ? null : parseTypedTime(from)
    const untilMinute = !isHere || until.trim() === '' ? null : parseTypedTime(until, { end: true })
    const notRead: FieldName[] = []
    if (fromMinute === null && isHere && mark !== 'late' && from.trim() !== '') notRead.push('fromMinute')
    if (untilMinute === null && isHere && until.trim() !== '') notRead.push('untilMinute')
    if (mark === 'late' && !/^\d{1,3}$/.test(late.trim())) notRead.push('lateMinutes')
    setUnread(notRead)
    if (notRead.length > 0) return
    const { participantId } = row
    const lateMinutes = mark === 'late' ? Number(late) : null
    const edit: Edit = {
      participantId,
      day: cell.day,
      part: cell.part,
      mark,
      note,
      lateMinutes: lateMinutes === 0 ? null : lateMinutes,
      fromMinute,
      untilMinute,
    }
    busy.current = true
    try {
      const left = await steps.tryMark(edit, { what: name, monday: week.monday })
      setProblems(left)
      if (left.length === 0) onClose()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      busy.current = false
    }
  }

  /** What is wrong with a field, for under it. */
  function under(field: FieldName) {
    if (unread.includes(field))
      return { error: <span className="field-message">{t(field === 'lateMinutes' ? 'week.minutesHow' : 'week.timeHow')}</span> } // prettier-ignore
    const problem = problems.find((one) => one.field.endsWith(`.${field}`))?.problem
    if (!problem) return {}
    if (field === 'lateMinutes')
      return { error: <span className="field-message">{reason('late_too_long')}</span> }
    return { error: <FieldMessage problem={problem} /> }
  }

  return (
    <Popover
      opened
      trapFocus
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      withinPortal
      withRoles={false}
      position="bottom-start"
      width={360}
      shadow="md"
      onChange={(opened) => {
        if (!opened) void keep()
      }}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span
          className="week-editor-place"
          style={{ left: at?.left ?? 0, top: at?.top ?? 0, width: at?.width ?? 0, height: at?.height ?? 0 }}
        />
      </Popover.Target>
      <Popover.Dropdown
        className="week-editor"
        role="dialog"
        aria-label={t('week.editor', { cell: name })}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') onClose()
        }}
      >
        <form noValidate onSubmit={onSubmit(() => void keep())}>
          <p className="week-editor-title">
            <bdi>{row.listName}</bdi>
            <span>{name.slice(row.listName.length + 2)}</span>
          </p>
          <div className="week-editor-row">
            <NativeSelect
              label={t('week.mark')}
              value={mark}
              {...(startAtNote ? {} : first)}
              onChange={(event) => setMark(attendanceMark.parse(event.currentTarget.value))}
              data={attendanceMark.options.map((one) => ({ value: one, label: t(`enums:attendanceMark.${one}`) }))} // prettier-ignore
              {...under('day')}
            />
            {mark === 'late' && (
              <TextInput
                label={t('week.lateField')}
                inputMode="numeric"
                autoComplete="off"
                value={late}
                onChange={(event) => setLate(event.currentTarget.value)}
                {...under('lateMinutes')}
              />
            )}
          </div>
          {isHere && (
            <div className="week-editor-row">
              {mark !== 'late' && (
                <TextInput
                  label={t('week.fromField')}
                  autoComplete="off"
                  placeholder={time(cell.planned_from)}
                  value={from}
                  onChange={(event) => setFrom(event.currentTarget.value)}
                  {...under('fromMinute')}
                />
              )}
              <TextInput
                label={t('week.untilField')}
                autoComplete="off"
                placeholder={time(cell.planned_until)}
                value={until}
                onChange={(event) => setUntil(event.currentTarget.value)}
                {...under('untilMinute')}
              />
            </div>
          )}
          <TextInput
            label={t('week.noteField')}
            autoComplete="off"
            maxLength={200}
            value={note}
            {...(startAtNote ? first : {})}
            onChange={(event) => setNote(event.currentTarget.value)}
            {...under('note')}
          />
          {failure && <FailureMessage failure={failure} />}
          <div className="week-editor-actions">
            <Button variant="default" size="compact-md" onClick={onClose}>
              {t('week.asItWas')}
            </Button>
            <Button type="submit" size="compact-md">
              {t('week.keep')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
