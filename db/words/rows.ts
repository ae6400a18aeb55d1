import type { NameParts } from '#core/names/name.ts'

export const wordFields = ['word', 'meaning', 'example', 'theme', 'fits'] as const
export const pictureTypes = ['png', 'jpeg'] as const

export interface Picture {
  readonly bytes: Buffer
  readonly type: (typeof pictureTypes)[number]
}

export interface WordDayRow {
  day: string
  word_id: number
  /** Put there by hand. */
  chosen: boolean
}

/** A participant's name as the rules for names want it. */
export interface NameRow extends NameParts {
  participant_id: number
}
