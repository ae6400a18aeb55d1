/** Not everything that was copied fits: which cells were not taken and why, and what to do with the rest. */
import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Week, WeekRow } from '#core/api/attendance.ts'
import { Ask } from '../../ui/ask.tsx'
import { formatNarrow } from '#core/calendar/dates.ts'
import type { NotTaken, Range } from './range.ts'
import type { PasteQuestion } from './use-range-work.tsx'
import { useReasonWords } from './words.ts'

export function PasteAsk({
  question: { take, left },
  week,
  rows,
  from,
  onAnswer,
}: {
  question: PasteQuestion
  week: Week
  rows: readonly WeekRow[]
  /** Where the block was laid. */
  from: Range | null
  onAnswer: (yes: boolean) => void
}) {
  const { t, i18n } = useTranslation(['programme', 'enums', 'common'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const reason = useReasonWords()
  function where(one: NotTaken): string {
    const row = rows[one.row]
    const cell = one.column <= 10 ? row?.cells[one.column - 1] : undefined
    if (!row || !cell)
      return t('week.pasteOutside', {
        line: one.row - (from?.top ?? 0) + 1,
        column: one.column - (from?.left ?? 1) + 1,
      })
    const part = t(`enums:dayPart.${cell.part}`)
    return t('week.cell', { name: row.listName, day: formatNarrow(cell.day, lang), part })
  }
  const list = (
    <>
      <p>{t('week.pasteLeft', { count: left.length })}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus */}
      <div className="week-left" tabIndex={0} role="region" aria-label={t('week.pasteLeftList')}>
        <ul>
          {left.map((one) => (
            <li key={`${one.row} ${one.column}`}>
              <strong>
                {where(one)}
                {one.text.trim() === ''
                  ? ''
                  : `: ${t('week.quoted', { text: one.text.trim().slice(0, 40) })}`}
              </strong>
              <span>{reason(one.why)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
  if (take.length === 0)
    return (
      <Modal
        opened
        size="lg"
        onClose={() => onAnswer(false)}
        title={t(week.settled ? 'week.pasteSettled' : 'week.pasteNone')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {list}
        <div className="form-actions ask-actions">
          <Button onClick={() => onAnswer(false)}>{t('common:close')}</Button>
        </div>
      </Modal>
    )
  return (
    <Ask
      opened
      title={t('week.pasteSome', { count: take.length })}
      answer={t('week.pasteTake', { count: take.length })}
      notYet={t('week.pasteNothingOf')}
      onAnswer={() => onAnswer(true)}
      onClose={() => onAnswer(false)}
    >
      {list}
    </Ask>
  )
}
