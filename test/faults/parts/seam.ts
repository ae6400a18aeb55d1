import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb, openCopy, openLive } from '#db/open.ts'
import { commitSeq } from '#db/check.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { runCommand } from '#db/history/commands.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { prepared } from '#db/prepare.ts'
import { publish } from '#db/publish.ts'
import { OfficeFileError } from '#db/database.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import { placeIn, planted } from '../office.ts'
import { noTally, type Row } from '../table.ts'

const errors = ['ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'EACCES'] as const

/** The file system of the seam in db/file-ops.ts, of which the `failing`-th call throws. */
function failing(n: number, code: string): { ops: FileOps; calls: () => number } {
  let count = 0
  const ops = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, call]) => [
      name,
      (...args: never[]) => {
        count += 1
        if (count === n) throw Object.assign(new Error(code), { code })
        return (call as (...a: never[]) => unknown)(...args)
      },
    ]),
  ) as unknown as FileOps
  return { ops, calls: () => count }
}

/** Runs everywhere, without the recorder: a publish of which one call of the seam fails, each in turn. */
export const seam: Part = async (harness: Harness) => {
  harness.say('failing calls of the seam')
  const root = join(newFolder(harness.work, 'seam'), 'office')
  cpSync(harness.template.place.root, root, { recursive: true })
  const place = placeIn(root)
  const key = dataKey(harness.template.facts.code)
  const db = openLive({ file: place.live, key })
  const at = '2026-11-18T09:30:00Z'
  const rows: Row[] = []
  try {
    for (const error of errors) {
      const tally = noTally()
      let refused = 0
      for (let n = 1; ; n += 1) {
        const title = `${planted} ${error} ${n}`
        runCommand(db, { command: 'tasks.create', staffId: null, at }, () =>
          prepared<[string]>(db, 'INSERT INTO task (title) VALUES (?)').run(title),
        )
        const before = seqOf(place.visible, key)
        const { ops, calls } = failing(n, error)
        let told: unknown = null
        try {
          await publish(db, {
            folder: place.folder,
            fileName: 'Trajectboek.db',
            key,
            now: at,
            retryForMs: 0,
            ops,
          })
        } catch (problem) {
          told = problem
        }
        const after = seqOf(place.visible, key)
        const isNew = after === commitSeq(db)
        if (n > calls() && told !== null) throw new Error('a publish of which nothing failed is refused')
        if (told !== null) refused += 1
        const known = told === null || told instanceof OfficeFileError
        tally.count += 1
        if (after < before || (told === null && !isNew)) tally.lost += 1
        else if (!known) tally.half += 1
        else tally.ok += 1
        if (n > calls()) break
      }
      // A publish writes, flushes, renames and flushes the folder: fewer calls and it went another way.
      rows.push({ what: `failing calls of the seam: ${error}`, tally, least: 5, note: `${refused} told` })
    }
  } finally {
    closeDb(db)
    rmSync(root, { recursive: true, force: true })
  }
  return rows
}

function seqOf(file: string, key: Buffer): number {
  if (!existsSync(file)) return 0
  const copy = openCopy({ file, key })
  try {
    return commitSeq(copy)
  } finally {
    copy.close()
  }
}
