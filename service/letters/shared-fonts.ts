/**
 * Many letters in one file: each brings its own part of the same few fonts, half of what it takes. Here the parts are
 * put together, so that the file holds each font once.
 */
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFPage } from 'pdf-lib'
import { packed, unpacked } from './streams.ts'
import { readFont, writeFont, type FontTables, type Glyph } from './subset.ts'

const name = (text: string): PDFName => PDFName.of(text)
const [FONT, DESCENDANTS, DESCRIPTOR, FILE, BASE, UNICODE] = [
  'Font',
  'DescendantFonts',
  'FontDescriptor',
  'FontFile2',
  'BaseFont',
  'ToUnicode',
].map(name) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName]

/** One font of the file, with the glyphs of all parts so far. */
interface Shared {
  /** The first part; it becomes the font of all. */
  readonly ref: PDFRef
  readonly name: string
  readonly fixed: FontTables['fixed']
  readonly glyphs: Map<number, Glyph>
  /** Of how many. */
  parts: number
}

/** What a page calls a font, and where its parts are. */
interface Part {
  readonly font: PDFDict
  readonly descendant: PDFDict
  readonly descriptor: PDFDict
  readonly tables: FontTables
}

/** Brings the fonts of these pages together. What is not ours, or was numbered another way, stays as it is. */
export function shareFonts(context: PDFContext, pages: readonly PDFPage[]): void {
  const shared: Shared[] = []
  const instead = new Map<PDFRef, PDFRef>()
  for (const page of pages) {
    const fonts = page.node.Resources()?.lookupMaybe(FONT, PDFDict)
    for (const [key, ref] of fonts?.entries() ?? []) {
      if (!(ref instanceof PDFRef)) continue
      const known = instead.get(ref) ?? taken(context, ref, shared)
      instead.set(ref, known)
      fonts?.set(key, known)
    }
  }
  for (const one of shared) if (one.parts > 1) writeShared(context, one)
  for (const [ref, kept] of instead) if (ref !== kept) remove(context, ref)
}

/** The font that has these glyphs from now on. */
function taken(context: PDFContext, ref: PDFRef, shared: Shared[]): PDFRef {
  const part = partOf(context, ref)
  if (part === null) return ref
  const own = nameOf(part)
  const glyphs = glyphsOf(part.tables)
  for (const one of shared)
    if (one.name === own && sameTables(one.fixed, part.tables.fixed) && fits(one.glyphs, glyphs)) {
      for (const [id, glyph] of glyphs) one.glyphs.set(id, glyph)
      one.parts += 1
      return one.ref
    }
  shared.push({ ref, name: own, fixed: part.tables.fixed, glyphs, parts: 1 })
  return ref
}

function partOf(context: PDFContext, ref: PDFRef): Part | null {
  const font = context.lookupMaybe(ref, PDFDict)
  const descendant = font?.lookupMaybe(DESCENDANTS, PDFArray)?.lookupMaybe(0, PDFDict)
  const descriptor = descendant?.lookupMaybe(DESCRIPTOR, PDFDict)
  const file = descriptor?.lookup(FILE)
  if (!font || !descendant || !descriptor || !(file instanceof PDFRawStream)) return null
  return { font, descendant, descriptor, tables: readFont(unpacked(file)) }
}

/** Without the six letters that tell parts of one font apart. */
const nameOf = ({ font }: Part): string =>
  font
    .lookup(BASE, PDFName)
    .decodeText()
    .replace(/^[A-Z]{6}\+/u, '')

function glyphsOf(tables: FontTables): Map<number, Glyph> {
  const glyphs = new Map<number, Glyph>()
  for (let id = 0; id < tables.glyphs; id += 1) {
    const glyph = tables.glyph(id)
    if (glyph.outline.length > 0 || glyph.advance > 0) glyphs.set(id, glyph)
  }
  return glyphs
}

/** No glyph has one number and two outlines: so it is in letters that were stored before glyphs kept their number. */
const fits = (one: ReadonlyMap<number, Glyph>, other: ReadonlyMap<number, Glyph>): boolean =>
  [...other].every(([id, glyph]) => {
    const known = one.get(id)
    return known === undefined || (known.advance === glyph.advance && known.outline.equals(glyph.outline))
  })

/** Measures and hints; the counts in them differ. */
const sameTables = (one: FontTables['fixed'], other: FontTables['fixed']): boolean =>
  ['cvt ', 'fpgm', 'prep'].every((table) =>
    Buffer.from(one.get(table) ?? []).equals(Buffer.from(other.get(table) ?? [])),
  ) && one.get('head')?.readUInt16BE(18) === other.get('head')?.readUInt16BE(18)

function writeShared(context: PDFContext, { ref, name: own, fixed, glyphs }: Shared): void {
  const part = partOf(context, ref)
  if (part === null) return
  const { font, descendant, descriptor } = part
  const scale = 1000 / (fixed.get('head')?.readUInt16BE(18) ?? 1000)
  const widths = [...glyphs]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([id, { advance }]) => [id, [advance * scale]])
  remove(context, descriptor.get(FILE))
  remove(context, font.get(UNICODE))
  // For the printer only, as the marks for reading aloud that stay behind: nobody searches in it.
  font.delete(UNICODE)
  descriptor.set(FILE, context.register(packed(context, writeFont(fixed, glyphs))))
  descendant.set(name('W'), context.obj(widths))
  const tagged = name(`SHARED+${own}`)
  font.set(BASE, tagged)
  descendant.set(BASE, tagged)
  descriptor.set(name('FontName'), tagged)
}

/** A font that is not used any more, with all that only it used. */
function remove(context: PDFContext, ref: unknown): void {
  if (!(ref instanceof PDFRef)) return
  const object = context.lookup(ref)
  context.delete(ref)
  if (!(object instanceof PDFDict)) return
  remove(context, object.lookupMaybe(DESCENDANTS, PDFArray)?.get(0))
  for (const key of [DESCRIPTOR, FILE, UNICODE]) remove(context, object.get(key))
}
