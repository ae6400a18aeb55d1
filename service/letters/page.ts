/** The measures of the page in points (A4, business letter with the window at the left) and the colours of ink. */

import type { Look } from '#core/letters/content.ts'

/** Millimetres to points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

export const PAGE = { width: 595.28, height: 841.89 }
export const LEFT = mm(33)
export const RIGHT = PAGE.width - mm(33)
export const WIDTH = RIGHT - LEFT

/** Where the address starts, so that it shows in a window envelope whose window is at the left. */
export const WINDOW = { x: mm(50), y: mm(59), width: mm(83), bottom: mm(90) }
/** The same where the envelope has its window at the right: to the edge of the paper less 15 mm. */
const RIGHT_WINDOW = mm(109)
export const LOGO_Y = mm(13)

/** Where the address comes with the office's own envelopes. */
export function windowOf(look: Look | undefined): typeof WINDOW {
  if (look === undefined) return WINDOW
  const { side, x, y } = look.window
  const left = (side === 'right' ? RIGHT_WINDOW : WINDOW.x) + mm(x)
  return {
    x: left,
    y: WINDOW.y + mm(y),
    width: Math.min(WINDOW.width, PAGE.width - mm(15) - left),
    bottom: WINDOW.bottom + mm(y),
  }
}

/** Top of the line of references: a window that was moved down pushes it along. */
export const referencesOf = (look: Look | undefined): number =>
  REFERENCES.y + Math.max(0, windowOf(look).y - WINDOW.y)

export const REFERENCES = { y: mm(91), step: mm(38), width: mm(36.5) }
export const FOLDS = [mm(99), mm(198)]
/** Where text starts and ends. The foot is one line, so a page may run far down. */
export const FIRST = { top: mm(104), bottom: mm(268) }
export const NEXT = { top: mm(28.5), bottom: mm(272) }
export const HEAD_Y = mm(17)
export const FOOT_Y = mm(281)

export const INK = '#251F19'
export const QUIET = '#5B5248'
/** What nobody filled in. */
export const MISSING = '#97271C'
export const HAIRLINE = '#CFC4B4'
export const EDGE = '#82776A'
export const PETROL = '#14586B'
export const PETROL_TINT = '#E3EFF2'
export const WARM_TINT = '#F4EFE8'
export const WATERMARK = '#EEE8DE'
