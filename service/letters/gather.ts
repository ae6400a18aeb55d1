/**
 * A page is a thousand short lines. pdfkit makes an array of bytes of each as soon as it is drawn: a letter would leave
 * megabytes behind for each that it takes. Here a page's lines are gathered and turned into bytes once.
 */
import type PDFDocument from 'pdfkit'
import { pack } from './pack.ts'

/** The content of a page; it is not in pdfkit's types. */
interface Content {
  data: { Filter?: string }
  compress: boolean
  buffer: Uint8Array[]
  write(chunk: string | Uint8Array): void
  end(): void
}

/** Gathers what is drawn on the page that `doc` draws on now. At once when it was added. */
export function gatherPage(doc: InstanceType<typeof PDFDocument>): void {
  const page = doc.page as unknown as { content: Pick<Content, 'write' | 'end'> }
  page.content = new Gathered(page.content as Content)
}

/** What a page writes to, in the place of its content. */
class Gathered {
  readonly #content: Content
  readonly #lines: string[]

  constructor(content: Content) {
    this.#content = content
    // What turns the page over is there already.
    this.#lines = [Buffer.concat(content.buffer).toString('latin1').trimEnd()]
    content.buffer = []
  }

  write(chunk: string | Uint8Array): void {
    this.#lines.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'))
  }

  end(): void {
    const content = this.#content
    // One byte for each character: that is what pdfkit makes of a line itself.
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`, 'latin1')
    content.data.Filter = 'FlateDecode'
    content.compress = false
    content.write(pack(bytes))
    content.end()
  }
}
