/**
 * 200 letters of two pages, all warm and side by side in one run: ours, on their thread as the program draws them, tagged
 * and with the marks of PDF/A-2a, beside one call of LibreOffice, Chromium's print-to-PDF and pdfkit as everybody uses
 * it. Also what the thread costs, how large they are, what a thousand ask of memory, and one print file of 200. A peer that is not on this machine is named and left out.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import { printFileOf } from '#service/letters/print-file.ts'
import { drawLetter } from '#service/letters/render.ts'
import { drawOnThread } from '#service/letters/thread/thread.ts'
import { bundled } from './bundled.ts'
import { cpuOfOthers, htmlOf, plainPdfkit, withLibreOffice } from './letter-peers.ts'
import { letterOf } from './letter-facts.ts'

const COUNT = 200
const has = (program: string) => spawnSync('which', [program]).status === 0
const contents = Array.from({ length: COUNT }, (_, n) => composeProgressLetter(letterOf(n), 'nl'))
const [typical] = contents
if (!typical) throw new Error('no letter')

/** Processor time of this process in milliseconds. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const ours = async (content: LetterContent) => (await drawOnThread(content, { draft: false })).pdf
const here = async (content: LetterContent) => (await drawLetter(content, { draft: false })).pdf
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
const say = (what: string, said: string) => console.log(`  ${what.padEnd(34)} ${said}`)
const ms = (time: number) => `${time.toFixed(1)} ms CPU a letter`

const begun = performance.now()
await ours(typical)
say('first letter of the process', `${(performance.now() - begun).toFixed(0)} ms (no thread yet)`)
for (const draw of [ours, here]) for (const content of contents.slice(0, 30)) await draw(content)
for (const content of contents.slice(0, 3)) await plainPdfkit(content)

const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-bench-'))
const times = {
  ours: [] as number[],
  here: [] as number[],
  pdfkit: [] as number[],
  chromium: [] as number[],
  libreOffice: [] as number[],
}
try {
  const ROUNDS = 5
  const PER_ROUND = COUNT / ROUNDS
  const browser = has('chromium')
    ? await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    : null
  const page = await browser?.newPage()
  const printed = async (content: LetterContent) => {
    const file = path.join(folder, 'letter.html')
    writeFileSync(file, htmlOf(content))
    await page?.goto(pathToFileURL(file).href)
    return await page?.pdf({ tagged: true, preferCSSPageSize: true })
  }
  if (page) for (const content of contents.slice(0, 5)) await printed(content)
  // What a start takes is not a letter's: it is taken off.
  const inOffice = async (some: readonly LetterContent[]) => {
    const from = cpuOfOthers()
    const made = await withLibreOffice(folder, some)
    const time = cpuOfOthers() - from
    if (!made.every((file) => existsSync(file))) throw new Error('it made no letters')
    return time
  }
  // The first one makes its profile. Without its Writer it starts, and opens nothing.
  const office = await inOffice(contents.slice(0, 2)).then(
    () => true,
    () => false,
  )

  for (let round = 0; round < ROUNDS; round += 1) {
    const some = contents.slice(round * PER_ROUND, (round + 1) * PER_ROUND)
    let from = cpu()
    for (const content of some) await ours(content)
    times.ours.push((cpu() - from) / PER_ROUND)
    from = cpu()
    for (const content of some) await here(content)
    times.here.push((cpu() - from) / PER_ROUND)
    from = cpu()
    for (const content of some.slice(0, 10)) await plainPdfkit(content)
    times.pdfkit.push((cpu() - from) / 10)
    if (page) {
      from = cpuOfOthers()
      for (const content of some) await printed(content)
      times.chromium.push((cpuOfOthers() - from) / PER_ROUND)
    }
    if (office) {
      const start = await inOffice(some.slice(0, 1))
      times.libreOffice.push(((await inOffice(some)) - start) / (PER_ROUND - 1))
    }
  }
  await browser?.close()

  const own = median(times.ours)
  say('ours', ms(own))
  say('the same without the thread', ms(median(times.here)))
  const beside = (name: string, all: readonly number[], goal: number) =>
    say(name, `${ms(median(all))}: ${(median(all) / own).toFixed(1)}x (goal: at least ${goal}x)`)
  beside('pdfkit with font paths', times.pdfkit, 2.5)
  if (page) beside("Chromium's print-to-PDF", times.chromium, 6)
  else say('Chromium', 'is not here')
  if (office) beside('LibreOffice, in one call', times.libreOffice, 4)
  else say('LibreOffice Writer', 'is not here')

  const pdfs: Uint8Array[] = []
  const counts = new Set<number>()
  for (const content of contents) {
    const { pdf, pages } = await drawOnThread(content, { draft: false })
    pdfs.push(pdf)
    counts.add(pages)
  }
  const largest = Math.max(...pdfs.map((pdf) => pdf.length))
  say('size', `${(largest / 1000).toFixed(1)} KB at most, ${[...counts].join(' or ')} pages (goal: 40 KB)`)

  const from = performance.now()
  const file = await printFileOf(pdfs, true)
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  say(`print file of ${COUNT}`, `${(file.length / 1e6).toFixed(2)} MB in ${seconds} s (goal: 1.5 MB)`)

  const bundle = await bundled({
    'letters-memory': 'test/bench/letters-memory.ts',
    'draw-thread': 'service/letters/thread/draw-thread.ts',
  })
  const source = path.join(import.meta.dirname, 'letters-memory.ts')
  // As `npm start` does, which keeps what is compiled: the second time is the usual one.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') }
  for (const [how, program] of [
    ['as packed (goal: 200 MB)', path.join(bundle, 'letters-memory.js')],
    ['from source, first time', source],
    ['from source', source],
  ] as const) {
    const said = execFileSync(process.execPath, [program], { env }).toString().trim()
    say(`1,000 letters ${how}`, said)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
