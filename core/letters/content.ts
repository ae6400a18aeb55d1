/** A letter in words, before it is drawn: typed blocks in reading order. No layout, no numbers left to format. */
import type { GoalState } from '../api/fields.ts'
import type { Sheet } from './sheets.ts'

/** A stretch of text; `bold` for the few words the reader must not miss. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** Stands for something that nobody filled in. */
  readonly missing?: boolean
}
export type Rich = readonly Run[]

export interface LetterContent {
  /** For the window of the PDF program and the document's properties. */
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly language: 'nl' | 'en'
  /** `YYYY-MM-DD`: the day the letter carries. */
  readonly datedOn: string
  readonly head: { readonly name: string; readonly tagline: string; readonly lines: readonly string[] }
  /** Small line above the address: where it goes when it cannot be delivered. */
  readonly returnAddress: string
  readonly address: readonly string[]
  /** Column 0 to 3 under the address; a column without a value is not there. */
  readonly references: readonly { readonly column: number; readonly label: string; readonly value: string }[]
  readonly heading: string
  readonly period: string
  /** Under the period: which letter this one replaces, where it does. */
  readonly replaces?: string
  readonly salutation: string
  readonly blocks: readonly Block[]
  /** Beside each block: which item of the layout it is. Only where somebody wants to know where it stands. */
  readonly items?: readonly number[]
  readonly closing: Closing
  /** Head of the second page and further. */
  readonly continuation: { readonly left: string; readonly right: readonly string[] }
  /** Foot: what stands left, and the page count with `{page}` and `{pages}` to be filled in. */
  readonly foot: { readonly left: readonly string[]; readonly page: string }
  /** The office's own letterhead; left out: words only, window at the left. */
  readonly look?: Look
  /** Printed across each page of a draft. */
  readonly draftMark: string
  /** In letters of 14 points: for who reads with effort. */
  readonly large?: true
  /** A paper with a form of its own: drawn in place of the letter. */
  readonly sheet?: Sheet
}

/** How the letterhead looks. Pictures by the hash of their bytes. Measures in millimetres. */
export interface Look {
  readonly logo?: { readonly sha256: string; readonly alternative: string; readonly height: number }
  /** `#RRGGBB`, dark enough to read on white. */
  readonly accent?: string
  readonly window: { readonly side: 'left' | 'right'; readonly x: number; readonly y: number }
}

export type Block =
  | ParagraphsBlock
  | QuestionBlock
  | FactsBlock
  | AttendanceBlock
  | LanguageBlock
  | SkillsBlock
  | GoalsBlock
  | DatedBlock
  | OpinionBlock
  | AgreementsBlock
  | HoursBlock
  | OwnBlock
  | SignBlock
  | BarsBlock
  | FiguresBlock
export type BlockKind = Block['kind']
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>

/** Paragraphs, with or without a heading: opening, placements, what helps. */
export interface ParagraphsBlock {
  readonly kind: 'paragraphs'
  readonly heading: string | null
  /** What is only looked up, such as how something was counted. */
  readonly small?: true
  readonly paragraphs: readonly Rich[]
}
/** What the office asks the reader, in a box: the first thing to see. */
export interface QuestionBlock {
  readonly kind: 'question'
  readonly heading: string
  readonly paragraphs: readonly Rich[]
}
export interface FactsBlock {
  readonly kind: 'facts'
  /** '' in a letter of large type, where the paragraph before it says what it is. */
  readonly heading: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
}
/** Bars of hours per week: filled is present, the outline is planned. */
export interface AttendanceBlock {
  readonly kind: 'attendance'
  readonly heading: string
  readonly weeks: readonly {
    readonly label: string
    readonly hours: string
    readonly planned: number // minutes
    readonly present: number // minutes
  }[]
  readonly legend: string
  /** What the drawing says, for who cannot see it. */
  readonly alternative: string
  readonly paragraphs: readonly Rich[]
}
export interface LanguageBlock {
  readonly kind: 'language'
  readonly heading: string
  readonly columns: readonly {
    readonly skill: string
    readonly level: string
    readonly grew: boolean
    readonly source: string
  }[]
}
/** Scores 1 to 4 on a line: ring is the start, disc is now, triangle is the participant's own view. */
export interface SkillsBlock {
  readonly kind: 'skills'
  readonly heading: string
  readonly column: string
  readonly scale: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly start: number | null
    readonly now: number | null
    readonly own: number | null
    readonly alternative: string
  }[]
  /** Only the marks that occur. */
  readonly legend: { readonly start: string | null; readonly now: string | null; readonly own: string | null }
  readonly paragraphs: readonly Rich[]
}
export interface GoalsBlock {
  readonly kind: 'goals'
  readonly heading: string
  readonly paragraphs: readonly Rich[]
  readonly goals: readonly { readonly state: GoalState; readonly word: string; readonly text: Rich }[]
}
/** What was written down on which day. */
export interface DatedBlock {
  readonly kind: 'dated'
  readonly heading: string
  readonly items: readonly { readonly day: string; readonly paragraphs: readonly Rich[] }[]
}
/** The participant's own words. */
export interface OpinionBlock {
  readonly kind: 'opinion'
  readonly heading: string
  readonly quote: readonly string[]
  readonly detail: string
}
export interface AgreementsBlock {
  readonly kind: 'agreements'
  readonly heading: string
  readonly columns: readonly [string, string, string]
  readonly rows: readonly (readonly [string, string, string])[]
}
/** Hours per month: a name of the row and its figures, each finished; the last row is the sum. */
export interface HoursBlock {
  readonly kind: 'hours'
  readonly heading: string
  readonly columns: readonly string[] // the first over the names of the rows
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
  readonly total: { readonly label: string; readonly cells: readonly string[] }
}
/** Paragraphs of the office's own, from a template. Neighbouring bullets are one list. */
export interface OwnBlock {
  readonly kind: 'own'
  readonly paragraphs: readonly { readonly kind: 'text' | 'heading' | 'bullet'; readonly text: Rich }[]
}
/** Boxes to sign in, side by side: at most three. */
export interface SignBlock {
  readonly kind: 'sign'
  readonly heading: string
  readonly paragraphs: readonly Rich[]
  readonly signers: readonly { readonly role: string; readonly name: string }[]
  /** Beside the two lines to write on. */
  readonly date: string
  readonly signature: string
}
/** A bar for each line, with its number: the table is the drawing. `share` is 0 to 1 of the room; null: no bar. */
export interface BarsBlock {
  readonly kind: 'bars'
  readonly heading: string
  readonly paragraphs: readonly Rich[]
  readonly columns: readonly [label: string, value: string]
  readonly rows: readonly { readonly label: string; readonly value: string; readonly share: number | null }[]
}
/** Figures under each other, in groups, beside those of the period before. */
export interface FiguresBlock {
  readonly kind: 'figures'
  readonly heading: string
  readonly paragraphs: readonly Rich[]
  readonly columns: readonly [label: string, value: string, before: string]
  readonly rows: readonly { readonly label: string; readonly value: string; readonly before: string }[]
}
export interface Closing {
  readonly paragraphs: readonly Rich[]
  /** '' in a letter that is signed in boxes: then the name and the role are not printed either. */
  readonly greeting: string
  readonly name: string
  readonly role: string
  readonly copy: string
  /** Drawn above the name; left out: room to sign by hand. */
  readonly signature?: { readonly sha256: string; readonly alternative: string }
}
