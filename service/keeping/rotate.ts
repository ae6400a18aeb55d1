import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Staff } from '#core/api/app.ts'
import { openDrafts } from '#db/drafts/drafts.ts'
import { CommandError } from '#db/errors.ts'
import { writeError } from '#db/file-errors.ts'
import { sealCode, wrapKey, type WrappedKey } from '#db/keys/keyring.ts'
import { dataKey, keyId } from '#db/keys/recovery-code.ts'
import { buildRekeyed } from '#db/keys/rekey.ts'
import { listStaff, readOffice } from '#db/office/queries.ts'
import { closeDb, openLive, readMeta } from '#db/open.ts'
import { Access } from '../access.ts'
import { removeDatabase, writePlace, type Place } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'
import { Snapshots } from './snapshots.ts'
import { openStage, swapIn } from './swap.ts'

/**
 * Puts the office under another code. A new live file is built and checked beside the old one, with a keyring that
 * holds who does this, and takes its place in one step; the old file moves aside. Drafts go along. Copies that were
 * made before stay as they are: they open with the code of their time.
 *
 * Afterwards the same person is signed in, and the visible file is of the new code as far as it could be written.
 * When it fails everything is as it was, with the same person signed in as far as that can be.
 * Only in turn, in an opened office. @throws OfficeFileError, CommandError.
 * @returns who works here and has no password any more.
 */
export async function rotate(
  door: DeskDoor,
  { code, password }: { code: string; password: string },
): Promise<{ id: number; name: string }[]> {
  const open = door.opened()
  if (open === null) throw new CommandError('LOCKED')
  const { staff } = open
  const { passwordCost } = door
  const oldKeyId = readMeta(open.db).keyId
  const oldKey = Buffer.from(open.key) // closing wipes the other
  const newKey = dataKey(code)
  try {
    const wrapped = await wrapKey(password, newKey, passwordCost === undefined ? {} : { n: passwordCost })
    await door.closeOffice()
    let failure: unknown = null
    try {
      await buildSet(door, { code, staff, wrapped, oldKeyId, oldKey, newKey })
      await swapIn(door.files, door.clock.stamp(), door.ops)
    } catch (error) {
      failure = error
    }
    // A swap that was cut off in its last steps is finished by looking: then the new code is the one.
    await door.look()
    const isNew = door.access()?.keyId === keyId(code)
    const isOpen = reopened(door, isNew ? newKey : oldKey, staff.id)
    if (!isNew) throw writeError(failure ?? new Error('The new set did not come in'), door.files.dir)
    if (!isOpen) return []
    removeDatabase(door.files.drafts(oldKeyId))
    const renewed = door.opened()
    await renewed?.publisher.flush()
    return (renewed === null ? [] : listStaff(renewed.db))
      .filter(({ id, active }) => active && id !== staff.id)
      .map(({ id, name }) => ({ id, name }))
  } finally {
    oldKey.fill(0)
    newKey.fill(0)
  }
}

interface Renewal {
  readonly code: string
  readonly staff: Staff
  readonly wrapped: WrappedKey
  readonly oldKeyId: string
  readonly oldKey: Buffer
  readonly newKey: Buffer
}

/** The new set of files, finished, where `swapIn` takes it from; and beside it the drafts under the new code. */
async function buildSet(door: DeskDoor, renewal: Renewal): Promise<void> {
  const { code, staff, wrapped, oldKeyId, oldKey, newKey } = renewal
  const { files, host, clock, version, ops } = door
  const [access, place] = [door.access(), door.place()]
  if (access === null || place === null) throw new CommandError('NOT_SET_UP')
  const now = clock.now()
  const stage = openStage(files, ops)
  const db = openLive({ file: files.live, key: oldKey, appVersion: version })
  try {
    await new Snapshots(files, clock).make(db, oldKey, 'before_code', ops)
    buildRekeyed(db, {
      file: join(stage, basename(files.live)),
      oldKey,
      newKey,
      newKeyId: keyId(code),
      head: { command: 'access.finishRotate', staffId: staff.id, at: now },
      ops,
    })
    await Access.create(join(stage, basename(files.keyring)), host, {
      keyId: keyId(code),
      dbUuid: readMeta(db).dbUuid,
      officeName: readOffice(db).name,
      folder: access.folder,
      code: sealCode(code, newKey),
      staff: [{ id: staff.id, name: staff.name, wrapped }],
    })
  } finally {
    closeDb(db)
  }
  // What an earlier restore could take back is of the old code: it stays aside, and is not offered any more.
  const { restored: _restored, ...kept } = place
  const renewedPlace: Place = { ...kept, code: { keyId: keyId(code), madeAt: now, checkedAt: null } }
  writePlace(join(stage, basename(files.place)), renewedPlace, ops)
  carryDrafts(door, [files.drafts(oldKeyId), oldKey], [files.drafts(keyId(code)), newKey])
}

type Keyed = readonly [file: string, key: Buffer]

function carryDrafts({ ops }: DeskDoor, [from, oldKey]: Keyed, [to, newKey]: Keyed): void {
  removeDatabase(to)
  if (!existsSync(from)) return
  const old = openDrafts({ file: from, key: oldKey, ops })
  try {
    openDrafts({ file: to, key: newKey, drafts: old.all(), ops }).close()
  } finally {
    old.close()
  }
}

function reopened(door: DeskDoor, key: Buffer, staffId: number): boolean {
  try {
    return door.openOffice(Buffer.from(key), staffId)
  } catch {
    return false // the lock screen tells what is wrong
  }
}
