/** The same placements as a table: for reading through, sorting, and for whoever likes a table better. */
import { NativeSelect, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { EndingWord } from './ending-word.tsx'
import { isLate, stages } from './late.ts'
import { MoveMenu } from './move-menu.tsx'
import type { Order } from './sort-places.ts'

/** The order of the table, and the one stage that it shows; '' for all. */
export type ListChoice = { order: Order; only: PlacementStage | '' }

export function PlacesList({
  placements: shown,
  today,
  choice: { order, only },
  onChoose,
  onOpen,
  onMove,
}: {
  /** Already chosen and in this order. */
  placements: readonly PlacementView[]
  today: string
  choice: ListChoice
  onChoose: (choice: ListChoice) => void
  onOpen: (id: number) => void
  onMove: (placement: PlacementView, stage: PlacementStage) => void
}) {
  const { t } = useTranslation(['places', 'placing', 'enums'])
  const stageName = (stage: PlacementStage) =>
    stage === 'ended' ? t('board.endedColumn') : t(`enums:placementStage.${stage}`)
  const head = (by: Order['by'], label: string) => (
    <SortHead by={by} label={label} order={order} onSort={(next) => onChoose({ only, order: next })} />
  )
  return (
    <>
      <NativeSelect
        className="places-filter"
        label={t('placing:board.stage')}
        value={only}
        onChange={(event) =>
          onChoose({ order, only: stages.find((one) => one === event.currentTarget.value) ?? '' })
        }
        data={[
          { value: '', label: t('placing:board.anyStage') },
          ...stages.map((value) => ({ value, label: stageName(value) })),
        ]}
      />
      {shown.length === 0 && <p className="dim">{t('placing:board.none')}</p>}
      {shown.length > 0 && (
        <div className="table-scroll">
          <table className="data-table places-table" aria-label={t('list.caption')}>
            <thead>
              <tr>
                {head('person', t('list.person'))}
                <th scope="col">{t('list.place')}</th>
                {head('stage', t('list.stage'))}
                <th scope="col">{t('list.next')}</th>
                {head('next', t('list.on'))}
                {head('end', t('placing:board.ends'))}
                <th scope="col">{t('list.change')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row
                  key={one.id}
                  placement={one}
                  today={today}
                  stage={stageName(one.stage)}
                  onOpen={onOpen}
                  onMove={onMove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function SortHead({
  by,
  label,
  order,
  onSort,
}: {
  by: Order['by']
  label: string
  order: Order
  onSort: (order: Order) => void
}) {
  const chosen = order.by === by
  const Arrow = order.down ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" aria-sort={chosen ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton className="places-sort" onClick={() => onSort({ by, down: chosen && !order.down })}>
        {label}
        {chosen && <Arrow size={16} stroke={2} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}

function Row({
  placement,
  today,
  stage,
  onOpen,
  onMove,
}: {
  placement: PlacementView
  today: string
  stage: string
  onOpen: (id: number) => void
  onMove: (placement: PlacementView, stage: PlacementStage) => void
}) {
  const { t, i18n } = useTranslation(['places', 'common', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { next_action_on, expected_end_on, ended_on } = placement
  const ended = placement.stage === 'ended'
  return (
    <tr>
      <th scope="row">
        <PersonLink id={placement.participant_id}>{placement.personName}</PersonLink>
      </th>
      <td>
        <UnstyledButton className="places-where" onClick={() => onOpen(placement.id)}>
          {placement.hostName}
          <ForReaders>{`, ${t('board.openPlace', { name: placement.personName })}`}</ForReaders>
        </UnstyledButton>
        <span className="places-line dim">{t(`enums:placementKind.${placement.kind}`)}</span>
      </td>
      <td>{stage}</td>
      <td>{ended ? placement.end_reason : placement.next_action || t('common:none')}</td>
      <td className="places-nowrap">
        {ended || next_action_on === null ? (
          t('common:none')
        ) : isLate(placement, today) ? (
          <StateWord kind="care">{t('common:late', { date: formatNarrow(next_action_on, lang) })}</StateWord>
        ) : (
          formatNarrow(next_action_on, lang)
        )}
      </td>
      <td className="places-nowrap">
        {ended
          ? ended_on && t('board.endedOn', { date: formatNarrow(ended_on, lang) })
          : (expected_end_on && formatNarrow(expected_end_on, lang)) || t('common:none')}
        <span className="places-line">
          <EndingWord placement={placement} />
        </span>
      </td>
      <td>
        <MoveMenu placement={placement} onMove={(to) => onMove(placement, to)} />
      </td>
    </tr>
  )
}
