/** Words of the built-in questions in the language of a participant, shown beside the Dutch ones. */

export type ParticipantQuestion = {
  readonly question: string
  readonly hint?: string
  /** Why a question that can hurt is asked. */
  readonly reason?: string
  /** By option; of a scale by point. Only when all are there: half a list is worse than none. */
  readonly options?: { readonly [option: string]: string }
  /** By item of a fixed table, and by column of one that grows. */
  readonly items?: { readonly [item: string]: string }
  readonly columns?: { readonly [column: string]: string }
  /** Of a table that grows: by column, then by option. */
  readonly columnOptions?: { readonly [column: string]: { readonly [option: string]: string } }
}

export type ParticipantTexts = {
  /** A speaker of the language has read them. Until then the screen says that it is a first version. */
  readonly checked: boolean
  readonly questions: { readonly [question: string]: ParticipantQuestion }
  /** For every question. */
  readonly yesNo?: { readonly yes: string; readonly no: string; readonly unknown: string }
  readonly noAnswer?: { readonly unknown: string; readonly declined: string; readonly later: string }
  /** The word after the box of a number. */
  readonly units?: { readonly [unit: string]: string }
}
