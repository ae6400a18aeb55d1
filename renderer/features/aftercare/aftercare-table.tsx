/** The list itself: when, who, which moment, how often it was tried, how it stands. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AftercareRow } from '#core/api/aftercare.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { MomentState } from './moment-state.tsx'

export function AftercareTable({ rows, caption }: { rows: readonly AftercareRow[]; caption: string }) {
  const { t } = useTranslation('aftercare')
  return (
    <div className="table-scroll aftercare-table">
      <table className="data-table" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{t('list.on')}</th>
            <th scope="col">{t('list.person')}</th>
            <th scope="col">{t('list.moment')}</th>
            <th scope="col">{t('list.phone')}</th>
            <th scope="col">{t('list.tried')}</th>
            <th scope="col">{t('list.stands')}</th>
            <th scope="col">{t('list.coach')}</th>
            <th scope="col" className="no-print">
              {t('list.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="aftercare-day">{formatShort(row.on)}</td>
              <th scope="row">
                <PersonLink id={row.participantId} strong>
                  {row.listName}
                </PersonLink>
              </th>
              <td>{t('after', { count: row.month })}</td>
              <td className="aftercare-day">
                <bdi>{row.phone}</bdi>
              </td>
              <td>
                {row.attempts > 0 &&
                  row.lastTriedOn !== null &&
                  t('list.triedOn', { count: row.attempts, date: formatShort(row.lastTriedOn) })}
              </td>
              <td>
                <MomentState state={row.state} outcome={row.outcome} />
              </td>
              <td>
                <bdi>{row.coachName}</bdi>
              </td>
              <td className="no-print">
                <Link className="link" to="/nazorg/$id" params={{ id: String(row.id) }}>
                  {row.state === 'due' || row.state === 'coming' ? t('list.record') : t('list.look')}
                  <ForReaders>{`: ${row.listName}, ${t('after', { count: row.month })}`}</ForReaders>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
