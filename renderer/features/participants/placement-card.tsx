/** Where somebody is, or goes: the newest first. Changing it happens at Plekken. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatDayMonth, formatNarrow } from '#core/calendar/dates.ts'
import type { PlacementView } from '#core/api/places.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'

export function PlacementCard({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'matching'])
  const placements = useQuery(orpc.placements.list.queryOptions({ input: { participantId: id } })).data
  if (!placements) return null
  const running = placements.filter((one) => one.stage !== 'ended')
  const shown = running.length > 0 ? running : placements.slice(0, 1)
  return (
    <Sheet title={t('person.placement')}>
      {shown.length === 0 && <p className="dim">{t('person.noPlacement')}</p>}
      <ul className="person-places">
        {shown.map((one) => (
          <Placement key={one.id} placement={one} />
        ))}
      </ul>
      <Link className="link person-add" to="/deelnemers/$id/zoeken" params={{ id: String(id) }}>
        {t('matching:match.find')}
      </Link>
      {running.length === 0 && (
        <Link className="link person-add" to="/plekken/nieuw" search={{ participant: String(id) }}>
          {t('person.findPlacement')}
        </Link>
      )}
    </Sheet>
  )
}

function Placement({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation(['people', 'enums'])
  const { language } = useOffice()
  const stage = t(`enums:placementStage.${placement.stage}`)
  const since =
    placement.stage === 'placed' && placement.starts_on ? placement.starts_on : placement.stage_since
  return (
    <li>
      <p className="task-title">
        {placement.hostName}, {placement.openingTitle}
      </p>
      <p>
        {t(`enums:placementKind.${placement.kind}`)}, {stage.toLowerCase()}{' '}
        {t('person.since', { date: formatDayMonth(since, language) })}.
      </p>
      {placement.days && <p>{placement.days}</p>}
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
