/** Closing a week, with what is still empty in it first; and opening it again. */
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week } from '#core/api/attendance.ts'
import { addDays, formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { Place } from './grid-keys.ts'
import type { Steps } from './steps.ts'
import { useCellWords } from './words.ts'

/** Planned half-days without a mark, the days in order. */
function emptyCells(week: Week, isAsked: (day: string) => boolean): Place[] {
  const closed = new Set(week.closed.map((one) => one.day))
  const places: Place[] = []
  for (let column = 1; column <= 10; column += 1)
    week.rows.forEach((row, n) => {
      const cell = row.cells[column - 1]
      if (cell && cell.planned_minutes > 0 && !cell.mark && !closed.has(cell.day) && isAsked(cell.day))
        places.push({ row: n, column })
    })
  return places
}

export function CloseWeek({ week, steps, onGo }: { week: Week; steps: Steps; onGo: (to: Place) => void }) {
  const { t } = useTranslation('programme')
  const toast = useToast()
  const close = useCommand(client.attendance.closeWeek)
  const [open, setOpen] = useState(false)
  const whyId = useId() // it stands on the page twice: where there is room, and where there is not
  const comes = week.today < week.monday || emptyCells(week, (day) => day > week.today).length > 0
  const empty = emptyCells(week, (day) => day <= week.today)
  async function run(): Promise<void> {
    await steps.flush()
    const answer = await close.run({ monday: week.monday })
    if (!answer) return
    setOpen(false)
    const said = t('week.nowSettled', { week: week.weekNumber })
    steps.remember({ what: said, monday: week.monday }, answer.changeSetId)
    toast({ text: said, changeSetId: answer.changeSetId })
  }
  return (
    <>
      <Button
        variant="default"
        disabled={comes}
        {...(comes ? { 'aria-describedby': whyId } : {})}
        onClick={() => void steps.flush().then(() => setOpen(true))}
      >
        {t('week.close')}
      </Button>
      {comes && (
        <span id={whyId} className="for-readers">
          {t('week.closeNotYet')}
        </span>
      )}
      <Ask
        opened={open}
        title={t(empty.length > 0 ? 'week.closeAskEmpty' : 'week.closeAsk', { count: empty.length, week: week.weekNumber })} // prettier-ignore
        answer={t(empty.length > 0 ? 'week.closeAnyway' : 'week.close')}
        busy={close.busy}
        onAnswer={() => void run()}
        onClose={() => setOpen(false)}
      >
        <p>{t(empty.length > 0 ? 'week.closeEmptyText' : 'week.closeText')}</p>
        {/* The words of hundreds of cells are not looked up before somebody wants them. */}
        {open && empty.length > 0 && (
          <EmptyCells
            week={week}
            places={empty}
            onGo={(to) => {
              setOpen(false)
              // When the dialog is gone: until then it holds the focus.
              setTimeout(() => onGo(to), 0)
            }}
          />
        )}
        {close.failure && <FailureMessage failure={close.failure} />}
      </Ask>
    </>
  )
}

function EmptyCells(props: { week: Week; places: readonly Place[]; onGo: (to: Place) => void }) {
  const cellWords = useCellWords()
  return (
    <ul className="week-empty">
      {props.places.map((place) => {
        const row = props.week.rows[place.row]
        const cell = row?.cells[place.column - 1]
        if (!row || !cell) return null
        return (
          <li key={`${place.row} ${place.column}`}>
            <button type="button" className="link week-link" onClick={() => props.onGo(place)}>
              {cellWords(row, cell)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** On a closed week: when and by whom, and the way back. */
export function SettledLine({ week, steps }: { week: Week; steps: Steps }) {
  const { t } = useTranslation('programme')
  const toast = useToast()
  const open = useCommand(client.attendance.openWeek)
  if (!week.settled) return null
  async function run(): Promise<void> {
    const answer = await open.run({ monday: week.monday })
    if (!answer) return
    const said = t('week.nowOpen', { week: week.weekNumber })
    steps.remember({ what: said, monday: week.monday }, answer.changeSetId)
    toast({ text: said, changeSetId: answer.changeSetId })
  }
  const values = { on: formatShort(week.settled.on), by: week.settled.by }
  return (
    <div className="week-line">
      <IconLock size={20} stroke={1.75} aria-hidden />
      <span>{t('week.settled', values)}</span>
      <Button variant="default" size="compact-md" loading={open.busy} onClick={() => void run()}>
        {t('week.reopen')}
      </Button>
      {open.failure && <FailureMessage failure={open.failure} />}
    </div>
  )
}

/** As many as fit on one line. */
const [shownWide, shownNarrow] = [5, 2]

/** Earlier weeks in which something was not filled in, quietly, with the way there. */
export function UnfilledLine({
  weeks,
  onGo,
}: {
  weeks: readonly { monday: string; weekNumber: number; cells: number }[]
  onGo: (monday: string) => void
}) {
  const { t } = useTranslation('programme')
  if (weeks.length === 0) return null
  const more = (shown: number) =>
    weeks.length > shown &&
    t('week.unfilledMore', {
      weeks: weeks.length - shown,
      count: weeks.slice(shown).reduce((sum, week) => sum + week.cells, 0),
    })
  return (
    <nav className="week-line" aria-label={t('week.unfilledList')}>
      <span className="miss" />
      <span>{t('week.unfilled')}</span>
      {weeks.slice(0, shownWide).map((week, n) => (
        <button
          key={week.monday}
          type="button"
          className={n < shownNarrow ? 'link week-link' : 'link week-link week-wide'}
          aria-label={t('week.unfilledLong', {
            week: week.weekNumber,
            count: week.cells,
            from: formatShort(week.monday),
            to: formatShort(addDays(week.monday, 4)),
          })}
          onClick={() => onGo(week.monday)}
        >
          {t('week.unfilledWeek', { week: week.weekNumber, count: week.cells })}
        </button>
      ))}
      <span className="week-wide">{more(shownWide)}</span>
      <span className="week-narrow">{more(shownNarrow)}</span>
    </nav>
  )
}
