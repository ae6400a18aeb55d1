/** The outside judges of our PDFs: poppler, qpdf, and PDFBox Preflight where Java is there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'

const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'bcprov',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`)

const found = (tool: string, flag = '-v'): boolean => spawnSync(tool, [flag]).error === undefined
export const hasPoppler = found('pdftotext') && found('pdfinfo') && found('pdffonts') && found('pdftoppm')
export const hasQpdf = found('qpdf', '--version')
export const hasPreflight = JARS.slice(0, 4).every((jar) => existsSync(jar)) && found('java', '-version')

/** Runs `work` on a file that holds these bytes; it is gone afterwards. */
export function withFile<T>(pdf: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'letter-'))
  const file = path.join(folder, 'letter.pdf')
  try {
    writeFileSync(file, pdf)
    return work(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const run = (pdf: Uint8Array, tool: string, before: string[], after: string[] = []): string =>
  withFile(pdf, (file) => execFileSync(tool, [...before, file, ...after], { encoding: 'utf8' }))

/** The text in reading order, hard spaces as spaces, lines as they are. */
export const textOf = (pdf: Uint8Array): string => run(pdf, 'pdftotext', [], ['-']).replaceAll('\u00a0', ' ')
/** The same on one line: for sentences that a line end may cut. */
export const flatText = (pdf: Uint8Array): string => textOf(pdf).replaceAll(/\s+/gu, ' ')
export const infoOf = (pdf: Uint8Array): string => run(pdf, 'pdfinfo', [])
export const structureOf = (pdf: Uint8Array): string => run(pdf, 'pdfinfo', ['-struct-text'])
/** The tags alone: of a large table a hundred times as quick as with the text in them. */
export const tagsOf = (pdf: Uint8Array): string => run(pdf, 'pdfinfo', ['-struct'])
export const fontsOf = (pdf: Uint8Array): string[] => run(pdf, 'pdffonts', []).trim().split('\n').slice(2)

/** The bytes as characters, with what is packed in object streams unpacked behind them. */
export function sourceOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const packed = [...raw.matchAll(/\/Type \/ObjStm[^]*?\nstream\n([^]*?)\nendstream/gu)]
  const unpack = (bytes = '') => inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  return [raw, ...packed.map((found) => unpack(found[1]))].join('\n')
}

/** The same document as qpdf writes it without object streams. */
export function unpacked(pdf: Uint8Array): Buffer {
  return withFile(pdf, (file) => {
    execFileSync('qpdf', ['--object-streams=disable', file, `${file}.plain`])
    return readFileSync(`${file}.plain`)
  })
}

/** What is drawn on the pages, as qpdf takes it out of its packing. */
export function drawingOf(pdf: Uint8Array): string {
  return withFile(pdf, (file) =>
    execFileSync('qpdf', ['--stream-data=uncompress', file, '-'], { maxBuffer: 1e8 }).toString('latin1'),
  )
}

/** Whether qpdf finds nothing wrong; otherwise what it says. */
export function qpdfSays(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    return status === 0 ? 'ok' : `${stdout}${stderr}`
  })
}

/** What PDFBox Preflight says about this PDF/A-1b file. */
export function preflightSays(pdf: Uint8Array): string {
  return withFile(pdf, (file) => {
    const validator = 'org.apache.pdfbox.preflight.Validator_A1b'
    const { stdout, stderr } = spawnSync('java', ['-cp', JARS.join(':'), validator, file], {
      encoding: 'utf8',
    })
    return `${stdout}${stderr}`
  })
}

export interface WordAt {
  readonly page: number
  readonly text: string
  /** Millimetres from the left and the top of the page. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
/** Every word and where it stands. */
export function wordsAt(pdf: Uint8Array): WordAt[] {
  const words: WordAt[] = []
  let page = 0
  for (const line of run(pdf, 'pdftotext', ['-bbox'], ['-']).split('\n')) {
    if (line.includes('<page ')) page += 1
    const match = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/u.exec(
      line,
    )
    if (!match) continue
    const [left = 0, top = 0, right = 0, bottom = 0] = match
      .slice(1, 5)
      .map((points) => (Number(points) * 25.4) / 72)
    words.push({ page, text: match[5] ?? '', left, top, right, bottom })
  }
  return words
}
