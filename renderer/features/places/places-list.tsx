/** The same placements as a table: for reading through, and for whoever likes a table better. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { isLate, stages } from './late.ts'
import { MoveMenu } from './move-menu.tsx'

export function PlacesList({
  placements,
  today,
  onOpen,
  onMove,
}: {
  placements: readonly PlacementView[]
  today: string
  onOpen: (id: number) => void
  onMove: (placement: PlacementView, stage: PlacementStage) => void
}) {
  const { t, i18n } = useTranslation(['places', 'common', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const sorted = stages.flatMap((stage) => placements.filter((one) => one.stage === stage))
  return (
    <div className="table-scroll">
      <table className="data-table" aria-label={t('list.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('list.person')}</th>
            <th scope="col">{t('list.place')}</th>
            <th scope="col">{t('list.kind')}</th>
            <th scope="col">{t('list.stage')}</th>
            <th scope="col">{t('list.next')}</th>
            <th scope="col">{t('list.on')}</th>
            <th scope="col">{t('list.change')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <PersonLink id={one.participant_id}>{one.personName}</PersonLink>
              </th>
              <td>
                <UnstyledButton className="places-where" onClick={() => onOpen(one.id)}>
                  {one.hostName}
                  <ForReaders>{`, ${t('board.openPlace', { name: one.personName })}`}</ForReaders>
                </UnstyledButton>
              </td>
              <td>{t(`enums:placementKind.${one.kind}`)}</td>
              <td>
                {one.stage === 'ended' ? t('board.endedColumn') : t(`enums:placementStage.${one.stage}`)}
              </td>
              <td>{one.stage === 'ended' ? one.end_reason : one.next_action || t('common:none')}</td>
              <td className="places-nowrap">
                {one.stage === 'ended' ? (
                  one.ended_on && formatNarrow(one.ended_on, lang)
                ) : one.next_action_on === null ? (
                  t('common:none')
                ) : isLate(one, today) ? (
                  <StateWord kind="care">
                    {t('common:late', { date: formatNarrow(one.next_action_on, lang) })}
                  </StateWord>
                ) : (
                  formatNarrow(one.next_action_on, lang)
                )}
              </td>
              <td>
                <MoveMenu placement={one} onMove={(stage) => onMove(one, stage)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
