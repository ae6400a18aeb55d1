import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, `width` by `height` dots; with `alpha` half of it shows through. */
export function aPng(width = 40, height = 30, { alpha = false, interlaced = false } = {}): Buffer {
  const values = alpha ? 4 : 3
  const row = Buffer.alloc(1 + width * values, 120)
  row[0] = 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, alpha ? 6 : 2, 0, 0, interlaced ? 1 : 0], 8)
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const dots = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))])
}

/** The smallest JPEG there is: one grey dot (the bytes follow ITU T.81). */
export function aJpeg(): Buffer {
  return Buffer.from(
    'ffd8ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9',
    'hex',
  )
}
