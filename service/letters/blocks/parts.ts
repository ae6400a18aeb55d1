/** What several blocks are made of: headings, paragraphs that may go on overleaf, rows of a table. */
import type { Rich } from '#core/letters/content.ts'
import type { Box, Piece } from '../flow.ts'
import { breakLines, withSpace, type Line, type Style, type Unprintable } from '../lines.ts'
import { HAIRLINE, LEFT, RIGHT, WIDTH } from '../page.ts'
import type { Element, Pen } from '../pen.ts'
import { HEADING, TEXT } from '../styles.ts'

/** White between blocks, and between paragraphs of one block. */
export const BLOCK_GAP = 12
export const PARAGRAPH_GAP = 5

/** An element that comes into the structure when its first part is drawn, so the order is that of reading. */
export function lazy(make: (pen: Pen) => Element): (pen: Pen) => Element {
  let element: Element | null = null
  return (pen) => (element ??= make(pen))
}

/** A child of the document, or of what `parent` gives. */
export function elementOf(tag: string, parent?: (pen: Pen) => Element): (pen: Pen) => Element {
  return lazy((pen) => pen.child(parent ? parent(pen) : pen.root, tag))
}

export function drawLines(pen: Pen, lines: readonly Line[], style: Style, x: number, y: number): void {
  for (const [n, line] of lines.entries()) pen.line(line, style, x, y + n * style.leading)
}

/** In the office's own colour, where it has one. */
export const accented = (style: Style, { accent }: Pick<Pen, 'accent'>): Style =>
  accent === null ? style : { ...style, colour: accent }

/** A heading of a block: H2, kept with what follows. */
export function heading(text: string, unprintable: Unprintable, gap = BLOCK_GAP): Piece {
  const lines = breakLines([{ text }], HEADING, WIDTH, unprintable)
  return {
    gap,
    height: lines.length * HEADING.leading + 0.5,
    keep: true,
    draw: (pen, y) =>
      pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, lines, accented(HEADING, pen), LEFT, y)),
  }
}

export interface ParagraphOptions {
  readonly style?: Style
  readonly x?: number
  readonly width?: number
  readonly gap?: number
  /** The last line stays with the piece after it. */
  readonly keep?: boolean
  readonly box?: Box
  /** What the paragraph hangs under; the document unless told. */
  readonly parent?: (pen: Pen) => Element
}

/** A paragraph: its first two and last two lines stay together, between them a page may turn. */
export function paragraph(rich: Rich, unprintable: Unprintable, options: ParagraphOptions = {}): Piece[] {
  const { style = TEXT, x = LEFT, width = WIDTH, gap = 0, keep = false, box } = options
  const element = elementOf('P', options.parent)
  const lines = breakLines(rich, style, width, unprintable)
  const parts: Line[][] =
    lines.length < 4
      ? [lines]
      : [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)]
  return parts.map((part, n) => ({
    gap: n === 0 ? gap : 0,
    height: part.length * style.leading,
    keep: keep && n === parts.length - 1,
    ...(box ? { box } : {}),
    draw: (pen, y) =>
      pen.mark(element(pen), () => drawLines(pen, spaced(part, n < parts.length - 1), style, x, y)),
  }))
}

/** Ends each line but the last with a space; the last one too where more follows. */
export function spaced(lines: readonly Line[], more = false): readonly Line[] {
  return lines.map((line, n) => (n < lines.length - 1 || more ? withSpace(line) : line))
}

/** Several paragraphs, the first at `gap` from what is above. */
export function paragraphs(
  all: readonly Rich[],
  unprintable: Unprintable,
  options: ParagraphOptions = {},
): Piece[] {
  return all.flatMap((rich, n) =>
    paragraph(rich, unprintable, {
      ...options,
      gap: n === 0 ? (options.gap ?? 0) : PARAGRAPH_GAP,
      keep: options.keep === true && n === all.length - 1,
    }),
  )
}

export interface Cell {
  readonly rich: Rich
  readonly style: Style
  readonly x: number
  readonly width: number
  /** TH with the direction it speaks for, or TD. */
  readonly scope?: 'Row' | 'Column'
}

/** A row of a table that is never cut, with a hairline under it. */
export function tableRow(
  table: (pen: Pen) => Element,
  cells: readonly Cell[],
  unprintable: Unprintable,
  options: { gap?: number; keep?: boolean; padding?: number; rule?: string; again?: Piece['again'] } = {},
): Piece {
  const { gap = 0, keep = false, padding = 1.4, rule = HAIRLINE, again } = options
  const set = cells.map((cell) => ({
    ...cell,
    lines: breakLines(cell.rich, cell.style, cell.width, unprintable),
  }))
  const height = Math.max(...set.map((cell) => cell.lines.length * cell.style.leading)) + 2 * padding
  const drawCells = (pen: Pen, y: number, each: (cell: Cell, draw: () => void) => void): void => {
    for (const cell of set)
      each(cell, () => drawLines(pen, spaced(cell.lines), cell.style, cell.x, y + padding))
  }
  return {
    gap,
    height,
    keep,
    ...(again ? { again } : {}),
    draw(pen, y) {
      const row = pen.child(table(pen), 'TR')
      drawCells(pen, y, (cell, draw) => {
        const element = pen.child(row, cell.scope ? 'TH' : 'TD', cell.scope ? { scope: cell.scope } : {})
        pen.mark(element, draw)
      })
      pen.artifact(() => pen.rule(LEFT, RIGHT, y + height, rule))
    },
  }
}

/** An empty stretch of a box: its padding. */
export const padding = (height: number, box: Box, options: { gap?: number; keep?: boolean } = {}): Piece => ({
  gap: options.gap ?? 0,
  height,
  keep: options.keep ?? false,
  box,
  draw: () => undefined,
})
