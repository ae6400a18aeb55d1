/** One placement on the board: who, what is next and when, how long in this column. */
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { daysBetween, formatNarrow } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import type { CardDrag } from './drag.ts'
import { EndingWord } from './ending-word.tsx'
import { isLate, stages } from './late.ts'
import { MoveMenu } from './move-menu.tsx'

/** Drawn again only when its placement changed: a board may hold hundreds. */
export const PlaceCard = memo(function PlaceCard({
  placement,
  today,
  onOpen,
  onMove,
  drag,
}: {
  placement: PlacementView
  today: string
  onOpen: (id: number) => void
  onMove: (placement: PlacementView, stage: PlacementStage) => void
  drag: CardDrag
}) {
  const { t, i18n } = useTranslation(['places', 'common', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { id, personName, hostName, kind, stage, next_action, next_action_on, ended_on, end_reason } =
    placement
  const ended = stage === 'ended'

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    // Not while the menu of this card is open: React lets its keys through to here.
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return
    const to = stages[Number(event.key) - 1]
    if (!to) return
    event.preventDefault()
    onMove(placement, to)
  }

  return (
    <li
      className="places-card"
      data-place={id}
      onKeyDown={onKeyDown}
      aria-keyshortcuts="1 2 3 4 5"
      draggable
      onDragStart={(event) => drag.begin(event, id)}
      onDragEnd={drag.stop}
    >
      <p className="places-name">
        <PersonLink id={placement.participant_id} strong>
          {personName}
        </PersonLink>
      </p>
      <p>
        <UnstyledButton className="places-where" onClick={() => onOpen(id)}>
          {hostName}
          <ForReaders>{`, ${t('board.openPlace', { name: personName })}`}</ForReaders>
        </UnstyledButton>
        <span className="places-line dim">{t(`enums:placementKind.${kind}`)}</span>
      </p>
      {ended ? (
        <p className="dim">
          {ended_on && t('board.endedOn', { date: formatNarrow(ended_on, lang) })}
          {end_reason && <span className="places-line">{end_reason}</span>}
        </p>
      ) : (
        <>
          <p>{next_action || <span className="dim">{t('board.noNext')}</span>}</p>
          {next_action_on &&
            (isLate(placement, today) ? (
              <p className="state state-care">
                <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
                <span>{t('common:late', { date: formatNarrow(next_action_on, lang) })}</span>
              </p>
            ) : (
              <p className="dim">{formatNarrow(next_action_on, lang)}</p>
            ))}
          <EndingWord placement={placement} />
        </>
      )}
      <div className="places-foot">
        <span className="dim">
          {t('board.days', { count: daysBetween(placement.stage_since, today) })}
          <ForReaders>{` ${t('board.daysInColumn')}`}</ForReaders>
        </span>
        <MoveMenu placement={placement} onMove={(to) => onMove(placement, to)} />
      </div>
    </li>
  )
})
