import { copyFileSync, cpSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { connection } from '#db/database.ts'
import { dataKey, formatCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import { password, placeIn, planted, startAt, type Place, type RunningOffice } from '../office.ts'
import { chance, type Chance } from '../random.ts'
import { contentOf } from '../state.ts'
import { noTally, type Row, type Tally } from '../table.ts'
import { keyed } from './bad-files.ts'

type Way =
  | 'by the wizard'
  | 'by the wizard, nobody signed in'
  | 'put under its name by hand'
  | 'copied over it by hand'
const ways: readonly Way[] = [
  'by the wizard',
  'by the wizard, nobody signed in',
  'put under its name by hand',
  'copied over it by hand',
]

/** Of the journal: the engine's magic, and how many pages are to be put back. */
const magic = 'd9d505f920a163d7'

/** Whether the engine will play this journal back into the database beside it. */
export function isHot({ live }: Place): boolean {
  const journal = `${live}-journal`
  if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) <= 512) return false
  const head = readFileSync(journal).subarray(0, 12)
  return head.toString('hex', 0, 8) === magic && head.readUInt32BE(8) !== 0
}

/**
 * The program as a crash leaves it in the middle of a large save: changed pages in the live file, the old ones in a
 * journal that is hot, and the mark that it was open. In its own place: the program knows its files by what they are.
 */
async function crashed(harness: Harness, random: Chance): Promise<Place> {
  const { facts, place: template } = harness.template
  const place = placeIn(join(newFolder(harness.work, 'crash'), 'office'))
  cpSync(template.root, place.root, { recursive: true })
  const office = await startAt(place)
  await office.client.app.signIn({ staffId: facts.staffId, password })
  const task = (title: string) => office.client.tasks.create({ participant_id: null, title, due_on: null })
  for (let i = 0; i <= random.below(5); i += 1) await task(`${planted} ${i}`)
  const raw = connection(office.db())
  raw.pragma('cache_size = 1') // so that pages are written before the end, as those of a large save are
  raw.exec('BEGIN IMMEDIATE; UPDATE meta SET commit_seq = commit_seq + 1000; CREATE TABLE filling (a)')
  const rows = 50 + random.below(400)
  for (let i = 0; i < rows; i += 1) raw.exec('INSERT INTO filling VALUES (randomblob(900))')
  for (const suffix of ['', '-journal']) copyFileSync(place.live + suffix, `${place.live}${suffix}.cut`)
  raw.exec('ROLLBACK')
  office.drop()
  for (const suffix of ['', '-journal']) {
    copyFileSync(`${place.live}${suffix}.cut`, place.live + suffix)
    rmSync(`${place.live}${suffix}.cut`)
  }
  if (!isHot(place)) throw new Error('the journal is not hot')
  return place
}

function contentIn(file: string, code: string): string {
  const copy = openCopy({ file, key: dataKey(code) })
  try {
    return contentOf(copy)
  } finally {
    copy.close()
  }
}

async function signIn(office: RunningOffice, staffId: number): Promise<string> {
  await office.client.app.signIn({ staffId, password })
  return contentOf(office.db())
}

/**
 * An office is killed with a hot journal, and an old file put back in one of the ways. What is there afterwards is
 * the old file, or nothing that looks like an office; never the newer one by itself.
 */
async function putBack(
  harness: Harness,
  place: Place,
  former: string,
  way: Way,
  tally: Tally,
): Promise<void> {
  const { facts } = harness.template
  const source = join(newFolder(harness.work, 'stick'), 'kopie.db')
  copyFileSync(harness.template.place.visible, source)
  const wanted = contentIn(source, facts.code)
  if (way === 'copied over it by hand') copyFileSync(source, place.live)
  if (way === 'put under its name by hand') {
    copyFileSync(source, `${place.live}.copy`)
    renameSync(`${place.live}.copy`, place.live)
  }
  const office = await startAt(place)
  tally.count += 1
  const wrong = (is: 'lost' | 'corrupt' | 'half', why: string) => {
    tally[is] += 1
    if (tally.examples.length < 4) tally.examples.push(`${way}: ${why}`)
  }
  try {
    const byWizard = way.startsWith('by the wizard')
    if (byWizard) {
      const signedIn = way === 'by the wizard'
      if (signedIn && (await signIn(office, facts.staffId)) !== former)
        return wrong('half', 'what the crash left is not the same each time')
      const typedCode = signedIn ? null : formatCode(facts.code)
      await office.client.restore.apply({
        source: { kind: 'file', path: source },
        typedCode,
        staff: signedIn ? null : { id: facts.staffId, password },
        folder: null,
      })
    }
    let found: string
    try {
      found = await signIn(office, facts.staffId)
    } catch (error) {
      const code = String((error as { code?: unknown }).code)
      // Refused as damaged, with the copies in reach: nothing was undone in silence.
      if (!byWizard && code === 'DAMAGED_FILE') tally.ok += 1
      else wrong('corrupt', `sign-in says ${code} ${office.logged.at(-1)}`)
      return
    }
    if (found !== wanted) return wrong('lost', 'the file that was put back was undone, or changed')
    if (!byWizard) return void (tally.ok += 1)
    await office.client.restore.undo()
    const again = await signIn(office, facts.staffId)
    if (again !== former) return wrong('half', 'taking it back does not give what was there')
    tally.ok += 1
  } catch (error) {
    wrong('corrupt', `${String((error as { code?: unknown }).code)} ${office.logged.at(-1)}`)
  } finally {
    office.drop()
    rmSync(place.root, { recursive: true, force: true })
  }
}

/** What the office holds once it was opened after the crash. */
async function contentAfter(harness: Harness, crash: Place): Promise<string> {
  const place = placeIn(join(newFolder(harness.work, 'after'), 'office'))
  cpSync(crash.root, place.root, { recursive: true })
  const office = await startAt(place)
  try {
    return await signIn(office, harness.template.facts.staffId)
  } finally {
    office.drop()
    rmSync(place.root, { recursive: true, force: true })
  }
}

/** An old file copied over the live one, and opened as any program opens a database: the journal is played back. */
function openedByAnyProgram(harness: Harness, crash: Place, tally: Tally): void {
  const { place: template, facts } = harness.template
  const place = placeIn(join(newFolder(harness.work, 'naive'), 'office'))
  cpSync(crash.root, place.root, { recursive: true })
  copyFileSync(template.visible, place.live)
  tally.count += 1
  try {
    const raw = keyed(place.live, dataKey(facts.code))
    raw.exec('BEGIN IMMEDIATE; COMMIT')
    raw.close()
    if (contentIn(place.live, facts.code) === contentIn(template.visible, facts.code)) tally.ok += 1
    else tally.lost += 1
  } catch {
    tally.corrupt += 1
  }
  rmSync(place.root, { recursive: true, force: true })
}

/** A crash with a hot journal, then an old file put back: the old journal cannot undo it. */
export const restores: Part = async (harness) => {
  const random = chance(harness.seed + 9)
  const rounds = harness.count(100, 2)
  const naive = noTally()
  const rows: Row[] = []
  for (const way of ways) {
    harness.say(`restore with a hot journal: ${way}`)
    const tally = noTally()
    for (let round = 0; round < rounds; round += 1) {
      const place = await crashed(harness, random)
      const former = await contentAfter(harness, place)
      openedByAnyProgram(harness, place, naive)
      await putBack(harness, place, former, way, tally)
    }
    rows.push({ what: `restore with a hot journal: ${way}`, tally, least: rounds })
  }
  const mistake = { what: 'restore with a hot journal: MISTAKE left beside it', tally: naive, mustFail: true }
  return [...rows, mistake]
}
