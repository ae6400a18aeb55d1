/**
 * `npm run demo -- OUT [--today 2026-11-02] [--seed 7] [--participants N]`: a practice office and a day's work in
 * it, without a window. Same arguments, same bytes in every letter.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isDate } from '#core/calendar/dates.ts'
import { formatCode, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { finalPdf, letterById } from '#db/letters/queries.ts'
import { letters } from '#service/features/letters.ts'
import { results } from '#service/features/results.ts'
import { contextOn } from '#service/practice/context.ts'
import { foundPractice, type PracticeMade } from '#service/practice/found.ts'
import { fewestParticipants, hardCases, peopleFor } from '#service/practice/generate.ts'
import { createProgress } from './demo-progress.ts'

/** Said to whoever typed the command; no bug of the program. */
class Usage extends Error {}

interface Arguments {
  readonly out: string
  readonly today: string
  readonly seed: number
  readonly participants: number | null
}

/** What the letters' and results' features made, before it is written to files. */
interface Work {
  pdfs: { name: string; bytes: Uint8Array }[]
  workbook: Uint8Array
  summary: Record<string, unknown>
}

const folderOfLetters = 'brieven'

function readArguments(args: string[]): Arguments {
  const usage = 'Gebruik: npm run demo -- MAP [--today 2026-11-02] [--seed 7] [--participants 310]'
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        today: { type: 'string', default: '2026-11-02' },
        seed: { type: 'string', default: '7' },
        participants: { type: 'string' },
      },
    })
  } catch {
    throw new Usage(usage)
  }
  const { values, positionals } = parsed
  const [out] = positionals
  if (out === undefined || positionals.length > 1) throw new Usage(usage)
  if (!isDate(values.today))
    throw new Usage(`Dit is geen datum: ${values.today}. Schrijf bijvoorbeeld 2026-11-02.`)
  return {
    out: resolve(out),
    today: values.today,
    seed: wholeNumber('seed', values.seed, 0),
    participants:
      values.participants === undefined
        ? null
        : wholeNumber('participants', values.participants, fewestParticipants),
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (!/^\d{1,9}$/.test(text) || value < least)
    throw new Usage(`Schrijf bij --${name} een heel getal van ${least} of meer.`)
  return value
}

function checkEmpty(out: string): void {
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory()) throw new Usage(`${out} is een bestand. Kies een nieuwe of een lege map.`)
  if (readdirSync(out).length > 0)
    throw new Usage(`De map ${out} is niet leeg. Kies een nieuwe of een lege map.`)
}

/** Of the seed, so that two runs are equal. In the program itself a code is always random. */
function demoCode(seed: number): string {
  return newRecoveryCode((bytes) => createHash('sha256').update(`demo ${seed}`).digest().subarray(0, bytes))
}

/** The day's letters, finalised in the order of the list, and the figures of the year so far. */
async function doTheWork(made: PracticeMade, step: (done: number, total: number) => void): Promise<Work> {
  const { db, data, dueDrafts } = made
  const { today } = data.options
  const [, coach] = data.staff
  if (coach === undefined) throw new Error('nobody to finalise the letters')
  const ctx = contextOn(db, coach, today)
  const pdfs: Work['pdfs'] = []
  for (const [index, id] of dueDrafts.entries()) {
    await letters.finalise(ctx, { id })
    const pdf = finalPdf(db, id)?.pdf
    const number = letterById(db, id)?.number
    if (pdf === undefined || typeof number !== 'string') throw new Error('the letter was not finalised')
    pdfs.push({ name: `${number}.pdf`, bytes: Uint8Array.from(pdf) })
    step(index + 1, dueDrafts.length)
  }
  const year = { from: `${today.slice(0, 4)}-01-01`, to: today }
  const { file } = await results.excel(ctx, { ...year, projectId: null, municipalityId: null, people: false })
  const { active, former, waiting } = data.options
  const cases = Object.entries(hardCases(data)).map(([name, ids]) => [name, ids.length])
  return {
    pdfs,
    workbook: Buffer.from(file, 'base64'),
    summary: {
      today,
      seed: data.options.seed,
      people: { active, former, waiting },
      rows: { ...made.counts, letter: made.earlierLetters + pdfs.length },
      letters: { earlier: made.earlierLetters, today: pdfs.length },
      results: year,
      hardCases: Object.fromEntries(cases) as Record<string, number>,
    },
  }
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2))
  const { out, today, seed } = given
  checkEmpty(out)
  const root = join(import.meta.dirname, '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const people = given.participants === null ? {} : peopleFor(given.participants)
  const code = demoCode(seed)
  const progress = createProgress()
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Usage('Gestopt. Er is niets bewaard.')))

  const existed = existsSync(out)
  const profileDir = mkdtempSync(join(tmpdir(), 'trajectboek-demo-'))
  let work: Work | null = null
  try {
    mkdirSync(out, { recursive: true })
    await foundPractice({
      profileDir,
      folder: out,
      code,
      office: { today, seed, ...people },
      version,
      drafts: 1,
      formerLetters: 0.4,
      signal: stop.signal,
      onProgress: progress.step,
      before: async (made) => {
        work = await doTheWork(made, (done, total) => progress.step('today', done, total))
      },
    })
    writeAll(out, work, code, progress.timings())
    console.log(progress.done(out))
  } catch (error) {
    progress.stop()
    if (!existed) rmSync(out, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

function writeAll(out: string, work: Work | null, code: string, timings: Record<string, number>): void {
  if (work === null) throw new Error('the work was not done')
  mkdirSync(join(out, folderOfLetters))
  for (const { name, bytes } of work.pdfs) writeFileSync(join(out, folderOfLetters, name), bytes)
  writeFileSync(join(out, 'herstelcode.txt'), `${formatCode(code)}\n`)
  writeFileSync(join(out, 'resultaten.xlsx'), work.workbook)
  const summary = { ...work.summary, milliseconds: timings }
  writeFileSync(join(out, 'samenvatting.json'), `${JSON.stringify(summary, null, 2)}\n`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Usage)) throw error
  console.error(error.message)
  process.exitCode = 1
}
