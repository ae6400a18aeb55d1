/** Reading a table of postcodes from a file of any size, piece by piece: it can be followed and stopped. */
import {
  encodingOf,
  kindOfFile,
  TableReader,
  type ReadTable,
  type Unusable,
} from '#core/distance/read-table.ts'

const pieceSize = 1 << 20

export type Read = { table: ReadTable } | { why: Unusable | 'unreadable' } | { stopped: true }

/** @param onProgress per cent that was read. */
export async function readTable(
  file: Blob,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (percent: number) => void },
): Promise<Read> {
  try {
    const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer())
    const kind = kindOfFile(head)
    if (kind !== null) return { why: kind }
    const decoder = new TextDecoder(encodingOf(head))
    const reader = new TableReader()
    for (let at = 0; at < file.size; at += pieceSize) {
      if (signal.aborted) return { stopped: true }
      const piece = await file.slice(at, at + pieceSize).arrayBuffer()
      reader.add(decoder.decode(piece, { stream: true }))
      onProgress(Math.min(100, Math.round(((at + pieceSize) / file.size) * 100)))
      // The screen gets its turn: a stop can be pressed, and the per cents are seen.
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    reader.add(decoder.decode())
    const table = reader.finish()
    return typeof table === 'string' ? { why: table } : { table }
  } catch {
    return { why: 'unreadable' } // a folder, or a file that went away meanwhile
  }
}
