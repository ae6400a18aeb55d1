import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The trace of recorder.c, read as what happened to files and names. The numbers are the ones in recorder.c. */
export const kinds = {
  open: 1,
  close: 2,
  write: 3,
  truncate: 4,
  sync: 5,
  rename: 6,
  unlink: 7,
  mkdir: 8,
  mark: 9,
  read: 10,
} as const

const headBytes = 24
const createFlag = 0o100
const truncateFlag = 0o1000

export interface Line {
  readonly kind: number
  readonly fd: number
  readonly number: number
  readonly first: Buffer
  readonly second: Buffer
}

/** A file by what it is, whatever its name; 0 is none. */
export type FileId = number

/** Everything that a power cut can leave undone, in the order in which the program asked for it. */
export type Change =
  | { readonly kind: 'write'; readonly file: FileId; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: FileId; readonly size: number }
  | { readonly kind: 'sync'; readonly file: FileId }
  | { readonly kind: 'syncFolder'; readonly folder: string }
  /** One step that gives names to files, or takes them away; all of it or nothing of it. */
  | { readonly kind: 'names'; readonly set: readonly (readonly [path: string, file: FileId])[] }
  | { readonly kind: 'folder'; readonly path: string }
  /** What the program said; not a change. */
  | { readonly kind: 'mark'; readonly text: string }

export function readLines(file: string): Line[] {
  const bytes = readFileSync(file)
  const lines: Line[] = []
  for (let at = 0; at < bytes.length;) {
    const first = bytes.readUInt32LE(at + 16)
    const second = bytes.readUInt32LE(at + 20)
    const data = at + headBytes
    lines.push({
      kind: bytes.readUInt32LE(at),
      fd: bytes.readInt32LE(at + 4),
      number: Number(bytes.readBigUInt64LE(at + 8)),
      first: bytes.subarray(data, data + first),
      second: bytes.subarray(data + first, data + first + second),
    })
    at = data + first + second
  }
  return lines
}

/** What is on the disk before the recording: names to files, and what these hold. */
export interface Disk {
  readonly names: ReadonlyMap<string, FileId>
  readonly files: ReadonlyMap<FileId, Buffer>
  readonly folders: ReadonlySet<string>
}

/**
 * @throws Error when the trace speaks of a file that it never saw opened: then the recorder missed something, and
 * nothing can be proved with it.
 */
export function readChanges(lines: readonly Line[], before: Disk): Change[] {
  const names = new Map(before.names)
  const folders = new Set(before.folders)
  const open = new Map<number, { file: FileId } | { folder: string }>()
  let last = Math.max(0, ...before.files.keys())
  const changes: Change[] = []

  const fileOf = (fd: number): FileId => {
    const what = open.get(fd)
    if (what === undefined || !('file' in what))
      throw new Error(`the trace writes to ${fd}, not an open file`)
    return what.file
  }
  const give = (set: [string, FileId][]) => {
    for (const [path, file] of set)
      if (file === 0) names.delete(path)
      else names.set(path, file)
    changes.push({ kind: 'names', set })
  }

  for (const { kind, fd, number, first, second } of lines) {
    const path = first.toString()
    switch (kind) {
      case kinds.open: {
        if (folders.has(path)) {
          open.set(fd, { folder: path })
          break
        }
        let file = names.get(path)
        if (file === undefined) {
          if ((number & createFlag) === 0) throw new Error(`the trace opens ${path}, which it never saw made`)
          file = last += 1
          give([[path, file]])
        } else if ((number & truncateFlag) !== 0) changes.push({ kind: 'truncate', file, size: 0 })
        open.set(fd, { file })
        break
      }
      case kinds.close:
        open.delete(fd)
        break
      case kinds.write:
        changes.push({ kind: 'write', file: fileOf(fd), offset: number, data: first })
        break
      case kinds.truncate:
        changes.push({ kind: 'truncate', file: fileOf(fd), size: number })
        break
      case kinds.sync: {
        const what = open.get(fd)
        if (what === undefined) throw new Error(`the trace flushes ${fd}, which is not open`)
        changes.push('file' in what ? { kind: 'sync', file: what.file } : { kind: 'syncFolder', ...what })
        break
      }
      case kinds.rename: {
        const to = second.toString()
        const file = names.get(path)
        if (file !== undefined)
          give([
            [path, 0],
            [to, file],
          ])
        else if (folders.delete(path)) give(renameFolder(path, to, names, folders, changes))
        else throw new Error(`the trace renames ${path}, which it never saw made`)
        break
      }
      case kinds.unlink:
        if (names.has(path)) give([[path, 0]])
        else folders.delete(path)
        break
      case kinds.mkdir:
        folders.add(path)
        changes.push({ kind: 'folder', path })
        break
      case kinds.mark:
        changes.push({ kind: 'mark', text: path })
        break
      default:
        throw new Error(`unknown line ${kind} in the trace`)
    }
  }
  return changes
}

function renameFolder(
  from: string,
  to: string,
  names: ReadonlyMap<string, FileId>,
  folders: Set<string>,
  changes: Change[],
): [string, FileId][] {
  for (const folder of [from, ...folders].filter((path) => path === from || path.startsWith(`${from}/`))) {
    folders.delete(folder)
    folders.add(to + folder.slice(from.length))
    changes.push({ kind: 'folder', path: to + folder.slice(from.length) })
  }
  return [...names]
    .filter(([path]) => path.startsWith(`${from}/`))
    .flatMap(([path, file]) => [
      [path, 0],
      [to + path.slice(from.length), file],
    ])
}

/** The folders whose entries a change of names touches. */
export function foldersOf(set: readonly (readonly [path: string, file: FileId])[]): Set<string> {
  return new Set(set.map(([path]) => dirname(path)))
}
