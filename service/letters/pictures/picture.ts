/** Pictures in letters, drawn so that the same letter gives the same bytes. */
import SVGtoPDF from 'svg-to-pdfkit'
import type { Picture } from '#db/letterhead/queries.ts'
import type { Pen } from '../pen.ts'
import { readPng, type Png } from './png.ts'
import { readSvg, textOf, type SvgSize } from './svg.ts'

/** Finds a picture by the hash of its bytes. */
export type Pictures = (sha256: string) => Picture

export interface Ready extends SvgSize {
  readonly png: Png | null
  readonly svg: string
}

/** Read once for many letters. */
const known = new Map<string, Ready>()
const MOST_KNOWN = 24

/** Everything about a picture that drawing needs. */
export function readyPicture(sha256: string, pictures: Pictures): Ready {
  const kept = known.get(sha256)
  if (kept) return kept
  const { type, bytes } = pictures(sha256)
  const svg = type === 'svg' ? (textOf(bytes) ?? '') : ''
  const png = type === 'png' ? readPng(bytes) : null
  const size = png ?? readSvg(svg)
  if (typeof size === 'string') throw new Error('a picture of a letter cannot be read any more')
  const ready: Ready = { width: size.width, height: size.height, png, svg }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(sha256, ready)
  return ready
}

/** As large as fits in `room`, keeping its shape; points. */
export function fitted(
  ready: Ready,
  room: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(room.width / ready.width, room.height / ready.height)
  return { width: ready.width * scale, height: ready.height * scale }
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** As a figure of the document, with what it shows for who cannot see it. */
export function drawFigure(
  pen: Pen,
  { sha256, alternative }: { readonly sha256: string; readonly alternative: string },
  ready: Ready,
  place: Place,
): void {
  const { x, y, width, height } = place
  const bbox: [number, number, number, number] = [x, y, x + width, y + height]
  pen.mark(pen.child(pen.root, 'Figure', { alt: alternative, bbox }), () =>
    drawPicture(pen, sha256, ready, place),
  )
}

/** Draws it with its left top corner here. It belongs to what is open: an element, or an artifact. */
function drawPicture(pen: Pen, sha256: string, ready: Ready, { x, y, width, height }: Place): void {
  if (ready.png) {
    // pdfkit takes an image that knows how to put itself into the document; its types know only files.
    pen.doc.image(imageOf(pen, sha256, ready.png) as never, x, y, { width, height })
    return
  }
  pen.doc.save()
  pen.font('text')
  SVGtoPDF(pen.doc, ready.svg, x, y, {
    width,
    height,
    assumePt: true,
    preserveAspectRatio: 'xMinYMin meet',
    fontCallback: (_family: string, bold: boolean) => pen.font(bold ? 'strong' : 'text'),
    warningCallback: () => undefined,
  })
  pen.doc.restore()
}

interface Embedded {
  width: number
  height: number
  label: string
  obj: unknown
  embed(): void
}
const inDocument = new WeakMap<object, Map<string, Embedded>>()

/** The picture in this document, once however often it is drawn. */
function imageOf(pen: Pen, sha256: string, png: Png): Embedded {
  let images = inDocument.get(pen.doc)
  if (!images) inDocument.set(pen.doc, (images = new Map()))
  const there = images.get(sha256)
  if (there) return there
  const image = embed(pen, png, `P${images.size + 1}`)
  images.set(sha256, image)
  return image
}

function embed({ doc }: Pen, { width, height, colours, alpha }: Png, label: string): Embedded {
  const make = (dictionary: Record<string, unknown>, bytes: Buffer): { end(data: Buffer): void } => {
    const reference = doc.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      ...dictionary,
    }) as unknown as { end(data: Buffer): void }
    reference.end(bytes)
    return reference
  }
  const mask = alpha && make({ ColorSpace: 'DeviceGray' }, alpha)
  const obj = make({ ColorSpace: 'DeviceRGB', ...(mask ? { SMask: mask } : {}) }, colours)
  return { width, height, label, obj, embed: () => undefined }
}
