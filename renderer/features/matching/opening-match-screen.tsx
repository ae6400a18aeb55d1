/** Who fits this opening? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatchWish } from '#core/api/matching.ts'
import type { OpeningView } from '#core/api/places.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { StateLine } from '../openings/state-line.tsx'
import { useWorkWords, type WorkWords } from '../openings/work-words.ts'
import { useDayParts } from '../trajectory/day-words.ts'
import { MatchBoard, pageSize } from './match-board.tsx'
import { MustList } from './must-list.tsx'
import { WishesSide } from './wishes-side.tsx'
import './matching.css'

export function OpeningMatchScreen() {
  const { id } = useParams({ from: '/aanbod/$id/wie' })
  return <OpeningMatch key={id} id={Number(id)} />
}

function OpeningMatch({ id }: { id: number }) {
  const { t } = useTranslation(['matching', 'enums'])
  const [wishesOff, setOff] = useState<MatchWish[]>([])
  const [limit, setLimit] = useState(pageSize)
  const [others, setOthers] = useState(0)
  const words = useWorkWords()
  const found = useQuery(
    orpc.matching.forOpening.queryOptions({
      input: { openingId: id, wishesOff, limit, others },
      placeholderData: keepPreviousData,
    }),
  )
  const screen = t('match.openingScreen')
  if (found.isLoadingError)
    return <PageFailure failure={failureOf(found.error)} screen={screen} retry={() => void found.refetch()} />
  if (!found.data || !words) return <PageWait />
  const { opening } = found.data
  return (
    <Page
      title={t('match.openingTitle', { title: opening.title })}
      screen={screen}
      lead={t('match.lead')}
      actions={
        <Link to="/aanbod/$id" params={{ id: String(id) }} className="link">
          {opening.title}
        </Link>
      }
      className="match-page"
    >
      <div className="match-columns">
        <div className="match-side">
          <Asks opening={opening} words={words} />
          <WishesSide off={wishesOff} onChange={setOff} />
        </div>
        <MatchBoard
          found={found.data}
          words={words}
          side="People"
          keyOf={(match) => match.participantId}
          card={(match) => ({
            name: match.personName,
            heading: <PersonLink id={match.participantId}>{match.personName}</PersonLink>,
            second: '',
          })}
          onMore={() => setLimit(limit + pageSize)}
          onOthers={setOthers}
          othersShown={others}
        />
      </div>
    </Page>
  )
}

function Asks({ opening, words }: { opening: OpeningView; words: WorkWords }) {
  const { t } = useTranslation(['matching', 'enums', 'places'])
  const { language } = useOffice()
  const days = useDayParts()
  const { parts, parts_needed: needed, minutes_per_week: minutes } = opening
  const lines = [
    parts.length === 0 ? opening.days : days(parts),
    needed === null || needed >= parts.length ? '' : t('match.neededParts', { needed }),
    minutes === null ? '' : t('match.neededHours', { hours: formatHours(minutes, language) }),
    opening.language_level,
    opening.licence === '' ? '' : words.licence(opening.licence),
    ...opening.heavy.map(
      ({ item, amount }) => `${words.item(item)}: ${t(`opening.amount.${amount}`).toLowerCase()}`,
    ),
  ].filter(Boolean)
  return (
    <>
      <div>
        <p>
          {t(`enums:placementKind.${opening.kind}`)} {t('opening.at', { host: opening.hostName })}
        </p>
        <StateLine opening={opening} />
      </div>
      <MustList title={t('match.asks')} lines={lines} />
    </>
  )
}
