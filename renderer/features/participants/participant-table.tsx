/** The rows of Deelnemers. Up and down walk through the names, Enter opens. */
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNarrow, weekdayShort } from '#core/calendar/dates.ts'
import type { ParticipantRow } from '#core/api/people.ts'
import { useOffice } from '../../office/office.ts'
import { Highlight } from '../../ui/highlight.tsx'
import { StateWord } from '../../ui/state-word.tsx'

type Props = {
  rows: readonly ParticipantRow[]
  query: string
  chosen: number | null
  onChoose: (id: number) => void
  onLeaveTop: () => void
}

export function ParticipantTable({ rows, query, chosen, onChoose, onLeaveTop }: Props) {
  const { t } = useTranslation('people')
  function walk(event: KeyboardEvent<HTMLTableSectionElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')]
    const next = links.indexOf(document.activeElement as HTMLElement) + step
    if (next < 0) onLeaveTop()
    else links[next]?.focus()
  }
  return (
    <div className="table-scroll">
      <table className="data-table people-table">
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.where')}</th>
            <th scope="col">{t('columns.days')}</th>
            <th scope="col">{t('columns.next')}</th>
          </tr>
        </thead>
        <tbody id="people-rows" onKeyDown={walk}>
          {rows.map((row) => (
            <Row key={row.id} row={row} query={query} chosen={row.id === chosen} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  row,
  query,
  chosen,
  onChoose,
}: {
  row: ParticipantRow
  query: string
  chosen: boolean
  onChoose: (id: number) => void
}) {
  const { t } = useTranslation(['people', 'enums'])
  const { language } = useOffice()
  const where =
    row.stage === 'active' && row.phase
      ? t(`enums:phase.${row.phase}`)
      : t(`enums:participantStage.${row.stage}`)
  const days = row.weekdays.map((day) => weekdayShort(day, language)).join(' ')
  return (
    <tr {...(chosen ? { 'data-chosen': true } : {})} onClick={() => onChoose(row.id)}>
      <th scope="row">
        <Link
          to="/deelnemers/$id"
          params={{ id: String(row.id) }}
          className="name-link name-link-strong"
          onFocus={() => onChoose(row.id)}
        >
          <Highlight text={row.listName} query={query} />
        </Link>
        {row.alsoKnownAs && (
          <div className="people-also">
            {t('alsoKnownAs')} <Highlight text={row.alsoKnownAs} query={query} />
          </div>
        )}
      </th>
      <td>{where}</td>
      <td className={days ? '' : 'dim'}>{days || t('noDays')}</td>
      <td>
        <Next next={row.next} />
      </td>
    </tr>
  )
}

function Next({ next }: { next: ParticipantRow['next'] }) {
  const { t } = useTranslation('people')
  const { language, today } = useOffice()
  if (!next) return <span className="dim">{t('next.nothing')}</span>
  const words = t(`next.${next.kind}`, { date: formatNarrow(next.on, language), title: next.title })
  return (
    <>
      {words}
      {next.on < today && (
        <div>
          <StateWord kind="care">{t('next.late')}</StateWord>
        </div>
      )}
    </>
  )
}
