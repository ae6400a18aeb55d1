/** How marks and cells are called on the screen. */
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceMark, type AttendanceMark } from '#core/api/fields.ts'
import type { WeekCell, WeekRow } from '#core/api/attendance.ts'
import type { MarkNames } from '#core/attendance/block.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import type { Reason } from './range.ts'

/** Letters of the language on the screen; words of both, for what comes from a spreadsheet. */
export function useMarkNames(): MarkNames {
  const { t, i18n } = useTranslation('enums')
  return useMemo(() => {
    const languages = [t, i18n.getFixedT('nl', 'enums'), i18n.getFixedT('en', 'enums')]
    const each = <T>(of: (mark: AttendanceMark) => T) =>
      Object.fromEntries(attendanceMark.options.map((mark) => [mark, of(mark)])) as Record<AttendanceMark, T>
    return {
      letters: each((mark) => t(`attendanceLetter.${mark}`)),
      words: each((mark) => [...new Set(languages.map((word) => word(`attendanceMark.${mark}`)))]),
    }
  }, [t, i18n])
}

/** What stands in the cells, looked up once for the whole grid. */
export function useGridWords() {
  const { t, i18n } = useTranslation(['programme', 'enums', 'common'])
  return useMemo(() => {
    const each = (of: (mark: AttendanceMark) => string) =>
      Object.fromEntries(attendanceMark.options.map((mark) => [mark, of(mark)])) as Record<
        AttendanceMark,
        string
      >
    return {
      lang: i18n.language === 'en' ? ('en' as const) : ('nl' as const),
      letters: each((mark) => t(`enums:attendanceLetter.${mark}`)),
      marks: each((mark) => t(`enums:attendanceMark.${mark}`)),
      late: (minutes: number) =>
        `${t('enums:attendanceMark.late')} ${t('common:minutes', { count: minutes })}`,
      closed: t('week.closed'),
      toFill: t('week.toFill'),
      planned: t('week.cellPlanned'),
      free: t('week.cellFree'),
    }
  }, [t, i18n.language])
}

export type GridWords = ReturnType<typeof useGridWords>

/** "Berhane, Yonas, wo 18 nov middag". */
export function useCellWords(): (row: WeekRow, cell: Pick<WeekCell, 'day' | 'part'>) => string {
  const { t, i18n } = useTranslation(['programme', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  return useCallback(
    (row, cell) =>
      t('week.cell', {
        name: row.listName,
        day: formatNarrow(cell.day, lang),
        part: t(`enums:dayPart.${cell.part}`),
      }),
    [t, lang],
  )
}

/** Why a cell was left as it is, as a sentence that says what to do. */
export function useReasonWords(): (why: Reason) => string {
  const { t } = useTranslation(['programme', 'problems'])
  return useCallback(
    (why) => {
      if (why === 'late_too_long') return t('week.notLateThatLong')
      if (
        why === 'unknown_letter' ||
        why === 'minutes_missing' ||
        why === 'outside_grid' ||
        why === 'not_planned'
      )
        // prettier-ignore
        return t(`week.why.${why}`)
      return t(`problems:${why}`)
    },
    [t],
  )
}
