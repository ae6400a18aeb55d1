/** The head over the people who come on the same days or have the same coach. */
import { useTranslation } from 'react-i18next'
import type { Week } from '#core/api/attendance.ts'
import { weekdayName } from '#core/calendar/dates.ts'

export function WeekGroupHead({
  id,
  group,
  rowIndex,
}: {
  id: string
  group: Week['groups'][number]
  rowIndex: number
}) {
  const { t, i18n } = useTranslation('programme')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const days = group.weekdays?.map((day) => weekdayName(day, lang)) ?? []
  const list = new Intl.ListFormat(lang, { type: 'conjunction' }).format(days)
  const name =
    group.coachName ?? (list === '' ? t('week.noDays') : list.charAt(0).toUpperCase() + list.slice(1))
  return (
    <tr className="week-group" aria-rowindex={rowIndex}>
      <th scope="rowgroup" colSpan={14} id={id}>
        <span className="week-group-name">
          {name} <span className="week-group-count">({group.people})</span>
        </span>
      </th>
    </tr>
  )
}
