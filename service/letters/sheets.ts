/** Papers with a form of their own: always one page. */
import type { LetterContent } from '#core/letters/content.ts'
import type { Sheet } from '#core/letters/sheets.ts'
import { drawAgreement } from '../papers/agreement.ts'
import { drawCertificate } from '../papers/certificate.ts'
import { createDocument, type DocumentFacts } from './document.ts'
import type { Area } from './flow.ts'
import { drawDraftMark } from './frame.ts'
import type { Unprintable } from './lines.ts'
import type { RenderedLetter, RenderOptions } from './render.ts'

export async function drawSheet(
  content: LetterContent,
  sheet: Sheet,
  options: RenderOptions,
): Promise<RenderedLetter> {
  const unprintable: Unprintable = new Set()
  const { title, subject, author, language, datedOn } = content
  const facts: DocumentFacts = {
    title,
    subject,
    author,
    language,
    datedOn,
    pdfa: options.pdfa ?? 'A-2a',
    ...(content.look?.accent ? { accent: content.look.accent } : {}),
  }
  let areas: readonly Area[] = []
  const pdf = await createDocument(facts, (pen) => {
    pen.doc.addPage()
    if (options.draft) drawDraftMark(pen, content.draftMark, unprintable)
    areas =
      sheet.kind === 'agreement'
        ? drawAgreement(pen, sheet, unprintable)
        : drawCertificate(pen, sheet, unprintable)
  })
  return { pdf, pages: 1, unprintable: [...unprintable], areas }
}
