/** Rows and columns as a file: a workbook that counts on in Excel, or text with semicolons. One way for every list. */
import writeExcelFile from 'write-excel-file/node'
import { formatShort } from '#core/calendar/dates.ts'

/** What a column holds. Hours are minutes in the rows; a share is 0 to 1. A cell without a value is null. */
export type ColumnKind = 'text' | 'number' | 'date' | 'share' | 'hours'
export interface Column {
  readonly head: string
  readonly kind: ColumnKind
}
/** A date is `YYYY-MM-DD`. */
export type Value = string | number | null
export interface Table {
  /** Of the sheet: Excel takes 31 characters, and some signs not at all. */
  readonly name: string
  /** Above the table, a line each: what it is about. */
  readonly about?: readonly (readonly [string, string | { readonly date: string }])[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
}

type Cell =
  | { type: StringConstructor; value: string; fontWeight?: 'bold'; wrap?: boolean; alignVertical?: 'top' }
  | { type: NumberConstructor; value: number; format?: string; alignVertical?: 'top' }
  | { type: DateConstructor; value: Date; format: string; alignVertical?: 'top'; align?: 'left' }
  | null

/** @returns the bytes of an .xlsx file with a sheet for each table: real numbers, real dates, a fixed first row. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map((table) => {
    const about = table.about ?? []
    const head = table.columns.map((column): Cell => bold(column.head))
    return {
      sheet: sheetName(table.name),
      columns: table.columns.map((_, n) => ({ width: widthOf(table, n) })),
      stickyRowsCount: about.length + (about.length > 0 ? 2 : 1),
      data: [
        ...about.map(([label, value]): Cell[] => [
          bold(label),
          typeof value === 'string' ? text(value) : { ...dateCell(value.date), align: 'left' as const },
        ]),
        ...(about.length > 0 ? [[]] : []),
        head,
        ...table.rows.map((row) => row.map((value, n) => cellOf(value, table.columns[n]?.kind ?? 'text'))),
      ],
    }
  })
  return await writeExcelFile(sheets).toBuffer()
}

const bold = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })
const text = (value: string): Cell => ({ type: String, value, wrap: true, alignVertical: 'top' })
const dateCell = (day: string) =>
  ({ type: Date, value: new Date(`${day}T00:00:00Z`), format: 'dd-mm-yyyy', alignVertical: 'top' }) as const

function cellOf(value: Value, kind: ColumnKind): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'string') return kind === 'date' && isDay(value) ? dateCell(value) : text(value)
  const number = { type: Number, alignVertical: 'top' } as const
  if (kind === 'hours') return { ...number, value: value / 60, format: '#,##0.00' }
  if (kind === 'share') return { ...number, value, format: '0%' }
  return { ...number, value, ...(Number.isInteger(value) ? {} : { format: '0.00' }) }
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** As wide as what is in it, within reason: a long text wraps. */
function widthOf({ columns, rows }: Table, n: number): number {
  const lengths = rows.map((row) => String(row[n] ?? '').length)
  return Math.min(
    70,
    Math.max(12, (columns[n]?.head.length ?? 0) + 2, ...lengths.map((length) => length + 2)),
  )
}

/** Without the signs that Excel takes in no name of a sheet, and not too long. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

/**
 * Text with semicolons and a byte order mark, as Excel with Dutch settings opens it by a double click: commas for
 * decimals, days as 18-11-2026. A text that begins like a formula is kept from being one.
 */
export function csv({ columns, rows }: Table): Uint8Array {
  const lines = [
    columns.map((column) => column.head),
    ...rows.map((row) => row.map((value, n) => plain(value, columns[n]?.kind ?? 'text'))),
  ]
  return Buffer.from(`\ufeff${lines.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`, 'utf8')
}

function plain(value: Value, kind: ColumnKind): string {
  if (value === null) return ''
  if (typeof value === 'string') {
    if (kind === 'date' && isDay(value)) return formatShort(value)
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  }
  const number = kind === 'hours' ? value / 60 : value
  return String(Math.round(number * 10_000) / 10_000).replace('.', ',')
}

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
