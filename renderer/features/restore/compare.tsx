/** The copy beside what the program holds now. */
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#core/calendar/dates.ts'
import type { CopyContent } from '#core/api/keeping.ts'
import { dayOf, useMoments } from '../keeping/moment.ts'

export function Compare({
  content,
  now,
  newPc,
}: {
  content: CopyContent
  now: CopyContent | null
  newPc: boolean
}) {
  const { t, i18n } = useTranslation('keeping')
  const { say } = useMoments()
  const count = (n: number) => n.toLocaleString(i18n.language)
  const moment = (at: string | null) => (at ? say(at) : t('restore.look.noChange'))
  const people = (): string => {
    const more = (now?.participants ?? 0) - content.participants
    if (more === 0) return t('restore.look.same')
    return more > 0
      ? t('restore.look.nowMore', { n: count(more) })
      : t('restore.look.nowLess', { n: count(-more) })
  }
  const changed = (): string => {
    if (!now?.lastChangeAt || !content.lastChangeAt) return ''
    if (now.lastChangeAt === content.lastChangeAt) return t('restore.look.same')
    const days = daysBetween(dayOf(content.lastChangeAt), dayOf(now.lastChangeAt))
    if (days === 0) return t('restore.look.sameDay')
    return days > 0
      ? t('restore.look.daysNewer', { count: days })
      : t('restore.look.daysOlder', { count: -days })
  }
  const office = now && !content.sameOffice
  return (
    <div className="table-scroll">
      <table className="data-table restore-compare" aria-label={t('restore.look.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('restore.look.row')}</th>
            <th scope="col">{newPc ? t('restore.look.inFile') : t('restore.look.inCopy')}</th>
            {now && <th scope="col">{t('restore.look.now')}</th>}
            {now && <th scope="col">{t('restore.look.difference')}</th>}
          </tr>
        </thead>
        <tbody>
          {office && (
            <tr>
              <th scope="row">{t('restore.look.office')}</th>
              <td>{content.officeName}</td>
              <td>{now.officeName}</td>
              <td>{t('restore.look.other')}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('restore.look.lastChange')}</th>
            <td>{moment(content.lastChangeAt)}</td>
            {now && <td>{moment(now.lastChangeAt)}</td>}
            {now && <td>{changed()}</td>}
          </tr>
          <tr>
            <th scope="row">{t('restore.look.participants')}</th>
            <td>{count(content.participants)}</td>
            {now && <td>{count(now.participants)}</td>}
            {now && <td>{people()}</td>}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
