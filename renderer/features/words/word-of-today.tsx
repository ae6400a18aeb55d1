/** The word of today, for the page of today: word, meaning, example, and the poster. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { BigWord } from './big-word.tsx'
import { useKeepPlan } from './use-plan.ts'
import { useWordPaper } from './use-paper.ts'
import './words.css'

/** Nothing while it is being fetched, and nothing on a closed day. */
export function WordOfToday() {
  const { t } = useTranslation('words')
  const { today } = useOffice()
  const { data } = useQuery(orpc.words.ofDay.queryOptions({ input: { day: today } }))
  useKeepPlan(data?.planned)
  const paper = useWordPaper()
  if (!data || data.closedReason !== null) return null
  return (
    <section className="sheet" aria-labelledby="word-of-today">
      <div className="word-today-head">
        <h2 id="word-of-today" className="word-today-title">
          {t('today.title')}
        </h2>
        <span className="word-today-links">
          {data.word && (
            <button type="button" className="link word-link" onClick={() => void paper.open('poster', today)}>
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
      {paper.failure && <FailureMessage failure={paper.failure} />}
    </section>
  )
}
