/** What was changed as tables with real days, for a file. */
import type { TFunction } from 'i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import type { FieldChange, Step } from '#core/api/history.ts'
import { clockTime } from '../../office/saved.ts'
import { dayOf } from '../keeping/moment.ts'

const text = (head: string) => ({ head, kind: 'text' as const })

export function tableOfDay(steps: readonly Step[], t: TFunction<'dossier'>): ExportedTable {
  return {
    name: t('day.screen'),
    columns: [
      { head: t('history.on'), kind: 'date' },
      text(t('day.time')),
      text(t('day.what')),
      text(t('day.person')),
      text(t('day.who')),
      text(t('history.undone')),
    ],
    rows: steps.map((step) => [
      dayOf(step.at),
      clockTime(new Date(step.at)),
      step.words.join(', '),
      step.person?.name ?? '',
      step.who,
      step.undoneBy === null ? '' : t('day.undone'),
    ]),
  }
}

export function tableOfChanges(
  changes: readonly FieldChange[],
  t: TFunction<['dossier', 'common']>,
): ExportedTable {
  return {
    name: t('history.screen'),
    columns: [
      { head: t('history.on'), kind: 'date' },
      text(t('day.time')),
      text(t('history.what')),
      text(t('history.subject')),
      text(t('history.old')),
      text(t('history.new')),
      text(t('history.who')),
    ],
    rows: changes.map((change) => [
      dayOf(change.at),
      clockTime(new Date(change.at)),
      change.label || change.subject,
      change.label === '' ? '' : change.subject,
      change.op === 'insert' ? '' : change.old,
      change.op === 'delete' ? t('history.removed') : change.new,
      change.who || t('history.program'),
    ]),
  }
}
