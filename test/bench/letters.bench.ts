/**
 * A two-page letter, warm: ours beside pdfkit as everybody uses it, with the paths of the same four fonts and
 * the words of the same letter. The peer draws no bars, boxes or tables and tags nothing: it has less to do.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent, Rich } from '#core/letters/content.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { drawLetter } from '#service/letters/render.ts'
import { typicalFacts } from '../letters/example.ts'

const resolve = createRequire(import.meta.url)
const fonts = {
  text: resolve.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: resolve.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  title: resolve.resolve('@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf'),
  quote: resolve.resolve('@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf'),
}

const flat = (all: readonly Rich[]): string =>
  all.map((rich) => rich.map((run) => run.text).join('')).join('\n')

/** Every text of a block, in order. */
function wordsOf(block: LetterContent['blocks'][number]): string {
  const { kind, ...rest } = block
  const texts: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect({ ...rest, heading: null })
  return kind === 'paragraphs' ? flat(block.paragraphs) : texts.join('\n')
}

async function plainPdfkit(content: LetterContent): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 93, font: fonts.text })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const finished = new Promise((done) => doc.on('end', done))
  doc.font(fonts.text).fontSize(10).text(content.address.join('\n'))
  doc.font(fonts.title).fontSize(15).text(content.heading)
  for (const block of content.blocks) {
    if ('heading' in block && block.heading !== null)
      doc.font(fonts.strong).fontSize(11.5).text(block.heading)
    doc
      .font(block.kind === 'opinion' ? fonts.quote : fonts.text)
      .fontSize(10)
      .text(wordsOf(block))
  }
  doc.font(fonts.text).text(flat(content.closing.paragraphs))
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

/** Processor time of this process in milliseconds. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A letter of somebody else each time: other names, figures and days. */
function variant(n: number): ProgressFacts {
  const surname = `${['Khatib', 'Özdemir', 'Tesfay', 'Nowak', 'Haddad'][n % 5] ?? ''} ${n}`
  return {
    ...typicalFacts,
    number: `2026-${String(n).padStart(4, '0')}`,
    participant: { ...typicalFacts.participant, surname, client_number: `CL-${20000 + n}` },
    attendance: { ...typicalFacts.attendance, present_minutes: 6000 + 15 * (n % 100) },
  }
}

const ROUNDS = 5
const PER_ROUND = 20
const letters = Array.from({ length: 100 }, (_, n) => composeProgressLetter(variant(n), 'nl'))
const ours = async (content: LetterContent) => (await drawLetter(content, { draft: false })).pdf
const ways = { ours, 'pdfkit with font paths': plainPdfkit }

const begun = performance.now()
const first = await drawLetter(letters[0] ?? composeProgressLetter(typicalFacts, 'nl'), { draft: false })
const cold = performance.now() - begun
for (const content of letters.slice(0, 15)) {
  await ours(content)
  await plainPdfkit(content)
}
const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, make] of Object.entries(ways)) {
    const start = cpu()
    for (const content of letters.slice(round * PER_ROUND, (round + 1) * PER_ROUND)) await make(content)
    times.get(name)?.push((cpu() - start) / PER_ROUND)
  }
const median = (name: string): number => {
  const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
const composing = cpu()
for (let n = 0; n < 200; n += 1) composeProgressLetter(variant(n), 'nl')
console.log(`  words of a letter              ${((cpu() - composing) / 200).toFixed(2)} ms`)
console.log(
  `  first letter of the process    ${cold.toFixed(0)} ms (${first.pages} pages, fonts not read yet)`,
)
for (const name of Object.keys(ways))
  console.log(`  ${name.padEnd(30)} ${median(name).toFixed(1)} ms CPU a letter`)
const ratio = median('pdfkit with font paths') / median('ours')
console.log(`  ratio                          ${ratio.toFixed(1)}x (goal: at least 2.5x)`)
console.log(`  size                           ${(first.pdf.length / 1000).toFixed(1)} KB (goal: 40 KB)`)
