/** From words by kind, as they are written down, to words by question, as they are shown. */
import type { ParticipantQuestion } from './types.ts'

type Words = { readonly [key: string]: string }
type Lists = { readonly [question: string]: Words }

export type WordsByKind = {
  readonly question: Words
  readonly hint: Words
  readonly reason: Words
  readonly option: Lists
  readonly item: Lists
  readonly column: Lists
  readonly columnOption: { readonly [question: string]: Lists }
}

export function gather(words: WordsByKind): { [question: string]: ParticipantQuestion } {
  const { hint, reason, option, item, column, columnOption } = words
  return Object.fromEntries(
    Object.entries(words.question).map(([key, question]): [string, ParticipantQuestion] => [
      key,
      {
        question,
        ...(hint[key] ? { hint: hint[key] } : {}),
        ...(reason[key] ? { reason: reason[key] } : {}),
        ...(option[key] ? { options: option[key] } : {}),
        ...(item[key] ? { items: item[key] } : {}),
        ...(column[key] ? { columns: column[key] } : {}),
        ...(columnOption[key] ? { columnOptions: columnOption[key] } : {}),
      },
    ]),
  )
}
