/** What streams of a PDF hold: pdf-lib unpacks and packs them in JavaScript, which takes many times as long. */
import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, type PDFContext, type PDFRawStream } from 'pdf-lib'

/** Its bytes as they were before they were packed. */
export function unpacked(stream: PDFRawStream): Buffer {
  const deflated = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
  const plain = deflated && !stream.dict.has(PDFName.of('DecodeParms'))
  return plain ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode())
}

/** A stream of these bytes, as small as it goes. */
export const packed = (context: PDFContext, bytes: Uint8Array): PDFRawStream =>
  context.stream(deflateSync(bytes, { level: 9 }), { Filter: 'FlateDecode' })
