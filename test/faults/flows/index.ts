import { attendance } from './attendance.ts'
import { batch } from './batch.ts'
import { day } from './day.ts'
import type { Flow } from './flow.ts'
import { intake } from './intake.ts'
import { letter } from './letter.ts'
import { migrate } from './migrate.ts'
import { publish } from './publish.ts'
import { restore } from './restore.ts'
import { rotate } from './rotate.ts'
import { snapshot } from './snapshot.ts'

/** Every piece of work that is recorded. */
const all: readonly Flow[] = [intake, attendance, letter, batch, publish, snapshot, restore, migrate, rotate]

export const flows = all.filter(({ exists }) => exists?.() ?? true)
export const missingFlows = all.filter((flow) => !flows.includes(flow)).map(({ name }) => name)

export function flowNamed(name: string): Flow {
  const flow = [...flows, day].find((one) => one.name === name)
  if (flow === undefined) throw new Error(`no flow ${name}`)
  return flow
}
