/** Everything that was written down, or about one person, as a file with real days; to the printer what is shown. */
import { useTranslation } from 'react-i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { clockTime } from '../../office/saved.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { dayOf } from '../keeping/moment.ts'
import { useAuditList, useDid } from './audit-rows.ts'

type Row = Outputs['audit']['list']['rows'][number]

/** A workbook takes no more; the newest come first. */
const most = 20_000

export function AuditMenu({ participantId }: { participantId: number | null }) {
  const { t } = useTranslation('keeping')
  const did = useDid()
  const list = useAuditList(participantId)
  const table = (rows: readonly Row[], cut = false): ExportedTable => ({
    name: cut ? t('audit.newest', { count: rows.length }) : t('audit.title'),
    columns: [
      { head: t('audit.day'), kind: 'date' },
      { head: t('audit.time'), kind: 'text' },
      { head: t('audit.who'), kind: 'text' },
      { head: t('audit.did'), kind: 'text' },
      { head: t('audit.which'), kind: 'text' },
      { head: t('audit.about'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      dayOf(row.at),
      clockTime(new Date(row.at)),
      row.staffName || t('audit.nobody'),
      t(`audit.action.${row.action}`),
      did(row.what),
      row.personName,
    ]),
  })
  async function everything(): Promise<ExportedTable[]> {
    const rows: Row[] = []
    let before: number | null = null
    do {
      const page: Outputs['audit']['list'] = await client.audit.list({ before, participantId, limit: 200 })
      rows.push(...page.rows)
      before = page.next
    } while (before !== null && rows.length < most)
    return [table(rows.slice(0, most), before !== null)]
  }
  return (
    <ListMenu
      list="audit"
      name={t('audit.title')}
      tables={() => [table(list.data?.pages.flatMap((page) => page.rows) ?? [])]}
      all={everything}
      {...(participantId === null ? {} : { participantId })}
    />
  )
}
