/**
 * A PNG as the bytes that a PDF wants: colours and transparency apart. Read here and not by pdfkit, which unpacks in the
 * background: two pictures could then change places, and the same letter would not be the same bytes. What the screens
 * send is eight bits a channel, not interlaced; anything else is refused, with a message.
 */
import { deflateSync, inflateSync } from 'node:zlib'

/** More dots than this is no logo and no signature. */
const MOST_DOTS = 16_000_000
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGB = 2
const RGBA = 6

export interface Png {
  readonly width: number
  readonly height: number
  /** Three bytes a dot, deflated. */
  readonly colours: Buffer
  /** One byte a dot, deflated; null when no dot is see-through. */
  readonly alpha: Buffer | null
}

export const looksLikePng = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).equals(SIGNATURE)

/** Null when it is broken, or not of the kind above. */
export function readPng(bytes: Uint8Array): Png | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = headOf(file)
  if (head === null) return null
  const { width, height, channels } = head
  const packed = dataOf(file)
  const row = width * channels + 1
  let raw: Buffer
  try {
    raw = inflateSync(packed, { maxOutputLength: row * height })
  } catch {
    return null
  }
  if (raw.length !== row * height || !unfilter(raw, row, channels)) return null
  return { width, height, ...apart(raw, width, height, channels) }
}

function headOf(file: Buffer): { width: number; height: number; channels: 3 | 4 } | null {
  if (!looksLikePng(file) || file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return null
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth, colour, , , interlaced] = file.subarray(24, 29)
  const plain = depth === 8 && interlaced === 0 && (colour === RGB || colour === RGBA)
  if (!plain || width === 0 || height === 0 || width * height > MOST_DOTS) return null
  return { width, height, channels: colour === RGB ? 3 : 4 }
}

function dataOf(file: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      pieces.push(file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return Buffer.concat(pieces)
}

/** Undoes the filter of each row in place. Source: PNG specification, section 9. */
function unfilter(raw: Buffer, row: number, channels: number): boolean {
  for (let start = 0; start < raw.length; start += row) {
    const filter = raw[start] ?? 0
    if (filter > 4) return false
    for (let at = start + 1; at < start + row; at += 1) {
      const left = at - start > channels ? (raw[at - channels] ?? 0) : 0
      const up = start > 0 ? (raw[at - row] ?? 0) : 0
      const corner = start > 0 && at - start > channels ? (raw[at - row - channels] ?? 0) : 0
      raw[at] = ((raw[at] ?? 0) + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return true
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function apart(raw: Buffer, width: number, height: number, channels: 3 | 4): Pick<Png, 'colours' | 'alpha'> {
  const colours = Buffer.alloc(width * height * 3)
  const alpha = Buffer.alloc(width * height, 0xff)
  let seeThrough = false
  for (let dot = 0; dot < width * height; dot += 1) {
    const at = dot * channels + Math.floor(dot / width) + 1
    raw.copy(colours, dot * 3, at, at + 3)
    if (channels === 3) continue
    const opacity = raw[at + 3] ?? 0xff
    alpha[dot] = opacity
    if (opacity !== 0xff) seeThrough = true
  }
  return { colours: deflateSync(colours), alpha: seeThrough ? deflateSync(alpha) : null }
}
