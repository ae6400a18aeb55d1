/** A paper that opens in a tab of its own: what stands on it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { pictures, type Session } from '../harness.ts'
import { textOfPdf } from './first-start.ts'

const drawing = 30_000 // ms: a form of ten pages on a slow PC

/**
 * By the button with these words. `name`: keeps a picture of each page. `read`: column by column where the lines of
 * the paper run on in columns. @returns the words, on one line.
 */
export async function openPaper(
  session: Session,
  button: string,
  { name, read = textOfPdf }: { name?: string; read?: (file: string) => string } = {},
): Promise<string> {
  const { page, keys, context } = session
  // The document can be fetched once: by the tab that is opened for it.
  let bytes: Buffer = Buffer.alloc(0)
  await context.route('**/document/**', async (route) => {
    const response = await route.fetch()
    bytes = await response.body()
    // The browser's own PDF viewer is not what this is about, and it slows the other tab down.
    await route.fulfill({ status: 200, contentType: 'text/plain', body: 'papier' })
  })
  const [tab] = await Promise.all([context.waitForEvent('page', { timeout: drawing }), keys.button(button)])
  await expect.poll(() => bytes.length, { timeout: drawing }).toBeGreaterThan(0)
  await tab.close()
  await context.unroute('**/document/**')
  await page.bringToFront()
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-papier-'))
  try {
    const file = path.join(folder, 'papier.pdf')
    writeFileSync(file, bytes)
    if (name) execFileSync('pdftoppm', ['-r', '70', '-png', file, path.join(pictures, name)])
    return read(file).replaceAll(/\s+/g, ' ')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
