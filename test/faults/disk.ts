import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Chance } from './random.ts'
import { foldersOf, type Change, type Disk, type FileId } from './trace.ts'

/**
 * A disk under which the power can go. Writes reach it for certain only when their file was flushed; of the others
 * any part may, in any order, down to single sectors.
 *
 * Names:
 * - `harsh`: a new, changed or removed name is there for certain only after its folder was flushed; of the others
 *   any may be, in any order. As POSIX promises it, and worse than any disk with a journal.
 * - `windows`: there is no flushing of folders. Names change in the order of asking, and flushing a file also
 *   makes certain how it is called (NTFS keeps one log for all names).
 * Folders, once made, stay in both.
 */
export type Model = 'harsh' | 'windows'

const sector = 512

interface NameChange {
  readonly at: number
  readonly set: readonly (readonly [path: string, file: FileId])[]
  /** Folders that were not flushed since. */
  readonly folders: Set<string>
}
type Pending = Extract<Change, { kind: 'write' | 'truncate' }>

/** The bytes of one file; writing behind its end fills up with zeros. */
class Content {
  bytes: Buffer
  size: number

  constructor(bytes: Buffer) {
    this.bytes = Buffer.from(bytes)
    this.size = bytes.length
  }

  apply(change: Pending): void {
    if (change.kind === 'truncate') this.#resize(change.size)
    else this.put(change.offset, change.data)
  }

  put(offset: number, data: Buffer): void {
    if (offset + data.length > this.size) this.#resize(offset + data.length)
    data.copy(this.bytes, offset)
  }

  #resize(size: number): void {
    if (size > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(size, this.bytes.length * 2, 4096))
      this.bytes.copy(larger, 0, 0, this.size)
      this.bytes = larger
    }
    if (size < this.size) this.bytes.fill(0, size, this.size)
    this.size = size
  }

  all(): Buffer {
    return this.bytes.subarray(0, this.size)
  }
}

export class FragileDisk {
  readonly #model: Model
  readonly #files = new Map<FileId, Content>()
  readonly #names: Map<string, FileId>
  readonly #pending = new Map<FileId, Pending[]>()
  #pendingNames: NameChange[] = []
  /** Which change gave each name its file last: an older one, made certain later, must not undo it. */
  readonly #since = new Map<string, number>()
  readonly #folders: Set<string>
  #at = 0

  constructor(before: Disk, model: Model) {
    this.#model = model
    for (const [file, bytes] of before.files) this.#files.set(file, new Content(bytes))
    this.#names = new Map(before.names)
    this.#folders = new Set(before.folders)
  }

  /** The program asks for the next change. */
  take(change: Change): void {
    this.#at += 1
    switch (change.kind) {
      case 'write':
      case 'truncate': {
        const list = this.#pending.get(change.file)
        if (list) list.push(change)
        else this.#pending.set(change.file, [change])
        return
      }
      case 'sync':
        this.#flush(change.file)
        if (this.#model === 'windows') {
          const last = this.#pendingNames.findLastIndex(({ set }) =>
            set.some(([, file]) => file === change.file),
          )
          for (const names of this.#pendingNames.splice(0, last + 1))
            this.#name(this.#names, this.#since, names)
        }
        return
      case 'syncFolder':
        if (this.#model === 'windows') return
        for (const { folders } of this.#pendingNames) folders.delete(change.folder)
        for (const names of this.#pendingNames)
          if (names.folders.size === 0) this.#name(this.#names, this.#since, names)
        this.#pendingNames = this.#pendingNames.filter(({ folders }) => folders.size > 0)
        return
      case 'names':
        this.#pendingNames.push({ at: this.#at, set: change.set, folders: foldersOf(change.set) })
        return
      case 'folder':
        this.#folders.add(change.path)
        return
      case 'mark':
    }
  }

  #flush(file: FileId): void {
    const content = this.#files.get(file) ?? new Content(Buffer.alloc(0))
    this.#files.set(file, content)
    for (const change of this.#pending.get(file) ?? []) content.apply(change)
    this.#pending.delete(file)
  }

  #name(names: Map<string, FileId>, since: Map<string, number>, { at, set }: NameChange): void {
    for (const [path, file] of set) {
      if ((since.get(path) ?? -1) > at) continue
      since.set(path, at)
      if (file === 0) names.delete(path)
      else names.set(path, file)
    }
  }

  /** The power goes: what is found afterwards. The disk itself goes on as if it had not. */
  cut(chance: Chance): {
    names: Map<string, FileId>
    content: (file: FileId) => Buffer
    folders: Set<string>
  } {
    const names = new Map(this.#names)
    const since = new Map(this.#since)
    for (const change of this.#survivingNames(chance)) this.#name(names, since, change)
    const way = chance.pick(['none', 'all', 'first', 'some', 'torn', 'torn'] as const)
    const survived = new Map<FileId, Buffer>()
    for (const [file, changes] of this.#pending) {
      const content = new Content(this.#files.get(file)?.all() ?? Buffer.alloc(0))
      survive(content, changes, way, chance)
      survived.set(file, content.all())
    }
    const content = (file: FileId) => survived.get(file) ?? this.#files.get(file)?.all() ?? Buffer.alloc(0)
    return { names, content, folders: this.#folders }
  }

  #survivingNames(chance: Chance): NameChange[] {
    const all = this.#pendingNames
    if (this.#model === 'windows') return all.slice(0, chance.below(all.length + 1))
    const way = chance.pick(['none', 'all', 'first', 'some'] as const)
    if (way === 'none') return []
    if (way === 'all') return all
    return way === 'first'
      ? all.slice(0, chance.below(all.length + 1))
      : all.filter(() => chance.below(2) === 0)
  }
}

function survive(
  content: Content,
  changes: readonly Pending[],
  way: 'none' | 'all' | 'first' | 'some' | 'torn',
  chance: Chance,
): void {
  const until = way === 'first' ? chance.below(changes.length + 1) : changes.length
  for (const change of changes.slice(0, until)) {
    if (way === 'none') return
    if (way === 'all' || way === 'first') content.apply(change)
    else if (way === 'some' || change.kind === 'truncate') {
      if (chance.below(2) === 0) content.apply(change)
    } else {
      // Sectors end where those of the disk do, not where the write began.
      for (let from = 0; from < change.data.length;) {
        const to = Math.min(change.data.length, from + sector - ((change.offset + from) % sector))
        if (chance.below(2) === 0) content.put(change.offset + from, change.data.subarray(from, to))
        from = to
      }
    }
  }
}

/** Everything under a folder. */
export function readDisk(root: string): Disk {
  const names = new Map<string, FileId>()
  const files = new Map<FileId, Buffer>()
  const folders = new Set([root])
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) folders.add(path)
    else {
      names.set(path, names.size + 1)
      files.set(names.size, readFileSync(path))
    }
  }
  return { names, files, folders }
}

/** Puts what was found after a cut into a folder of its own; texts that name the old folder name the new one. */
export function writeDisk(found: ReturnType<FragileDisk['cut']>, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  for (const folder of found.folders) mkdirSync(to + folder.slice(from.length), { recursive: true })
  for (const [path, file] of found.names) {
    const target = to + path.slice(from.length)
    const bytes = found.content(file)
    mkdirSync(dirname(target), { recursive: true })
    const isText = bytes.length < 64 * 1024 && bytes.includes(from)
    writeFileSync(target, isText ? bytes.toString('latin1').replaceAll(from, to) : bytes, 'latin1')
  }
}
