/** The word of today, for the page of today: word, meaning, example, and the poster. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'
import { BigWord } from './big-word.tsx'
import { useKeepPlan } from './use-plan.ts'
import './words.css'

/** Nothing while it is being fetched, and nothing on a closed day. */
export function WordOfToday() {
  const { t } = useTranslation('words')
  const { today } = useOffice()
  const { data } = useQuery(orpc.words.ofDay.queryOptions({ input: { day: today } }))
  useKeepPlan(data?.planned)
  const poster = usePaper(client.words.poster)
  if (!data || data.closedReason !== null) return null
  return (
    <section className="sheet" aria-labelledby="word-of-today">
      <div className="word-today-head">
        <h2 id="word-of-today" className="word-today-title">
          {t('today.title')}
        </h2>
        <span className="word-today-links">
          {data.word && (
            <button type="button" className="link word-link" onClick={() => poster.run({ day: today })}>
              {t('today.poster')}
            </button>
          )}
          <Link to="/woorden" className="link">
            {t('today.all')}
          </Link>
        </span>
      </div>
      {data.word ? (
        <BigWord word={data.word} picture={data.picture} alt={t('picture.alt', { word: data.word.word })} />
      ) : (
        <p>{t('today.none')}</p>
      )}
      {poster.failure && <FailureMessage failure={poster.failure} />}
    </section>
  )
}
