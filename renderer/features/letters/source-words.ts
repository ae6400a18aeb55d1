/** Words for what a part is called, and for a place in the letter that asks a second look. */
import { useTranslation } from 'react-i18next'
import type { LetterGap, LetterView } from '#core/api/letters.ts'
import { formatDayMonth } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'

const parts = [
  ...([
    'opening',
    'question',
    'seen',
    'glance',
    'table',
    'attendance',
    'language',
    'skills',
    'wish',
  ] as const),
  ...(['advice', 'needed', 'goals', 'places', 'notes', 'helps', 'remark', 'opinion', 'agreements'] as const),
  ...(['days', 'tried', 'told', 'ended', 'evidence', 'advice_opinion'] as const),
]
const elsewhere = ['goals', 'purpose', 'places', 'closed', 'intake', 'story'] as const
/** Gaps that ask a second look: they are told whole, with the words that they are about. */
const looks = ['sensitive', 'bsn', 'unprintable', 'case_manager_left'] as const

export const isLook = (gap: LetterGap): boolean => looks.some((code) => code === gap.code)

export function useSourceWords() {
  const { t, i18n } = useTranslation('sources')
  const { language } = useOffice()

  function partName(code: string): string {
    const known = parts.find((one) => one === code)
    return known ? t(`part.${known}`) : t('look.somewhere')
  }

  /** `where` as in core/letters/printed.ts. */
  function placeName(where: string, letter: LetterView): string {
    const [kind = '', name = ''] = where.split(':')
    if (kind === 'agreement') return t('look.agreement', { n: Number(name) + 1 })
    if (kind === 'note') {
      const note =
        letter.kind === 'progress' ? letter.notes.find((one) => String(one.id) === name) : undefined
      return note ? t('look.note', { date: formatDayMonth(note.happened_on, language) }) : t('part.notes')
    }
    if (kind === 'text') {
      const code = name === 'wish' && letter.kind === 'certificate' ? 'good_wish' : name
      const text = `look.text.${code}` as 'look.text.opening' // a test holds the names to the texts of every kind
      return i18n.exists(`sources:${text}`) ? t(text) : t('look.somewhere')
    }
    const there = elsewhere.find((one) => one === where)
    return there ? t(`look.${there}`) : t('look.somewhere')
  }

  function lookWords(gap: LetterGap, letter: LetterView): string {
    const where = placeName(gap.where ?? '', letter)
    const words = (gap.words ?? []).join('”, “')
    if (gap.code === 'sensitive') return t('look.sensitive', { words, where })
    if (gap.code === 'bsn') return t('look.bsn', { where })
    if (gap.code === 'unprintable') return t('look.unprintable', { words: (gap.words ?? []).join(', ') })
    return t('look.case_manager_left')
  }
  return { partName, lookWords }
}
