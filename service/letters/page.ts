/** The measures of the page in points (A4, business letter with the window at the left) and the colours of ink. */

/** Millimetres to points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

export const PAGE = { width: 595.28, height: 841.89 }
export const LEFT = mm(33)
export const RIGHT = PAGE.width - mm(33)
export const WIDTH = RIGHT - LEFT

/** Where the address starts, so that it shows in a window envelope whose window is at the left. */
export const WINDOW = { x: mm(50), y: mm(59), width: mm(83), bottom: mm(90) }
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
