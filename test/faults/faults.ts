import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { flows, missingFlows } from './flows/index.ts'
import type { Harness, Part } from './harness.ts'
import { foundOfficeAt, placeIn } from './office.ts'
import { badFiles } from './parts/bad-files.ts'
import { copies } from './parts/copies.ts'
import { cuts, mistakes } from './parts/cuts.ts'
import { io } from './parts/io.ts'
import { kills } from './parts/kills.ts'
import { lockoutRows } from './parts/lockouts.ts'
import { restores } from './parts/restore.ts'
import { seam } from './parts/seam.ts'
import { hasCompiler, workFolder } from './recording.ts'
import type { Row } from './table.ts'

const parts = {
  mistakes,
  cuts,
  seam,
  io,
  kills,
  copies,
  badFiles,
  restores,
  lockouts: lockoutRows,
} satisfies Record<string, Part>
export type PartName = keyof typeof parts
export const partNames = Object.keys(parts) as PartName[]

/** These look at the calls to the disk through recorder.c, which has to be built. */
const needCompiler: readonly PartName[] = ['mistakes', 'cuts', 'io']

/** Runs the parts on a small office of invented people. What cannot run here is named in `skipped`. */
export async function runFaults(options: {
  only: readonly PartName[]
  /** Only these flows. */
  flows?: readonly string[]
  /** 1 is the full count; smaller is a quick look. */
  scale: number
  seed: number
  say?: (text: string) => void
}): Promise<{ rows: Row[]; skipped: string[] }> {
  const { only, scale, seed, say = () => undefined } = options
  const names = options.flows ?? flows.map(({ name }) => name)
  const work = workFolder()
  const rows: Row[] = []
  const skipped = missingFlows.map((flow) => `flow ${flow} (not in the program yet)`)
  // Some thousand programs are started, all of the same modules: compiled once.
  const compiled = process.env['NODE_COMPILE_CACHE']
  process.env['NODE_COMPILE_CACHE'] = join(work, 'compiled')
  try {
    const place = placeIn(join(work, 'template'))
    const template = { place, facts: await foundOfficeAt(place) }
    const harness: Harness = {
      work,
      template,
      seed,
      flows: names,
      chosen: options.flows !== undefined,
      scale,
      say,
      count: (whole, least = 1) => Math.max(least, Math.round(whole * scale)),
    }
    for (const name of only) {
      if (needCompiler.includes(name) && (process.platform !== 'linux' || !hasCompiler())) {
        skipped.push(`faults ${name} (needs Linux and gcc: Debian package build-essential)`)
        continue
      }
      rows.push(...(await parts[name](harness)))
    }
    return { rows, skipped }
  } finally {
    if (compiled === undefined) delete process.env['NODE_COMPILE_CACHE']
    else process.env['NODE_COMPILE_CACHE'] = compiled
    rmSync(work, { recursive: true, force: true })
  }
}
