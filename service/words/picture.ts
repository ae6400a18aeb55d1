/** A picture that somebody chose: looked at byte by byte before it is kept, because a poster has to be drawn with it. */
import { crc32, inflateSync } from 'node:zlib'
import type { FieldProblem } from '#core/api/errors.ts'
import { largestPicture } from '#core/words/word.ts'
import type { Picture } from '#db/words/rows.ts'

/** Dots along one side. */
const longestSide = 8000
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Values per dot of each PNG colour type that there is, with the bits that one may have. */
const pngColours: Readonly<Record<number, { values: number; bits: readonly number[] }>> = {
  0: { values: 1, bits: [1, 2, 4, 8] },
  2: { values: 3, bits: [8] },
  3: { values: 1, bits: [1, 2, 4, 8] },
  4: { values: 2, bits: [8] },
  6: { values: 4, bits: [8] },
}

/** @param base64 as the contract carries it. @returns the picture, or what is the matter with it. */
export function readPicture(base64: string): Picture | FieldProblem {
  if (base64.length > (largestPicture * 4) / 3 + 4) return 'picture_large'
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > largestPicture) return 'picture_large'
  if (isPng(bytes)) return { bytes, type: 'png' }
  return isJpeg(bytes) ? { bytes, type: 'jpeg' } : 'picture_kind'
}

/** A whole PNG of a plain kind: 8 bits a value at most, not interlaced, every dot there. */
function isPng(bytes: Buffer): boolean {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngStart)) return false
  const data: Buffer[] = []
  let palette = false
  let ended = false
  for (let at = 8; at + 12 <= bytes.length && !ended;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (at === 8 && name !== 'IHDR') return false
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, end))
    palette ||= name === 'PLTE'
    ended = name === 'IEND'
    at = end + 4
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [bits = 0, colour = 0] = bytes.subarray(24, 26)
  const kind = pngColours[colour]
  const isPlain = kind !== undefined && kind.bits.includes(bits) && bytes[28] === 0
  if (!ended || !isPlain || !isSize(width, height) || (colour === 3 && !palette)) return false
  const expected = height * (1 + Math.ceil((width * kind.values * bits) / 8))
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: expected + 1 }).length === expected
  } catch {
    return false
  }
}

/** A JPEG in grey or colours of light; one in colours of print would come out wrong. */
function isJpeg(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.readUInt16BE(0) !== 0xffd8) return false
  for (let at = 2; at + 10 <= bytes.length;) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xc2) {
      const values = bytes[at + 9] ?? 0
      return (
        bytes[at + 4] === 8 &&
        isSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)) &&
        (values === 1 || values === 3) &&
        bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at
      )
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

const isSize = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= longestSide && height <= longestSide
