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
  const { content } = doc.page as unknown as { content: Content }
  const plain = { write: content.write.bind(content), end: content.end.bind(content) }
  // What turns the page over is there already.
  const lines = [Buffer.concat(content.buffer).toString('latin1').trimEnd()]
  content.buffer = []
  content.write = (chunk) => {
    lines.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'))
  }
  content.end = () => {
    // One byte for each character: that is what pdfkit makes of a line itself.
    const bytes = Buffer.from(`${lines.join('\n')}\n`, 'latin1')
    content.data.Filter = 'FlateDecode'
    content.compress = false
    plain.write(pack(bytes))
    plain.end()
  }
}
