/** What waits as tables with real days, one for each kind: for a file. */
import { useTranslation } from 'react-i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import { useAlertWords } from './absence-lines.tsx'
import type { Waiting } from './waiting.ts'

export function useWaitingTables(): (waiting: Waiting) => ExportedTable[] {
  const { t } = useTranslation('today')
  const words = useAlertWords()
  const text = (head: string) => ({ head, kind: 'text' as const })
  const number = (head: string) => ({ head, kind: 'number' as const })
  const who = text(t('file.who'))
  const what = text(t('file.what'))
  const phone = text(t('file.phone'))
  const on = { head: t('file.on'), kind: 'date' as const }
  return ({ noShow, alert, letter, review, unfilled, aftercare, task }) =>
    [
      {
        name: t('tasks', { count: 2 }),
        columns: [what, who, on, text(t('file.staff'))],
        rows: task.map((one) => [one.title, one.name, one.due_on, one.staffName]),
      },
      {
        name: t('file.noShow'),
        columns: [who, phone, on, what],
        rows: noShow.map((one) => [one.name, one.phone, one.day, one.note]),
      },
      {
        name: t('file.alerts'),
        columns: [who, phone, what],
        rows: alert.map((one) => [one.name, one.phone, words(one)]),
      },
      {
        name: t('letters', { count: 2 }),
        columns: [who, on],
        rows: letter.map((one) => [one.personName, one.dueOn]),
      },
      {
        name: t('reviews', { count: 2 }),
        columns: [who, on, text(t('file.staff'))],
        rows: review.map((one) => [one.personName, one.askedOn, one.askedName]),
      },
      {
        name: t('file.unfilled'),
        columns: [number(t('file.week')), on, number(t('file.cells'))],
        rows: unfilled.map((one) => [one.week, one.days[0] ?? one.monday, one.cells]),
      },
      {
        name: t('aftercare'),
        columns: [who, number(t('file.months')), on],
        rows: aftercare.map((one) => [one.name, one.month, one.due_on]),
      },
    ].filter(({ rows }) => rows.length > 0)
}
