import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Office, Staff } from '#core/api/app.ts'
import { runCommand, undoChangeSet } from '#db/history/commands.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { findStaff } from '#db/office/queries.ts'
import { closeDb } from '#db/open.ts'
import type { WritableDb } from '#db/database.ts'
import { openDrafts } from '#db/drafts/drafts.ts'
import type { OfficeContext } from '#service/context.ts'
import type { HostServices } from '#service/host.ts'
import { draftsWhenNeeded } from '#service/open-office.ts'
import { newOffice } from './new-office.ts'

/** A Wednesday. */
export const testToday = '2026-11-18'

/** A real, encrypted office in a temporary folder, with somebody signed in. */
export interface TestOffice {
  readonly db: WritableDb
  readonly staff: Staff
  /** What a feature gets: `notes.create(office.ctx, {...})`. */
  readonly ctx: OfficeContext
  /** The folder of the database file; it goes away with `close`. */
  readonly folder: string
  readonly file: string
  readonly key: Buffer
  /** The same office on another day, or with somebody else signed in. */
  on(today: string, staff?: Staff): OfficeContext
  /** Another member of staff. */
  addStaff(staff?: Partial<Omit<Staff, 'id' | 'active'>>): Staff
  /** Runs a change as a command; for what no feature does. */
  command<T>(fn: () => T): T
  close(): void
  [Symbol.dispose](): void
}

export interface TestOfficeOptions {
  today?: string
  role?: Staff['role']
  office?: Partial<Office>
  practice?: boolean
}

/**
 * Opens a new office for one test: `using office = openTestOffice()`, or `close()` it afterwards. It has one
 * member of staff and the skills "Skill 1" and "Skill 2"; everything else comes from the other builders.
 */
export function openTestOffice(options: TestOfficeOptions = {}): TestOffice {
  const today = options.today ?? testToday
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-test-'))
  const file = path.join(folder, 'office.db')
  const key = Buffer.alloc(32, 7)
  const db = newOffice({
    file,
    key,
    meta: {
      dbUuid: '00000000-0000-4000-8000-000000000001',
      keyId: 'TEST',
      createdAt: `${today}T08:00:00Z`,
      appVersion: '0.1.0',
      practice: options.practice ?? false,
    },
  })
  const head = (staffId: number | null, command: string) => ({ command, staffId, at: `${today}T09:00:00Z` })
  const { result: staff } = runCommand(db, head(null, 'setup.finish'), () => {
    createOffice(db, { name: 'Werkplaats Test', city: 'Teststad', ...options.office })
    createSkills(db, ['Skill 1', 'Skill 2'])
    return staffWith(db, { role: options.role ?? 'coach' }, today)
  })

  const drafts = draftsWhenNeeded(() => openDrafts({ file: path.join(folder, 'drafts.db'), key }))
  const on = (day: string, who: Staff = staff): OfficeContext => ({
    db,
    staff: who,
    drafts,
    host: testHost,
    today: day,
    now: `${day}T09:00:00Z`,
    command: (command, fn) => runCommand(db, { command, staffId: who.id, at: `${day}T09:00:00Z` }, fn),
    undo: (changeSetId) => undoChangeSet(db, { staffId: who.id, at: `${day}T09:00:00Z`, changeSetId }),
    access: {
      has: (staffId) => staffId === staff.id,
      prepare: () => Promise.resolve({ put: () => Promise.resolve() }),
      isPassword: () => Promise.resolve(true),
      remove: () => Promise.resolve(),
      rename: () => Promise.resolve(),
    },
  })
  const close = () => {
    drafts.close()
    if (db.open) closeDb(db)
    rmSync(folder, { recursive: true, force: true })
  }
  const command = <T>(fn: () => T): T => runCommand(db, head(staff.id, 'test'), fn).result

  return {
    db,
    staff,
    ctx: on(today),
    folder,
    file,
    key,
    on,
    command,
    addStaff: (fields = {}) => command(() => staffWith(db, fields, today)),
    close,
    [Symbol.dispose]: close,
  }
}

function staffWith(db: WritableDb, fields: Partial<Omit<Staff, 'id' | 'active'>>, today: string): Staff {
  const id = createStaff(
    db,
    { name: 'Coach Test', function_title: 'begeleider', role: 'coach', ...fields },
    today,
  )
  const staff = findStaff(db, id)
  if (staff === null) throw new Error('the member of staff was not stored')
  return staff
}

/** A PC without a store for secrets and without dialogs, as the browser host is. */
const testHost: HostServices = {
  seal: () => Promise.resolve(null),
  unseal: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  canChooseFolder: false,
  openDocument: () => Promise.resolve({ path: null, url: null }),
}
