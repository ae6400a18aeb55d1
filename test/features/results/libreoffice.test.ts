import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { csv, workbook, type Table } from '#service/spreadsheets/table.ts'
import { hasLibreOffice } from '../../e2e/spreadsheet.ts'

const rows = Array.from({ length: 400 }, (_, n): (string | number | null)[] => [
  `Regel ${n}`,
  n % 7 === 0 ? null : n * 3,
  `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
  n % 5 === 0 ? null : 45 * n, // minutes
  (n % 100) / 100,
])
const table: Table = {
  name: 'Cijfers: 2026/1',
  columns: [
    { head: 'Naam', kind: 'text' },
    { head: 'Aantal', kind: 'number' },
    { head: 'Dag', kind: 'date' },
    { head: 'Uren', kind: 'hours' },
    { head: 'Deel', kind: 'share' },
  ],
  rows,
}
const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)

/** A cell as a number: 25% is a quarter. */
const number = (cell = ''): number => (cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell))
const totalOf = (cells: string[][], column: number): number =>
  cells.slice(1).reduce((all, row) => all + number(row[column]), 0)

/** What LibreOffice makes of a file: its cells as they are shown, comma and all. */
function opened(bytes: Uint8Array, name: string, ...more: string[]): string[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheet-'))
  try {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const to = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false'
    const out = path.join(folder, 'out')
    execFileSync('soffice', [profile, '--headless', ...more, '--convert-to', to, '--outdir', out, file], {
      timeout: 120_000,
      stdio: 'pipe',
    })
    return readFileSync(path.join(out, name.replace(/\.\w+$/, '.csv')), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.runIf(hasLibreOffice)(
  'LibreOffice opens the workbook: its sums are ours, days are days',
  async () => {
    const cells = opened(await workbook([table]), 'cijfers.xlsx')
    expect(cells[0]).toEqual(['Naam', 'Aantal', 'Dag', 'Uren', 'Deel'])
    const total = (column: number) => totalOf(cells, column)
    expect(total(1)).toBe(sum(1))
    expect(total(3)).toBeCloseTo(sum(3) / 60, 6)
    expect(total(4)).toBeCloseTo(sum(4), 6)
    expect(cells[1]?.[2]).toBe('01/01/2026')
  },
  180_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice opens the text as a Dutch Excel does: semicolons, commas, days',
  () => {
    // 1043: with Dutch settings; detect numbers and days as Excel does.
    const cells = opened(csv(table), 'cijfers.csv', '--infilter=CSV:59,34,76,1,,1043,false,true')
    const total = (column: number) => totalOf(cells, column)
    expect(total(1)).toBe(sum(1))
    expect(total(3)).toBeCloseTo(sum(3) / 60, 2)
  },
  180_000,
)

test('a text that begins like a formula is none; quotes and semicolons stay in their cell', () => {
  const text = csv({
    name: 'x',
    columns: [{ head: 'a;b', kind: 'text' }],
    rows: [['=1+1'], ['zij zei "ja"; hij niet'], [null]],
  })
  expect(Buffer.from(text).toString('utf8')).toBe(
    '\ufeff"a;b"\r\n\'=1+1\r\n"zij zei ""ja""; hij niet"\r\n\r\n',
  )
})
