import { copyFile } from 'node:fs/promises'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connection } from '#db/database.ts'
import type { WritableDb } from '#db/database.ts'
import { nodeFiles } from '#db/file-ops.ts'
import type { FileOps } from '#db/file-ops.ts'
import { closeDb, commitSeq, openCopy, openLive } from '#db/open.ts'
import { publish } from '#db/publish.ts'
import {
  addParticipant,
  aFolder,
  all,
  anOffice,
  at,
  codeFrom,
  command,
  failingFiles,
  filesWith,
  key,
} from './office-file.ts'

const fileName = 'Trajectboek.db'
const into = (db: WritableDb, folder: string, more: { ops?: FileOps; retryForMs?: number } = {}) =>
  publish(db, { folder, fileName, key, now: at, ...more })

async function codeOfPublish(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
    return null
  } catch (error) {
    return codeFrom(() => {
      throw error
    })
  }
}

/** How many participants the visible file holds; checks it as a whole. */
function inFile(path: string): number {
  const copy = openCopy({ file: path, key })
  const [row] = all(copy as never, 'SELECT count(*) AS n FROM participant')
  copy.close()
  return Number(row?.['n'])
}

describe('publishing', () => {
  test('puts a checked, encrypted copy in the folder, and again over it', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    command(db, () => addParticipant(db, 'MERKTEKENDUIDELIJK'))
    const result = await into(db, folder)
    const path = join(folder, fileName)
    expect(result).toEqual({ path, bytes: readFileSync(path).length, commitSeq: 1, publishedAt: at })
    expect([readdirSync(folder), inFile(path)]).toEqual([[fileName], 1])
    command(db, () => addParticipant(db, 'MERKTEKENDUIDELIJK'))
    expect((await into(db, folder)).commitSeq).toBe(2)
    expect([readdirSync(folder), inFile(path)]).toEqual([[fileName], 2])
    expect(filesWith(folder, 'MERKTEKEN').concat(filesWith(folder, 'SQLite format'))).toEqual([])
  })

  test('gives a file that opens as the live file on another PC', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    command(db, () => addParticipant(db, 'Testpersoon'))
    await into(db, folder)
    const elsewhere = join(aFolder(), 'live.db')
    await copyFile(join(folder, fileName), elsewhere)
    const other = openLive({ file: elsewhere, key, fullCheck: true })
    command(other, () => addParticipant(other, 'Testpersoon'))
    expect(commitSeq(other)).toBe(2)
    closeDb(other)
  })

  test('is never in the clear while it is under way', async () => {
    const { db, folder: liveFolder } = anOffice()
    const folder = aFolder()
    command(db, () => addParticipant(db, 'MERKTEKENDUIDELIJK'))
    const seen: string[][] = []
    const ops = new Proxy(nodeFiles, {
      get:
        (files, name: keyof FileOps) =>
        (...args: never[]) => {
          for (const place of [folder, liveFolder]) {
            expect(filesWith(place, 'MERKTEKEN').concat(filesWith(place, 'SQLite format'))).toEqual([])
          }
          seen.push(readdirSync(folder))
          return (files[name] as (...a: never[]) => unknown)(...args)
        },
    })
    await into(db, folder, { ops })
    expect(seen.flat().some((name) => name.startsWith(`${fileName}.new-`))).toBe(true)
  })

  test('clears up what an earlier attempt left, and nothing else', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    const others = ['Trajectboek.db.new', 'Trajectboek.db.new-kopie', 'Trajectboek (1).db', 'Brief.docx']
    for (const name of [...others, `${fileName}.new-0123abcd`, `${fileName}.new-0123abcd-journal`]) {
      writeFileSync(join(folder, name), '')
    }
    await into(db, folder)
    expect(readdirSync(folder).sort()).toEqual([...others, fileName].sort())
  })

  test('keeps the old file whole, whichever call of the file system fails', async () => {
    const { db } = anOffice()
    command(db, () => addParticipant(db, 'Testpersoon'))
    const expected = { ENOSPC: 'DISK_FULL', EIO: 'FOLDER_NOT_WRITABLE', EROFS: 'FOLDER_NOT_WRITABLE' }
    for (const [error, code] of Object.entries(expected)) {
      const folder = aFolder()
      const path = join(folder, fileName)
      for (let failing = 1; ; failing += 1) {
        await into(db, folder)
        const before = readFileSync(path)
        command(db, () => addParticipant(db, 'Testpersoon'))
        const { ops, calls, names } = failingFiles(failing, error)
        const told = await codeOfPublish(into(db, folder, { ops, retryForMs: 0 }))
        if (calls() < failing) {
          expect([told, failing > 4]).toEqual([null, true])
          break
        }
        expect([failing, told]).toEqual([failing, code])
        // Only after the renaming is there anything new to see, and then it is whole.
        if (names[failing - 1] !== 'syncFolder') expect(readFileSync(path).equals(before)).toBe(true)
        expect(inFile(path)).toBeGreaterThan(0)
        expect(readdirSync(folder)).toEqual([fileName])
      }
    }
  })

  test('leaves what cannot be cleared up for the next time', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    await into(db, folder)
    const stuck = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' })
    }
    const told = await codeOfPublish(
      into(db, folder, { ops: { ...nodeFiles, rename: stuck, remove: stuck } }),
    )
    expect([told, readdirSync(folder).length]).toEqual(['FOLDER_NOT_WRITABLE', 2])
    await into(db, folder)
    expect(readdirSync(folder)).toEqual([fileName])
  })

  test.each(['EPERM', 'EBUSY', 'EACCES'])('waits while somebody holds the old file (%s)', async (error) => {
    const { db } = anOffice()
    const folder = aFolder()
    let tries = 0
    const rename = (from: string, to: string) => {
      tries += 1
      if (tries <= 3) throw Object.assign(new Error(error), { code: error })
      nodeFiles.rename(from, to)
    }
    await into(db, folder, { ops: { ...nodeFiles, rename } })
    expect([tries, inFile(join(folder, fileName))]).toEqual([4, 0])
    tries = -1000
    const told = await codeOfPublish(into(db, folder, { ops: { ...nodeFiles, rename }, retryForMs: 120 }))
    expect([told, readdirSync(folder)]).toEqual(['FILE_IN_USE', [fileName]])
  })

  test('never puts an older copy in the place of a newer one', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    let held = true
    const rename = (from: string, to: string) => {
      if (held) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
      nodeFiles.rename(from, to)
    }
    command(db, () => addParticipant(db, 'Testpersoon'))
    const first = into(db, folder, { ops: { ...nodeFiles, rename } })
    command(db, () => addParticipant(db, 'Testpersoon'))
    const second = into(db, folder)
    held = false
    expect([(await first).commitSeq, (await second).commitSeq]).toEqual([1, 2])
    expect(inFile(join(folder, fileName))).toBe(2)
  })

  test('tells that the folder is not there, or is not a folder', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    writeFileSync(join(folder, 'file'), 'x')
    expect(await codeOfPublish(into(db, join(folder, 'gone')))).toBe('FOLDER_NOT_WRITABLE')
    expect(await codeOfPublish(into(db, join(folder, 'file')))).toBe('FOLDER_NOT_WRITABLE')
    expect(existsSync(join(folder, 'gone'))).toBe(false)
  })

  test('gives good copies, also to somebody who copies while it replaces', async () => {
    const { db } = anOffice()
    const folder = aFolder()
    await into(db, folder)
    const copies: Promise<string>[] = []
    for (let round = 0; round < 12; round += 1) {
      command(db, () => addParticipant(db, 'Testpersoon'))
      for (let i = 0; i < 4; i += 1) {
        const to = join(folder, `kopie ${round} ${i}.db`)
        copies.push(copyFile(join(folder, fileName), to).then(() => to))
      }
      await into(db, folder)
    }
    const counts = (await Promise.all(copies)).map(inFile)
    expect(counts).toHaveLength(48)
    for (const [index, count] of counts.entries()) expect(count).toBeGreaterThanOrEqual(Math.floor(index / 4))
  })
})

test('a full disk loses no save and says so', () => {
  const { db } = anOffice()
  command(db, () => addParticipant(db, 'Testpersoon'))
  const raw = connection(db)
  raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 4}`)
  const fill = () =>
    command(db, () => {
      for (let i = 0; i < 1000; i += 1) addParticipant(db, 'Testpersoon')
    })
  expect(codeFrom(fill)).toBe('DISK_FULL')
  expect(all(db, 'SELECT count(*) AS n FROM participant')).toEqual([{ n: 1 }])
  expect(command(db, () => addParticipant(db, 'Testpersoon')).changeSetId).toBe(2)
})
