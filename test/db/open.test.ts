import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { connect } from '#db/connect.ts'
import { connection, OfficeFileError } from '#db/database.ts'
import { migrations } from '#db/migrations/index.ts'
import { closeDb, createLive, openCopy, openLive, readMeta } from '#db/open.ts'
import {
  addParticipant,
  aFolder,
  all,
  anOffice,
  codeFrom,
  command,
  failingFiles,
  filesWith,
  key,
  meta,
  otherKey,
} from './office-file.ts'

/** A closed office with one participant, and the same file's bytes. */
function aClosedOffice() {
  const { db, file, folder } = anOffice()
  command(db, () => {
    for (let i = 0; i < 200; i += 1) addParticipant(db, `Testpersoon Merkteken ${i}`)
  })
  closeDb(db)
  return { file, folder, bytes: readFileSync(file) }
}

const live = (file: string, withKey = key) => codeFrom(() => openLive({ file, key: withKey }))
const copy = (file: string, withKey = key) => codeFrom(() => openCopy({ file, key: withKey }))

describe('a new office', () => {
  test('has the settings that keep it safe', () => {
    const raw = connection(anOffice().db)
    const values = Object.fromEntries(
      [
        'journal_mode synchronous locking_mode foreign_keys secure_delete temp_store cache_size',
        'trusted_schema cell_size_check mmap_size recursive_triggers user_version cipher',
      ]
        .join(' ')
        .split(' ')
        .map((name) => [name, raw.pragma(name, { simple: true })]),
    )
    expect(values).toEqual({
      journal_mode: 'truncate',
      synchronous: 2,
      locking_mode: 'exclusive',
      foreign_keys: 1,
      secure_delete: 1,
      temp_store: 2,
      cache_size: -65536,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      recursive_triggers: 1,
      user_version: migrations.length,
      cipher: 'sqlcipher',
    })
  })

  test('knows who it is', () => {
    const { db } = anOffice()
    expect(readMeta(db)).toEqual({ ...meta, commitSeq: 0, minAppVersion: '0.1.0' })
  })

  test('is encrypted in each file that it makes, also during a change', () => {
    const { db, folder } = anOffice()
    const during = command(db, () => {
      // More than the cache holds would be needed to spill; the journal is there from the first change.
      for (let i = 0; i < 2000; i += 1) addParticipant(db, `MERKTEKENDUIDELIJK ${i}`)
      return filesWith(folder, 'MERKTEKENDUIDELIJK').concat(filesWith(folder, 'SQLite format 3'))
    }).result
    expect(during).toEqual([])
    expect(filesWith(folder, 'MERKTEKENDUIDELIJK')).toEqual([])
    expect(all(db, 'SELECT count(*) AS n FROM participant')).toEqual([{ n: 2000 }])
  })

  test('is never made over an existing file', () => {
    const { file, bytes } = aClosedOffice()
    expect(codeFrom(() => createLive({ file, key, meta }))).toBe('ALREADY_SET_UP')
    writeFileSync(join(file, '..', 'empty.db'), '')
    expect(codeFrom(() => createLive({ file: join(file, '..', 'empty.db'), key, meta }))).toBe(
      'ALREADY_SET_UP',
    )
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('does not roll a journal back that another database left', () => {
    const folder = aFolder()
    const file = join(folder, 'live.db')
    writeFileSync(`${file}-journal`, 'left behind')
    const db = createLive({ file, key, meta })
    addParticipantAndClose(db)
    expect(readdirSync(folder).filter((name) => name.startsWith('live.db-journal.aside-'))).toHaveLength(1)
  })

  test('is there as a whole or not at all, whichever call of the file system fails', () => {
    for (const error of ['ENOSPC', 'EACCES', 'EIO']) {
      for (let failing = 1; ; failing += 1) {
        const folder = aFolder()
        const file = join(folder, 'live.db')
        const { ops, calls, names } = failingFiles(failing, error)
        const code = codeFrom(() => createLive({ file, key, meta, ops }))
        if (calls() < failing) {
          closeDb(code as never)
          expect(failing).toBeGreaterThan(5)
          break
        }
        const renamed = names[failing - 1] === 'syncFolder'
        expect([error, failing, code]).toEqual([
          error,
          failing,
          names[failing - 1] === 'exists' && failing === 1
            ? error
            : error === 'ENOSPC'
              ? 'DISK_FULL'
              : 'FOLDER_NOT_WRITABLE',
        ])
        expect(readdirSync(folder)).toEqual(renamed ? ['live.db'] : [])
      }
    }
  })

  test('says that a folder is not there', () => {
    expect(codeFrom(() => createLive({ file: join(aFolder(), 'gone', 'live.db'), key, meta }))).toBe(
      'FOLDER_NOT_WRITABLE',
    )
  })
})

function addParticipantAndClose(db: ReturnType<typeof createLive>): void {
  command(db, () => addParticipant(db, 'Testpersoon'))
  closeDb(db)
}

describe('opening tells by cause', () => {
  test('the right key opens, also a copy elsewhere', () => {
    const { file } = aClosedOffice()
    const elsewhere = join(aFolder(), 'Kopie van Trajectboek.db')
    copyFileSync(file, elsewhere)
    const opened = openCopy({ file: elsewhere, key })
    expect(all(opened as never, 'SELECT count(*) AS n FROM participant')).toEqual([{ n: 200 }])
    expect(opened.schemaVersion).toBe(migrations.length)
    expect(() => connection(opened).exec('DELETE FROM participant')).toThrow(/readonly/)
    opened.close()
    const again = openLive({ file: elsewhere, key, fullCheck: true })
    expect(all(again, 'SELECT count(*) AS n FROM participant')).toEqual([{ n: 200 }])
    closeDb(again)
  })

  test('a wrong key', () => {
    const { file } = aClosedOffice()
    expect([live(file, otherKey), copy(file, otherKey)]).toEqual(['UNREADABLE_FILE', 'UNREADABLE_FILE'])
  })

  test('a second program, without making anybody wait', () => {
    const { file } = anOffice()
    const started = performance.now()
    expect(live(file)).toBe('FILE_IN_USE')
    expect(performance.now() - started).toBeLessThan(2000)
    const script = `
      import { openLive } from '#db/open.ts'
      const [, file, key] = process.argv
      try {
        openLive({ file, key: Buffer.from(key, 'hex') })
        console.log('opened')
      } catch (error) {
        console.log(error.code)
      }`
    const out = execFileSync(
      process.execPath,
      ['--input-type=module-typescript', '-e', script, file, key.toString('hex')],
      { cwd: join(import.meta.dirname, '..', '..'), encoding: 'utf8' },
    )
    expect(out.trim()).toBe('FILE_IN_USE')
  })

  test('a file that is nobody’s', () => {
    const folder = aFolder()
    const at = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    mkdirSync(join(folder, 'folder.db'))
    const plain = new Database(join(folder, 'plain.db'))
    plain.exec('CREATE TABLE t (a)')
    plain.close()
    const cases: [string, string][] = [
      [join(folder, 'not there.db'), 'NOT_FOUND'],
      [at('empty.db', ''), 'NOT_OUR_FILE'],
      [join(folder, 'folder.db'), 'NOT_OUR_FILE'],
      [join(folder, 'plain.db'), 'NOT_OUR_FILE'],
      [at('one byte.db', 'x'), 'NOT_OUR_FILE'],
      [at('text.db', 'Beste collega, dit is een brief.\n'.repeat(500)), 'UNREADABLE_FILE'],
      [at('zeros.db', Buffer.alloc(16384)), 'UNREADABLE_FILE'],
    ]
    for (const [file, code] of cases) {
      const before = existsSync(file) && !file.endsWith('folder.db') ? readFileSync(file) : null
      expect([file, live(file), copy(file)]).toEqual([file, code, code])
      if (before) expect(readFileSync(file).equals(before)).toBe(true)
    }
    expect(existsSync(join(folder, 'not there.db'))).toBe(false)
  })

  test('the right key, but another program’s file', () => {
    const file = join(aFolder(), 'other.db')
    const raw = connect(file, key, { readonly: false, mustExist: false })
    raw.exec('CREATE TABLE t (a); PRAGMA application_id = 7; PRAGMA user_version = 1')
    raw.close()
    expect([live(file), copy(file)]).toEqual(['NOT_OUR_FILE', 'NOT_OUR_FILE'])
  })

  test('a file of a newer version, without writing to it', () => {
    const { file } = aClosedOffice()
    const raw = connect(file, key, { readonly: false, mustExist: true })
    raw.exec(`PRAGMA user_version = 99; UPDATE meta SET min_app_version = '4.2.0'`)
    raw.close()
    const bytes = readFileSync(file)
    for (const open of [openLive, openCopy]) {
      try {
        open({ file, key })
        expect.unreachable()
      } catch (error) {
        expect(error).toBeInstanceOf(OfficeFileError)
        expect(error).toMatchObject({ code: 'NEWER_VERSION', version: '4.2.0', path: file })
      }
    }
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('each damage: one bit anywhere, a page or a byte less, a page more', () => {
    const { file, folder, bytes } = aClosedOffice()
    const damaged = join(folder, 'damaged.db')
    // All over the file; `npm run faults` takes many more. The first page says nothing that can be read.
    const apart = Math.floor(bytes.length / 61)
    const spread = Array.from({ length: 61 }, (_, n) => n * apart)
    for (const offset of [...spread, 16, 3001, 4095, 4096, bytes.length - 1]) {
      const flipped = Buffer.from(bytes)
      flipped[offset] = (flipped[offset] ?? 0) ^ 1
      writeFileSync(damaged, flipped)
      expect([offset, copy(damaged)]).toEqual([offset, offset < 4096 ? 'UNREADABLE_FILE' : 'DAMAGED_FILE'])
      const opened = codeFrom(() => openLive({ file: damaged, key, fullCheck: true }))
      expect([offset, opened]).toEqual([offset, offset < 4096 ? 'UNREADABLE_FILE' : 'DAMAGED_FILE'])
    }
    for (const length of [bytes.length - 1, bytes.length - 4096, bytes.length - 8192, 4096]) {
      copyFileSync(file, damaged)
      truncateSync(damaged, length)
      expect([length, live(damaged), copy(damaged)]).toEqual([length, 'DAMAGED_FILE', 'DAMAGED_FILE'])
    }
    writeFileSync(damaged, Buffer.concat([bytes, Buffer.alloc(4096)]))
    expect([live(damaged), copy(damaged)]).toEqual(['DAMAGED_FILE', 'DAMAGED_FILE'])
  }, 120_000)
})
