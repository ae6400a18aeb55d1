import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Inputs, Outputs } from '#core/api/contract.ts'
import type { CopyContent, CopySource, Lack } from '#core/api/keeping.ts'
import { readContent, type OfficeContent } from '#db/copies/content.ts'
import { lackOf, readHoldings, type Holdings } from '#db/copies/holdings.ts'
import { inspectCopy, type Inspected } from '#db/copies/inspect.ts'
import { CommandError } from '#db/errors.ts'
import type { Keyring } from '#db/keys/keyring.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { invalid } from '../features/invalid.ts'
import { visibleFileName } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'
import { isLeft } from './lines.ts'
import { keyIdInName, Snapshots } from './snapshots.ts'
import { isChangedByOthers } from './visible-file.ts'

/** What is in an office, and its rows to compare with those of another. */
interface Held {
  readonly content: OfficeContent
  readonly holdings: Holdings | null
}

/** The restore wizard's eyes: what there is, what is in it, and what would change. Looking changes nothing. */
export class Inspection {
  readonly #door: DeskDoor
  readonly #snapshots: Snapshots

  constructor(door: DeskDoor) {
    this.#door = door
    this.#snapshots = new Snapshots(door.files, door.clock)
  }

  offered(): Outputs['restore']['offered'] {
    const place = this.#door.place()
    const restored = place?.restored
    const undoable =
      restored !== undefined && existsSync(join(this.#door.files.aside, restored.aside, 'live.db'))
    return {
      snapshots: this.#snapshots.list().map(({ id, madeAt, bytes }) => ({ id, madeAt, bytes })),
      visibleChanged: place !== null && isChangedByOthers(this.folder(), place),
      undoable: undoable ? { at: restored.at } : null,
      best: this.#best(),
    }
  }

  /** Of this office, with most in it, where the live file cannot be read but its key is known. */
  #best(): Outputs['restore']['offered']['best'] {
    const key = this.#door.rescueKey()
    if (key === null) return null
    const sources: CopySource[] = [
      { kind: 'visible' },
      ...this.#snapshots.list().map(({ id }) => ({ kind: 'snapshot' as const, id })),
    ]
    let best: { source: CopySource; content: OfficeContent } | null = null
    for (const source of sources) {
      const seen = this.look(this.pathOf(source), [key])
      if (seen.cause !== 'good' || !this.#isSameOffice(seen.content)) continue
      if (best === null || this.#isBetter(seen.content, best.content))
        best = { source, content: seen.content }
      // Snapshots come newest first; an older one than a good one has no more in it.
      if (source.kind === 'snapshot' && !isLeft(seen.content, this.#door.place()?.left)) break
    }
    if (best === null) return null
    return { source: best.source, content: this.#shown(best.content), missing: this.#lostSince(best.content) }
  }

  /** More of the work that was not left. */
  #isBetter(one: OfficeContent, other: OfficeContent): boolean {
    const left = this.#door.place()?.left
    const [a, b] = [isLeft(one, left), isLeft(other, left)]
    return a === b ? one.commitSeq > other.commitSeq : b
  }

  /** @throws CommandError NOT_FOUND for a snapshot that is not there. */
  pathOf(source: CopySource): string {
    if (source.kind === 'visible') return join(this.folder(), visibleFileName)
    if (source.kind === 'file') return resolve(source.path)
    if (!this.#snapshots.has(source.id)) throw new CommandError('NOT_FOUND')
    return this.#snapshots.path(source.id)
  }

  /** Where the visible file of this PC stands, or would. */
  folder(): string {
    return this.#door.access()?.folder ?? this.#door.place()?.folder ?? this.#door.suggestedFolder
  }

  look(file: string, keys: readonly Buffer[], withHoldings = false): Inspected {
    return inspectCopy({ file, keys, scratch: this.#door.files.dir, withHoldings })
  }

  /** The keys that may be tried: of the code that was typed, of who is signed in, of a live file that is damaged. */
  keys(typedCode: string | null): Buffer[] {
    const keys: Buffer[] = []
    if (typedCode !== null && typedCode.trim() !== '') {
      const parsed = parseCode(typedCode)
      if (!parsed.ok) throw invalid('typedCode', parsed.problem)
      keys.push(dataKey(parsed.value))
    }
    const open = this.#door.opened()
    const rescue = this.#door.rescueKey()
    if (open !== null) keys.push(open.key)
    if (rescue !== null) keys.push(rescue)
    return keys
  }

  /** @throws CommandError INVALID, NOT_FOUND. */
  inspect({ source, typedCode }: Inputs['restore']['inspect']): Outputs['restore']['inspect'] {
    const keys = this.keys(typedCode)
    const path = this.pathOf(source)
    const seen = this.look(path, keys, true)
    const good = seen.cause === 'good' ? seen : null
    const now = good === null ? null : this.#now(keys)
    const named = keyIdInName(basename(path))
    return {
      cause: seen.cause,
      path,
      bytes: seen.bytes,
      keyId:
        good?.content.keyId ??
        named ??
        (source.kind === 'visible' ? (this.#door.access()?.keyId ?? null) : null),
      version: seen.cause === 'good' ? null : seen.version,
      content: good && this.#shown(good.content),
      now: now && this.#shown(now.content),
      ...(good === null ? { missing: null, extra: null } : this.#difference(good, now)),
      needsPassword: good !== null && this.slots(good.content).length === 0,
    }
  }

  /** What the office of this PC holds; null when it cannot be read with these keys. */
  #now(keys: readonly Buffer[]): Held | null {
    const open = this.#door.opened()
    if (open !== null) return { content: readContent(open.db), holdings: readHoldings(open.db) }
    const seen = this.look(this.#door.files.live, keys, true)
    return seen.cause === 'good' ? seen : null
  }

  #shown(content: OfficeContent): CopyContent {
    const { officeName, practice, counts, lastChangeAt, commitSeq, staff } = content
    return {
      officeName,
      practice,
      lastChangeAt,
      commitSeq,
      sameOffice: this.#isSameOffice(content),
      ...counts,
      staff: staff.map(({ id, name }) => ({ id, name })),
    }
  }

  #isSameOffice({ dbUuid }: OfficeContent): boolean {
    const open = this.#door.opened()
    const mine = open === null ? this.#door.access()?.dbUuid : readContent(open.db).dbUuid
    return mine === dbUuid
  }

  #difference(copy: Held, now: Held | null): { missing: Lack | null; extra: Lack | null } {
    if (!this.#isSameOffice(copy.content)) return { missing: null, extra: null }
    if (now === null) return { missing: this.#lostSince(copy.content), extra: null }
    if (copy.holdings === null || now.holdings === null) return { missing: null, extra: null }
    return {
      missing: lackOf(copy.holdings, now.holdings),
      extra: lackOf(now.holdings, copy.holdings),
    }
  }

  /** What was there at the last publish and is not in this copy, as far as numbers tell. */
  #lostSince(copy: OfficeContent): Lack | null {
    const last = this.#door.place()?.last
    // Of work that was left, numbers tell nothing.
    const unknown = !this.#isSameOffice(copy) || isLeft(copy, this.#door.place()?.left)
    if (unknown || last === undefined) return null
    const { participants, notes, attendance, letters } = last
    const more = (was: number | undefined, is: number) => Math.max(0, (was ?? is) - is)
    return {
      participants: more(participants, copy.counts.participants),
      notes: more(notes, copy.counts.notes),
      attendance: more(attendance, copy.counts.attendance),
      letters: more(letters, copy.counts.letters),
      commands: more(last.commitSeq, copy.commitSeq),
    }
  }

  /** Who of this PC can open that copy with the password they have. */
  slots({ keyId, dbUuid, staff }: OfficeContent): Keyring['staff'] {
    const keyring = this.#door.access()?.keyring
    if (keyring === undefined || keyring.keyId !== keyId || keyring.dbUuid !== dbUuid) return []
    return keyring.staff.flatMap((slot) => {
      const there = staff.find(({ id }) => id === slot.id)
      return there === undefined ? [] : [{ ...slot, name: there.name }]
    })
  }
}
