/**
 * The same letter as others make it: plainly with pdfkit, as a LibreOffice document, as a page for Chromium. The same
 * words in the same fonts, with headings and tables; none of them draws bars, boxes or scales, so they have less to do.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import PDFDocument from 'pdfkit'
import type { Block, LetterContent, Rich } from '#core/letters/content.ts'

const resolve = createRequire(import.meta.url)
const files = {
  text: resolve.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  strong: resolve.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  title: resolve.resolve('@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf'),
  quote: resolve.resolve('@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf'),
}

type Part =
  | { readonly kind: 'title' | 'heading' | 'text' | 'quote'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const plain = (rich: Rich): string => rich.map((run) => run.text).join('')
const texts = (all: readonly Rich[]): Part[] => all.map((rich) => ({ kind: 'text', text: plain(rich) }))

function bodyOf(block: Block): Part[] {
  switch (block.kind) {
    case 'facts':
      return [{ kind: 'table', rows: block.rows.map(({ label, value }) => [label, value]) }]
    case 'attendance':
      return [
        {
          kind: 'table',
          rows: [block.weeks.map(({ label }) => label), block.weeks.map(({ hours }) => hours)],
        },
        { kind: 'text', text: block.legend },
        ...texts(block.paragraphs),
      ]
    case 'language':
      return [
        { kind: 'table', rows: block.columns.map(({ skill, level, source }) => [skill, level, source]) },
      ]
    case 'skills':
      return [
        {
          kind: 'table',
          rows: block.rows.map(({ name, start, now, own }) => [name, ...[start, now, own].map(String)]),
        },
        ...texts(block.paragraphs),
      ]
    case 'goals':
      return [{ kind: 'table', rows: block.goals.map(({ word, text }) => [word, plain(text)]) }]
    case 'agreements':
      return [{ kind: 'table', rows: [block.columns, ...block.rows] }]
    case 'opinion':
      return [
        ...block.quote.map((text) => ({ kind: 'quote' as const, text })),
        { kind: 'text', text: block.detail },
      ]
    case 'paragraphs':
    case 'question':
      return texts(block.paragraphs)
    default:
      throw new Error(`a progress letter has no ${block.kind}`)
  }
}

/** Everything a reader reads, in order. */
function partsOf(content: LetterContent): Part[] {
  const text = (line: string): Part => ({ kind: 'text', text: line })
  return [
    { kind: 'heading', text: content.head.name },
    ...[content.head.tagline, ...content.head.lines].map(text),
    text(content.returnAddress),
    ...content.address.map(text),
    {
      kind: 'table',
      rows: [content.references.map((one) => one.label), content.references.map((one) => one.value)],
    },
    { kind: 'title', text: content.heading },
    text(content.period),
    text(content.salutation),
    ...content.blocks.flatMap((block): Part[] => [
      ...('heading' in block && block.heading ? [{ kind: 'heading' as const, text: block.heading }] : []),
      ...bodyOf(block),
    ]),
    ...texts(content.closing.paragraphs),
    ...[content.closing.greeting, content.closing.name, content.closing.role, content.closing.copy].map(text),
    text(content.foot.left.join(' · ')),
  ]
}

/** pdfkit with the paths of the four fonts, untagged: as its guide says. */
export async function plainPdfkit(content: LetterContent): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 93, font: files.text })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const finished = new Promise((done) => doc.on('end', done))
  const faces = { title: 'title', heading: 'strong', quote: 'quote', text: 'text', table: 'text' } as const
  for (const part of partsOf(content)) {
    doc.font(files[faces[part.kind]]).fontSize(part.kind === 'title' ? 15 : 10)
    for (const line of part.kind === 'table' ? part.rows.map((row) => row.join('   ')) : [part.text])
      doc.text(line)
  }
  doc.end()
  await finished
  return Buffer.concat(chunks)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** For Chromium's print-to-PDF: one page of HTML with its fonts. */
export function htmlOf(content: LetterContent): string {
  const face = (family: string, file: string, weight: number) =>
    `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${pathToFileURL(file).href}") }`
  const tags = { title: 'h1', heading: 'h2', text: 'p', quote: 'blockquote' } as const
  const body = partsOf(content).map((part) =>
    part.kind === 'table'
      ? `<table>${part.rows
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
          .join('')}</table>`
      : `<${tags[part.kind]}>${escaped(part.text)}</${tags[part.kind]}>`,
  )
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(content.title)}</title><style>
    ${face('Text', files.text, 400)} ${face('Text', files.strong, 600)}
    ${face('Title', files.title, 600)} ${face('Title', files.quote, 500)}
    @page { size: A4; margin: 25mm 33mm } body { font: 10pt/1.4 Text; margin: 0 }
    h1 { font: 600 15pt Title } h2 { font: 600 11.5pt Text } p, h1, h2 { margin: 0 0 5pt }
    blockquote { font: 500 11pt Title; margin: 0 } td { border-bottom: .5pt solid #ccc; padding: 1pt 6pt 1pt 0 }
    </style></head><body>${body.join('\n')}</body></html>`
}

/** For LibreOffice: a flat Writer document with styles, headings and tables. */
export function fodtOf(content: LetterContent): string {
  const paragraph = (style: string, text: string) =>
    `<text:p text:style-name="${style}">${escaped(text)}</text:p>`
  const body = partsOf(content).map((part, n) => {
    if (part.kind === 'table')
      return `<table:table table:name="T${n}"><table:table-column table:number-columns-repeated="${part.rows[0]?.length ?? 1}"/>${part.rows
        .map(
          (row) =>
            `<table:table-row>${row
              .map(
                (cell) =>
                  `<table:table-cell office:value-type="string">${paragraph('Body', cell)}</table:table-cell>`,
              )
              .join('')}</table:table-row>`,
        )
        .join('')}</table:table>`
    if (part.kind === 'title' || part.kind === 'heading') {
      const [style, level] = part.kind === 'title' ? ['Head', 1] : ['Sub', 2]
      return `<text:h text:style-name="${style}" text:outline-level="${level}">${escaped(part.text)}</text:h>`
    }
    return paragraph(part.kind === 'quote' ? 'Quote' : 'Body', part.text)
  })
  const style = (name: string, font: string, size: number) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:text-properties style:font-name="${font}" fo:font-family="${font}" fo:font-size="${size}pt" fo:language="nl" fo:country="NL"/></style:style>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${escaped(content.title)}</dc:title><dc:language>nl-NL</dc:language></office:meta>
<office:styles>${style('Body', 'Noto Sans', 10)}${style('Head', 'Literata SemiBold', 15)}${style('Sub', 'Noto Sans SemiBold', 11.5)}${style('Quote', 'Literata Medium', 11)}</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="25mm" fo:margin-bottom="25mm" fo:margin-left="33mm" fo:margin-right="33mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`
}

/** All of these in one call of LibreOffice (`SOFFICE` is another one than that of the path), tagged and as PDF/A-2. */
export async function withLibreOffice(folder: string, contents: readonly LetterContent[]): Promise<string[]> {
  const [source, out] = [mkdtempSync(path.join(folder, 'in-')), mkdtempSync(path.join(folder, 'out-'))]
  const names = contents.map((_, n) => `${n}`)
  for (const [n, content] of contents.entries())
    writeFileSync(path.join(source, `${n}.fodt`), fodtOf(content))
  const config = path.join(folder, 'fonts.conf')
  const folders = Object.values(files).map((file) => `<dir>${path.dirname(file)}</dir>`)
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${folder}/fonts</cachedir></fontconfig>`,
  )
  const how =
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
  await promisify(execFile)(
    process.env['SOFFICE'] ?? 'soffice',
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'office')).href}`,
      '--convert-to',
      how,
      '--outdir',
      out,
      ...names.map((name) => path.join(source, `${name}.fodt`)),
    ],
    { env: { ...process.env, FONTCONFIG_FILE: config } },
  )
  return names.map((name) => path.join(out, `${name}.pdf`))
}

/** Processor milliseconds up to now of all programs that this one started, with what those started. Linux only. */
export function cpuOfOthers(): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // Behind the name of the program, which may hold spaces itself.
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number)
        const [, parent = 0] = fields
        const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
        return [{ pid: Number(pid), parent, own: user + system, ended: endedUser + endedSystem }]
      } catch {
        return [] // ended meanwhile
      }
    })
  const below = (pid: number): number =>
    all
      .filter(({ parent }) => parent === pid)
      .reduce((sum, one) => sum + one.own + one.ended + below(one.pid), 0)
  return (below(process.pid) + (all.find(({ pid }) => pid === process.pid)?.ended ?? 0)) * 10
}
