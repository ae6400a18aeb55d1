import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Inputs } from '#core/api/contract.ts'
import { buildLive } from '#db/copies/build-live.ts'
import type { OfficeContent } from '#db/copies/content.ts'
import type { Inspected } from '#db/copies/inspect.ts'
import { OfficeFileError } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { keyringText, sealCode, wrapKey, writeKeyring, type Keyring } from '#db/keys/keyring.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { closeDb, openCopy, openLive } from '#db/open.ts'
import { invalid } from '../features/invalid.ts'
import { shortestPassword } from '../features/settings.ts'
import { checkWritable } from '../folder.ts'
import { readPlace, visibleFileName, writePlace, type Place } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'
import type { Inspection } from './inspection.ts'
import { leftBy, leftByUndo } from './lines.ts'
import { Snapshots } from './snapshots.ts'
import { openStage, setNames, swapIn } from './swap.ts'
import { fingerprint, isChangedByOthers, moveFoundFile, notOurs } from './visible-file.ts'

type Apply = Inputs['restore']['apply']
type Good = Extract<Inspected, { cause: 'good' }>

/**
 * The restore wizard's hands: puts a copy in the place of the office of this PC, and takes that back. The old
 * office is never written over: it moves aside as a whole.
 */
export class Restore {
  readonly #door: DeskDoor
  readonly #inspection: Inspection
  readonly #snapshots: Snapshots

  constructor(door: DeskDoor, inspection: Inspection) {
    this.#door = door
    this.#inspection = inspection
    this.#snapshots = new Snapshots(door.files, door.clock)
  }

  /**
   * See the contract. @throws CommandError INVALID, WRONG_CODE, FOLDER_NOT_WRITABLE; OfficeFileError by cause. Until
   * the last step nothing has changed; after it the new office stands, or the old one.
   */
  apply(input: Apply): Promise<{ asideFolder: string }> {
    return this.#door.inTurn(async () => {
      const { files, ops, version } = this.#door
      const keys = this.#inspection.keys(input.typedCode)
      const source = this.#inspection.pathOf(input.source)
      const seen = this.#inspection.look(source, keys)
      if (seen.cause !== 'good') throw refusal(seen, source)
      this.#checkPassword(seen, input)
      const folder = this.#newFolder(input.folder)
      const stage = openStage(files, ops)
      const target = join(stage, basename(files.live))
      const content = await buildLive({ source, target, key: seen.key, appVersion: version, ops })
      await this.#stageKeyring(stage, content, seen.key, folder, input)
      const aside = await this.#swap(keys, () => this.#newPlace(content, folder, source))
      return { asideFolder: join(files.aside, aside) }
    })
  }

  #checkPassword(seen: Good, { staff }: Apply): void {
    if (staff === null) {
      if (this.#inspection.slots(seen.content).length === 0) throw invalid('staff.password', 'required')
      return
    }
    if (!seen.content.staff.some(({ id }) => id === staff.id)) throw new CommandError('NOT_FOUND')
    if (staff.password.length < shortestPassword) throw invalid('staff.password', 'password_too_short')
  }

  /** Where the visible file will stand: where it stood, or on a new PC where somebody chose. */
  #newFolder(chosen: string | null): string {
    const known = this.#door.access()?.folder ?? this.#door.place()?.folder
    if (known !== undefined) return known
    return checkWritable(chosen ?? this.#door.suggestedFolder, this.#door.files.dir).folder
  }

  async #stageKeyring(
    stage: string,
    content: OfficeContent,
    key: Buffer,
    folder: string,
    input: Apply,
  ): Promise<void> {
    const { host, passwordCost, files, ops } = this.#door
    const before = this.#door.access()?.keyring
    let staff = this.#inspection.slots(content)
    const parsed = input.typedCode === null ? null : parseCode(input.typedCode)
    const code = parsed?.ok && dataKey(parsed.value).equals(key) ? parsed.value : null
    // A new password where there is none yet, or by the code from paper: never over that of a colleague.
    const person = content.staff.find(({ id }) => id === input.staff?.id)
    if (input.staff !== null && person !== undefined && (staff.length === 0 || code !== null)) {
      const cost = passwordCost === undefined ? {} : { n: passwordCost }
      const wrapped = await wrapKey(input.staff.password, key, cost)
      staff = [...staff.filter(({ id }) => id !== person.id), { id: person.id, name: person.name, wrapped }]
    }
    const { keyId, dbUuid, officeName } = content
    const sealed = code === null ? before?.keyId === keyId && before.code : sealCode(code, key)
    const keyring: Keyring = {
      keyId,
      dbUuid,
      officeName,
      folder,
      staff,
      ...(sealed ? { code: sealed } : {}),
    }
    const text = await host.seal(keyringText(keyring)).catch(() => null)
    writeKeyring(
      join(stage, basename(files.keyring)),
      text === null ? { plain: keyring } : { sealed: text },
      ops,
    )
  }

  /** What is of this PC stays; what is of the office comes from the copy. */
  #newPlace(content: OfficeContent, folder: string, source: string): Place {
    const before = this.#door.place()
    const { language, practice, commitSeq, counts } = content
    const visible = join(folder, visibleFileName)
    // The visible file is ours to replace when it was, or when what is in it is what comes in now.
    const isOurs = before !== null && !isChangedByOthers(folder, before)
    const stands = existsSync(visible)
    const mayGo = stands && (isOurs || same(fingerprint(visible), fingerprint(source)))
    const { restored: _restored, ...kept } = before ?? {}
    return {
      ...kept,
      version: 1,
      language,
      practice,
      folder,
      published: null,
      ...(mayGo ? { visible: fingerprint(visible) } : stands ? { visible: before?.visible ?? notOurs } : {}),
      last: { at: this.#door.clock.now(), commitSeq, ...counts },
      left: leftBy(content, before?.left, this.#door.clock.now()),
    }
  }

  /**
   * Keeps, closes, moves; afterwards the desk has looked at what stands there.
   * @param placeOf makes the new place file, when the old office is closed and published.
   * @returns the folder in `aside`.
   */
  async #swap(keys: readonly Buffer[], placeOf: () => Place): Promise<string> {
    const { files, ops, clock } = this.#door
    await this.#keepPresent(keys)
    await this.#door.closeOffice()
    try {
      const aside = freeAside(files.aside, clock.stamp())
      // So that this can be taken back: the new office knows where the old one went.
      const restored = existsSync(files.live) ? { restored: { at: clock.now(), aside } } : {}
      writePlace(join(files.incoming, basename(files.place)), { ...placeOf(), ...restored }, ops)
      this.#assertNotInUse()
      await swapIn(files, aside, ops)
      return aside
    } finally {
      await this.#door.look()
    }
  }

  /** A snapshot of the office as it is now, when it can be read: easier to find again than what moves aside. */
  async #keepPresent(keys: readonly Buffer[]): Promise<void> {
    const { files, version, ops } = this.#door
    const open = this.#door.opened()
    if (open !== null) {
      await this.#snapshots.make(open.db, open.key, 'before_restore', ops)
      return
    }
    const seen = this.#inspection.look(files.live, keys)
    if (seen.cause !== 'good') return
    const db = openLive({ file: files.live, key: seen.key, appVersion: version, ops })
    try {
      await this.#snapshots.make(db, seen.key, 'before_restore', ops)
    } finally {
      closeDb(db)
    }
  }

  /** Another program that has the live file open would go on writing in what was moved. */
  #assertNotInUse(): void {
    const { live } = this.#door.files
    if (!existsSync(live)) return
    try {
      openCopy({ file: live, key: Buffer.alloc(32) }).close()
    } catch (error) {
      if (error instanceof OfficeFileError && error.code === 'FILE_IN_USE') throw error
      // Not opening with a key that it does not have is what is expected.
    }
  }

  #asideLive(aside: string): string {
    return join(this.#door.files.aside, aside, 'live.db')
  }

  /** Puts back what the last restore moved aside, as it was. @throws CommandError NOTHING_TO_UNDO; as `apply`. */
  undo(): Promise<void> {
    return this.#door.inTurn(async () => {
      const { files, ops } = this.#door
      const restored = this.#door.place()?.restored
      if (restored === undefined || !existsSync(this.#asideLive(restored.aside)))
        throw new CommandError('NOTHING_TO_UNDO')
      const from = join(files.aside, restored.aside)
      const stage = openStage(files, ops)
      for (const name of setNames)
        if (ops.exists(join(from, name))) await ops.copy(join(from, name), join(stage, name))
      // A copy of the database is another file than the one that this noted; that it ended badly stays true.
      const mark = join(stage, basename(files.openMark))
      if (ops.exists(mark)) ops.write(mark, '')
      const open = this.#door.opened()
      await this.#swap(open === null ? [] : [open.key], () =>
        this.#formerPlace(join(from, basename(files.place))),
      )
    })
  }

  /** The visible file was written since, by the office that goes away now; it is ours all the same. */
  #formerPlace(file: string): Place {
    const present = this.#door.place()
    const former = readPlaceOr(file, present)
    const { visible: _visible, restored: _restored, ...kept } = former
    return {
      ...kept,
      published: null,
      left: leftByUndo(former.left, present?.left, this.#door.clock.now()),
      ...(present?.visible === undefined ? {} : { visible: present.visible }),
      ...(present?.second === undefined ? {} : { second: { ...present.second, commitSeq: null } }),
      ...(present?.auditLater === undefined ? {} : { auditLater: present.auditLater }),
    }
  }

  /** The file that somebody put over the visible one gets another name; then ours is published. */
  async keepOurs(): Promise<{ movedTo: string }> {
    const place = this.#door.place()
    const folder = this.#inspection.folder()
    if (place === null || !isChangedByOthers(folder, place)) throw new CommandError('NOT_FOUND')
    const movedTo = moveFoundFile(folder, this.#door.clock.today(), place.language)
    const open = this.#door.opened()
    open?.publisher.changed()
    await open?.publisher.flush()
    return { movedTo }
  }
}

function same(a: NonNullable<Place['visible']>, b: NonNullable<Place['visible']>): boolean {
  return a.bytes === b.bytes && a.head === b.head
}

function freeAside(folder: string, stamp: string): string {
  let name = stamp
  for (let number = 2; existsSync(join(folder, name)); number += 1) name = `${stamp}-${number}`
  return name
}

function readPlaceOr(file: string, other: Place | null): Place {
  try {
    return readPlace(file)
  } catch (error) {
    if (other === null) throw error
    return other
  }
}

/** Why a file cannot come in, as an error. */
function refusal(seen: Exclude<Inspected, Good>, path: string): Error {
  switch (seen.cause) {
    case 'needs_code':
      return new CommandError('WRONG_CODE')
    case 'damaged':
      return new OfficeFileError('DAMAGED_FILE', path)
    case 'newer_version':
      return new OfficeFileError('NEWER_VERSION', path, { version: seen.version ?? '' })
    case 'not_ours':
    case 'not_a_database':
    case 'empty':
      return new OfficeFileError('NOT_OUR_FILE', path)
    case 'missing':
    case 'unreadable':
      return new OfficeFileError('UNREADABLE_FILE', path)
  }
}
