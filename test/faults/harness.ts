import { cpSync, mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { contentAt, runNode, type Mistake } from './recording.ts'
import { placeIn, type OfficeFacts, type Place } from './office.ts'
import type { Row, Tally } from './table.ts'

/** What every part of the harness gets. */
export interface Harness {
  /** A folder for this run, in memory where there is one. */
  readonly work: string
  readonly template: { readonly place: Place; readonly facts: OfficeFacts }
  readonly seed: number
  /** The whole count, made smaller for a quick run; at least `least`. */
  count(whole: number, least?: number): number
  /** The flows to use, by name. */
  readonly flows: readonly string[]
  /** Somebody asked for these flows: no others are played beside them. */
  readonly chosen: boolean
  /** 1 is the run with all counts. */
  readonly scale: number
  readonly say: (text: string) => void
}

/** A part of the harness: some lines of the table. */
export type Part = (harness: Harness) => Promise<Row[]>

export const processors = Math.max(1, Math.min(4, availableParallelism()))

/** Runs the jobs in programs of their own, as many at a time as there are processors. */
export async function inParallel<Job>(program: string, jobs: readonly Job[]): Promise<Tally[]> {
  const waiting = [...jobs]
  const results: Tally[] = []
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift())
      results.push(JSON.parse(await runNode(program, job)) as Tally)
  }
  await Promise.all(Array.from({ length: processors }, work))
  return results
}

/** Divides a count over some shares, none of them empty. */
export function shares(count: number, over: number): number[] {
  const parts = Math.max(1, Math.min(over, count))
  return Array.from({ length: parts }, (_, i) => Math.floor((count + i) / parts))
}

let folders = 0
export function newFolder(work: string, name: string): string {
  const folder = join(work, `${name}-${(folders += 1)}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The office of the template as a flow needs it, in a folder of its own; with what it holds. */
export async function prepared(
  { work, template }: Pick<Harness, 'work' | 'template'>,
  flow: string,
): Promise<{ place: Place; first: string }> {
  const root = join(newFolder(work, flow), 'office')
  cpSync(template.place.root, root, { recursive: true })
  const job = { root, flow, facts: template.facts, mistake: null as Mistake | null, control: '' }
  await runNode('prepare-child.ts', job)
  const place = placeIn(root)
  return { place, first: contentAt(place, template.facts.code) }
}
