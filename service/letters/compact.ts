/**
 * A tagged letter is many small objects: a third of its bytes, with a line each in the table at its end. PDF 1.5 can
 * keep them packed together (object streams and a cross-reference stream, ISO 32000-1 7.5.7 and 7.5.8), but pdfkit
 * writes each one plainly. Here its output is packed while it is written.
 */
import type PDFDocument from 'pdfkit'
import { pack } from './pack.ts'

/** Its text is "9 0 R". */
type Reference = { toString(): string }

/** What pdfkit writes with; none of it is in its types. */
interface Writer {
  _write(data: string | Uint8Array): void
  _finalize(): void
  _offset: number
  _offsets: (number | undefined)[]
  _root: Reference
  _info: Reference
  _id: Uint8Array
  push(data: Uint8Array | null): void
}

/** As many as other writers put together: a reader that wants one object unpacks all of them. */
const PACK = 200

/** Packs what is written to `doc` from now on. Before the first page, and only in PDF 1.5 or later. */
export function writeCompact(doc: InstanceType<typeof PDFDocument>): void {
  const writer = doc as unknown as Writer
  const plain = writer._write.bind(writer)
  /** The first lines of an object of which it is not known yet whether it is a stream. */
  let held: { id: number; lines: string[] } | null = null
  const small: { id: number; body: Buffer }[] = []

  writer._write = (data) => {
    const start = typeof data === 'string' ? /^(\d+) 0 obj$/u.exec(data) : null
    if (start) {
      held = { id: Number(start[1]), lines: [] }
    } else if (held === null) {
      plain(data)
    } else if (data === 'stream') {
      const { id, lines } = held
      held = null
      for (const line of [`${id} 0 obj`, ...lines, data]) plain(line)
    } else if (data === 'endobj') {
      // One byte for each character: that is what pdfkit makes of a text itself.
      small.push({ id: held.id, body: Buffer.from(held.lines.join('\n'), 'latin1') })
      held = null
    } else {
      held.lines.push(String(data))
    }
  }
  writer._finalize = () => {
    const packed = new Map<number, { stream: number; index: number }>()
    let last = writer._offsets.length
    for (let from = 0; from < small.length; from += PACK) {
      const group = small.slice(from, from + PACK)
      const stream = (last += 1)
      for (const [index, { id }] of group.entries()) packed.set(id, { stream, index })
      writer._offsets[stream - 1] = writer._offset
      writeStream(plain, stream, ...objectStream(group))
    }
    const table = last + 1
    const at = writer._offset
    const id = Buffer.from(writer._id).toString('hex')
    const root = `/Size ${table + 1} /Root ${writer._root.toString()} /Info ${writer._info.toString()}`
    writeStream(
      plain,
      table,
      `/Type /XRef /W [1 4 2] ${root} /ID [<${id}> <${id}>]`,
      crossReference(table, (number) => packed.get(number), { ...writer._offsets, [table - 1]: at }),
    )
    for (const line of ['startxref', String(at), '%%EOF']) plain(line)
    writer.push(null)
  }
}

function objectStream(group: readonly { id: number; body: Buffer }[]): [dictionary: string, content: Buffer] {
  let offset = 0
  const places = group.map(({ id, body }) => {
    const place = `${id} ${offset}`
    offset += body.length + 1
    return place
  })
  const head = Buffer.from(`${places.join(' ')}\n`, 'latin1')
  const bodies = group.flatMap(({ body }) => [body, Buffer.from('\n')])
  return [`/Type /ObjStm /N ${group.length} /First ${head.length}`, Buffer.concat([head, ...bodies])]
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

function writeStream(
  write: (data: string | Uint8Array) => void,
  id: number,
  dictionary: string,
  content: Buffer,
): void {
  const bytes = pack(content)
  write(`${id} 0 obj`)
  write(`<< ${dictionary} /Filter /FlateDecode /Length ${bytes.length} >>`)
  write('stream')
  write(bytes)
  write('\nendstream')
  write('endobj')
}
