/** A picture that somebody chose, made small enough for a poster before it is sent. */
import type { FieldProblem } from '#core/api/errors.ts'
import { largestPicture } from '#core/words/word.ts'

/** Bytes of a file that is opened at all: a photo of a telephone stays far below it. */
const largestFile = 20 * 1024 * 1024
/** Dots along the longest side: 10 cm of a printed poster, sharp. */
const longestSide = 1600

export type ChosenPicture = { base64: string } | { problem: FieldProblem }

/** Drawn again by the browser, upright, so that only plain PNG and JPEG leave here. Never throws. */
export async function shrinkPicture(file: File): Promise<ChosenPicture> {
  if (file.type !== 'image/png' && file.type !== 'image/jpeg') return { problem: 'picture_kind' }
  if (file.size > largestFile) return { problem: 'picture_large' }
  try {
    const image = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    const pen = canvas.getContext('2d')
    if (pen === null) return { problem: 'picture_kind' }
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    let blob = await blobOf(canvas, file.type)
    if (blob.size > largestPicture) {
      // A photo as PNG: on white, as JPEG.
      pen.globalCompositeOperation = 'destination-over'
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, canvas.width, canvas.height)
      blob = await blobOf(canvas, 'image/jpeg')
    }
    if (blob.size > largestPicture) return { problem: 'picture_large' }
    return { base64: base64Of(new Uint8Array(await blob.arrayBuffer())) }
  } catch {
    return { problem: 'picture_kind' } // the browser cannot read it
  }
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
      type,
      0.86,
    ),
  )
}

function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000 // more arguments than this is too many for one call
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}
