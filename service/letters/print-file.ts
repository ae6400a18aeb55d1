/** One print file of many letters, from the bytes as they were stored: nothing is drawn again. */
import { PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFPage } from 'pdf-lib'
import { recordPrints, storedPdfs } from '#db/letters/printing.ts'
import { CommandError } from '#db/errors.ts'
import type { OfficeContext } from '../context.ts'
import { shareFonts } from './shared-fonts.ts'
import { packed, unpacked } from './streams.ts'

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
  return await printFileOf(
    stored.map(({ pdf }) => pdf),
    twoSided,
  )
}

/** The same of letters as they are. */
export async function printFileOf(letters: readonly Uint8Array[], twoSided: boolean): Promise<Uint8Array> {
  const file = await PDFDocument.create({ updateMetadata: false })
  const all: PDFPage[] = []
  for (const [index, pdf] of letters.entries()) {
    const letter = await PDFDocument.load(pdf, { updateMetadata: false })
    const pages = await file.copyPages(letter, letter.getPageIndices())
    for (const page of pages) {
      leaveMarks(page)
      all.push(file.addPage(page))
    }
    const last = pages.at(-1)
    if (twoSided && last && pages.length % 2 === 1 && index < letters.length - 1)
      file.addPage([last.getWidth(), last.getHeight()])
  }
  shareFonts(file.context, all)
  return await file.save({ addDefaultPage: false })
}

/** Without the marks for reading aloud: what they point at is not copied. */
function leaveMarks(page: PDFPage): void {
  page.node.delete(PDFName.of('StructParents'))
  const ref = page.node.get(PDFName.of('Contents'))
  const { context } = page.doc
  const contents = context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(contents instanceof PDFRawStream)) return
  const drawing = unpacked(contents).toString('latin1')
  const plain = drawing.replaceAll(/^\/\w+ <<\n[^>]*>> BDC\n|^EMC\n/gmu, '')
  context.assign(ref, packed(context, Buffer.from(plain, 'latin1')))
}

/** That these went to the printer, again or for the first time. */
export function recordPrint(ctx: OfficeContext, letterIds: readonly number[]): void {
  ctx.command('letters.print', () => recordPrints(ctx.db, { letterIds, at: ctx.now, staffId: ctx.staff.id }))
}
