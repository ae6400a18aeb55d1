import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { chmod, copyFile, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/**
 * Everything that the office's files ask of the file system outside the engine itself. One seam, so that a
 * test can make the n-th call fail and look at what is left.
 */
export interface FileOps {
  exists(path: string): boolean
  /** In bytes. */
  size(path: string): number
  /** Names in a folder. */
  list(folder: string): string[]
  write(path: string, text: string): void
  /** Returns when the content of the file is on the disk itself. */
  sync(path: string): void
  /** The same for the names in a folder, where the platform can: Windows cannot, and needs no such thing. */
  syncFolder(folder: string): void
  /** Puts the file in the place of what was there, in one step. */
  rename(from: string, to: string): void
  remove(path: string): void
  /** With the folders above it; no harm when it is there. */
  makeFolder(path: string): void
  /** A new file with the same bytes, which are on the disk itself when this settles. Beside other work. */
  copy(from: string, to: string): Promise<void>
  /** SHA-256 of the bytes as they are read back, in hex. Beside other work. */
  hash(path: string): Promise<string>
}

const pauses = new Int32Array(new SharedArrayBuffer(4))

/**
 * Puts a small file in the place of the one before. On Windows a virus scanner or indexer that reads either of them
 * keeps that from being done, for a moment: it is tried again for a quarter of a second, as the engine does with its
 * own files. What may be held for longer is renamed with `renameWithPatience`.
 */
export function renameShortly(from: string, to: string, ops: FileOps): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      ops.rename(from, to)
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (attempt === 10 || !/^E(PERM|BUSY|ACCES)$/.test(code)) throw error
      Atomics.wait(pauses, 0, 0, 25)
    }
  }
}

export const nodeFiles: FileOps = {
  exists: existsSync,
  size: (path) => statSync(path).size,
  list: (folder) => readdirSync(folder),
  write: (path, text) => writeFileSync(path, text, { mode: 0o600 }),
  sync(path) {
    // Windows flushes only through a handle that may write.
    const handle = openSync(path, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  },
  syncFolder(folder) {
    if (process.platform === 'win32') return
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  },
  rename: renameSync,
  remove: unlinkSync,
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  async copy(from, to) {
    await copyFile(from, to, constants.COPYFILE_EXCL)
    // A write-protected source gives a write-protected copy, which could not be flushed or replaced.
    await chmod(to, 0o600)
    const handle = await open(to, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async hash(path) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  },
}
