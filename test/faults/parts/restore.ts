import { copyFileSync, cpSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dataKey, formatCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import { password, placeIn, startAt, type Place, type RunningOffice } from '../office.ts'
import { chance, type Chance } from '../random.ts'
import type { RecordJob } from '../recording.ts'
import { contentOf } from '../state.ts'
import { noTally, type Tally } from '../table.ts'
import { runAndKill } from './kills.ts'

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

const isHot = (place: Place) => (statSync(`${place.live}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Kills an office at work until it leaves a journal that is still to be rolled back. */
async function untilHot(harness: Harness, place: Place, random: Chance): Promise<boolean> {
  const { facts } = harness.template
  const temp = newFolder(harness.work, 'temp')
  const job: RecordJob = { root: place.root, flow: 'day', facts, mistake: null, control: 'stdout' }
  for (let i = 0; i < 60 && !isHot(place); i += 1) await runAndKill(job, random.next() * 300, false, temp)
  return isHot(place)
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
async function putBack(harness: Harness, base: Place, way: Way, tally: Tally): Promise<void> {
  const { facts } = harness.template
  const place = placeIn(join(newFolder(harness.work, 'restore'), 'office'))
  cpSync(base.root, place.root, { recursive: true })
  const source = join(newFolder(harness.work, 'stick'), 'kopie.db')
  copyFileSync(base.visible, source)
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
    let former = ''
    if (byWizard) {
      const signedIn = way === 'by the wizard'
      if (signedIn) former = await signIn(office, facts.staffId)
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
    if (former === '') return void (tally.ok += 1)
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

/** A crash with a hot journal, then an old file put back: the old journal cannot undo it. */
export const restores: Part = async (harness) => {
  const random = chance(harness.seed + 9)
  const rounds = harness.count(40, 1)
  const tallies = new Map(ways.map((way) => [way, noTally()]))
  for (let round = 0; round < rounds; round += 1) {
    harness.say(`restore: round ${round + 1} of ${rounds}`)
    const base = placeIn(join(newFolder(harness.work, 'hot'), 'office'))
    cpSync(harness.template.place.root, base.root, { recursive: true })
    const hot = await untilHot(harness, base, random)
    if (!hot) throw new Error('no kill left a hot journal')
    for (const way of ways) await putBack(harness, base, way, tallies.get(way) ?? noTally())
    rmSync(base.root, { recursive: true, force: true })
  }
  return [...tallies].map(([way, tally]) => ({ what: `restore with a hot journal: ${way}`, tally }))
}
