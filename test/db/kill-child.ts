import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { runCommand } from '#db/history/commands.ts'
import { openLive } from '#db/open.ts'
import { prepared } from '#db/prepare.ts'
import { publish } from '#db/publish.ts'

/** The program that test/db/kill.test.ts kills: saves as fast as it can, and tells each save when it is done. */
const [file = '', hex = ''] = process.argv.slice(2)
const key = Buffer.from(hex, 'hex')
const db = openLive({ file, key })
const at = '2026-11-18T09:00:00Z'

for (let round = 0; ; round += 1) {
  const { result } = runCommand(db, { command: 'save', staffId: null, at }, () => {
    const insert = prepared<[string]>(
      db,
      `INSERT INTO participant (call_name, created_on, name_fold, name_key, sort_key)
       VALUES (?, '2026-11-18', '', '', '')`,
    )
    const id = Number(insert.run('MERKTEKENDUIDELIJK').lastInsertRowid)
    // A second row that must be there with the first, and enough to make a save take several pages.
    const task = prepared<[number, string]>(db, 'INSERT INTO task (participant_id, title) VALUES (?, ?)')
    task.run(id, 'x'.repeat(6000))
    return id
  })
  writeSync(1, `${result}\n`)
  if (round % 20 === 4) {
    await publish(db, { folder: dirname(file), fileName: 'Trajectboek.db', key, now: at })
    writeSync(1, `published ${result}\n`)
  }
}
