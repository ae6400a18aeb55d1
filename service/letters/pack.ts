import { deflateSync } from 'node:zlib'

/**
 * Bytes packed as streams of a PDF are. Most streams of a letter are small, and zlib gives each 16 kB to write in unless
 * it is told: of a batch of letters that is most of the memory.
 */
export const pack = (bytes: Uint8Array): Buffer =>
  deflateSync(bytes, { chunkSize: Math.max(512, Math.ceil(bytes.length / 2)) })
