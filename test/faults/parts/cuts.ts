import { rmSync } from 'node:fs'
import type { CutJob } from '../cuts.ts'
import type { Model } from '../disk.ts'
import { inParallel, newFolder, processors, shares, type Harness, type Part } from '../harness.ts'
import { record, type Mistake } from '../recording.ts'
import { addTally, noTally, type Row } from '../table.ts'

const models: readonly Model[] = ['harsh', 'windows']

async function cutFlow(harness: Harness, flow: string, cuts: number, mistake?: Mistake): Promise<Row[]> {
  const { work, template, seed } = harness
  const recording = await record({ work, template, flow, ...(mistake ? { mistake } : {}) })
  const rows: Row[] = []
  for (const [m, model] of models.entries()) {
    const began = performance.now()
    const jobs: CutJob[] = shares(Math.ceil(cuts / models.length), processors).map((count, i) => ({
      recording,
      model,
      cuts: count,
      seed: seed * 1000 + m * 100 + i,
      folder: newFolder(work, 'cut'),
    }))
    const tally = (await inParallel('cuts-child.ts', jobs)).reduce(addTally, noTally())
    const what = `power cuts: ${mistake ? `MISTAKE ${mistake} in ` : ''}${flow}, ${model}`
    const note = `${((performance.now() - began) / tally.count).toFixed(0)} ms each`
    harness.say(`${what}: ${tally.ok} of ${tally.count} right`)
    rows.push({ what, tally, note, mustFail: mistake !== undefined, least: cuts / models.length })
  }
  rmSync(recording.folder, { recursive: true, force: true })
  return rows
}

/** Real work, recorded, and the power cut at random moments of it. */
export const cuts: Part = async (harness) => {
  const rows: Row[] = []
  const each = Math.ceil(harness.count(10_000, 24) / harness.flows.length)
  for (const name of harness.flows) {
    harness.say(`power cuts: ${name}`)
    rows.push(...(await cutFlow(harness, name, each)))
  }
  return rows
}

/** The same on settings that are known to lose: the harness must see it. */
export const mistakes: Part = async (harness) => {
  const rows: Row[] = []
  const each = harness.count(400, 24)
  const known: [string, Mistake][] = [
    ['attendance', 'wal-normal'],
    ['attendance', 'delete-off'],
    ['publish', 'publish-unflushed'],
  ]
  for (const [flow, mistake] of known) {
    harness.say(`mistakes: ${mistake}`)
    rows.push(...(await cutFlow(harness, flow, each, mistake)))
  }
  return rows
}
