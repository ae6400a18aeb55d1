/**
 * The office's file under Windows' rules: open files cannot be replaced or removed, paths hold spaces, quotes
 * and letters of other alphabets. Runs as a program of its own under Windows' Node (build/test-windows.mjs),
 * without vitest. Writes one line per check to the file named first; works in the folder named second.
 */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runCommand, undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { dataKey, formatCode, keyId, newRecoveryCode, parseCode } from '#db/keys/recovery-code.ts'
import { createOffice, createStaff } from '#db/office/commands.ts'
import { closeDb, createLive, openCopy, openLive } from '#db/open.ts'
import { createParticipant } from '#db/participants/commands.ts'
import { prepared } from '#db/prepare.ts'
import { publish } from '#db/publish.ts'
import type { ReadableDb } from '#db/database.ts'

const [report = '', home = ''] = process.argv.slice(2)
const onWindows = process.platform === 'win32'
const now = '2026-11-02T09:00:00Z'

async function check(name: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
    appendFileSync(report, `ok      ${name}\n`)
  } catch (problem) {
    appendFileSync(report, `FAILED  ${name}\n${problem instanceof Error ? problem.stack : String(problem)}\n`)
  }
}

const codeOf = (problem: unknown): unknown => (problem as { code?: unknown }).code

function codeThrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (problem) {
    return codeOf(problem)
  }
  return 'nothing was thrown'
}

const people = (db: ReadableDb): number | undefined =>
  prepared<[], { n: number }>(db, 'SELECT count(*) AS n FROM participant').get()?.n
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

const profile = path.join(home, "Zoë Öztürk & Co's", 'Trajectboek')
const folder = path.join(home, "Zoë Öztürk & Co's", 'Documenten ገጽ')
const file = path.join(profile, 'live.db')
const visible = path.join(folder, 'Trajectboek.db')
const code = newRecoveryCode(randomBytes)
const key = dataKey(code)

rmSync(path.join(home, "Zoë Öztürk & Co's"), { recursive: true, force: true })
mkdirSync(profile, { recursive: true })
mkdirSync(folder, { recursive: true })

const meta = {
  dbUuid: '00000000-0000-4000-8000-000000000001',
  keyId: keyId(code),
  createdAt: now,
  appVersion: '0.1.0',
  practice: true,
}

await check('a new file opens, closes and opens again', () => {
  closeDb(createLive({ file, key, meta }))
  closeDb(openLive({ file, key, fullCheck: true }))
})

const db = openLive({ file, key })
let staffId = 0

await check('50 commits stand after a restart of the connection', () => {
  runCommand(db, { command: 'setup', staffId: null, at: now }, () => {
    createOffice(db, { name: 'Werkplaats De Proef' })
    staffId = createStaff(db, { name: 'Proef Begeleider', function_title: '', role: 'manager' }, '2026-11-02')
  })
  for (let at = 1; at <= 50; at++)
    runCommand(db, { command: 'participants.create', staffId, at: now }, () =>
      createParticipant(db, { given_names: `Proefnaam Ş${at}`, surname: 'Đorđević-Proef' }, '2026-11-02'),
    )
  closeDb(db)
  const again = openLive({ file, key, fullCheck: true })
  const counted = people(again)
  const history = verifyHistory(again)
  closeDb(again)
  assert.equal(counted, 50)
  assert.equal(history.whole, true)
})

const live = openLive({ file, key })

await check('the last change can be undone', () => {
  const { changeSetId } = runCommand(live, { command: 'participants.create', staffId, at: now }, () =>
    createParticipant(live, { given_names: 'Proefnaam Teveel' }, '2026-11-02'),
  )
  assert.ok(changeSetId)
  assert.equal(people(live), 51)
  undoChangeSet(live, { staffId, at: now, changeSetId })
  assert.equal(people(live), 50)
})

await check('a second program on the same file is told FILE_IN_USE', () => {
  assert.equal(
    codeThrownBy(() => openLive({ file, key })),
    'FILE_IN_USE',
  )
})

await check('the live file in use can be neither replaced nor removed', () => {
  if (!onWindows) return
  const other = path.join(profile, 'other.tmp')
  writeFileSync(other, 'x')
  assert.match(String(codeThrownBy(() => renameSync(other, file))), /^E(PERM|BUSY|ACCES)$/)
  assert.match(String(codeThrownBy(() => unlinkSync(file))), /^E(PERM|BUSY|ACCES)$/)
  unlinkSync(other)
})

await check('publishing makes the visible file, and again over the old one', async () => {
  await publish(live, { folder, fileName: 'Trajectboek.db', key, now })
  const first = hash(visible)
  runCommand(live, { command: 'participants.create', staffId, at: now }, () =>
    createParticipant(live, { given_names: 'Proefnaam Later' }, '2026-11-02'),
  )
  await publish(live, { folder, fileName: 'Trajectboek.db', key, now })
  assert.notEqual(hash(visible), first)
})

await check('renaming over a file that somebody holds open is tried again until it is free', async () => {
  const held = openSync(visible, 'r')
  let open = true
  const published = publish(live, { folder, fileName: 'Trajectboek.db', key, now, retryForMs: 20_000 }).then(
    () => open,
  )
  await wait(700)
  open = false
  closeSync(held)
  const heldWhenDone = await published
  // Elsewhere a file that is held open can be replaced at once.
  if (onWindows) assert.equal(heldWhenDone, false)
})

await check('a file that stays held is FILE_IN_USE, and the old one is as it was', async () => {
  if (!onWindows) return
  const before = hash(visible)
  const held = openSync(visible, 'r')
  try {
    await publish(live, { folder, fileName: 'Trajectboek.db', key, now, retryForMs: 200 })
    assert.fail('the held file was replaced')
  } catch (problem) {
    assert.equal(codeOf(problem), 'FILE_IN_USE')
  } finally {
    closeSync(held)
  }
  assert.equal(hash(visible), before)
})

await check('a copy opens elsewhere with the code from paper alone', () => {
  const elsewhere = path.join(home, 'Andere pc', 'stick')
  mkdirSync(elsewhere, { recursive: true })
  const copy = path.join(elsewhere, 'kopie.db')
  copyFileSync(visible, copy)
  const typed = parseCode(formatCode(code).toLowerCase())
  assert.ok(typed.ok)
  const opened = openCopy({ file: copy, key: dataKey(typed.value) })
  assert.equal(people(opened), 51)
  opened.close()
})

await check('another code is refused and the copy keeps its bytes', () => {
  const copy = path.join(home, 'Andere pc', 'stick', 'kopie.db')
  const before = hash(copy)
  assert.equal(
    codeThrownBy(() => openCopy({ file: copy, key: dataKey(newRecoveryCode(randomBytes)) })),
    'UNREADABLE_FILE',
  )
  assert.equal(hash(copy), before)
})

await check('no name stands in the files in plain bytes', () => {
  closeDb(live)
  for (const place of [file, visible]) {
    const bytes = readFileSync(place)
    assert.ok(bytes.length > 4096)
    for (const text of ['Proefnaam', 'Đorđević', 'SQLite format 3'])
      assert.equal(bytes.includes(Buffer.from(text, 'utf8')), false, text)
  }
})
