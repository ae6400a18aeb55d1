/** Pages as grey pictures: drawn by poppler, kept as small PNGs of sixteen greys, and compared as an eye does. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { withFile } from '../pdf-tools.ts'

/** One byte a dot: 0 is black, 255 is white. */
export interface Gray {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** Every page, at so many dots an inch. */
export function pagesOf(pdf: Uint8Array, dotsPerInch: number): Gray[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  try {
    withFile(pdf, (file) =>
      execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', file, path.join(folder, 'p')]),
    )
    const files = readdirSync(folder).toSorted((one, other) =>
      one.localeCompare(other, 'en', { numeric: true }),
    )
    return files.map((file) => readPgm(readFileSync(path.join(folder, file))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As it says itself: which one drew the approved pictures is kept beside them. */
export const popplerVersion = (): string =>
  `${/version \S+/u.exec(spawnSync('pdftoppm', ['-v'], { encoding: 'utf8' }).stderr)?.[0] ?? ''}\n`

function readPgm(file: Buffer): Gray {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.toString('latin1', 0, 40)) ?? []
  if (head === '') throw new Error('poppler gave no grey picture')
  return { width: Number(width), height: Number(height), dots: file.subarray(head.length) }
}

/** Two dots a byte. */
export function writePng({ width, height, dots }: Gray): Buffer {
  const row = Math.ceil(width / 2) + 1
  const raw = Buffer.alloc(row * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((dots[y * width + x] ?? 0) / 17)
      const at = y * row + 1 + (x >> 1)
      raw[at] = (raw[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Only what `writePng` writes. */
export function readPng(file: Buffer): Gray {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  if (file.readUInt8(24) !== 4 || file.toString('latin1', 37, 41) !== 'IDAT')
    throw new Error('not a picture of ours')
  const raw = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)))
  const row = Math.ceil(width / 2) + 1
  const dots = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const both = raw[y * row + 1 + (x >> 1)] ?? 0
      dots[y * width + x] = (x % 2 === 0 ? both >> 4 : both & 15) * 17
    }
  return { width, height, dots }
}

export interface Difference {
  /** Of all dots, 0 to 1. */
  readonly share: number
  /** Of the dots of the square that differs most. */
  readonly worst: number
  /** What differs in black on a pale page; null where the pages have another size. */
  readonly picture: Gray | null
}

/** Levels of grey between two dots that an eye tells apart. */
const LEVELS = 48
/** Of the squares in which is counted, so that one word in a page of white is not lost in the sum. In dots. */
const SQUARE = 24

/** Each dot with its neighbours: another version of poppler shifts the edges of letters by a part of a dot. */
export function compare(one: Gray, other: Gray): Difference {
  const { width, height } = one
  if (width !== other.width || height !== other.height) return { share: 1, worst: 1, picture: null }
  const [a, b] = [softened(one), softened(other)]
  const across = Math.ceil(width / SQUARE)
  const squares = new Uint16Array(across * Math.ceil(height / SQUARE))
  const dots = one.dots.map((dot) => 200 + Math.round(dot * 0.2))
  let differing = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) <= LEVELS) continue
      differing += 1
      dots[at] = 0
      const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)
      squares[square] = (squares[square] ?? 0) + 1
    }
  return {
    share: differing / (width * height),
    worst: Math.max(...squares) / (SQUARE * SQUARE),
    picture: { width, height, dots },
  }
}

/** The mean of each dot and the eight around it. */
function softened({ width, height, dots }: Gray): Uint8Array {
  const soft = new Uint8Array(dots.length).fill(255)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0
      for (let dy = -width; dy <= width; dy += width)
        for (let dx = -1; dx <= 1; dx += 1) sum += dots[y * width + x + dy + dx] ?? 0
      soft[y * width + x] = sum / 9
    }
  return soft
}
