import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, prepared, processors, type Harness, type Part } from '../harness.ts'
import { ioFaults, type IoFault, type IoJob, type IoResult } from '../io.ts'
import { recorder, recorderEnv, runNode } from '../recording.ts'
import { addTally, noTally, type Row } from '../table.ts'

/**
 * Calls to the disk fail in turn, SQLite's own included: nothing that was answered is lost, nothing is answered that
 * is not there, what is told is a code with words, and the program goes on.
 */
export const io: Part = async (harness) => {
  recorder(harness.work)
  harness.say('failing calls')
  // All faults of a flow in one program where there are few tries, one each where there are many.
  const sets = harness.scale < 0.2 ? [ioFaults] : ioFaults.map((fault) => [fault])
  const jobs = harness.flows.flatMap((flow) => sets.map((faults) => ({ flow, faults })))
  const results: IoResult[] = []
  await Promise.all(
    Array.from({ length: processors }, async () => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        harness.say(`failing calls: ${job.flow}, ${jobs.length} to go`)
        for (const result of await failIn(harness, job.flow, job.faults)) {
          const { fault, tally } = result
          harness.say(`failing calls: ${job.flow}, ${fault}: ${tally.ok} of ${tally.count} right`)
          results.push(result)
        }
      }
    }),
  )
  return rowsOf(results)
}

async function failIn(harness: Harness, flow: string, faults: readonly IoFault[]): Promise<IoResult[]> {
  const { work, template, seed } = harness
  const { place, first } = await prepared(harness, flow)
  const root = newFolder(work, 'io')
  const folder = join(root, 'io')
  mkdirSync(folder)
  const control = join(root, 'control')
  const step = Math.max(1, Math.round(1 / harness.scale))
  const job: IoJob = {
    flow,
    prepared: place.root,
    first,
    facts: template.facts,
    folder,
    control,
    faults,
    from: seed * 7,
    step,
  }
  const results = JSON.parse(
    await runNode('io-child.ts', job, recorderEnv(work, folder, control)),
  ) as IoResult[]
  // A recorder that counts nothing would find nothing wrong.
  for (const { calls, fault } of results)
    if (calls < (fault.includes('reading') ? 3 : 20))
      throw new Error(`the recorder saw ${calls} calls of ${flow}: it was not in between`)
  rmSync(root, { recursive: true, force: true })
  rmSync(place.root, { recursive: true, force: true })
  return results
}

function rowsOf(results: readonly IoResult[]): Row[] {
  return [...Map.groupBy(results, ({ fault }) => fault)].map(([fault, some]): Row => {
    const tally = some.map((one) => one.tally).reduce(addTally, noTally())
    const told = [...new Set(some.flatMap((one) => one.told))].sort()
    const anyway = some.reduce((sum, one) => sum + one.anyway, 0)
    const kept = anyway > 0 ? `; ${anyway} refused at the last flush and there all the same` : ''
    return { what: `failing I/O: ${fault}`, tally, note: `told: ${told.join(', ')}${kept}` }
  })
}
