/** Papers with a form of their own, in words: the agreement about a place and the certificate. */

/** A sentence of the office; what somebody typed, which may be too long; or a label with a line to write on. */
export type AgreementLine =
  | { readonly kind: 'said' | 'typed'; readonly text: string }
  | { readonly kind: 'fill'; readonly text: string }

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
  readonly sections: readonly { readonly heading: string; readonly lines: readonly AgreementLine[] }[]
  readonly sign: {
    readonly heading: string
    readonly date: string
    readonly signature: string
    /** The day of the agreement in words; '' to write it. */
    readonly on: string
  }
  readonly foot: { readonly left: string; readonly right: string }
}

/** One A4 to keep: what somebody did and learnt. */
export interface CertificateSheet {
  readonly kind: 'certificate'
  readonly office: string
  readonly heading: string
  readonly lead: string
  readonly name: string
  readonly sentences: readonly string[]
  /** What was learnt; every line is one thing. */
  readonly learnt: { readonly heading: string; readonly items: readonly string[] }
  readonly wish: string
  readonly sign: { readonly place: string; readonly name: string; readonly role: string }
  readonly foot: { readonly left: string; readonly right: string }
}

export type Sheet = AgreementSheet | CertificateSheet
