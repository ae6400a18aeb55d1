import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Office } from '#core/api/app.ts'
import { addDays } from '#core/calendar/dates.ts'
import { en, nl } from '#core/i18n/index.ts'
import { OfficeFileError, type WritableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { writeError } from '#db/file-errors.ts'
import { bulkLoad } from '#db/history/commands.ts'
import { sealCode, wrapKey } from '#db/keys/keyring.ts'
import { dataKey, keyId } from '#db/keys/recovery-code.ts'
import { closeDb, createLive, openLive } from '#db/open.ts'
import { publish } from '#db/publish.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { Access } from './access.ts'
import type { HostServices } from './host.ts'
import { removeEmpty } from './folder.ts'
import {
  profileFiles,
  removeDatabase,
  removeFile,
  removeSidecars,
  visibleFileName,
  readPlace,
  writeDurably,
  writePlace,
  type ProfileFiles,
} from './sidecar.ts'
import { firstWords } from './words/starter.ts'

/** A practice office had a word on each day for so long. */
const practiceDays = 200

export interface Founding {
  readonly profileDir: string
  /** Where the visible file will stand. Made when it is not there. */
  readonly folder: string
  /** 128 random bits: see db/keys/recovery-code.ts. */
  readonly code: string
  readonly office: { [K in keyof Office]?: Office[K] | undefined } & { name: string }
  /** The first member of staff, who becomes manager. */
  readonly staff: { readonly name: string; readonly function_title: string; readonly password: string }
  readonly version: string
  readonly today: string
  readonly now: string
  readonly practice: boolean
  readonly host: Pick<HostServices, 'seal' | 'unseal'>
  /** A cheaper scrypt, for tests. */
  readonly passwordCost?: number | undefined
  /** Fills a practice office before it is published. */
  readonly fill?: (db: WritableDb, staffId: number) => void | Promise<void>
}

/**
 * Makes an office: its live database with the office, the first member of staff and the skills; the sidecars; and
 * the visible file. Either all of it stands afterwards, or nothing of it, also when the power fails half-way.
 * The live database gets its name last but one, which is the moment from which the office exists; then follows
 * the visible file.
 * @returns the id of the member of staff. @throws OfficeFileError, CommandError.
 */
export async function foundOffice(founding: Founding): Promise<number> {
  const files = profileFiles(founding.profileDir)
  const key = dataKey(founding.code)
  const { passwordCost } = founding
  const wrapped = await wrapKey(
    founding.staff.password,
    key,
    passwordCost === undefined ? {} : { n: passwordCost },
  )

  mkdirSync(founding.profileDir, { recursive: true })
  if (existsSync(files.live) || existsSync(files.keyring)) throw new CommandError('ALREADY_SET_UP')
  const visible = join(founding.folder, visibleFileName)
  if (existsSync(visible)) throw new OfficeFileError('NOT_OUR_FILE', visible)
  let madeFolder: string | undefined
  try {
    writeDurably(files.setupMark, founding.now)
    removeDatabase(files.newLive)
    const dbUuid = randomUUID()
    const staffId = await makeDatabase(files.newLive, dbUuid, founding, key)
    await Access.create(files.keyring, founding.host, {
      keyId: keyId(founding.code),
      dbUuid,
      officeName: founding.office.name,
      folder: founding.folder,
      code: sealCode(founding.code, key),
      staff: [{ id: staffId, name: founding.staff.name, wrapped }],
    })
    const { practice } = founding
    writePlace(files.place, {
      version: 1,
      language: founding.office.language ?? 'nl',
      practice,
      published: null,
      folder: founding.folder,
      ...(practice ? {} : { code: { keyId: keyId(founding.code), madeAt: founding.now, checkedAt: null } }),
    })
    renameSync(files.newLive, files.live)
    removeDatabase(files.newLive) // its emptied journal
    madeFolder = mkdirSync(founding.folder, { recursive: true })
    await publishFirst(files, founding, key)
    rmSync(files.setupMark)
    return staffId
  } catch (error) {
    removeAll(files, visible)
    if (madeFolder !== undefined) removeEmpty(founding.folder, madeFolder)
    throw writeError(error, founding.profileDir)
  }
}

async function makeDatabase(file: string, dbUuid: string, founding: Founding, key: Buffer): Promise<number> {
  const db = createLive({
    file,
    key,
    meta: {
      dbUuid,
      keyId: keyId(founding.code),
      createdAt: founding.now,
      appVersion: founding.version,
      practice: founding.practice,
    },
  })
  try {
    // No change set to undo: without these rows there is no office.
    const staffId = bulkLoad(db, () => {
      createOffice(db, founding.office)
      const { name, function_title } = founding.staff
      const { skills } = founding.office.language === 'en' ? en.defaults : nl.defaults
      createSkills(db, Object.values(skills))
      return createStaff(db, { name, function_title, role: 'manager' }, founding.today)
    })
    await founding.fill?.(db, staffId)
    const { practice, today } = founding
    bulkLoad(db, () => firstWords(db, practice ? addDays(today, -practiceDays) : today, today))
    return staffId
  } finally {
    closeDb(db)
  }
}

async function publishFirst(files: ProfileFiles, { folder, now }: Founding, key: Buffer): Promise<void> {
  const db = openLive({ file: files.live, key })
  try {
    const { commitSeq } = await publish(db, {
      folder,
      fileName: visibleFileName,
      key,
      now,
      retryForMs: 5_000,
    })
    writePlace(files.place, { ...readPlace(files.place), published: { at: now, commitSeq } })
  } finally {
    closeDb(db)
  }
}

/** Only what this set-up made: that none of it was there was looked at before. */
function removeAll(files: ProfileFiles, visible: string): void {
  removeDatabase(files.newLive)
  removeDatabase(files.live)
  removeSidecars(files)
  for (const path of [visible, `${files.setupMark}.new`, files.setupMark]) removeFile(path)
}
