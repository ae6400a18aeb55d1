/** Which place fits this person? */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Match, MatchProfile, MatchWish } from '#core/api/matching.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { useWorkWords, type WorkWords } from '../openings/work-words.ts'
import { MatchBoard, pageSize } from './match-board.tsx'
import { MustList } from './must-list.tsx'
import { usePartWords } from './reason-words.ts'
import { WishesSide } from './wishes-side.tsx'
import './matching.css'

export function PersonMatchScreen() {
  const { id } = useParams({ from: '/deelnemers/$id/zoeken' })
  return <PersonMatch key={id} id={Number(id)} />
}

function PersonMatch({ id }: { id: number }) {
  const { t } = useTranslation(['matching', 'enums'])
  const [wishesOff, setOff] = useState<MatchWish[]>([])
  const [limit, setLimit] = useState(pageSize)
  const [others, setOthers] = useState<number | null>(null)
  const words = useWorkWords()
  const found = useQuery(
    orpc.matching.forPerson.queryOptions({
      input: { participantId: id, wishesOff, limit, others: others ?? pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const screen = t('match.personScreen')
  if (found.isLoadingError)
    return <PageFailure failure={failureOf(found.error)} screen={screen} retry={() => void found.refetch()} />
  if (!found.data || !words) return <PageWait />
  const { personName, profile, openings, proposedTotal, othersTotal } = found.data
  const title = <bdi>{t('match.personTitle', { name: personName })}</bdi>
  const back = <PersonLink id={id}>{personName}</PersonLink>
  if (proposedTotal + othersTotal === 0)
    return (
      <Page title={title} screen={screen} actions={back}>
        <EmptyState
          title={t('match.noOpenings')}
          action={
            <Link to="/organisaties" className="link">
              {t('list.emptyAction')}
            </Link>
          }
        >
          {t('match.noOpeningsText')}
        </EmptyState>
      </Page>
    )
  // When nothing can be proposed, the others are shown at once: nobody has to look for them.
  const othersShown = others ?? (proposedTotal === 0 ? pageSize : 0)
  const openingOf = (match: Match) => openings.find((one) => one.id === match.openingId)
  return (
    <Page title={title} screen={screen} lead={t('match.lead')} actions={back} className="match-page">
      {found.data.overOn !== null && <Message title={t('match.overTitle')}>{t('match.overText')}</Message>}
      <div className="match-columns">
        <div className="match-side">
          <Musts id={id} profile={profile} words={words} />
          <WishesSide off={wishesOff} onChange={setOff} />
        </div>
        <MatchBoard
          found={{ ...found.data, others: othersShown === 0 ? [] : found.data.others }}
          words={words}
          side="Places"
          keyOf={(match) => match.openingId}
          card={(match) => {
            const opening = openingOf(match)
            const name = opening ? `${opening.hostName}, ${opening.title}` : ''
            return {
              name,
              heading: (
                <Link to="/aanbod/$id" params={{ id: String(match.openingId) }} className="name-link">
                  {opening?.hostName}
                </Link>
              ),
              second: opening ? `${t(`enums:placementKind.${opening.kind}`)}, ${lower(opening.title)}` : '',
            }
          }}
          onMore={() => setLimit(limit + pageSize)}
          onOthers={setOthers}
          othersShown={othersShown}
        />
      </div>
    </Page>
  )
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function Musts({ id, profile, words }: { id: number; profile: MatchProfile; words: WorkWords }) {
  const { t } = useTranslation('matching')
  const parts = usePartWords()
  const { available, hours_per_day: hours, days_per_week: days, travel_minutes: minutes, body } = profile
  const lines = [
    available === null ? '' : t('match.mustParts', { parts: parts(available) }),
    hours === null ? '' : t('match.mustHours', { hours }),
    days === null ? '' : t('match.mustDays', { days }),
    minutes === null ? '' : t('match.mustTravel', { minutes }),
    ...body.map(({ item, answer }) =>
      t(answer === 'not' ? 'match.mustNot' : 'match.mustSometimes', { item: words.item(item) }),
    ),
  ].filter(Boolean)
  if (lines.length > 0) return <MustList title={t('match.must')} lines={lines} />
  return (
    <div>
      <h2 className="match-side-title">{t('match.must')}</h2>
      <p>{t('match.nothingAsked')}</p>
      <Link to="/deelnemers/$id/intake" params={{ id: String(id) }} className="link">
        {t('match.toIntake')}
      </Link>
    </div>
  )
}
