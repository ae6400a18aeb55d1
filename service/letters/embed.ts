/**
 * How a font goes into a document: with the glyphs that the document uses, under their own numbers (subset.ts). pdfkit
 * would number them anew in each document, and read and write every outline for it: half of what a letter takes.
 */
import type PDFDocument from 'pdfkit'
import { pack } from './pack.ts'
import { subsetOf, type FontTables } from './subset.ts'

type Doc = InstanceType<typeof PDFDocument>
/** An object of the document; its own type asks for bytes at the end, which not all have. */
type Reference = { end(bytes?: Uint8Array): void }

/** pdfkit's font in a document; none of it is in its types. */
export interface Embedded {
  /** What the document calls it. */
  id: string
  ref(): Reference
  font: {
    postscriptName: string
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    italicAngle: number
    head: { macStyle: { italic: boolean } }
  }
  /** By glyph: thousandths of the size, and the characters that it stands for. Most places are empty. */
  widths: (number | undefined)[]
  unicode: (readonly number[] | undefined)[]
  scale: number
  ascender: number
  descender: number
  capHeight: number
  xHeight: number
  /** Made when something is first written in it. */
  dictionary: Reference & { data: unknown }
  /** Ours: the file that it comes from. */
  tables?: FontTables
}

/** The font that `doc` writes in now. */
export const currentFont = (doc: Doc): Embedded => (doc as unknown as { _font: Embedded })._font

/** What pdfkit asks where it would make a subset: a glyph keeps its number, and the file is written by `embed`. */
export const keepNumbers = { includeGlyph: (id: number): number => id }

/** Makes the font that `doc` writes in now go into it in our way. Once for each font of a document. */
export function embedByNumber(doc: Doc, tables: FontTables): void {
  currentFont(doc).tables = tables
}

/** What comes of it: when everything is drawn, before the document ends. Nothing can be written in the fonts any more. */
export function endFonts(doc: Doc): void {
  // All that pdfkit asks of a font now is that it ends.
  const fonts = (doc as unknown as { _fontFamilies: Record<string, Embedded | Ending> })._fontFamilies
  const ending = new Map<Embedded, Ending>()
  for (const [name, font] of Object.entries(fonts) as [string, Embedded][]) {
    const known = ending.get(font) ?? new Ending(doc, font)
    ending.set(font, known)
    fonts[name] = known
  }
}

/** What stands in the place of a font when a document ends. */
class Ending {
  readonly #doc: Doc
  #font: Embedded | null

  constructor(doc: Doc, font: Embedded) {
    this.#doc = doc
    this.#font = font
  }

  /** The same font stands under two names; a font that nothing is written in has no object. */
  finalize(): void {
    const font = this.#font
    this.#font = null
    if (font?.dictionary && font.tables) embed(this.#doc, font, font.tables)
  }
}

function embed(doc: Doc, font: Embedded, tables: FontTables): void {
  const { scale } = font
  const part = partOf(font, tables)
  const { bbox } = font.font
  const descriptor: Reference = doc.ref({
    Type: 'FontDescriptor',
    FontName: part.name,
    Flags: 4 + (font.font.head.macStyle.italic ? 64 : 0),
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((side) => side * scale),
    ItalicAngle: font.font.italicAngle,
    Ascent: font.ascender,
    Descent: font.descender,
    CapHeight: font.capHeight,
    XHeight: font.xHeight,
    StemV: 0,
    FontFile2: written(doc, part.file),
    ...(isFirstPdfA(doc) ? { CIDSet: written(doc, pack(glyphSet(part.used))) } : {}),
  })
  descriptor.end()
  const descendant: Reference = doc.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: part.name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    W: part.widths,
  })
  descendant.end()
  font.dictionary.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: part.name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: written(doc, part.unicode),
  }
  font.dictionary.end()
}

function written(doc: Doc, packed: Buffer): Reference {
  const reference: Reference = doc.ref({ Filter: 'FlateDecode' })
  reference.end(packed)
  return reference
}

/** What of a font goes into documents that use the same glyphs of it, for the same characters. */
interface Part {
  readonly used: readonly number[]
  readonly name: string
  readonly widths: unknown[]
  /** Packed. */
  readonly file: Buffer
  readonly unicode: Buffer
}
/** Letters after each other have the same headings: of those fonts the parts are there already. The last used is last. */
const parts = new Map<string, Part>()
const MAX_PARTS = 50

function partOf({ widths, unicode, font }: Embedded, tables: FontTables): Part {
  const used: number[] = []
  let key = font.postscriptName
  for (let id = 0; id < widths.length; id += 1)
    if (widths[id] !== undefined) {
      used.push(id)
      key += ` ${id} ${String(unicode[id])}`
    }
  const part = parts.get(key) ?? {
    used,
    name: `${tagOf(used)}+${font.postscriptName}`,
    widths: inRuns(used).flatMap((run) => [run[0], run.map((id) => widths[id])]),
    file: pack(subsetOf(tables, used)),
    unicode: pack(Buffer.from(toUnicode(used, unicode), 'latin1')),
  }
  parts.delete(key)
  parts.set(key, part)
  for (const [oldest] of parts) if (parts.size > MAX_PARTS) parts.delete(oldest)
  return part
}

/** PDF/A-1 wants the list of glyphs that are there; the others have no such list. */
const isFirstPdfA = (doc: Doc): boolean => (doc as unknown as { subset?: number }).subset === 1

function glyphSet(used: readonly number[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(((used.at(-1) ?? 0) + 1) / 8))
  for (const id of used) bits[id >> 3] = (bits[id >> 3] ?? 0) | (0x80 >> (id & 7))
  return bits
}

/** Six capitals that go with which glyphs these are: other glyphs of the same font need another name. */
function tagOf(used: readonly number[]): string {
  let sum = 0
  for (const id of used) sum = (Math.imul(sum, 31) + id) >>> 0
  return Array.from({ length: 6 }, (_, n) => String.fromCharCode(65 + (Math.floor(sum / 26 ** n) % 26))).join(
    '',
  )
}

/** Numbers that follow each other, together. */
function inRuns(ids: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const id of ids) {
    const last = runs.at(-1)
    if (last?.at(-1) === id - 1) last.push(id)
    else runs.push([id])
  }
  return runs
}

const hex = (number: number): string => number.toString(16).padStart(4, '0')

/** What a search finds and a screen reader says: the characters of each glyph but the empty box (ISO 32000-1, 9.10.3). */
function toUnicode(used: readonly number[], unicode: Embedded['unicode']): string {
  const lines = used.slice(1).map((id) => {
    const text = String.fromCodePoint(...(unicode[id] ?? []))
    return `<${hex(id)}> <${[...Array(text.length).keys()].map((n) => hex(text.charCodeAt(n))).join('')}>`
  })
  // At most a hundred in one part.
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, n) =>
    lines.slice(100 * n, 100 * n + 100),
  )
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`).join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
