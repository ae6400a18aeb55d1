import { createDecipheriv } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** Scheme sqlcipher 4: page of 4096 bytes, of which the last 80 hold its vector (16) and its seal (64). */
export const pageSize = 4096
const reserved = 80
const saltLength = 16

/** The first page as it stands on the disk; shorter in a shorter file. */
export function firstPage(file: string): Buffer {
  const page = Buffer.alloc(pageSize)
  const handle = openSync(file, 'r')
  try {
    return page.subarray(0, readSync(handle, page, 0, pageSize, 0))
  } finally {
    closeSync(handle)
  }
}

/**
 * Whether `key` is the one of this file, and how its journal is kept, from the first page alone and without
 * the engine, which would make files beside one that is kept in WAL mode. Null when it is not that key, or the
 * very beginning is damaged: these look alike. Header fields: sqlite.org/fileformat2.html, section 1.3.
 */
export function peek(page: Buffer, key: Buffer): { wal: boolean } | null {
  if (page.length < pageSize) return null
  const vector = page.subarray(pageSize - reserved, pageSize - reserved + 16)
  const cipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  const head = cipher.update(page.subarray(saltLength, saltLength + 16))
  const size = head.readUInt16BE(0)
  const fixed = head.readUInt32BE(4) // reserved space and the three payload fractions, the same in each file
  if (size !== pageSize || fixed !== 0x50402020) return null
  return { wal: head[3] === 2 }
}

const magics = [
  '%PDF',
  'PK\u0003\u0004',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'MZ',
  '\u007fELF',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
]

/**
 * Whether the beginning is certainly not that of an encrypted database: the mark of another kind of file, or
 * bytes that are not spread as encrypted ones are (a text, an image without compression, zeros).
 */
export function isOtherKind(page: Buffer): boolean {
  const start = page.toString('latin1', 0, 8)
  return magics.some((magic) => start.startsWith(magic)) || new Set(page).size < 240
}
