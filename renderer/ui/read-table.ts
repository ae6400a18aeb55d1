/** The lists of a page as they stand there: what is filtered and sorted on the screen is so in the file. */
import type { ExportedTable } from '#core/api/exports.ts'
import { dateOf, isDate } from '#core/calendar/dates.ts'

/** Every table of the page that is a list, with its caption or name. */
export function readTables(page: ParentNode, name: string): ExportedTable[] {
  const tables = [...page.querySelectorAll<HTMLTableElement>('table.data-table')]
  return tables.map((table, n) => ({
    name: nameOf(table) || (n === 0 ? name : `${name} ${n + 1}`),
    ...readTable(table),
  }))
}

function nameOf(table: HTMLTableElement): string {
  const heading = table.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby')
  const title = heading ? document.getElementById(heading) : null
  return (
    table.getAttribute('aria-label') ?? (table.caption ? textOf(table.caption) : title ? textOf(title) : '')
  )
}

/** Columns whose head says nothing hold buttons: they stay behind. */
function readTable(table: HTMLTableElement): Pick<ExportedTable, 'columns' | 'rows'> {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(textOf)
  const kept = heads.flatMap((head, n) => (head === '' ? [] : [n]))
  const rows = [...table.tBodies]
    .flatMap((body) => [...body.rows])
    .filter((row) => row.cells.length === heads.length)
    .map((row) => kept.map((n) => textOf(row.cells[n])))
  const kinds = kept.map((_, n) => kindOf(rows.map((row) => row[n] ?? '')))
  return {
    columns: kept.map((at, n) => ({ head: heads[at] ?? '', kind: kinds[n] ?? 'text' })),
    rows: rows.map((row) => row.map((text, n) => valueOf(text, kinds[n] ?? 'text'))),
  }
}

/** Words of one element stay together; what only a screen reader hears stays behind. */
function textOf(cell: Element | undefined): string {
  if (cell === undefined) return ''
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
  let text = ''
  let before: Node | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node
    if (parentElement?.closest('.for-readers, svg, [hidden]')) continue
    text += (before !== null && before !== parentElement ? ' ' : '') + (node.textContent ?? '')
    before = parentElement
  }
  return text.replaceAll(/\s+/g, ' ').trim()
}

type Kind = ExportedTable['columns'][number]['kind']

/** A column of days is days, one of numbers is numbers; phone numbers and postcodes are neither. */
function kindOf(texts: readonly string[]): Kind {
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return 'text'
  if (filled.every((text) => dayOf(text) !== null)) return 'date'
  if (filled.every((text) => /^(0|[1-9]\d{0,8})%$/.test(text))) return 'share'
  return filled.every((text) => numberOf(text) !== null) ? 'number' : 'text'
}

function valueOf(text: string, kind: Kind): string | number | null {
  if (text === '') return null
  if (kind === 'date') return dayOf(text)
  if (kind === 'number') return numberOf(text)
  return kind === 'share' ? Number(text.slice(0, -1)) / 100 : text
}

/** 18-11-2026 on the screen. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? []
  if (day === undefined) return null
  const date = dateOf(Number(year), Number(month), Number(day))
  return isDate(date) ? date : null
}

/** 7 or 7,5; nothing that begins with a 0, because that zero means something. */
function numberOf(text: string): number | null {
  return /^-?(0|[1-9]\d{0,8})(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}
