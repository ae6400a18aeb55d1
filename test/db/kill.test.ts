import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '#db/history/commands.ts'
import { closeDb, openCopy, openLive } from '#db/open.ts'
import { all, anOffice, filesWith, key } from './office-file.ts'

const root = join(import.meta.dirname, '..', '..')
/** A thousand and more are in `npm run faults`. */
const rounds = 8

/** Lets the child save until it is killed at a random moment; answers what it said. */
function saveAndKill(file: string, afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'kill-child.ts'), file, key.toString('hex')],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    let wrong = ''
    child.stderr.on('data', (data: Buffer) => (wrong += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      said += data.toString()
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(`the child ended by itself: ${wrong}`))
    })
  })
}

test(`after ${rounds} kills every save that was told is there, as a whole, and nothing in the clear`, async () => {
  const { db, file, folder } = anOffice()
  closeDb(db)
  const visible = join(folder, 'Trajectboek.db')
  let saved = 0
  let published = 0
  let hotJournals = 0
  // On a busy machine nothing is published within 150 ms: then more rounds follow, with later kills.
  const seenAll = () => published > 0 && hotJournals > 0
  for (let round = 0; round < rounds || (!seenAll() && round < 4 * rounds); round += 1) {
    const said = await saveAndKill(file, Math.random() * 150 * 2 ** Math.floor(round / rounds))
    for (const line of said) {
      if (line.startsWith('published ')) published = Number(line.slice(10))
      else saved = Number(line)
    }
    expect(filesWith(folder, 'MERKTEKEN').concat(filesWith(folder, 'SQLite format'))).toEqual([])
    if (existsSync(`${file}-journal`) && statSync(`${file}-journal`).size > 0) hotJournals += 1
    const again = openLive({ file, key, fullCheck: true })
    const [counts] = all(
      again,
      `SELECT count(*) AS people, max(p.id) AS last, count(t.id) AS tasks
       FROM participant p LEFT JOIN task t ON t.participant_id = p.id`,
    )
    const people = Number(counts?.['people'])
    // The one save that was done but not yet told may be there too.
    expect([saved, saved + 1]).toContain(people)
    expect(counts).toEqual({ people, last: people, tasks: people })
    expect(verifyHistory(again)).toEqual({ whole: true, changeSets: people })
    closeDb(again)
    saved = people
    if (published > 0) {
      const copy = openCopy({ file: visible, key })
      const [seen] = all(copy as never, 'SELECT count(*) AS n FROM participant')
      expect(Number(seen?.['n'])).toBeGreaterThanOrEqual(published)
      copy.close()
    }
  }
  expect(saved).toBeGreaterThan(rounds)
  expect(published).toBeGreaterThan(0)
  expect(hotJournals).toBeGreaterThan(0)
}, 300_000)
