/**
 * An empty document: tagged, with its language and title, aiming at PDF/A-2a and PDF/UA-1 (not certified). The
 * dates in it come from the caller, so that the same content gives the same bytes on every day and machine.
 */
import { CompactDocument, PlainDocument } from './compact.ts'
import { endFonts } from './embed.ts'
import { gatherPage } from './gather.ts'
import { PAGE } from './page.ts'
import { createPen, type Pen } from './pen.ts'

export interface DocumentFacts {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly language: 'nl' | 'en'
  /** `YYYY-MM-DD`; noon UTC of this day is the document's moment. */
  readonly datedOn: string
  /** `A-1b` is a twin for the one free validator there is; what leaves the house is `A-2a`. */
  readonly pdfa?: 'A-2a' | 'A-1b'
  /** See `Pen.accent`. */
  readonly accent?: string
}

/** Draws a document with `draw` and gives its bytes. No page is there yet: `draw` adds them. */
export async function createDocument(facts: DocumentFacts, draw: (pen: Pen) => void): Promise<Uint8Array> {
  const { pdfa = 'A-2a' } = facts
  const moment = new Date(`${facts.datedOn}T12:00:00Z`)
  // PDF/A-1 has no packed objects.
  const Document = pdfa === 'A-1b' ? PlainDocument : CompactDocument
  const doc = new Document({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: pdfa === 'A-1b' ? '1.4' : '1.7',
    subset: `PDF/${pdfa}`,
    tagged: true,
    lang: facts.language === 'nl' ? 'nl-NL' : 'en-GB',
    displayTitle: true,
    font: null as never, // no default font: Helvetica would not be embedded
    info: {
      Title: forXml(facts.title),
      Subject: forXml(facts.subject),
      Author: forXml(facts.author),
      CreationDate: moment,
      ModDate: moment,
    },
  })
  doc.on('pageAdded', () => gatherPage(doc))
  if (pdfa === 'A-2a') doc.appendXML(PDF_UA)
  const pen = createPen(doc, facts.accent)
  draw(pen)
  pen.root.end()
  endFonts(doc)
  return await doc.bytes()
}

/**
 * pdfkit writes these texts into XML as they are, and into the document itself as they are too. An object that
 * is the text by value and escaped as a string serves both: "Hout & Co" stays a name and stays XML.
 */
class ForXml extends String {
  override toString(): string {
    return this.valueOf().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  }
}
const forXml = (text: string): string => new ForXml(text) as unknown as string

const PDF_UA = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`
