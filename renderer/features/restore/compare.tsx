/** The copy beside what the program holds now. */
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#core/calendar/dates.ts'
import type { CopyContent, Lack } from '#core/api/keeping.ts'
import { dayOf, useMoments } from '../keeping/moment.ts'
import { kinds } from './missing.ts'

export function Compare({
  content,
  now,
  missing,
  extra,
  newPc,
}: {
  content: CopyContent
  now: CopyContent | null
  missing: Lack | null
  extra: Lack | null
  newPc: boolean
}) {
  const { t, i18n } = useTranslation('keeping')
  const { say } = useMoments()
  const count = (n: number) => n.toLocaleString(i18n.language)
  const moment = (at: string | null) => (at ? say(at) : t('restore.look.noChange'))
  /** The same number can still be other rows: after an earlier copy was put back, work went on from there. */
  const difference = (kind: (typeof kinds)[number]): string => {
    const more = (now?.[kind] ?? 0) - content[kind]
    const others = Math.max(missing?.[kind] ?? 0, extra?.[kind] ?? 0)
    if (more === 0)
      return others === 0 ? t('restore.look.same') : t('restore.look.others', { n: count(others) })
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
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`restore.look.${kind}`)}</th>
              <td>{count(content[kind])}</td>
              {now && <td>{count(now[kind])}</td>}
              {now && <td>{difference(kind)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
