/** A letter as PDF: the words of core/letters on the page. Same content, same bytes. */
import type { Block, LetterContent } from '#core/letters/content.ts'
import { agreementsBlock } from './blocks/agreements.ts'
import { attendanceBlock } from './blocks/attendance.ts'
import { barsBlock, figuresBlock } from './blocks/results.ts'
import { closingBlock } from './blocks/closing.ts'
import { datedBlock } from './blocks/dated.ts'
import { factsBlock } from './blocks/facts.ts'
import { goalsBlock } from './blocks/goals.ts'
import { hoursBlock } from './blocks/hours.ts'
import { languageBlock } from './blocks/language.ts'
import { opinionBlock } from './blocks/opinion.ts'
import { ownBlock } from './blocks/own.ts'
import { paragraphsBlock } from './blocks/paragraphs.ts'
import { accented, drawLines, paragraph } from './blocks/parts.ts'
import { questionBlock } from './blocks/question.ts'
import { signBlock } from './blocks/sign.ts'
import { skillsBlock } from './blocks/skills.ts'
import { createDocument, type DocumentFacts } from './document.ts'
import { areasOf, drawPage, ofItem, paginate, type Area, type Piece, type Placed, type Room } from './flow.ts'
import { drawContinuation, drawDraftMark, drawFirstPage, drawFoot, firstRoom } from './frame.ts'
import { largePieces } from './large.ts'
import { breakLines, type Unprintable } from './lines.ts'
import { LEFT, NEXT, WIDTH } from './page.ts'
import type { Pictures } from './pictures/picture.ts'
import { drawSheet } from './sheets.ts'
import { QUIET_TEXT, TITLE } from './styles.ts'

export interface RenderOptions {
  /** A draft carries a mark across each page. */
  readonly draft: boolean
  /** Where the pictures of the letterhead and the signature are; a letter without any needs none. */
  readonly pictures?: Pictures
  /** For tests only; see document.ts. */
  readonly pdfa?: DocumentFacts['pdfa']
}
export interface RenderedLetter {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters that no font here has; a question mark is printed for each. Empty in the usual case. */
  readonly unprintable: readonly string[]
  /** Of content with `items`, and of a sheet. */
  readonly areas: readonly Area[]
}

/** The bytes of the letter. */
export async function renderLetter(content: LetterContent, options: RenderOptions): Promise<Uint8Array> {
  return (await drawLetter(content, options)).pdf
}

/** Draws the letter. The page count is known before the first line is drawn: nothing is drawn twice. */
export async function drawLetter(content: LetterContent, options: RenderOptions): Promise<RenderedLetter> {
  const unprintable: Unprintable = new Set()
  if (content.sheet) return await drawSheet(content, content.sheet, options)
  const pictures = options.pictures ?? noPictures
  const all = content.large
    ? largePieces(content, drawBlock, unprintable, pictures)
    : pieces(content, unprintable, pictures)
  const pages = fewestPages(all, firstRoom(content, unprintable))
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
  const pdf = await createDocument(facts, (pen) => {
    for (const [n, placed] of pages.entries()) {
      pen.doc.addPage()
      if (options.draft) drawDraftMark(pen, content.draftMark, unprintable)
      if (n === 0) drawFirstPage(pen, content, unprintable, pictures)
      else drawContinuation(pen, content, unprintable)
      drawPage(pen, placed)
      drawFoot(pen, content.foot, { page: n + 1, pages: pages.length }, unprintable)
    }
  })
  return { pdf, pages: pages.length, unprintable: [...unprintable], areas: areasOf(pages) }
}

const noPictures: Pictures = () => {
  throw new Error('a letter with a logo or a signature is drawn with `pictures`')
}

/** A little less white between the blocks, where that saves a page. */
function fewestPages(all: readonly Piece[], first: Room): Placed[][] {
  const pages = paginate(all, first, NEXT)
  if (pages.length === 1) return pages
  const closer = all.map((piece) => ({ ...piece, gap: piece.gap * CLOSER }))
  const tight = paginate(closer, first, NEXT)
  return tight.length < pages.length ? tight : pages
}
const CLOSER = 0.7

function pieces(content: LetterContent, unprintable: Unprintable, pictures: Pictures): Piece[] {
  const title = breakLines([{ text: content.heading }], TITLE, WIDTH, unprintable)
  const text = content.blocks.flatMap((block, n) => ofItem(drawBlock(block, unprintable), content.items?.[n]))
  // What comes before the closing goes with it: a signature never stands on a page of its own.
  const last = text.pop()
  return [
    {
      gap: 0,
      height: title.length * TITLE.leading,
      keep: true,
      draw: (pen, y) =>
        pen.mark(pen.child(pen.root, 'H1'), () => drawLines(pen, title, accented(TITLE, pen), LEFT, y)),
    },
    ...paragraph([{ text: content.period }], unprintable, { style: QUIET_TEXT, keep: true }),
    ...(content.replaces === undefined
      ? []
      : paragraph([{ text: content.replaces, bold: true }], unprintable, { keep: true })),
    ...paragraph([{ text: content.salutation }], unprintable, { gap: 9, keep: true }),
    ...text,
    ...(last ? [{ ...last, keep: true }] : []),
    ...closingBlock(content.closing, unprintable, pictures),
  ]
}

function drawBlock(block: Block, unprintable: Unprintable): Piece[] {
  switch (block.kind) {
    case 'paragraphs':
      return paragraphsBlock(block, unprintable)
    case 'question':
      return questionBlock(block, unprintable)
    case 'facts':
      return factsBlock(block, unprintable)
    case 'attendance':
      return attendanceBlock(block, unprintable)
    case 'language':
      return languageBlock(block, unprintable)
    case 'skills':
      return skillsBlock(block, unprintable)
    case 'goals':
      return goalsBlock(block, unprintable)
    case 'dated':
      return datedBlock(block, unprintable)
    case 'opinion':
      return opinionBlock(block, unprintable)
    case 'agreements':
      return agreementsBlock(block, unprintable)
    case 'hours':
      return hoursBlock(block, unprintable)
    case 'own':
      return ownBlock(block, unprintable)
    case 'sign':
      return signBlock(block, unprintable)
    case 'bars':
      return barsBlock(block, unprintable)
    case 'figures':
      return figuresBlock(block, unprintable)
  }
}
