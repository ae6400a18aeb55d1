/** A letter in letters of 14 points, for who reads with effort: the same page, more white, fewer words. */
import type { Block, BlockOf, LetterContent } from '#core/letters/content.ts'
import { signature } from './blocks/closing.ts'
import { accented, drawLines, elementOf, paragraph, paragraphs, tableRow } from './blocks/parts.ts'
import { ofItem, type Piece } from './flow.ts'
import { breakLines, oneLine, type Style, type Unprintable } from './lines.ts'
import { LEFT, WIDTH } from './page.ts'
import type { Pictures } from './pictures/picture.ts'
import { HEADING, STRONG, TEXT, TITLE } from './styles.ts'

const LARGE: Style = { ...TEXT, size: 14, leading: 20 }
const LARGE_STRONG: Style = { ...STRONG, size: 14, leading: 20 }
const LARGE_TITLE: Style = { ...TITLE, size: 19, leading: 25 }
const LARGE_HEADING: Style = { ...HEADING, size: 15, leading: 21 }
const GAP = 10
const SIGNATURE = 24

export function largePieces(
  content: LetterContent,
  draw: (block: Block, unprintable: Unprintable) => Piece[],
  unprintable: Unprintable,
  pictures: Pictures,
): Piece[] {
  const { closing } = content
  const large = (block: Block): Piece[] => {
    if (block.kind === 'paragraphs') return largeParagraphs(block, unprintable)
    if (block.kind === 'facts') return largeFacts(block, unprintable)
    return draw(block, unprintable)
  }
  const text = content.blocks.flatMap((block, n) => ofItem(large(block), content.items?.[n]))
  const last = text.pop()
  return [
    title(content.heading, 'H1', LARGE_TITLE, 0, unprintable),
    ...(content.period === ''
      ? []
      : paragraph([{ text: content.period }], unprintable, { style: LARGE_STRONG, gap: 2, keep: true })),
    ...(content.replaces === undefined
      ? []
      : paragraph([{ text: content.replaces }], unprintable, { style: LARGE_STRONG, gap: 2, keep: true })),
    ...paragraph([{ text: content.salutation }], unprintable, { style: LARGE, gap: GAP, keep: true }),
    ...text,
    ...(last ? [{ ...last, keep: true }] : []),
    ...paragraphs(closing.paragraphs, unprintable, { style: LARGE, gap: GAP, keep: true }),
    ...paragraph([{ text: closing.greeting }], unprintable, { style: LARGE, gap: GAP, keep: true }),
    ...signature(closing, pictures),
    ...paragraph([{ text: closing.name }], unprintable, {
      style: LARGE_STRONG,
      gap: closing.signature ? 2 : SIGNATURE,
      keep: true,
    }),
    ...paragraph([{ text: closing.role }], unprintable, { style: LARGE }),
  ]
}

function title(text: string, tag: 'H1' | 'H2', style: Style, gap: number, unprintable: Unprintable): Piece {
  const lines = breakLines([{ text }], style, WIDTH, unprintable)
  return {
    gap,
    height: lines.length * style.leading,
    keep: true,
    draw: (pen, y) =>
      pen.mark(pen.child(pen.root, tag), () => drawLines(pen, lines, accented(style, pen), LEFT, y)),
  }
}

function largeParagraphs(block: BlockOf<'paragraphs'>, unprintable: Unprintable): Piece[] {
  if (block.heading === null) return paragraphs(block.paragraphs, unprintable, { style: LARGE, gap: GAP })
  return [
    title(block.heading, 'H2', LARGE_HEADING, GAP, unprintable),
    ...block.paragraphs.flatMap((rich) => paragraph(rich, unprintable, { style: LARGE })),
  ]
}

function largeFacts(block: BlockOf<'facts'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const widest = Math.max(...block.rows.map((row) => oneLine(row.label, LARGE, unprintable).width))
  const label = Math.min(WIDTH / 3, widest + 16)
  return [
    ...(block.heading === '' ? [] : [title(block.heading, 'H2', LARGE_HEADING, GAP, unprintable)]),
    ...block.rows.map((row, n) =>
      tableRow(
        table,
        [
          { rich: [{ text: row.label }], style: LARGE, x: LEFT, width: label - 8, scope: 'Row' },
          { rich: [{ text: row.value }], style: LARGE_STRONG, x: LEFT + label, width: WIDTH - label },
        ],
        unprintable,
        { keep: n < block.rows.length - 1, padding: 3.5, gap: n === 0 && block.heading === '' ? GAP / 2 : 0 },
      ),
    ),
  ]
}
