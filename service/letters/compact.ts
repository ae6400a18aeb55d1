/**
 * A tagged letter is many small objects: a third of its bytes, with a line each in the table at its end. PDF 1.5 can
 * keep them packed together (object streams and a cross-reference stream, ISO 32000-1 7.5.7 and 7.5.8), but pdfkit
 * writes each one plainly. Here its output is packed while it is written.
 */
import PDFDocument from 'pdfkit'
import { pack } from './pack.ts'

/** Its text is "9 0 R". */
type Reference = { toString(): string }

/** What pdfkit writes with; none of it is in its types. */
interface Writer {
  push(data: Uint8Array | null): boolean
  _write(data: string | Uint8Array): void
  _finalize(): void
  _offset: number
  _offsets: (number | undefined)[]
  _root: Reference
  _info: Reference
  _id: Uint8Array
}
const AsStream = PDFDocument as unknown as new (
  options: PDFKit.PDFDocumentOptions,
) => InstanceType<typeof PDFDocument> & Writer

/**
 * A document that keeps what is written to it. As the stream that pdfkit makes of it, it would hand on hundreds of small
 * pieces, each in a turn of its own, and stay in memory until the last one.
 */
export class PlainDocument extends AsStream {
  // No fields with a value: pdfkit writes the first line before there would be one.
  declare private pieces: Uint8Array[] | undefined
  declare private whenDone: ((bytes: Uint8Array) => void) | undefined

  override push(data: Uint8Array | null): boolean {
    this.pieces ??= []
    if (data === null) this.whenDone?.(Buffer.concat(this.pieces))
    else this.pieces.push(data)
    return true
  }

  /** Ends it. A picture in it may have to be unpacked first. */
  bytes(): Promise<Uint8Array> {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    this.whenDone = resolve
    this.end()
    return promise
  }
}

/** An object that is no stream, as far as is known; its lines without the first and the last. */
interface Small {
  readonly id: number
  readonly lines: string[]
}

/** As many as other writers put together: a reader that wants one object unpacks all of them. */
const PACK = 200

/**
 * A document whose small objects are packed, in PDF 1.5 or later. Its bytes are put together when it ends.
 */
export class CompactDocument extends PlainDocument {
  /** What comes behind the first lines, which pdfkit writes before there is a list. */
  private readonly written: (string | Uint8Array)[] | undefined = []
  private readonly small: Small[] = []
  private held: Small | null = null

  override _write(data: string | Uint8Array): void {
    if (this.written === undefined) super._write(data)
    else if (this.held !== null) this.#goOn(this.held, data)
    else {
      const start = typeof data === 'string' ? /^(\d+) 0 obj$/u.exec(data) : null
      if (start) this.held = { id: Number(start[1]), lines: [] }
      else this.#put(data)
    }
  }

  #goOn(held: Small, data: string | Uint8Array): void {
    if (data !== 'stream' && data !== 'endobj') {
      held.lines.push(String(data))
      return
    }
    this.held = null
    if (data === 'endobj') this.small.push(held)
    else for (const line of [`${held.id} 0 obj`, ...held.lines, data]) this.#put(line)
  }

  #put(data: string | Uint8Array): void {
    const piece = typeof data === 'string' ? `${data}\n` : data
    this.written?.push(piece)
    this._offset += piece.length
  }

  override _finalize(): void {
    const packed = new Map<number, { stream: number; index: number }>()
    let last = this._offsets.length
    for (let from = 0; from < this.small.length; from += PACK) {
      const group = this.small.slice(from, from + PACK)
      const stream = (last += 1)
      for (const [index, { id }] of group.entries()) packed.set(id, { stream, index })
      this._offsets[stream - 1] = this._offset
      this.#putStream(stream, ...objectStream(group))
    }
    const table = last + 1
    const at = this._offset
    const id = Buffer.from(this._id).toString('hex')
    const root = `/Size ${table + 1} /Root ${this._root.toString()} /Info ${this._info.toString()}`
    this.#putStream(
      table,
      `/Type /XRef /W [1 4 2] ${root} /ID [<${id}> <${id}>]`,
      crossReference(table, (number) => packed.get(number), { ...this._offsets, [table - 1]: at }),
    )
    for (const line of ['startxref', String(at), '%%EOF']) this.#put(line)
    // One byte for each character: that is what pdfkit makes of a text itself.
    const pieces = (this.written ?? []).map((piece) =>
      typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece,
    )
    this.push(Buffer.concat(pieces))
    this.push(null)
  }

  #putStream(id: number, dictionary: string, content: Buffer): void {
    const bytes = pack(content)
    this.#put(`${id} 0 obj`)
    this.#put(`<< ${dictionary} /Filter /FlateDecode /Length ${bytes.length} >>`)
    this.#put('stream')
    this.#put(bytes)
    this.#put('\nendstream')
    this.#put('endobj')
  }
}

function objectStream(group: readonly Small[]): [dictionary: string, content: Buffer] {
  let offset = 0
  let places = ''
  let bodies = ''
  for (const [n, { id, lines }] of group.entries()) {
    const body = `${lines.join('\n')}\n`
    places += `${n === 0 ? '' : ' '}${id} ${offset}`
    bodies += body
    offset += body.length
  }
  return [
    `/Type /ObjStm /N ${group.length} /First ${places.length + 1}`,
    Buffer.from(`${places}\n${bodies}`, 'latin1'),
  ]
}

/** Seven bytes for each object: its kind, where it is or in which stream, and its place in that stream. */
function crossReference(
  last: number,
  packed: (id: number) => { stream: number; index: number } | undefined,
  offsets: Readonly<Record<number, number | undefined>>,
): Buffer {
  const table = Buffer.alloc((last + 1) * 7)
  table.writeUInt16BE(65535, 5)
  for (let id = 1; id <= last; id += 1) {
    const inside = packed(id)
    table.writeUInt8(inside ? 2 : 1, id * 7)
    table.writeUInt32BE(inside ? inside.stream : (offsets[id - 1] ?? 0), id * 7 + 1)
    table.writeUInt16BE(inside ? inside.index : 0, id * 7 + 5)
  }
  return table
}
