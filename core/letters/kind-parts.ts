/** The parts of each kind of letter in their own order: what a template starts from. A test holds it to the composers. */
import type { LetterKind } from '../api/letters.ts'
import type { BlockCode } from './arrange.ts'

export const kindParts: Readonly<Record<LetterKind, readonly BlockCode[]>> = {
  progress: [
    'opening',
    'question',
    'glance',
    'attendance',
    'language',
    'skills',
    'goals',
    'places',
    'notes',
    'helps',
    'opinion',
    'agreements',
  ],
  intake: ['opening', 'question', 'glance', 'wish', 'advice', 'needed', 'goals', 'opinion', 'agreements'],
  hours: ['statement', 'unfinished', 'table', 'sum', 'definitions', 'remark'],
  ready_for_work: ['opening', 'question', 'seen', 'glance', 'opinion'],
}
