import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { inspectCopy } from '#db/copies/inspect.ts'
import { connect, applicationId } from '#db/connect.ts'
import { closeDb } from '#db/open.ts'
import { publish } from '#db/publish.ts'
import { addParticipant, aFolder, anOffice, at, command, key, otherKey } from '../db/office-file.ts'

/** A finished copy with some people in it, and a private folder for looking. */
async function aCopy() {
  const { db } = anOffice()
  command(db, () => {
    for (let n = 0; n < 60; n += 1) addParticipant(db, `Testpersoon ${n}`)
  })
  const folder = aFolder()
  const { path } = await publish(db, { folder, fileName: 'Trajectboek.db', key, now: at })
  closeDb(db)
  return { file: path, folder, scratch: aFolder() }
}

/** Looks, and makes sure that looking changed nothing. */
function look(file: string, scratch: string, keys: Buffer[] = [key]) {
  const folder = join(file, '..')
  const before = readdirSync(folder).map((name) => [name, readable(join(folder, name))])
  const seen = inspectCopy({ file, keys, scratch })
  expect(readdirSync(folder).map((name) => [name, readable(join(folder, name))])).toEqual(before)
  expect(readdirSync(scratch)).toEqual([])
  return seen
}

function readable(file: string): string {
  try {
    return readFileSync(file).toString('base64')
  } catch {
    return ''
  }
}

function change(file: string, fn: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, fn(readFileSync(file)))
}

describe('what a file is', () => {
  it('good: with what is in it, also with another key tried first', async () => {
    const { file, scratch } = await aCopy()
    const seen = look(file, scratch, [otherKey, key])
    expect(seen).toMatchObject({ cause: 'good', key, bytes: readFileSync(file).length })
    expect(seen.cause === 'good' && seen.content).toMatchObject({
      commitSeq: 1,
      lastChangeAt: at,
      practice: true,
    })
    expect(seen.cause === 'good' && seen.content.participantIds).toHaveLength(60)
  })

  it('needs_code: no key, or another', async () => {
    const { file, scratch } = await aCopy()
    expect(look(file, scratch, []).cause).toBe('needs_code')
    expect(look(file, scratch, [otherKey]).cause).toBe('needs_code')
  })

  it('damaged: one bit, anywhere after the very beginning', async () => {
    const { file, folder, scratch } = await aCopy()
    const { length } = readFileSync(file)
    for (let n = 0; n < 40; n += 1) {
      const at = 32 + Math.floor(((length - 33) / 39) * n)
      const bad = join(folder, 'bad.db')
      copyFileSync(file, bad)
      change(bad, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8))
        return bytes
      })
      // In the vector of the first page it is that page's beginning that cannot be read.
      const inVector = at >= 4096 - 80 && at < 4096 - 64
      expect([at, look(bad, scratch).cause]).toEqual([at, inVector ? 'needs_code' : 'damaged'])
    }
  })

  it('damaged or needs_code, never good: one bit in the very beginning', async () => {
    const { file, scratch } = await aCopy()
    const whole = readFileSync(file)
    for (const at of [0, 7, 15, 16, 20, 31]) {
      const bad = Buffer.from(whole)
      bad[at] = (bad[at] ?? 0) ^ 4
      writeFileSync(file, bad)
      expect(['damaged', 'needs_code']).toContain(look(file, scratch).cause)
    }
  })

  it('damaged: cut off, by a byte, a page or a half', async () => {
    const { file, scratch } = await aCopy()
    const { length } = readFileSync(file)
    for (const left of [length - 1, length - 4096, Math.floor(length / 2), 4096]) {
      truncateSync(file, left)
      expect([left, look(file, scratch).cause]).toEqual([left, 'damaged'])
    }
  })

  it('damaged: with bytes added to its end', async () => {
    const { file, scratch } = await aCopy()
    change(file, (bytes) => Buffer.concat([bytes, Buffer.alloc(4096, 1)]))
    expect(look(file, scratch).cause).toBe('damaged')
  })

  it('damaged: copied in the middle of a save, with its journal', async () => {
    const { file, scratch } = await aCopy()
    const raw = connect(file, key, { readonly: false, mustExist: true })
    raw.pragma('cache_size = 1')
    raw.exec('BEGIN IMMEDIATE')
    raw.exec('CREATE TABLE filling (a); CREATE INDEX filling_a ON filling (a)')
    for (let n = 0; n < 200; n += 1) raw.exec('INSERT INTO filling VALUES (randomblob(400))')
    const other = aFolder()
    for (const suffix of ['', '-journal']) copyFileSync(file + suffix, join(other, `copy.db${suffix}`))
    raw.exec('ROLLBACK')
    raw.close()
    expect(look(join(other, 'copy.db'), scratch).cause).toBe('damaged')
  })

  it('newer_version: of a later program, by the version that opens it', async () => {
    const { file, scratch } = await aCopy()
    const raw = connect(file, key, { readonly: false, mustExist: true })
    raw.pragma('user_version = 99')
    raw.exec(`DROP TRIGGER IF EXISTS none; UPDATE meta SET min_app_version = '7.1.0'`)
    raw.close()
    expect(look(file, scratch)).toMatchObject({ cause: 'newer_version', version: '7.1.0' })
  })

  it('not_ours: a database of another program, with our key and without', async () => {
    const { folder, scratch } = await aCopy()
    const foreign = join(folder, 'foreign.db')
    const plain = new Database(foreign)
    plain.exec('CREATE TABLE t (a)')
    plain.close()
    expect(look(foreign, scratch).cause).toBe('not_ours')
    const sealed = join(folder, 'sealed.db')
    const raw = connect(sealed, key, { readonly: false, mustExist: false })
    raw.exec('CREATE TABLE t (a)')
    expect(Number(raw.pragma('application_id', { simple: true }))).not.toBe(applicationId)
    raw.close()
    expect(look(sealed, scratch).cause).toBe('not_ours')
  })

  it.each([
    ['a text', Buffer.from('Beste collega, dit is een brief.\n'.repeat(400))],
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9000, 'x')])],
    ['a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(9000, 'y')])],
    ['zeros', Buffer.alloc(16_384)],
    ['one byte', Buffer.from([7])],
  ])('not_a_database: %s', async (_what, bytes) => {
    const { file, scratch } = await aCopy()
    writeFileSync(file, bytes)
    expect(look(file, scratch).cause).toBe('not_a_database')
    expect(look(file, scratch, []).cause).toBe('not_a_database')
  })

  it('empty, missing, unreadable', async () => {
    const { file, folder, scratch } = await aCopy()
    expect(look(join(folder, 'gone.db'), scratch)).toMatchObject({ cause: 'missing', bytes: 0 })
    expect(inspectCopy({ file: join(file, 'gone.db'), keys: [key], scratch }).cause).toBe('missing')
    mkdirSync(join(folder, 'map.db'))
    expect(look(join(folder, 'map.db'), scratch).cause).toBe('unreadable')
    writeFileSync(file, '')
    expect(look(file, scratch).cause).toBe('empty')
  })

  it('good: put in WAL mode by another tool; nothing is made beside it, and what waits in the log counts', async () => {
    const { file, folder, scratch } = await aCopy()
    const raw = connect(file, key, { readonly: false, mustExist: true })
    raw.pragma('journal_mode = WAL')
    raw.close()
    expect(look(file, scratch).cause).toBe('good')
    const open = connect(file, key, { readonly: false, mustExist: true })
    open.exec('UPDATE meta SET commit_seq = commit_seq + 41')
    const stick = join(folder, 'stick')
    mkdirSync(stick)
    for (const suffix of ['', '-wal']) copyFileSync(file + suffix, join(stick, `copy.db${suffix}`))
    open.close()
    const seen = look(join(stick, 'copy.db'), scratch)
    expect(seen.cause === 'good' && seen.content.commitSeq).toBe(42)
  })
})
