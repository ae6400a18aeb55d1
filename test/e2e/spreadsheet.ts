/** The marks of a week through a real spreadsheet program: LibreOffice without a window, where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import writeExcelFile from 'write-excel-file/node'

export const hasLibreOffice: boolean = spawnSync('soffice', ['--version']).status === 0

/** Tab, no quotes unless needed, UTF-8, as it is shown: what the program puts on the clipboard. */
const asTabs = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false'

function convert(folder: string, file: string, to: string, ...more: string[]): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'libreoffice')}`
  execFileSync('soffice', [profile, '--headless', ...more, '--convert-to', to, '--outdir', folder, file], {
    timeout: 120_000,
    stdio: 'pipe',
  })
}

/** A workbook as somebody made it in Excel, opened in LibreOffice: its cells as text with tabs. */
export async function fromWorkbook(folder: string, rows: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(folder, 'week.xlsx')
  const data = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
  await writeExcelFile(data).toFile(file)
  convert(folder, file, asTabs)
  return readFileSync(path.join(folder, 'week.csv'), 'utf8')
}

/** What was copied, into LibreOffice as a workbook, and out of that again. */
export function throughWorkbook(folder: string, text: string): string {
  writeFileSync(path.join(folder, 'terug.csv'), text)
  convert(folder, path.join(folder, 'terug.csv'), 'xlsx', '--infilter=CSV:9,34,76,1')
  convert(folder, path.join(folder, 'terug.xlsx'), asTabs)
  return readFileSync(path.join(folder, 'terug.csv'), 'utf8')
}
