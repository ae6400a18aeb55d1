/** A PDF as pictures and as text, with pdf.js in a worker that is one of our own files. */
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- vite makes the address of the file the default export
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { bytesOf } from './save-file.ts'

GlobalWorkerOptions.workerSrc = workerUrl

export type DrawnPage = { canvas: HTMLCanvasElement; lines: string[] }

/** No picture of a page is higher than this, whatever a file says of its own measures; in dots of the screen. */
const highest = 8_000

/**
 * Draws every page `width` CSS pixels wide, sharp on this screen. `lines` is the text in reading order. `most`
 * pages; `foreign`: not made by us, so fonts that are not in it are taken from this PC.
 * Rejects when `signal` stops it or the bytes are no PDF.
 */
export async function drawPdf(
  base64: string,
  width: number,
  signal: AbortSignal,
  { most = Infinity, foreign = false } = {},
): Promise<DrawnPage[]> {
  const task = getDocument({ data: bytesOf(base64), useWasm: false, useSystemFonts: foreign })
  try {
    const document = await task.promise
    const pages: DrawnPage[] = []
    for (let n = 1; n <= Math.min(most, document.numPages); n++) {
      signal.throwIfAborted()
      const page = await document.getPage(n)
      const sharp = Math.min(3, window.devicePixelRatio || 1)
      const whole = page.getViewport({ scale: 1 })
      const scale = Math.min((width / whole.width) * sharp, highest / whole.height)
      const viewport = page.getViewport({ scale })
      const canvas = window.document.createElement('canvas')
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      canvas.style.width = `${Math.min(width, canvas.width / sharp)}px`
      canvas.setAttribute('aria-hidden', 'true')
      await page.render({ canvas, viewport }).promise
      const content = await page.getTextContent()
      pages.push({ canvas, lines: linesOf(content.items) })
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** Pieces of text joined up to the ends of their lines. */
function linesOf(items: readonly unknown[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    if (typeof item !== 'object' || item === null || !('str' in item)) continue
    const { str, hasEOL } = item as { str: string; hasEOL: boolean }
    line += str
    if (!hasEOL) continue
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}
