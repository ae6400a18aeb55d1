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

type Shown = { mark: AttendanceMark; minutesLate?: number }

/** The mark in words that are given: where there are hundreds of them. `word`: for screen readers. */
export function MarkShape({
  mark,
  minutesLate,
  letter,
  word,
}: Shown & { letter: string; word: string | null }) {
  return (
    <span className={`m m-${shapes[mark]}`}>
      <span aria-hidden>{letter}</span>
      {minutesLate ? <small aria-hidden>{minutesLate}</small> : null}
      {word !== null && <span className="for-readers">{word}</span>}
    </span>
  )
}

/** `minutesLate` stands behind the L. `silent`: the word stands beside it already. */
export function Mark({ silent = false, ...shown }: Shown & { silent?: boolean }) {
  const { t } = useTranslation(['enums', 'common'])
  const word = t(`enums:attendanceMark.${shown.mark}`)
  const minutes = shown.minutesLate ? ` ${t('common:minutes', { count: shown.minutesLate })}` : ''
  return (
    <MarkShape
      {...shown}
      letter={t(`enums:attendanceLetter.${shown.mark}`)}
      word={silent ? null : `${word}${minutes}`}
    />
  )
}
