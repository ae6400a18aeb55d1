import type { Staff } from '#core/api/app.ts'
import { commitSeq } from '#db/check.ts'
import type { WritableDb } from '#db/database.ts'
import { openDrafts, type Drafts } from '#db/drafts/drafts.ts'
import { CommandError } from '#db/errors.ts'
import { runCommand, undoChangeSet } from '#db/history/commands.ts'
import { findStaff, readOffice } from '#db/office/queries.ts'
import { closeDb, readMeta } from '#db/open.ts'
import type { Access } from './access.ts'
import { keptSettled } from './attendance/settled.ts'
import type { Clock } from './clock.ts'
import type { OfficeAccess, OfficeContext } from './context.ts'
import type { HostServices } from './host.ts'
import type { DeskDoor } from './keeping/door.ts'
import { Keeper, type KeeperTimes } from './keeping/keeper.ts'
import { learn } from './keeping/start-up.ts'
import { publishVisible } from './keeping/visible-file.ts'
import { createPublisher, type Publisher, type PublisherTimes } from './publisher.ts'
import { removeFile } from './sidecar.ts'

/** An office with somebody signed in. */
export interface OpenOffice {
  readonly db: WritableDb
  readonly key: Buffer
  /** As it was at sign-in; see `staffNow`. */
  readonly staff: Staff
  readonly drafts: Drafts
  readonly publisher: Publisher
  readonly keeper: Keeper
  /** Ends the streams when the office closes. */
  readonly closing: AbortController
  /** Calls that are not finished. */
  running: number
  idle: (() => void) | null
}

/**
 * Drafts that are opened when somebody types for the first time: a disk that is full, or whatever else keeps that
 * file from being made, must not keep the office closed.
 */
export function draftsWhenNeeded(open: () => Drafts): Drafts {
  let opened: Drafts | null = null
  const drafts = () => (opened ??= open())
  return {
    save: (...draft) => drafts().save(...draft),
    get: (...draft) => drafts().get(...draft),
    clear: (...draft) => drafts().clear(...draft),
    clearAll: (staffId) => drafts().clearAll(staffId),
    list: (staffId) => drafts().list(staffId),
    all: () => drafts().all(),
    close() {
      opened?.close()
      opened = null
    },
  }
}

/**
 * The opened live database with all that goes with it, for one member of staff. Null, and closed again, when this
 * person does not work here (any more). @throws what keeps it from being opened; then the database is closed.
 */
export function openFor(
  door: DeskDoor,
  db: WritableDb,
  key: Buffer,
  staffId: number,
  times: { keeperTimes?: KeeperTimes | undefined; publisherTimes?: PublisherTimes | undefined },
): OpenOffice | null {
  const { files, ops, log } = door
  let staff: Staff | null = null
  try {
    staff = findStaff(db, staffId)
    if (staff?.active !== true) return null
    learn(door, db, key)
    const place = door.place()
    const keeper = new Keeper(door, { db, key }, times.keeperTimes, ops)
    const saves = createPublisher({
      publish: () => publishVisible(door, db, key),
      publishedAt: place?.published?.at ?? null,
      pending: place?.published?.commitSeq !== commitSeq(db),
      log,
      ...(times.publisherTimes ? { times: times.publisherTimes } : {}),
    })
    const changed = () => {
      saves.changed()
      keeper.changed()
    }
    const publisher = { ...saves, changed }
    const file = files.drafts(readMeta(db).keyId)
    const drafts = draftsWhenNeeded(() => openDrafts({ file, key, ops }))
    const atRest = { closing: new AbortController(), running: 0, idle: null }
    return { db, key, staff, drafts, publisher, keeper, ...atRest }
  } catch (error) {
    staff = null
    throw error
  } finally {
    if (staff?.active !== true) {
      closeDb(db)
      removeFile(files.openMark)
    }
  }
}

/** Who is signed in, with the role of this moment. */
export function staffNow({ db, staff }: OpenOffice): Staff {
  return findStaff(db, staff.id) ?? staff
}

/** What one call gets of the opened office. */
export function officeContext(
  open: OpenOffice,
  desk: {
    host: HostServices
    clock: Clock
    access: () => Access | null
    rename: OfficeAccess['rename']
    forget: OfficeAccess['remove']
  },
): OfficeContext {
  const { db, key, drafts, publisher } = open
  const staff = staffNow(open)
  const now = desk.clock.now()
  const access = () => {
    const found = desk.access()
    if (found === null) throw new CommandError('NOT_SET_UP')
    return found
  }
  return {
    db,
    staff,
    drafts,
    host: desk.host,
    today: desk.clock.today(),
    now,
    command(command, fn) {
      const done = runCommand(db, { command, staffId: staff.id, at: now }, fn)
      if (done.changeSetId !== null) publisher.changed()
      return done
    },
    undo(changeSetId) {
      const done = undoChangeSet(db, { staffId: staff.id, at: now, changeSetId, around: keptSettled(db) })
      publisher.changed()
      void desk.rename(readOffice(db))
      return { command: done.command, changeSetId: done.changeSetId }
    },
    access: {
      has: (id) => desk.access()?.people.some((person) => person.id === id) ?? false,
      async prepare(password) {
        const wrapped = await access().wrap(password, key)
        return { put: (person) => access().put(person, wrapped) }
      },
      isPassword: async (password) => {
        const unlocked = await access().unlock(staff.id, password)
        unlocked?.fill(0)
        return unlocked !== null
      },
      remove: desk.forget,
      rename: desk.rename,
    },
  }
}
