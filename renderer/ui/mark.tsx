/** The mark of one half-day: letter, shape and colour from marks.css. The word goes along for screen readers. */
import { useTranslation } from 'react-i18next'
import type { AttendanceMark } from '#core/api/fields.ts'

/** The shape of each mark. The letter on it is a word of the language: `enums:attendanceLetter`. */
const shapes: Record<AttendanceMark, string> = {
  present: 'A',
  late: 'L',
  ill: 'Z',
  leave: 'V',
  no_show: 'O',
  school: 'T',
  elsewhere: 'S',
}

/** `minutesLate` stands behind the L. `silent`: the word stands beside it already. */
export function Mark({
  mark,
  minutesLate,
  silent = false,
}: {
  mark: AttendanceMark
  minutesLate?: number
  silent?: boolean
}) {
  const { t } = useTranslation(['enums', 'common'])
  return (
    <span className={`m m-${shapes[mark]}`}>
      <span aria-hidden>{t(`enums:attendanceLetter.${mark}`)}</span>
      {minutesLate ? <small aria-hidden>{minutesLate}</small> : null}
      {!silent && (
        <span className="for-readers">
          {t(`enums:attendanceMark.${mark}`)}
          {minutesLate ? ` ${t('common:minutes', { count: minutesLate })}` : ''}
        </span>
      )}
    </span>
  )
}
