/** Letters that are being written. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { EmptyState } from '../../ui/sheet.tsx'
import { AboutWhom } from './about-whom.tsx'

export function DraftList({ letters }: { letters: readonly LetterRow[] }) {
  const { t } = useTranslation(['letters', 'sending'])
  if (letters.length === 0)
    return <EmptyState title={t('list.noDraftsTitle')}>{t('list.noDraftsText')}</EmptyState>
  return (
    <div className="table-scroll">
      <table className="data-table" aria-label={t('list.drafts')}>
        <thead>
          <tr>
            <th scope="col">{t('list.person')}</th>
            <th scope="col">{t('list.kind')}</th>
            <th scope="col">{t('list.municipality')}</th>
            <th scope="col">{t('list.period')}</th>
            <th scope="col">{t('list.action')}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <th scope="row">
                <AboutWhom id={letter.participantId}>{letter.personName}</AboutWhom>
              </th>
              <td>{t(`kind.${letter.kind}`)}</td>
              <td>{letter.municipalityName}</td>
              <td>
                {t('list.periodValue', {
                  from: formatShort(letter.period_from),
                  to: formatShort(letter.period_to),
                })}
              </td>
              <td>
                {letter.state === 'review' && (
                  <span className="dim letters-review">{t('sending:ready.inReview')}</span>
                )}
                <Link to="/brieven/$id" params={{ id: String(letter.id) }} className="link">
                  {t('list.open')}
                  <span className="for-readers">{`, ${letter.personName}`}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
