import type { Staff } from '#core/api/app.ts'
import type { WritableDb } from '#db/database.ts'
import { runCommand, undoChangeSet } from '#db/history/commands.ts'
import type { OfficeContext } from '../context.ts'
import type { HostServices } from '../host.ts'
import { draftsWhenNeeded } from '../open-office.ts'

/** The office as it was on another day, for features that are to do the work of that day. */
export function contextOn(db: WritableDb, staff: Staff, today: string): OfficeContext {
  const now = `${today}T09:00:00Z`
  return {
    db,
    staff,
    drafts: noDrafts,
    host: noHost,
    today,
    now,
    command: (command, fn) => runCommand(db, { command, staffId: staff.id, at: now }, fn),
    undo: (changeSetId) => undoChangeSet(db, { staffId: staff.id, at: now, changeSetId }),
    access: {
      has: () => false,
      prepare: () => Promise.reject(new Error('nobody gets a password here')),
      isPassword: () => Promise.resolve(false),
      remove: () => Promise.resolve(),
      rename: () => Promise.resolve(),
    },
  }
}

/** Nobody types here. */
const noDrafts = draftsWhenNeeded(() => {
  throw new Error('there are no drafts here')
})

/** Nothing around the program: no store for secrets, no dialogs, nothing to open a document with. */
export const noHost: HostServices = {
  seal: () => Promise.resolve(null),
  unseal: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  canChooseFolder: false,
  openDocument: () => Promise.resolve({ path: null, url: null }),
}
