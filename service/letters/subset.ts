/**
 * The part of a TrueType font that a letter needs, with every glyph under the number that it has in the whole font. So
 * the outlines are copied as they stand, and the fonts of many letters can be put together into one (print-file.ts).
 * OpenType 1.9: the tables that PDF asks for (ISO 32000-1, 9.9) and no others.
 */

export interface Glyph {
  readonly outline: Buffer
  readonly advance: number
  readonly bearing: number
}
export interface FontTables {
  /** As they stand, but for the counts in them. */
  readonly fixed: ReadonlyMap<string, Buffer>
  readonly glyphs: number
  glyph(id: number): Glyph
}

const FIXED = ['head', 'hhea', 'maxp', 'cvt ', 'fpgm', 'prep'] as const

/** @throws Error when it has no TrueType outlines. */
export function readFont(file: Buffer): FontTables {
  const tables = new Map<string, Buffer>()
  for (let n = 0; n < file.readUInt16BE(4); n += 1) {
    const entry = 12 + 16 * n
    const offset = file.readUInt32BE(entry + 8)
    const name = file.toString('latin1', entry, entry + 4)
    tables.set(name, file.subarray(offset, offset + file.readUInt32BE(entry + 12)))
  }
  const table = (name: string): Buffer => {
    const found = tables.get(name)
    if (!found) throw new Error(`a font without ${name}`)
    return found
  }
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ]
  const isLong = head.readInt16BE(50) === 1
  const at = (id: number): number => (isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id))
  const measured = hhea.readUInt16BE(34)
  return {
    fixed: new Map(FIXED.flatMap((name) => (tables.has(name) ? [[name, table(name)]] : []))),
    glyphs: table('maxp').readUInt16BE(4),
    glyph: (id) => ({
      outline: glyf.subarray(at(id), at(id + 1)),
      advance: hmtx.readUInt16BE(4 * Math.min(id, measured - 1)),
      bearing: hmtx.readInt16BE(id < measured ? 4 * id + 2 : 4 * measured + 2 * (id - measured)),
    }),
  }
}

/** Which glyphs these are made of besides themselves, such as the two dots of an ë. */
function withParts(font: FontTables, ids: Iterable<number>): Set<number> {
  const all = new Set([0, ...ids])
  for (const id of all) {
    const { outline } = font.glyph(id)
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) continue
    for (let at = 10, goesOn = true; goesOn;) {
      const flags = outline.readUInt16BE(at)
      all.add(outline.readUInt16BE(at + 2)) // a set goes on to what is added while it is read
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0)
      goesOn = (flags & 32) !== 0
    }
  }
  return all
}

/** A font file with these glyphs; all others are empty. */
export function subsetOf(font: FontTables, ids: Iterable<number>): Buffer {
  const wanted = withParts(font, ids)
  return writeFont(font.fixed, new Map([...wanted].map((id) => [id, font.glyph(id)])))
}

/** A font file of these glyphs, each under its number. */
export function writeFont(fixed: FontTables['fixed'], glyphs: ReadonlyMap<number, Glyph>): Buffer {
  let [count, size] = [1, 0]
  for (const [id, { outline }] of glyphs) {
    count = Math.max(count, id + 1)
    size += outline.length + (outline.length % 2)
  }
  const isLong = size >= 2 * 65_536
  const hmtx = Buffer.alloc(4 * count)
  const loca = Buffer.alloc((count + 1) * (isLong ? 4 : 2))
  const outlines = Buffer.alloc(size)
  let offset = 0
  for (let id = 0; id <= count; id += 1) {
    if (isLong) loca.writeUInt32BE(offset, 4 * id)
    else loca.writeUInt16BE(offset / 2, 2 * id)
    const glyph = glyphs.get(id)
    if (!glyph) continue
    hmtx.writeUInt16BE(glyph.advance, 4 * id)
    hmtx.writeInt16BE(glyph.bearing, 4 * id + 2)
    offset += glyph.outline.copy(outlines, offset)
    offset += offset % 2
  }
  const changed = (name: string, change: (table: Buffer) => void): Buffer => {
    const table = Buffer.from(fixed.get(name) ?? [])
    change(table)
    return table
  }
  return writeTables(
    new Map([
      ...fixed,
      ['head', changed('head', (head) => head.writeInt16BE(isLong ? 1 : 0, 50))],
      ['hhea', changed('hhea', (hhea) => hhea.writeUInt16BE(count, 34))],
      ['maxp', changed('maxp', (maxp) => maxp.writeUInt16BE(count, 4))],
      ['hmtx', hmtx],
      ['loca', loca],
      ['glyf', outlines],
    ]),
  )
}

function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...tables.keys()].toSorted()
  const power = 2 ** Math.floor(Math.log2(names.length))
  const head = Buffer.alloc(12 + 16 * names.length)
  head.writeUInt32BE(0x00010000)
  head.writeUInt16BE(names.length, 4)
  head.writeUInt16BE(16 * power, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(16 * (names.length - power), 10)
  const padded = (table: Buffer): number => Math.ceil(table.length / 4) * 4
  const whole = Buffer.alloc([...tables.values()].reduce((sum, table) => sum + padded(table), head.length))
  let offset = head.length
  for (const [n, name] of names.entries()) {
    const table = tables.get(name) ?? Buffer.alloc(0)
    table.copy(whole, offset)
    const end = offset + padded(table)
    // The sum of the whole file that stands in `head` is of the whole font; no reader of a PDF looks at it.
    let sum = 0
    for (let at = offset; at < end; at += 4) sum = (sum + whole.readInt32BE(at)) | 0
    const entry = 12 + 16 * n
    head.write(name, entry, 'latin1')
    head.writeInt32BE(sum, entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    offset = end
  }
  head.copy(whole)
  return whole
}
