/** First start: five steps, and the code from the paper. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Session } from '../harness.ts'
import { t } from '../harness.ts'

export const officeName = 'Stichting Proefwerkplaats De Draad'
export const staffName = 'Wilma Proefmeester'
export const password = 'groene fiets zeven'

/** What a PDF says, line by line. */
export function textOfPdf(file: string): string {
  return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
}

/** The code as it stands on the sheet: seven groups of four, on lines of their own. */
export function codeOnSheet(text: string): string {
  // Characters stand so wide apart that poppler sees a space in some pairs, such as TT.
  const lines = text.split('\n').filter((line) => /^[0-9A-Z\s]*$/.test(line))
  const code = lines.join('').replaceAll(/\s/g, '')
  if (code.length !== 28) throw new Error(`No recovery code on the sheet:\n${text}`)
  return code
}

export async function fillOffice({ keys }: Session): Promise<void> {
  await keys.type(t('setup:office.name'), officeName)
  await keys.type(t('setup:office.street'), 'Proefstraat')
  await keys.type(t('setup:office.houseNumber'), '7')
  await keys.type(t('setup:office.postcode'), '4531ab')
  await keys.type(t('setup:office.city'), 'Terneuzen')
  await keys.type(t('setup:office.phone'), '0115 000 000')
  await keys.button(t('common:next'))
}

/** Saves the sheet as a PDF, with the keyboard, and reads the code from it. */
export async function codeFromSheet({ keys, page }: Session): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), keys.button(t('setup:code.pdf'))])
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-blad-'))
  try {
    const file = path.join(folder, 'blad.pdf')
    await download.saveAs(file)
    return codeOnSheet(textOfPdf(file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function fillStaff({ keys, page }: Session): Promise<void> {
  await keys.type(t('setup:staff.name'), staffName)
  await keys.type(t('setup:staff.functionTitle'), 'begeleider')
  await keys.typeInto(page.locator('#staff-password'), password)
  await keys.typeInto(page.locator('#staff-again'), password)
  await keys.button(t('common:next'))
}
