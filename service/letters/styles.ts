/** The few sizes of letter on the page. 10 points on 13.8 is the text; nothing is smaller than 7. */
import type { Style } from './lines.ts'
import { INK, QUIET } from './page.ts'

export const TEXT: Style = { face: 'text', size: 10, leading: 13.8, colour: INK }
export const STRONG: Style = { ...TEXT, face: 'strong' }
export const QUIET_TEXT: Style = { ...TEXT, colour: QUIET }
export const SMALL: Style = { face: 'text', size: 8.5, leading: 11.6, colour: QUIET }
export const SMALL_STRONG: Style = { ...SMALL, face: 'strong' }
export const TINY: Style = { ...SMALL, size: 7, leading: 9.6 }
export const VALUE: Style = { ...TEXT, size: 9.5, leading: 12.9 }
export const TITLE: Style = { face: 'title', size: 15, leading: 20, colour: INK, bold: 'title' }
export const HEADING: Style = { face: 'title', size: 11.5, leading: 16.5, colour: INK, bold: 'title' }
export const QUOTE: Style = { face: 'quote', size: 10.8, leading: 14.8, colour: INK, bold: 'title' }

/** From the top of a line to its baseline. */
export const baselineOf = (style: Style): number => (style.leading + 0.72 * style.size) / 2
