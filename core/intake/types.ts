/** The shapes of an intake definition: what is asked, not how it is worded (i18n `intake`) or drawn. */

/** Options, items and columns carry keys; the words are `intake.option.<question>.<key>` and so on. */
export type QuestionBase = {
  /** Fixed for ever within a version: answers are stored under it. */
  key: string
  /** Has to have an answer, or a reason for none, before the intake can be finished. */
  needed: boolean
  /** A question that can hurt or that the law protects: `intake.reason.<key>` says why it is asked. */
  sensitive: boolean
  /** For the coach only: never on the screen that the participant sees. */
  coachOnly: boolean
}

export type TextQuestion = QuestionBase & { type: 'text' } // string, at most 500
export type LongTextQuestion = QuestionBase & { type: 'longText' } // string, at most 20 000
export type NumberQuestion = QuestionBase & { type: 'number'; min: number; max: number; unit: Unit } // whole number
export type DateQuestion = QuestionBase & { type: 'date'; partial: boolean } // YYYY-MM-DD; partial also YYYY-MM, YYYY
export type ChoiceQuestion = QuestionBase & { type: 'choice'; options: readonly string[] } // one option
export type MultipleQuestion = QuestionBase & { type: 'multiple'; options: readonly string[] } // string[]
export type YesNoUnknownQuestion = QuestionBase & { type: 'yesNoUnknown' } // 'yes' | 'no' | 'unknown'
export type ScaleQuestion = QuestionBase & { type: 'scale'; points: number } // 1..points; words per point
export type DayPartsQuestion = QuestionBase & { type: 'dayParts' } // ["1-morning", "5-evening"], see dayPartKey
/** A table of fixed items with one option each: { item: option }. */
export type GridQuestion = QuestionBase & {
  type: 'grid'
  items: readonly string[]
  options: readonly string[]
}
/** A table that grows: [{ column: text }]. */
export type RowsQuestion = QuestionBase & { type: 'rows'; columns: readonly Column[]; maxRows: number }
export type Column =
  { key: string; type: 'text' } | { key: string; type: 'choice'; options: readonly string[] }

/** The word after the box: `intake.unit.<unit>`; `own`: the office's own word. */
export type Unit = 'minutes' | 'people' | 'hours' | 'days' | 'own'

export type Question =
  | TextQuestion
  | LongTextQuestion
  | NumberQuestion
  | DateQuestion
  | ChoiceQuestion
  | MultipleQuestion
  | YesNoUnknownQuestion
  | ScaleQuestion
  | DayPartsQuestion
  | GridQuestion
  | RowsQuestion

export type Section = {
  key: string
  /** Has a page of its own in the program (the person): no questions here, and always done. */
  ownPage: boolean
  questions: readonly Question[]
}

export type IntakeDefinition = { version: number; sections: readonly Section[] }

export const intakeDayParts = ['morning', 'afternoon', 'evening'] as const
export type IntakeDayPart = (typeof intakeDayParts)[number]

/** "1-morning": ISO weekday 1..7 and the part of the day. */
export function dayPartKey(weekday: number, part: IntakeDayPart): string {
  return `${weekday}-${part}`
}
