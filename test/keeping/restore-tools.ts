import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#core/api/contract.ts'
import { connect } from '#db/connect.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { filesUnder, password, type TestPc } from '../service/harness.ts'

export function keyOf(code: string): Buffer {
  const parsed = parseCode(code)
  if (!parsed.ok) throw new Error('not a code')
  return dataKey(parsed.value)
}

export const signIn = (client: Client, staffId = 1, word = password) =>
  client.app.signIn({ staffId, password: word })

export async function surnames(client: Client): Promise<string[]> {
  const { rows } = await client.participants.list({ query: '', stage: null, after: null, limit: 100 })
  return rows.map(({ listName }) => listName).toSorted()
}

/**
 * Leaves the live database as a program leaves it that is cut off in the middle of a large save: changed pages in
 * the file, the old ones in a hot journal, and the mark that it was open.
 */
export function cutOffSave(pc: TestPc, code: string): void {
  const live = join(pc.profileDir, 'live.db')
  const mark = join(pc.profileDir, 'open.busy')
  const raw = connect(live, keyOf(code), { readonly: false, mustExist: true })
  try {
    raw.pragma('journal_mode = TRUNCATE')
    raw.pragma('cache_size = 1')
    raw.exec('BEGIN IMMEDIATE')
    // Without the history's triggers, which are half of the file and come back with the rest.
    const names = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
    for (const name of names) raw.exec(`DROP TRIGGER "${String(name)}"`)
    raw.exec(
      'UPDATE meta SET commit_seq = commit_seq + 1000; DELETE FROM participant; CREATE TABLE filling (a)',
    )
    for (let n = 0; n < 300; n += 1) raw.exec('INSERT INTO filling VALUES (randomblob(800))')
    for (const suffix of ['', '-journal']) copyFileSync(live + suffix, `${live}${suffix}.cut`)
    raw.exec('ROLLBACK')
  } finally {
    raw.close()
  }
  for (const suffix of ['', '-journal']) {
    copyFileSync(`${live}${suffix}.cut`, live + suffix)
    nodeFiles.remove(`${live}${suffix}.cut`)
  }
  writeFileSync(mark, '')
}

export const bytesOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Of the files that hold an office, by name. */
export function officeBytes(pc: TestPc): Record<string, string> {
  const names = ['live.db', 'live.db-journal', 'keyring.json', 'keyring.json.bak']
  const found = filesUnder(pc.profileDir).filter(({ file }) =>
    names.some((name) => file === join(pc.profileDir, name)),
  )
  return Object.fromEntries(
    found.map(({ file, bytes }) => [file, createHash('sha256').update(bytes).digest('hex')]),
  )
}

/** A file system that works until it is armed, and then fails from the n-th call on, for good: the power is gone. */
export function mortalFiles(): {
  ops: FileOps
  dieAt(call: number): void
  once(call: number, errno: string): void
  calls(): number
} {
  let calls = 0
  let deathAt = Infinity
  let failAt = Infinity
  let failWith = ''
  const fail = (errno: string) => Object.assign(new Error(errno), { code: errno })
  const ops = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, call]) => [
      name,
      (...args: never[]) => {
        calls += 1
        if (calls >= deathAt) throw fail('EIO')
        if (calls === failAt) throw fail(failWith)
        return (call as (...args: never[]) => unknown)(...args)
      },
    ]),
  ) as unknown as FileOps
  return {
    ops,
    calls: () => calls,
    dieAt(call) {
      calls = 0
      deathAt = call
    },
    once(call, errno) {
      calls = 0
      failAt = call
      failWith = errno
    },
  }
}

/** Keeps all files of the office as they are now; the answer puts them back, with the program closed. */
export function keepFiles(pc: TestPc): () => void {
  const kept = join(pc.root, 'begin')
  rmSync(kept, { recursive: true, force: true })
  cpSync(pc.profileDir, join(kept, 'profiel'), { recursive: true })
  cpSync(pc.folder, join(kept, 'map'), { recursive: true })
  return () => {
    for (const [from, to] of [
      ['profiel', pc.profileDir],
      ['map', pc.folder],
    ] as const) {
      rmSync(to, { recursive: true, force: true })
      cpSync(join(kept, from), to, { recursive: true })
    }
  }
}
