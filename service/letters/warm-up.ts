import type { LetterContent } from '#core/letters/content.ts'
import { drawOnThread } from './thread/thread.ts'

/** Every character of most letters, in pieces as long as words. */
const WORDS =
  'abcdefg hijklm nopqrs tuvwxyz ABCDEFG HIJKLM NOPQRS TUVWXYZ 0123 456 789 éèëïóöü .,:;% (-+) “”· ?'
const RICH = [[{ text: WORDS }, { text: ` ${WORDS}`, bold: true }]]

/**
 * Draws a letter of nothing and throws it away: the thread is there, fonts are read, the code is compiled, and the first
 * real letter comes at once instead of after a second. For a quiet moment; everything works without it.
 */
export async function warmUp(): Promise<void> {
  await drawOnThread(nothing, { draft: true })
}

const nothing: LetterContent = {
  title: WORDS,
  subject: WORDS,
  author: WORDS,
  language: 'nl',
  datedOn: '2000-01-01',
  head: { name: WORDS, tagline: WORDS, lines: [WORDS] },
  returnAddress: WORDS,
  address: [WORDS],
  references: [{ column: 0, label: WORDS, value: WORDS }],
  heading: WORDS,
  period: WORDS,
  salutation: WORDS,
  blocks: [
    { kind: 'question', heading: WORDS, paragraphs: RICH },
    { kind: 'facts', heading: WORDS, rows: [{ label: WORDS, value: WORDS }] },
    {
      kind: 'attendance',
      heading: WORDS,
      weeks: [{ label: '1', hours: '10', planned: 600, present: 300 }],
      legend: WORDS,
      alternative: WORDS,
      paragraphs: RICH,
    },
    { kind: 'language', heading: WORDS, columns: [{ skill: 'A', level: 'B', grew: true, source: 'c' }] },
    {
      kind: 'skills',
      heading: WORDS,
      column: WORDS,
      scale: ['1', '2', '3', '4'],
      rows: [{ name: WORDS, start: 1, now: 2, own: 3, alternative: WORDS }],
      legend: { start: WORDS, now: WORDS, own: WORDS },
      paragraphs: RICH,
    },
    {
      kind: 'goals',
      heading: WORDS,
      paragraphs: [],
      goals: [{ state: 'busy', word: 'a', text: RICH[0] ?? [] }],
    },
    { kind: 'dated', heading: WORDS, items: [{ day: '1', paragraphs: RICH }] },
    { kind: 'opinion', heading: WORDS, quote: [WORDS], detail: WORDS },
    { kind: 'agreements', heading: WORDS, columns: ['a', 'b', 'c'], rows: [[WORDS, WORDS, WORDS]] },
  ],
  closing: { paragraphs: RICH, greeting: WORDS, name: WORDS, role: WORDS, copy: WORDS },
  continuation: { left: WORDS, right: [WORDS] },
  foot: { left: [WORDS], page: '{page} {pages}' },
  draftMark: 'ABC',
}
