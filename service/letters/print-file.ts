/** One print file of many letters, from the bytes as they were stored: nothing is drawn again. */
import { PDFDocument } from 'pdf-lib'
import { recordPrints, storedPdfs } from '#db/letters/printing.ts'
import { CommandError } from '#db/errors.ts'
import type { OfficeContext } from '../context.ts'

/**
 * The letters one after the other. `twoSided`: a blank page after one with an odd number of pages, so that the next
 * begins on a new sheet. The marks for reading aloud are left out: this file is for the printer only.
 * @throws CommandError NOT_FOUND when one has no number.
 */
export async function printFile(
  ctx: OfficeContext,
  ids: readonly number[],
  twoSided: boolean,
): Promise<Uint8Array> {
  const stored = storedPdfs(ctx.db, ids)
  if (stored.length !== ids.length) throw new CommandError('NOT_FOUND')
  const file = await PDFDocument.create({ updateMetadata: false })
  for (const [index, { pdf }] of stored.entries()) {
    const letter = await PDFDocument.load(pdf, { updateMetadata: false })
    const pages = await file.copyPages(letter, letter.getPageIndices())
    for (const page of pages) file.addPage(page)
    const last = pages.at(-1)
    if (twoSided && last && pages.length % 2 === 1 && index < stored.length - 1)
      file.addPage([last.getWidth(), last.getHeight()])
  }
  return await file.save({ addDefaultPage: false })
}

/** That these went to the printer, again or for the first time. */
export function recordPrint(ctx: OfficeContext, letterIds: readonly number[]): void {
  ctx.command('letters.print', () => recordPrints(ctx.db, { letterIds, at: ctx.now, staffId: ctx.staff.id }))
}
