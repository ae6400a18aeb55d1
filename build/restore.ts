/**
 * `npm run restore -- COPY [--profile DIR] [--folder DIR]`: makes the office of this PC from a copy of
 * Trajectboek.db and the recovery code on paper. Close the program first.
 *
 * Asks, one line each: the code, which member of staff, a new password for that person. What stood there before
 * (live database, keyring, visible file) is moved aside under a name with `.aside-`, never deleted.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { OfficeFileError } from '#db/database.ts'
import { nodeFiles } from '#db/file-ops.ts'
import { wrapKey } from '#db/keys/keyring.ts'
import { dataKey, keyId, parseCode } from '#db/keys/recovery-code.ts'
import { listStaff, readOffice } from '#db/office/queries.ts'
import { closeDb, openCopy, openLive, readMeta } from '#db/open.ts'
import { Access } from '#service/access.ts'
import { profileFiles, visibleFileName, writePlace } from '#service/sidecar.ts'
import { profileFolder } from './profile.mjs'

/** What was typed or is wrong on this PC; the message says what to do. */
class Stop extends Error {}

const noSealing = { seal: () => Promise.resolve(null), unseal: () => Promise.resolve(null) }

/** Asks line by line; a secret is not shown while it is typed. */
function asker() {
  let hidden = false
  const screen = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) process.stdout.write(chunk as Buffer)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output: screen, terminal: process.stdin.isTTY })
  const typed = lines[Symbol.asyncIterator]()
  return {
    async ask(question: string, secret = false): Promise<string> {
      process.stdout.write(`${question} `)
      hidden = secret
      const line = await typed.next()
      hidden = false
      if (secret) process.stdout.write('\n')
      if (line.done) throw new Stop('Stopped: nothing was changed.')
      return line.value.trim()
    },
    close: () => lines.close(),
  }
}

/** Stops when a program has the live database open, whatever key it has. */
function refuseInUse(live: string, key: Buffer): void {
  if (!existsSync(live)) return
  try {
    closeDb(openLive({ file: live, key }))
  } catch (problem) {
    if (problem instanceof OfficeFileError && problem.code === 'FILE_IN_USE')
      throw new Stop('The program is still open. Close it and start again.')
    // Another key or a damaged file is a reason to restore, and it is only moved aside.
  }
}

async function restore(copy: string, profileDir: string, folder: string): Promise<void> {
  if (!existsSync(copy)) throw new Stop(`There is no file ${copy}.`)
  const { ask, close } = asker()
  try {
    const parsed = parseCode(await ask('Recovery code:'))
    if (!parsed.ok)
      throw new Stop('This is not a recovery code: look for a typing slip. Nothing was changed.')
    const key = dataKey(parsed.value)
    const files = profileFiles(profileDir)
    refuseInUse(files.live, key)

    const opened = openCopy({ file: copy, key })
    const meta = readMeta(opened)
    const office = readOffice(opened)
    const staff = listStaff(opened).filter((one) => one.active)
    opened.close()
    for (const [at, one] of staff.entries()) console.log(`${at + 1}  ${one.name}`)
    const person = staff[Number(await ask('Who gets a new password (number)?')) - 1]
    if (!person) throw new Stop('Choose a number of the list. Nothing was changed.')
    const password = await ask('New password (8 characters or more):', true)
    if (password.length < 8) throw new Stop('The password is too short. Nothing was changed.')
    const wrapped = await wrapKey(password, key)

    mkdirSync(profileDir, { recursive: true })
    mkdirSync(folder, { recursive: true })
    const mark = `.aside-${new Date().toISOString().replaceAll(/[-:]|\..*/g, '')}`
    const fresh = `${files.live}.restored${mark}`
    copyFileSync(copy, fresh)
    nodeFiles.sync(fresh)
    openCopy({ file: fresh, key }).close() // what was copied is read as a whole before anything is moved

    const visible = path.join(folder, visibleFileName)
    const stood = ['', '-journal', '-wal', '-shm'].map((end) => files.live + end)
    stood.push(files.keyring, `${files.keyring}.bak`, files.place, files.openMark)
    if (path.resolve(copy) !== path.resolve(visible)) stood.push(visible)
    for (const file of stood.filter((one) => existsSync(one))) {
      renameSync(file, file + mark)
      console.log(`Moved aside: ${file + mark}`)
    }
    await Access.create(files.keyring, noSealing, {
      keyId: keyId(parsed.value),
      dbUuid: meta.dbUuid,
      officeName: office.name,
      folder,
      staff: [{ id: person.id, name: person.name, wrapped }],
    })
    writePlace(files.place, {
      version: 1,
      language: office.language,
      practice: meta.practice,
      published: null,
    })
    renameSync(fresh, files.live) // last: from here on the office exists on this PC
    console.log('Restored. Start the program and sign in with the new password.')
  } finally {
    close()
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: 'string' }, folder: { type: 'string' } },
})
try {
  const [copy] = positionals
  if (copy === undefined) throw new Stop('npm run restore -- COPY [--profile DIR] [--folder DIR]')
  await restore(
    path.resolve(copy),
    path.resolve(values.profile ?? profileFolder(false)),
    path.resolve(values.folder ?? path.join(homedir(), 'Documents', 'Trajectboek')),
  )
} catch (problem) {
  if (problem instanceof Stop) console.error(problem.message)
  else if (problem instanceof OfficeFileError)
    console.error(
      `It stopped with ${problem.code} ${problem.path}. Nothing was deleted; files with .aside- in their name stood there before.`,
    )
  else throw problem
  process.exitCode = 1
}
