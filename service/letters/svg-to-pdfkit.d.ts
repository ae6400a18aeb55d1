/** The little of svg-to-pdfkit that the letters use; the library ships no types. */
declare module 'svg-to-pdfkit' {
  export default function SVGtoPDF(
    doc: unknown,
    svg: string,
    x: number,
    y: number,
    options: {
      width: number
      height: number
      assumePt: boolean
      preserveAspectRatio: string
      fontCallback: (family: string, bold: boolean, italic: boolean) => string
      warningCallback: (message: string) => void
    },
  ): void
}
