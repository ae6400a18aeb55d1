/** Papers with a form of their own, in words: the agreement about a place and the certificate. */
import type { OwnBlock, Rich } from './content.ts'

/**
 * A sentence of the office; what somebody typed, which may be too long; a label with a line to write on; or a paragraph
 * of the office's own.
 */
export type AgreementLine =
  | { readonly kind: 'said' | 'typed' | 'fill'; readonly text: string }
  | { readonly kind: 'own'; readonly text: Rich; readonly bullet: boolean }

export interface AgreementSection {
  /** '' for paragraphs of the office's own without one. */
  readonly heading: string
  readonly lines: readonly AgreementLine[]
}

export interface AgreementParty {
  readonly label: string
  readonly name: string
  readonly lines: readonly string[]
}

/** One A4 for the participant, the organisation and the workshop to sign. */
export interface AgreementSheet {
  readonly kind: 'agreement'
  readonly heading: string
  readonly lead: string
  /** The participant, the organisation, the workshop. */
  readonly parties: readonly AgreementParty[]
  readonly sections: readonly OfLayout<AgreementSection>[]
  readonly sign: {
    readonly heading: string
    readonly date: string
    readonly signature: string
    /** See `OfLayout`. */
    readonly item: number
    /** The day of the agreement in words; '' to write it. */
    readonly on: string
  }
  readonly foot: { readonly left: string; readonly right: string }
}

/** `item`: which one of the letter's layout it is; 0 is the first, the head of the sheet. */
export type OfLayout<T> = T & { readonly item: number }

/** A sentence, what was learnt (every line is one thing), a wish in the letter of quotations, or the office's own. */
export type CertificatePart =
  | { readonly kind: 'sentence' | 'wish'; readonly text: string }
  | { readonly kind: 'learnt'; readonly heading: string; readonly items: readonly string[] }
  | OwnBlock

/** One A4 to keep: what somebody did and learnt. */
export interface CertificateSheet {
  readonly kind: 'certificate'
  readonly office: string
  readonly heading: string
  readonly lead: string
  readonly name: string
  /** Under the name: where, and from when to when. */
  readonly did: string
  readonly parts: readonly OfLayout<CertificatePart>[]
  readonly sign: {
    readonly item: number
    readonly place: string
    readonly name: string
    readonly role: string
  }
  readonly foot: { readonly left: string; readonly right: string }
}

export type Sheet = AgreementSheet | CertificateSheet
