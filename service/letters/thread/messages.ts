/** What goes between the office and the thread that draws: plain data and bytes, for they are cloned. */
import type { LetterContent } from '#core/letters/content.ts'
import { CommandError } from '#db/errors.ts'
import type { Picture } from '#db/letterhead/queries.ts'
import type { RenderedLetter, RenderOptions } from '../render.ts'

export interface Asked {
  /** Comes back with the answer. */
  readonly id: number
  readonly content: LetterContent
  readonly options: Omit<RenderOptions, 'pictures'>
  /** Those that the letter names, by the hash of their bytes. */
  readonly pictures: ReadonlyMap<string, Picture>
}

export type Answer = { readonly id: number } & (
  { readonly letter: RenderedLetter } | { readonly thrown: Thrown }
)

/** First of all that it has begun. */
export type Said = 'begun' | Answer

/** Of an error only the kind that the language knows, message and places are cloned: what else it has goes beside it. */
export interface Thrown {
  readonly error: unknown
  readonly own: { readonly name?: unknown }
}

export const thrownBy = (error: unknown): Thrown => ({
  error,
  own: error instanceof Error ? { ...error } : {},
})

/** As it was thrown. */
export function asThrown({ error, own }: Thrown): unknown {
  if (!(error instanceof Error)) return error
  if (own.name === 'CommandError') Object.setPrototypeOf(error, CommandError.prototype)
  return Object.assign(error, own)
}
