/** The little of fontkit that the letters use; the library ships no types. */
declare module 'fontkit' {
  export interface GlyphPosition {
    xAdvance: number
    yAdvance: number
    xOffset: number
    yOffset: number
    advanceWidth?: number
  }
  export interface Glyph {
    readonly id: number
    readonly advanceWidth: number
    readonly codePoints: number[]
    /** The outline as it stands in the file; read by the subset writer. */
    _decode?(): unknown
  }
  export interface GlyphRun {
    glyphs: Glyph[]
    positions: GlyphPosition[]
    readonly advanceWidth: number
  }
  export interface Font {
    readonly unitsPerEm: number
    layout(text: string, features?: unknown): GlyphRun
    getGlyph(id: number, codePoints?: number[]): Glyph | null
    hasGlyphForCodePoint(codePoint: number): boolean
    /** pdfkit asks it for the number of each glyph in the document. */
    createSubset(): { includeGlyph(id: number): number }
  }
  export function create(bytes: Uint8Array): Font
}
