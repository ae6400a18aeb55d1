import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '#db/history/commands.ts'
import { buildRekeyed } from '#db/keys/rekey.ts'
import { closeDb, openCopy, openLive, readMeta } from '#db/open.ts'
import {
  addParticipant,
  all,
  anOffice,
  at,
  codeFrom,
  command,
  failingFiles,
  key,
  otherKey,
} from '../db/office-file.ts'

const head = { command: 'access.finishRotate', staffId: null, at }

test('a file under a new key holds the same, and the old key opens it no more', () => {
  const { db, file, folder } = anOffice()
  for (let i = 0; i < 200; i += 1) command(db, () => addParticipant(db, `Testpersoon ${i}`))
  const made = join(folder, 'new-live.db')
  buildRekeyed(db, { file: made, oldKey: key, newKey: otherKey, newKeyId: 'NEW0', head })
  expect(codeFrom(() => openCopy({ file: made, key }))).toBe('UNREADABLE_FILE')
  const renewed = openLive({ file: made, key: otherKey, fullCheck: true })
  expect(readMeta(renewed)).toMatchObject({ ...readMeta(db), keyId: 'NEW0', commitSeq: 201 })
  expect(all(renewed, 'SELECT * FROM participant')).toEqual(all(db, 'SELECT * FROM participant'))
  expect(verifyHistory(renewed)).toEqual({ whole: true, changeSets: 201 })
  closeDb(renewed)
  closeDb(db)
  openCopy({ file, key }).close()
  // No page is left under the old key, and none in the clear.
  const [before, after] = [readFileSync(file), readFileSync(made)]
  expect(after.includes('Testpersoon')).toBe(false)
  for (let page = 0; page * 4096 < after.length; page += 1)
    expect(before.includes(after.subarray(page * 4096 + 16, (page + 1) * 4096))).toBe(false)
})

test('nothing is left of it, and the old file is untouched, whichever call of the file system fails', () => {
  for (let failing = 1; ; failing += 1) {
    const { db, folder } = anOffice()
    const made = join(folder, 'new-live.db')
    const { ops, calls } = failingFiles(failing, 'ENOSPC')
    const code = codeFrom(() =>
      buildRekeyed(db, { file: made, oldKey: key, newKey: otherKey, newKeyId: 'NEW0', head, ops }),
    )
    expect(readMeta(db).commitSeq).toBe(0)
    if (calls() < failing) {
      expect(failing).toBeGreaterThan(4)
      break
    }
    expect([code, existsSync(made)]).toEqual(['DISK_FULL', false])
  }
})
