/** Every letter with a number, the newest first, with how it left the house. */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { AboutWhom } from './about-whom.tsx'

export function Register({
  letters,
  query,
  onQuery,
}: {
  letters: readonly LetterRow[]
  query: string
  onQuery: (query: string) => void
}) {
  const { t } = useTranslation(['letters', 'enums'])
  const [text, setText] = useState(query)
  useEffect(() => setText(query), [query])
  if (letters.length === 0 && query === '')
    return <EmptyState title={t('list.emptyRegisterTitle')}>{t('list.emptyRegisterText')}</EmptyState>
  return (
    <>
      <div role="search">
        <label className="letters-search">
          <span className="for-readers">{t('list.search')}</span>
          <input
            data-find
            type="search"
            className="search-input"
            placeholder={t('list.searchHint')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              onQuery(event.currentTarget.value)
            }}
          />
        </label>
      </div>
      {letters.length === 0 ? (
        <div className="empty" role="status">
          <p className="empty-title">{t('list.nothing', { query })}</p>
          <p>{t('list.nothingText')}</p>
        </div>
      ) : (
        <div className="table-scroll">
          <table className="data-table" aria-label={t('list.register')}>
            <thead>
              <tr>
                <th scope="col">{t('list.number')}</th>
                <th scope="col">{t('list.date')}</th>
                <th scope="col">{t('list.person')}</th>
                <th scope="col">{t('list.kind')}</th>
                <th scope="col">{t('list.municipality')}</th>
                <th scope="col">{t('list.state')}</th>
              </tr>
            </thead>
            <tbody>
              {letters.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row">
                    <Link to="/brieven/$id" params={{ id: String(letter.id) }} className="name-link">
                      {letter.number}
                    </Link>
                  </th>
                  <td>{formatShort(letter.dated_on)}</td>
                  <td>
                    <AboutWhom id={letter.participantId}>{letter.listName}</AboutWhom>
                  </td>
                  <td>{t(`kind.${letter.kind}`)}</td>
                  <td>{`${letter.municipalityName}, ${letter.caseManagerName}`}</td>
                  <td>
                    <LetterState letter={letter} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function LetterState({ letter }: { letter: LetterRow }) {
  const { t } = useTranslation(['letters', 'enums'])
  if (letter.state === 'sent' && letter.sent_on && letter.sent_how)
    return (
      <StateWord kind="reached">
        {t('list.sentOn', { how: t(`enums:sentHow.${letter.sent_how}`), date: formatShort(letter.sent_on) })}
      </StateWord>
    )
  const kind = letter.state === 'withdrawn' ? 'no' : letter.state === 'final' ? 'busy' : 'not_yet'
  return <StateWord kind={kind}>{t(`enums:letterState.${letter.state}`)}</StateWord>
}
