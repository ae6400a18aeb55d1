/** Drawing on the page: every mark is either content with a place in the structure, or an artifact. */
import type PDFDocument from 'pdfkit'
import { onTint } from '#core/letters/contrast.ts'
import { fontOf, type Face } from './fonts.ts'
import type { Line, Style } from './lines.ts'
import { MISSING, PETROL, PETROL_TINT } from './page.ts'
import { baselineOf } from './styles.ts'

type Doc = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Doc['struct']>
/** What pdfkit understands of a structure element; its types leave out the two last. */
type ElementOptions = NonNullable<Parameters<Doc['struct']>[1]> & {
  scope?: 'Row' | 'Column'
  bbox?: [number, number, number, number]
}

export interface Colours {
  /** Of lines, bars and discs; white letters can be read on it. */
  readonly main: string
  readonly tint: string
  /** Of letters on the tint. */
  readonly onTint: string
}

export interface Pen {
  readonly doc: Doc
  /** The office's own colour for its name and headings; null: ink. */
  readonly accent: string | null
  /** What drawings and the box of the question are made in: the office's own colour, or ours. */
  readonly colours: Colours
  /** Makes a face the one to write in. @returns its name in the document. */
  font(face: Face): string
  /** The document's own element; blocks hang theirs under it. */
  readonly root: Element
  /** A new element as the last child of `parent`. */
  child(parent: Element, tag: string, options?: ElementOptions): Element
  /** What `draw` draws belongs to `element`. */
  mark(element: Element, draw: () => void): void
  /** What `draw` draws is decoration: a screen reader passes over it. */
  artifact(draw: () => void, type?: 'Layout' | 'Pagination'): void
  /** A line of text with its top at `y`. */
  line(line: Line, style: Style, x: number, y: number): void
  rule(from: number, to: number, y: number, colour: string, width?: number): void
  box(x: number, y: number, width: number, height: number, colour: string): void
}

function coloursOf(accent: string | null): Colours {
  if (accent === null) return { main: PETROL, tint: PETROL_TINT, onTint: PETROL }
  const { tint, text } = onTint(accent)
  return { main: accent, tint, onTint: text }
}

/** `tag` of the root is Document; the structure is complete when `root.end()` is called. */
export function createPen(doc: Doc, accent: string | null = null): Pen {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const registered = new Set<Face>()
  const select = (face: Face): string => {
    if (!registered.has(face)) {
      // pdfkit takes a parsed font too; its types know only bytes and paths.
      doc.registerFont(face, fontOf(face) as never)
      registered.add(face)
    }
    doc.font(face)
    return face
  }
  /** What is being drawn into now; null in an artifact. */
  let open: Element | null = null
  const begin = (element: Element): void => {
    const tag = (element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S
    element.add(doc.markStructureContent(tag))
  }
  /**
   * Words from right to left stand on the page in the order of drawing. An element of their own tells a screen
   * reader the order of speaking; what surrounds them goes on behind it.
   */
  const beginSpoken = (spoken: string): void => {
    if (open === null) return
    doc.endMarkedContent()
    const span = doc.struct('Span', { actual: spoken })
    open.add(span)
    begin(span)
  }
  const endSpoken = (): void => {
    if (open === null) return
    doc.endMarkedContent()
    begin(open)
  }
  return {
    doc,
    accent,
    colours: coloursOf(accent),
    font: select,
    root,
    child(parent, tag, options = {}) {
      const element = doc.struct(tag, options)
      parent.add(element)
      return element
    },
    mark(element, draw) {
      const outer = open
      open = element
      begin(element)
      draw()
      doc.endMarkedContent()
      open = outer
    },
    artifact(draw, type = 'Layout') {
      doc.markContent('Artifact', { type })
      draw()
      doc.endMarkedContent()
    },
    line(line, style, x, y) {
      const baseline = y + baselineOf(style)
      doc.fillColor(style.colour)
      const options = {
        lineBreak: false,
        baseline: 'alphabetic' as const,
        characterSpacing: style.spacing ?? 0,
      }
      for (const [n, span] of line.spans.entries()) {
        const starts = span.spoken !== null && span.spoken !== line.spans[n - 1]?.spoken
        const ends = span.spoken !== null && span.spoken !== line.spans[n + 1]?.spoken
        if (starts) beginSpoken(span.spoken)
        select(span.face)
        doc.fontSize(style.size)
        if (span.missing === true) doc.fillColor(MISSING)
        doc.text(span.text, x + span.x, baseline, options)
        if (span.missing === true) doc.fillColor(style.colour)
        if (span.underline !== undefined)
          doc
            .moveTo(x + span.x, baseline + 1.6)
            .lineTo(x + span.x + span.underline, baseline + 1.6)
            .lineWidth(0.6)
            .stroke(style.colour)
        if (ends) endSpoken()
      }
    },
    rule(from, to, y, colour, width = 0.6) {
      doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke(colour)
    },
    box(x, y, width, height, colour) {
      doc.rect(x, y, width, height).fill(colour)
    },
  }
}
