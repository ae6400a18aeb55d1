import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PublisherTimes } from '#service/publisher.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { contentOf } from './state.ts'
import { placeIn, type OfficeFacts, type Place } from './office.ts'
import { kinds, readLines } from './trace.ts'

/** What a recorded program tells, in the order in which it happened between its calls. */
export type Mark =
  /** It asks for a command by its number, or was answered. */
  | { readonly begin: number }
  | { readonly answered: number }
  /** What the office held after command `state`, by state.ts, and how many commands that were in all. */
  | { readonly state: number; readonly content: string; readonly seq: number }
  /** The visible file was said to hold everything up to this command. */
  | { readonly published: number }
  /** A code that opens the office from now on. */
  | { readonly code: string }
  /** What was being typed, by a number that grows, is kept. */
  | { readonly draft: number }

/** Known mistakes, built in on purpose: a harness that finds no loss with these finds none at all. */
export type Mistake = 'wal-normal' | 'delete-off' | 'publish-unflushed'

export interface RecordJob {
  readonly root: string
  readonly flow: string
  readonly facts: OfficeFacts
  readonly mistake: Mistake | null
  /** Where marks go: the recorder's path, or `stdout`. */
  readonly control: string
  /** Publish by the clock, as the program does; else only when the flow asks. */
  readonly times?: PublisherTimes
}

export interface Recording {
  readonly flow: string
  readonly folder: string
  /** What stood there before. */
  readonly before: string
  readonly trace: string
  /** Where it ran; the trace's paths begin with it. */
  readonly root: string
  readonly facts: OfficeFacts
  /** What the office held before the first command. */
  readonly first: string
}

/** In memory where there is such a place: the harness writes some hundred gigabytes. */
export function workFolder(): string {
  const shm = '/dev/shm'
  return mkdtempSync(join(existsSync(shm) ? shm : tmpdir(), 'trajectboek-faults-'))
}

export const hasCompiler = () => spawnSync('gcc', ['--version']).status === 0

let library: string | undefined

/** Builds the recorder. @throws Error when it cannot be built. */
export function recorder(folder: string): string {
  if (library !== undefined && existsSync(library)) return library
  library = join(folder, 'recorder.so')
  const source = join(import.meta.dirname, 'recorder.c')
  const built = spawnSync('gcc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-o',
    library,
    source,
  ])
  if (built.status !== 0) throw new Error(`the recorder cannot be built: ${built.stderr.toString()}`)
  return library
}

export function recorderEnv(
  folder: string,
  root: string,
  control: string,
  trace?: string,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: recorder(folder),
    UV_USE_IO_URING: '0', // what goes through there is seen by nobody
    RECORDER_ROOT: root,
    RECORDER_CONTROL: control,
    ...(trace === undefined ? {} : { RECORDER_TRACE: trace }),
  }
}

/** Runs a program of the harness with the same Node. @throws Error with what it said when it fails. */
export function runNode(
  program: string,
  job: unknown,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, program), JSON.stringify(job)], {
      cwd: join(import.meta.dirname, '..', '..'),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let wrong = ''
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    child.stderr.on('data', (data: Buffer) => (wrong += data.toString()))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(said)
        : reject(new Error(`${program} ended with ${code ?? signal}:\n${wrong}${said}`)),
    )
  })
}

/** What the live file of a place that nobody has open holds. */
export function contentAt(place: Place, code: string): string {
  const copy = openCopy({ file: place.live, key: dataKey(code) })
  try {
    return contentOf(copy)
  } finally {
    copy.close()
  }
}

/**
 * Runs a flow on a copy of the office in `template` and records what it asks of the disk.
 * @throws Error when the recorder saw no writes of the engine or no flushes: then it was not in between.
 */
export async function record(options: {
  work: string
  template: { place: Place; facts: OfficeFacts }
  flow: string
  mistake?: Mistake
}): Promise<Recording> {
  const { work, template, flow, mistake = null } = options
  const folder = mkdtempSync(join(work, `${flow}-`))
  const [before, root, trace] = ['before', 'ran', 'trace'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  cpSync(template.place.root, root, { recursive: true })
  await runNode('prepare-child.ts', { root, flow, facts: template.facts, mistake, control: '' })
  cpSync(root, before, { recursive: true })
  const first = contentAt(placeIn(root), template.facts.code)
  const control = join(folder, 'control')
  const job: RecordJob = { root, flow, facts: template.facts, mistake, control }
  await runNode('record-child.ts', job, recorderEnv(work, root, control, trace))
  assertSeen(trace)
  const recording: Recording = { flow, folder, before, trace, root, facts: template.facts, first }
  writeFileSync(join(folder, 'recording.json'), JSON.stringify(recording))
  rmSync(root, { recursive: true })
  return recording
}

export const readRecording = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8')) as Recording

function assertSeen(trace: string): void {
  if (!existsSync(trace) || statSync(trace).size === 0) throw new Error('the recorder recorded nothing')
  const lines = readLines(trace)
  const has = (kind: number, path = '') =>
    lines.some((line) => line.kind === kind && line.first.toString().endsWith(path))
  const missing = Object.entries({
    'opens by the engine': has(kinds.open, 'live.db-journal') || has(kinds.open, 'live.db-wal'),
    writes: has(kinds.write),
    "flushes, or the mistake's lack of them": has(kinds.sync) || has(kinds.truncate),
    marks: has(kinds.mark),
  }).filter(([, seen]) => !seen)
  if (missing.length > 0)
    throw new Error(`the recorder did not see: ${missing.map(([what]) => what).join(', ')}`)
}

export function makeFolder(path: string): string {
  mkdirSync(path, { recursive: true })
  return path
}
