/** Civic integration in short, for the page of a person: route, term, lessons. Nothing when nothing is known. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { daysBetween, formatLong } from '#core/calendar/dates.ts'
import type { Civic } from '#core/api/civic.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { StateWord } from '../../ui/state-word.tsx'
import { useDayParts } from '../trajectory/day-words.ts'

/** How the term stands, in words; '' where there is none. */
export function useTermWords(): (civic: Pick<Civic, 'endsOn' | 'term'>) => string {
  const { t } = useTranslation('trajectory')
  const { today, language } = useOffice()
  return ({ endsOn, term }) => {
    if (endsOn === null || term === 'none') return ''
    const weeks = t('civic.weeks', { count: Math.floor(daysBetween(today, endsOn) / 7) })
    return t(`civic.line.${term}`, { date: formatLong(endsOn, language), weeks })
  }
}

/** `id`: the participant. Draws itself as one paragraph with a link to the facts. */
export function CivicLine({ id }: { id: number }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const days = useDayParts()
  const words = useTermWords()
  const civic = useQuery(orpc.civic.get.queryOptions({ input: { participantId: id } })).data
  if (!civic) return null
  const known = civic.law !== 'unknown' || civic.route !== 'unknown' || civic.endsOn !== null
  if (!known && civic.lessons.length === 0 && civic.school === '') return null
  const route =
    civic.route === 'unknown' || civic.route === 'none' ? '' : t(`enums:civicRoute.${civic.route}`)
  const term = words(civic)
  return (
    <p className="civic-line">
      <Link className="link" to="/deelnemers/$id/inburgering" params={{ id: String(id) }}>
        {t('civic.heading')}
      </Link>
      {': '}
      {[route || t(`enums:civicLaw.${civic.law}`), civic.term === 'runs' ? term : '']
        .filter(Boolean)
        .join(', ')}
      {civic.term === 'soon' || civic.term === 'passed' ? (
        <>
          {', '}
          <StateWord kind={civic.term === 'soon' ? 'care' : 'late'}>{term}</StateWord>
        </>
      ) : null}
      {civic.lessons.length > 0 && `. ${t('civic.lessonsLine', { days: days(civic.lessons) })}`}
    </p>
  )
}
