/** What a draft was when it was last looked through, and what is different now. */
import type { LetterChange } from '#core/api/letter-sources.ts'
import { changesBetween } from '#core/letters/changes.ts'
import { seenOf, seenSchema, type Seen } from '#core/letters/seen.ts'
import { saveSeen } from '#db/letters/looked-through.ts'
import { letterById, type LetterHead } from '#db/letters/queries.ts'
import { tickedNotes } from '#db/letters/sources.ts'
import { seenFacts } from '#db/letters/sources-behind.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { kindOf } from './kinds.ts'

/** Inside a command: what is known now counts as seen. */
export function rememberSeen(ctx: OfficeContext, letterId: number): void {
  saveSeen(ctx.db, letterId, JSON.stringify(seenNow(ctx, found(letterById(ctx.db, letterId)))))
}

/** Inside a command: the same, for a draft that nobody looked through yet. @returns the id of the letter. */
export function rememberFirst(ctx: OfficeContext, letterId: number): number {
  const letter = found(letterById(ctx.db, letterId))
  if (letter.number === null && seenFacts(ctx.db, letterId) === null) rememberSeen(ctx, letterId)
  return letterId
}

/** Nothing for a draft that was never looked through, or whose kept form is an older one. */
export function changesSinceSeen(ctx: OfficeContext, letter: LetterHead): LetterChange[] {
  const kept = seenFacts(ctx.db, letter.id)
  if (kept === null || letter.number !== null) return []
  const before = seenSchema.safeParse(JSON.parse(kept))
  return before.success ? changesBetween(before.data, seenNow(ctx, letter)) : []
}

function seenNow(ctx: OfficeContext, letter: LetterHead): Seen {
  const { participant_id: participantId, period_from: from, period_to: to } = letter
  const facts = kindOf(letter.kind).gather(ctx, letter)
  const notes =
    'notes' in facts && participantId !== null ? tickedNotes(ctx.db, { participantId, from, to }) : []
  return seenOf(facts, notes)
}
