import type { i18n } from 'i18next'
import writeExcelFile from 'write-excel-file/node'
import type { RegisterLine } from '#core/api/letter-sending.ts'

type Cell =
  | { type: StringConstructor; value: string; fontWeight?: 'bold' }
  | { type: NumberConstructor; value: number }
  | { type: DateConstructor; value: Date; format: string }
  | null

const text = (value: string): Cell => (value === '' ? null : { type: String, value })
/** A day without an hour, the same in each time zone. */
const day = (value: string | null): Cell =>
  value === null ? null : { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd-mm-yyyy' }

/** The register as a workbook of one sheet, with dates that are dates. @returns the bytes of an .xlsx file. */
export async function registerWorkbook(lines: readonly RegisterLine[], i18n: i18n): Promise<Buffer> {
  const t = i18n.t.bind(i18n)
  const columns: [title: string, width: number, cell: (line: RegisterLine) => Cell][] = [
    [t('letters:list.number'), 14, (line) => text(line.number ?? '')],
    [t('letters:list.date'), 12, (line) => day(line.dated_on)],
    [t('letters:list.person'), 32, (line) => text(line.listName)],
    [t('letters:list.kind'), 22, (line) => text(t(`letters:kind.${line.kind}`))],
    [t('letters:list.municipality'), 24, (line) => text(line.municipalityName)],
    [t('common:caseManager.One'), 28, (line) => text(line.caseManagerName)],
    [t('letters:list.state'), 18, (line) => text(t(`enums:letterState.${line.state}`))],
    [t('sending:excel.sentOn'), 14, (line) => day(line.sent_on)],
    [t('letters:sent.how'), 16, (line) => text(line.sent_how ? t(`enums:sentHow.${line.sent_how}`) : '')],
    [t('sending:register.prints'), 12, (line) => ({ type: Number, value: line.prints })],
    [t('sending:excel.replaces'), 14, (line) => text(line.replaces?.number ?? '')],
    [t('sending:excel.replacedBy'), 16, (line) => text(line.replacedBy?.number ?? '')],
  ]
  const head: Cell[] = columns.map(([value]) => ({ type: String, value, fontWeight: 'bold' }))
  const rows = lines.map((line) => columns.map(([, , cell]) => cell(line)))
  return await writeExcelFile([
    {
      data: [head, ...rows],
      sheet: t('letters:list.register'),
      columns: columns.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBuffer()
}
