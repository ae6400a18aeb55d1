/** The list of what is in a zip, read from its directory at the end (PKWARE's APPNOTE, 4.3). Nothing is unpacked. */

export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
}

const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff }
const ENTRY = { signature: 0x02014b50, size: 46 }
/** More than any document has; a list without an end is no list. */
const mostEntries = 20_000

/** Null when it is no whole zip. */
export function listZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfZip(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) return null
  const entries: ZipEntry[] = []
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY.size > end || view.getUint32(at, true) !== ENTRY.signature) return null
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    // Letter by letter: what we look for is plain, and a name in another script only has to stay another one.
    let name = ''
    for (const byte of bytes.subarray(at + ENTRY.size, at + ENTRY.size + nameLength))
      name += String.fromCharCode(byte)
    entries.push({ name: name.replaceAll('\\', '/'), encrypted: (flags & 1) === 1 })
    at += ENTRY.size + nameLength + rest
  }
  return entries
}

/** Where the directory's end record is: at the end, before a comment that the zip may have. */
function endOfZip(view: DataView): number | null {
  const last = view.byteLength - END.size
  for (let at = last; at >= 0 && at >= last - END.longestComment; at -= 1)
    if (view.getUint32(at, true) === END.signature) return at
  return null
}
