/** The measures of a paper form, points: a wide margin at the left for the holes, number, question, answer. */
import type { Style } from '../letters/lines.ts'
import { INK, mm, PAGE, QUIET } from '../letters/page.ts'

export const LEFT = mm(25)
export const RIGHT = PAGE.width - mm(15)
export const NUMBER = 24
/** The question and what is said about it. */
export const ASK = { x: LEFT + NUMBER, width: mm(57) }
const GAP = 14
/** What is answered, or room to write. */
export const ANSWER = { x: ASK.x + ASK.width + GAP, width: RIGHT - ASK.x - ASK.width - GAP }
/** Tables go under the question. */
export const WIDE = { x: ASK.x, width: RIGHT - ASK.x }

export const FIRST = { top: mm(16), bottom: mm(277) }
export const NEXT = { top: mm(25), bottom: mm(277) }
export const HEAD_Y = mm(12)
export const FOOT_Y = mm(283)

export const ASKED: Style = { face: 'strong', size: 9.5, leading: 12.8, colour: INK }
export const SAID: Style = { face: 'text', size: 8.5, leading: 11.4, colour: QUIET }
export const GIVEN: Style = { face: 'text', size: 10, leading: 13.6, colour: INK }
export const NOT_GIVEN: Style = { ...GIVEN, colour: QUIET }
export const OPTION: Style = { face: 'text', size: 9.5, leading: 13, colour: INK }
export const LABEL: Style = { face: 'text', size: 8, leading: 10.8, colour: QUIET }
export const COLUMN: Style = { face: 'strong', size: 8.5, leading: 11.4, colour: INK }

/** From one line to write on to the next: room for somebody who writes large. */
export const WRITE = mm(8)
