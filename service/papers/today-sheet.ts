/** The day on one A4: at the left who comes, at the right what waits, at the foot the word. Never a second page. */
import { spaced } from '../letters/blocks/parts.ts'
import { createDocument } from '../letters/document.ts'
import { breakLines, oneLine, withSpace, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { HAIRLINE, INK, mm, PAGE, PETROL, QUIET, WARM_TINT } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'
import { share } from './share.ts'

/** Somebody who comes: `first` in words, '' for not; `when` the times, or that this person does not come. */
export interface TodayComer {
  readonly name: string
  readonly first: string
  readonly when: string
  readonly reach: string
}
export interface TodaySection {
  readonly heading: string
  /** Of this day itself: stands whole before the others get room. */
  readonly first?: boolean
  readonly items: readonly { readonly name: string; readonly text: string }[]
}
export interface TodaySheet {
  readonly fileName: string
  readonly title: string
  readonly officeName: string
  readonly language: 'nl' | 'en'
  readonly day: string // YYYY-MM-DD
  readonly heading: string
  readonly lead: string
  readonly who: string
  /** Over the columns of `coming`. */
  readonly columns: readonly [string, string, string]
  readonly coming: readonly TodayComer[]
  readonly sections: readonly TodaySection[]
  /** In place of the sections where there are none. */
  readonly nothing: string
  readonly word: { readonly title: string; readonly text: string } | null
  /** "en nog 4 meer". */
  readonly more: (count: number) => string
  readonly foot: string
}

const LEFT = mm(20)
const RIGHT = PAGE.width - mm(15)
const TOP = mm(15)
const FOOT = mm(284)
const COMING = { width: mm(108) }
const NAME = mm(50)
const WHEN = mm(29)
const PAD = 4
const SIDE = { x: LEFT + COMING.width + mm(8), width: RIGHT - LEFT - COMING.width - mm(8) }

const LABEL: Style = { face: 'title', size: 12, leading: 16, colour: PETROL, bold: 'title' }
const DAY: Style = { face: 'title', size: 22, leading: 29, colour: INK, bold: 'title' }
const LEAD: Style = { face: 'text', size: 10.5, leading: 15, colour: INK }
const HEAD: Style = { face: 'title', size: 12.5, leading: 18, colour: INK, bold: 'title' }
const COLUMN: Style = { face: 'strong', size: 8, leading: 11, colour: QUIET }
const SMALL: Style = { face: 'text', size: 8, leading: 11, colour: QUIET }
/** From roomy to tight: the first with which everything fits. */
const SIZES = [
  { size: 10, leading: 13.4, gap: 3.2 },
  { size: 9.5, leading: 12.6, gap: 1.6 },
  { size: 8.5, leading: 11, gap: 0.4 },
  { size: 8, leading: 9.6, gap: 0 },
] as const
type Size = (typeof SIZES)[number]
const plain = ({ size, leading }: Size): Style => ({ face: 'text', size, leading, colour: INK })

/** The bytes of the sheet: one page. What does not fit is counted on it. */
export async function todaySheet(facts: TodaySheet): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  return await createDocument(
    {
      title: facts.title,
      subject: facts.heading,
      author: facts.officeName,
      language: facts.language,
      datedOn: facts.day,
    },
    (pen) => {
      pen.doc.addPage()
      const top = drawHead(pen, facts, unprintable)
      const word = wordBox(facts, unprintable)
      const room = { top, bottom: FOOT - 8 - word.height - (word.height > 0 ? 12 : 0) }
      const { size, sides } = layOut(facts, room, unprintable)
      drawComing(pen, facts, size, room, unprintable)
      if (facts.sections.length === 0) drawNothing(pen, facts.nothing, size, room.top, unprintable)
      for (const side of sides) drawSections(pen, facts, size, side, unprintable)
      word.draw(pen, FOOT - 8 - word.height)
      drawFoot(pen, facts, unprintable)
    },
  )
}

function drawHead(pen: Pen, facts: TodaySheet, unprintable: Unprintable): number {
  let y = TOP
  const title = oneLine(facts.title, LABEL, unprintable)
  pen.mark(pen.child(pen.root, 'H1'), () =>
    pen.line(withSpace(oneLine(facts.heading, DAY, unprintable)), DAY, LEFT, y),
  )
  pen.mark(pen.child(pen.root, 'P'), () => pen.line(title, LABEL, RIGHT - title.width, y + 9))
  y += DAY.leading
  pen.artifact(() => pen.rule(LEFT, RIGHT, y + 4, PETROL, 2))
  y += 10
  y = drawText(pen, pen.child(pen.root, 'P'), {
    lines: breakLines([{ text: facts.lead }], LEAD, RIGHT - LEFT, unprintable),
    style: LEAD,
    x: LEFT,
    y,
  })
  return y + 10
}

function drawText(
  pen: Pen,
  element: Element,
  { lines, style, x, y }: { lines: readonly Line[]; style: Style; x: number; y: number },
): number {
  pen.mark(element, () => {
    for (const [n, line] of spaced(lines).entries()) pen.line(line, style, x, y + n * style.leading)
  })
  return y + lines.length * style.leading
}

/** A row of a list with its height, before it has a place. */
interface Set {
  readonly height: number
  draw(pen: Pen, parent: Element, y: number, x?: number): void
}

/** A column with the sections that stand in it. */
interface Side extends Room {
  readonly x: number
  readonly width: number
  readonly sections: readonly TodaySection[]
}

/**
 * The roomiest size with which everything stands on the page: the sections at the right, the last of them under the list
 * where that leaves room. Where nothing lets everything stand, what leaves out the least.
 */
function layOut(facts: TodaySheet, room: Room, unprintable: Unprintable): { size: Size; sides: Side[] } {
  const found = SIZES.map((size) => {
    const list = facts.coming.length === 0 ? 0 : HEADS + sum(comingRows(facts, size, unprintable))
    const under = {
      x: LEFT,
      width: COMING.width,
      top: room.top + list + (list > 0 ? BELOW * 2 : 0),
      bottom: room.bottom,
    }
    const beside = { x: SIDE.x, width: SIDE.width, ...room }
    const ways = facts.sections.map((_, n) => [
      { ...beside, sections: facts.sections.slice(0, n + 1) },
      { ...under, sections: facts.sections.slice(n + 1) },
    ])
    const best = ways
      .map((sides) => ({
        sides,
        missing: sides.reduce((all, side) => all + lacks(side, size, unprintable), 0),
      }))
      .toReversed() // with the fewest under the list, among equals
      .reduce((a, b) => (b.missing < a.missing ? b : a), { sides: [] as Side[], missing: Infinity })
    const listLacks = Math.max(0, room.top + list - room.bottom)
    return { size, sides: best.sides, listLacks, missing: listLacks + (ways.length === 0 ? 0 : best.missing) }
  })
  const whole =
    found.find(({ missing }) => missing === 0) ?? found.slice(2).find(({ listLacks }) => listLacks === 0)
  const { size, sides } = whole ?? found.at(-1) ?? { size: SIZES[3], sides: [] }
  return { size, sides: sides.filter(({ sections }) => sections.length > 0) }
}

/** How much room these sections want beyond what there is; a section that cannot even begin is worse than a long one. */
function lacks({ sections, width, top, bottom }: Side, size: Size, unprintable: Unprintable): number {
  const wanted = sections.reduce((all, one) => all + sectionHeight(one, size, width, unprintable), 0)
  const least = sections.length * (HEAD.leading + BELOW + 4 * size.leading)
  return Math.max(0, wanted - BELOW - (bottom - top)) + (least > bottom - top ? 1000 * sections.length : 0)
}

const sum = (sets: readonly Set[]): number => sets.reduce((all, { height }) => all + height, 0)

/** The head of the list of who comes, with its columns. */
const HEADS = HEAD.leading + COLUMN.leading + 6

function comingRows(facts: TodaySheet, size: Size, unprintable: Unprintable): Set[] {
  const style = plain(size)
  const strong: Style = { ...style, face: 'strong' }
  const quiet: Style = { ...style, colour: QUIET }
  return facts.coming.map((one) => {
    const name = [{ text: one.name, bold: true }, { text: one.first === '' ? '' : ` (${one.first})` }]
    const cells = [
      {
        x: LEFT,
        style: strong,
        lines: breakLines(name, { ...style, bold: 'strong' }, NAME - PAD, unprintable),
      },
      {
        x: LEFT + NAME,
        style,
        lines: breakLines([{ text: one.when }], style, WHEN - PAD, unprintable),
      },
      {
        x: LEFT + NAME + WHEN,
        style: quiet,
        lines: breakLines([{ text: one.reach }], quiet, COMING.width - NAME - WHEN, unprintable),
      },
    ]
    const height = Math.max(...cells.map(({ lines }) => lines.length)) * size.leading + size.gap
    return {
      height,
      draw(pen, parent, y) {
        const row = pen.child(parent, 'TR')
        for (const [n, { x, style: of, lines }] of cells.entries())
          drawText(pen, pen.child(row, n === 0 ? 'TH' : 'TD', n === 0 ? { scope: 'Row' } : {}), {
            lines,
            style: of,
            x,
            y: y + size.gap / 2,
          })
        pen.artifact(() => pen.rule(LEFT, LEFT + COMING.width, y + height, HAIRLINE, 0.4))
      },
    }
  })
}

type Room = { top: number; bottom: number }

function drawComing(pen: Pen, facts: TodaySheet, size: Size, room: Room, unprintable: Unprintable): void {
  if (facts.coming.length === 0) return
  let y = drawHeading(pen, facts.who, LEFT, room.top, unprintable)
  const table = pen.child(pen.root, 'Table')
  const head = pen.child(table, 'TR')
  for (const [n, text] of facts.columns.entries())
    pen.mark(pen.child(head, 'TH', { scope: 'Column' }), () =>
      pen.line(
        withSpace(oneLine(text, COLUMN, unprintable)),
        COLUMN,
        LEFT + (n === 0 ? 0 : NAME + (n - 1) * WHEN),
        y,
      ),
    )
  y += COLUMN.leading + 2
  const rows = comingRows(facts, size, unprintable)
  const kept = within(rows, room.bottom - y, size)
  for (const row of rows.slice(0, kept)) {
    row.draw(pen, table, y)
    y += row.height
  }
  if (kept < rows.length) drawMore(pen, facts.more(rows.length - kept), { x: LEFT, y, size }, unprintable)
}

/** How many rows fit; where not all do, with a line left to say how many more there are. */
function within(rows: readonly Set[], room: number, size: Size): number {
  if (sum(rows) <= room) return rows.length
  let used = size.leading + size.gap
  return rows.findIndex((row) => (used += row.height) > room)
}

function drawMore(
  pen: Pen,
  text: string,
  { x, y, size }: { x: number; y: number; size: Size },
  unprintable: Unprintable,
): void {
  const style: Style = { ...plain(size), face: 'strong' }
  pen.mark(pen.child(pen.root, 'P'), () =>
    pen.line(oneLine(text, style, unprintable), style, x, y + size.gap / 2),
  )
}

function drawHeading(pen: Pen, text: string, x: number, y: number, unprintable: Unprintable): number {
  pen.mark(pen.child(pen.root, 'H2'), () => pen.line(oneLine(text, HEAD, unprintable), HEAD, x, y))
  return y + HEAD.leading + 2
}

/** White under a section. */
const BELOW = 9

/** Between two lines that stand under each other as items, however tight. */
const BETWEEN = 1.6

function itemSets(section: TodaySection, size: Size, width: number, unprintable: Unprintable): Set[] {
  const style = plain(size)
  return section.items.map(({ name, text }) => {
    const rich = [{ text: name, bold: true }, { text: text === '' ? '' : `${name === '' ? '' : ' '}${text}` }]
    const lines = breakLines(rich, style, width, unprintable)
    return {
      height: lines.length * size.leading + Math.max(BETWEEN, size.gap),
      draw(pen, parent, y, x = SIDE.x) {
        drawText(pen, pen.child(pen.child(parent, 'LI'), 'LBody'), { lines, style, x, y })
      },
    }
  })
}

const sectionHeight = (section: TodaySection, size: Size, width: number, unprintable: Unprintable): number =>
  HEAD.leading + 2 + sum(itemSets(section, size, width, unprintable)) + BELOW

function drawNothing(pen: Pen, text: string, size: Size, y: number, unprintable: Unprintable): void {
  const style = plain(size)
  const lines = breakLines([{ text }], style, SIDE.width, unprintable)
  drawText(pen, pen.child(pen.root, 'P'), { lines, style, x: SIDE.x, y: y + 3 })
}

function drawSections(pen: Pen, facts: TodaySheet, size: Size, side: Side, unprintable: Unprintable): void {
  const { x, width, top, bottom, sections } = side
  const wanted = sections.map((section) => sectionHeight(section, size, width, unprintable))
  const given = roomFor(sections, wanted, bottom + BELOW - top)
  let y = top
  let end = top
  for (const [n, section] of sections.entries()) {
    end += given[n] ?? 0 // what one leaves, the next may use
    y = drawHeading(pen, section.heading, x, y, unprintable)
    const items = itemSets(section, size, width, unprintable)
    const kept = within(items, end - BELOW - y + 0.01, size)
    const list = pen.child(pen.root, 'L')
    for (const item of items.slice(0, kept)) {
      item.draw(pen, list, y, x)
      y += item.height
    }
    if (kept < items.length) {
      drawMore(pen, facts.more(items.length - kept), { x, y, size }, unprintable)
      y += size.leading + size.gap
    }
    y += BELOW
  }
}

/** What is of the day itself gets what it wants, up to half of the room; the others share the rest. */
function roomFor(sections: readonly TodaySection[], wanted: readonly number[], room: number): number[] {
  const first = wanted.map((height, n) => (sections[n]?.first ? Math.min(height, room / 2) : 0))
  const left = room - first.reduce((all, height) => all + height, 0)
  const shared = share(
    wanted.map((height, n) => (sections[n]?.first ? 0 : height)),
    left,
  )
  return wanted.map((_, n) => (first[n] ?? 0) + (shared[n] ?? 0))
}

function wordBox({ word }: TodaySheet, unprintable: Unprintable) {
  if (word === null) return { height: 0, draw: () => undefined }
  const width = RIGHT - LEFT - 20
  const title = breakLines([{ text: word.title }], HEAD, width, unprintable)
  const text = breakLines([{ text: word.text }], LEAD, width, unprintable)
  const height = title.length * HEAD.leading + text.length * LEAD.leading + 14
  return {
    height,
    draw(pen: Pen, y: number) {
      pen.artifact(() => pen.box(LEFT, y, RIGHT - LEFT, height, WARM_TINT))
      const end = drawText(pen, pen.child(pen.root, 'H2'), {
        lines: title,
        style: HEAD,
        x: LEFT + 10,
        y: y + 6,
      })
      drawText(pen, pen.child(pen.root, 'P'), { lines: text, style: LEAD, x: LEFT + 10, y: end })
    },
  }
}

function drawFoot(pen: Pen, { officeName, foot }: TodaySheet, unprintable: Unprintable): void {
  const right = oneLine(foot, SMALL, unprintable)
  const [left] = breakLines([{ text: officeName }], SMALL, RIGHT - LEFT - right.width - 16, unprintable)
  pen.artifact(() => {
    if (left) pen.line(left, SMALL, LEFT, FOOT)
    pen.line(right, SMALL, RIGHT - right.width, FOOT)
  }, 'Pagination')
}
