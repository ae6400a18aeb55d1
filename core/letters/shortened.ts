/** Notes that this letter says shorter. The note itself stays as it is. */
import type { ShortenedNote } from '../api/letters.ts'

type Shortened = readonly ShortenedNote[] | undefined

/** The text of a note as this letter says it. */
export function noteInLetter(note: { id: number; body: string }, shortened: Shortened): string {
  return shortened?.find((one) => one.note === note.id)?.text ?? note.body
}

/** Whether the note was changed after it was shortened. */
export function changedSince(note: { id: number; body: string }, shortened: Shortened): boolean {
  const own = shortened?.find((one) => one.note === note.id)
  return own !== undefined && own.of !== note.body
}

/** `text` null: the whole note again. */
export function shortenedTo(
  note: { id: number; body: string },
  text: string | null,
  shortened: Shortened,
): ShortenedNote[] {
  const others = (shortened ?? []).filter((one) => one.note !== note.id)
  return text === null ? others : [...others, { note: note.id, text, of: note.body }]
}
