/** What asks a second look before a letter stands, whatever kind it is. Nothing of it is in the way. */
import type { LetterGap } from '#core/api/letters.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import { secondLooks } from '#core/letters/printed.ts'
import { programWords, readWordList, type WordList } from '#core/notes/sensitive-words.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { isActive } from '#db/municipalities/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import type { OfficeContext } from '../context.ts'
import { itemise } from './fonts.ts'

/** After the gaps of the kind itself. `content`: the words as they will be printed. */
export function secondLook(
  ctx: OfficeContext,
  letter: LetterHead,
  facts: FrameFacts,
  content: LetterContent,
): LetterGap[] {
  const left = letter.case_manager_id !== null && !isActive(ctx.db, 'case_manager', letter.case_manager_id)
  const missing = unprintable(content)
  return [
    ...(left ? [{ code: 'case_manager_left' as const, blocking: false }] : []),
    ...(missing.length > 0 ? [{ code: 'unprintable' as const, blocking: false, words: missing }] : []),
    ...secondLooks(facts, wordList(readOffice(ctx.db).sensitive_words ?? programWords)),
  ]
}

let last: { lines: string; list: WordList } | null = null

/** Read again only when the office changed it. */
function wordList(lines: string): WordList {
  if (last?.lines !== lines) last = { lines, list: readWordList(lines) }
  return last.list
}

/** Whole words with a character that no font has: a question mark would be printed for it. */
function unprintable(content: LetterContent): string[] {
  const words = new Set<string>()
  for (const text of textsIn(content))
    for (const word of text.split(/\s+/u))
      if (itemise(word, 'text').unprintable.length > 0) words.add(word.replace(/[.,;:!?]+$/u, ''))
  return [...words].slice(0, 5)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
