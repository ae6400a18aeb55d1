/** Where somebody is, or goes, and where somebody was: the newest first. Changing it happens at Plekken. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDayMonth, formatNarrow, formatShort } from '#core/calendar/dates.ts'
import type { PlacementView } from '#core/api/places.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { EndingWord } from '../places/ending-word.tsx'
import { useDayParts } from '../trajectory/day-words.ts'

export function PlacementCard({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'matching', 'placing'])
  const placements = useQuery(orpc.placements.list.queryOptions({ input: { participantId: id } })).data
  if (!placements) return null
  const running = placements.filter((one) => one.stage !== 'ended')
  const earlier = placements.filter((one) => one.stage === 'ended')
  return (
    <Sheet title={t('person.placement')}>
      {placements.length === 0 && <p className="dim">{t('person.noPlacement')}</p>}
      {running.length > 0 && (
        <ul className="person-places">
          {running.map((one) => (
            <Placement key={one.id} placement={one} />
          ))}
        </ul>
      )}
      <Link className="link person-add" to="/deelnemers/$id/zoeken" params={{ id: String(id) }}>
        {t('matching:match.find')}
      </Link>
      {running.length === 0 && (
        <Link className="link person-add" to="/plekken/nieuw" search={{ participant: String(id) }}>
          {t('person.findPlacement')}
        </Link>
      )}
      {earlier.length > 0 && (
        <>
          <h3 className="person-earlier">{t('placing:person.earlier', { count: earlier.length })}</h3>
          <ul className="person-places">
            {earlier.map((one) => (
              <Earlier key={one.id} placement={one} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}

function Placement({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation(['people', 'placing', 'enums'])
  const { language } = useOffice()
  const parts = useDayParts()
  const stage = t(`enums:placementStage.${placement.stage}`)
  const { starts_on, expected_end_on, stage_since } = placement
  const since = placement.stage === 'placed' && starts_on ? starts_on : stage_since
  const days = [parts(placement.parts), placement.days].filter(Boolean).join('. ')
  return (
    <li>
      <PlaceLink placement={placement} />
      <p>
        {t(`enums:placementKind.${placement.kind}`)}, {stage.toLowerCase()}{' '}
        {t('person.since', { date: formatDayMonth(since, language) })}.
      </p>
      {starts_on && (
        <p className="dim">
          {expected_end_on
            ? t('placing:person.fromTo', { from: formatShort(starts_on), to: formatShort(expected_end_on) })
            : t('placing:person.from', { date: formatShort(starts_on) })}
        </p>
      )}
      <EndingWord placement={placement} />
      {days && (
        <p>
          <span className="capital">{days}</span>
        </p>
      )}
      <p className="dim">
        {t('person.goal', { goal: t(`enums:placementGoal.${placement.goal}`).toLowerCase() })}
      </p>
      {placement.next_action && (
        <p className="dim">
          {placement.next_action}
          {placement.next_action_on && `, ${formatNarrow(placement.next_action_on, language)}`}
        </p>
      )}
    </li>
  )
}

function Earlier({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation(['placing', 'enums'])
  const { starts_on, ended_on, goal_result } = placement
  return (
    <li>
      <PlaceLink placement={placement} />
      <p className="dim">
        {[
          t(`enums:placementKind.${placement.kind}`),
          starts_on && ended_on
            ? t('person.fromTo', { from: formatShort(starts_on), to: formatShort(ended_on) })
            : '',
          goal_result ? t(`enums:goalResult.${goal_result}`).toLowerCase() : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    </li>
  )
}

function PlaceLink({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placing')
  return (
    <p className="task-title">
      <Link className="name-link" to="/plekken" search={{ plek: String(placement.id) }}>
        {placement.hostName}, {placement.openingTitle}
        <ForReaders>{`, ${t('person.open')}`}</ForReaders>
      </Link>
    </p>
  )
}
