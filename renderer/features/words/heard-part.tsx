/** Who heard which words in a period: counted from who was present. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '#core/calendar/dates.ts'
import { DateField } from '../../forms/date-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'

export function HeardPart() {
  const { t } = useTranslation('words')
  const { today } = useOffice()
  const [from, setFrom] = useState(() => addMonths(today, -3))
  const [to, setTo] = useState(today)
  const [open, setOpen] = useState<number | null>(null)
  const query = useQuery(
    orpc.words.heard.queryOptions({ input: { from, to }, placeholderData: keepPreviousData }),
  )
  const rows = query.data ?? []
  return (
    <>
      <p className="words-heard-lead">{t('heard.lead')}</p>
      <div className="words-find">
        <DateField
          label={t('heard.from')}
          today={today}
          value={from}
          onChange={(next) => next && setFrom(next)}
        />
        <DateField
          label={t('heard.to')}
          today={today}
          value={to}
          onChange={(next) => next && setTo(next)}
          problem={to < from ? 'end_before_start' : null}
        />
      </div>
      {query.isLoadingError && <FailureMessage failure={failureOf(query.error)} />}
      {query.isSuccess && rows.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{t('heard.nobody')}</p>
          <p>{t('heard.nobodyText')}</p>
        </div>
      ) : (
        <div className="table-scroll">
          <table className="data-table words-heard" aria-label={t('heard.caption')}>
            <thead>
              <tr>
                <th scope="col">{t('heard.name')}</th>
                <th scope="col" className="number">
                  {t('heard.count')}
                </th>
                <th scope="col">{t('heard.which')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const isOpen = open === row.participantId
                return (
                  <tr key={row.participantId}>
                    <th scope="row">
                      <Link
                        to="/deelnemers/$id"
                        params={{ id: String(row.participantId) }}
                        className="name-link"
                      >
                        <bdi>{row.listName}</bdi>
                      </Link>
                    </th>
                    <td className="number">{row.count}</td>
                    <td>
                      <button
                        type="button"
                        className="link word-link"
                        aria-expanded={isOpen}
                        onClick={() => setOpen(isOpen ? null : row.participantId)}
                      >
                        {t(isOpen ? 'heard.hide' : 'heard.show')}
                        <ForReaders>{`: ${row.listName}`}</ForReaders>
                      </button>
                      {isOpen && <Which participantId={row.participantId} from={from} to={to} />}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function Which(input: { participantId: number; from: string; to: string }) {
  const { data } = useQuery(orpc.words.heardBy.queryOptions({ input }))
  const different = [...new Set(data?.words.map((one) => one.word))]
  return (
    <p className="words-which" lang="nl">
      {different.join(', ')}
    </p>
  )
}
