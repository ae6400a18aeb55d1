import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { CommandError } from '#db/errors.ts'
import { visibleFileName } from './sidecar.ts'

/**
 * Looks whether the office's file can stand in `folder`, by really writing there. A folder that is not there yet
 * is made for the test and taken away again.
 * @returns the folder as a full path, and whether it was there.
 * @throws CommandError FOLDER_NOT_WRITABLE with the path; NOT_OUR_FILE when an office's file stands there.
 */
export function checkFolder(folder: string, profileDir: string): { folder: string; exists: boolean } {
  const found = checkWritable(folder, profileDir)
  const visible = join(found.folder, visibleFileName)
  if (existsSync(visible)) throw new CommandError('NOT_OUR_FILE', { path: visible })
  return found
}

/** The same, whatever stands there. @throws CommandError FOLDER_NOT_WRITABLE with the path. */
export function checkWritable(folder: string, profileDir: string): { folder: string; exists: boolean } {
  const path = folder.trim()
  if (path === '' || !isAbsolute(path) || isInside(resolve(path), resolve(profileDir)))
    throw new CommandError('FOLDER_NOT_WRITABLE', { path })
  const full = resolve(path)
  const exists = existsSync(full)
  let made: string | undefined
  try {
    made = mkdirSync(full, { recursive: true })
    if (!statSync(full).isDirectory() || isInside(realpathSync(full), realpathSync(profileDir)))
      throw new CommandError('FOLDER_NOT_WRITABLE', { path: full })
    probe(full)
  } catch {
    throw new CommandError('FOLDER_NOT_WRITABLE', { path: full })
  } finally {
    if (made !== undefined) removeEmpty(full, made)
  }
  return { folder: full, exists }
}

/** Whether `path` is `dir` or somewhere in it. */
export function isInside(path: string, dir: string): boolean {
  const way = relative(dir, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function probe(folder: string): void {
  const file = join(folder, `.trajectboek-${randomUUID()}.tmp`)
  try {
    const handle = openSync(file, 'wx', 0o600)
    try {
      writeSync(handle, 'Trajectboek')
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } finally {
    rmSync(file, { force: true })
  }
}

/** Removes the folders from `deepest` up to `first`, only while they are empty. */
export function removeEmpty(deepest: string, first: string): void {
  for (let path = deepest; ; path = dirname(path)) {
    try {
      rmdirSync(path)
    } catch {
      return
    }
    if (path === first || path === dirname(path)) return
  }
}
