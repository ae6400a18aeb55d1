/** Pieces onto pages: a piece is never cut, a heading never stands alone at the foot of a page. */
import { PAGE, WARM_TINT } from './page.ts'
import type { Pen } from './pen.ts'

/** A coloured area behind neighbouring pieces; drawn once per page. */
export interface Box {
  readonly x: number
  readonly width: number
  /** `accent`: the tint of the office's colour, with a bar of that colour at the left edge. */
  readonly tone: 'accent' | 'warm'
}

export interface Piece {
  /** White above it, points; left out at the top of a page. */
  readonly gap: number
  readonly height: number
  /** On the same page as the piece after it. */
  readonly keep: boolean
  /** Which item of the layout it belongs to, where somebody wants to know; see `Area`. */
  readonly item?: number
  readonly box?: Box
  /** Drawn above this piece when it comes first on a page: the head of a table that goes on. */
  readonly again?: { readonly height: number; draw(pen: Pen, y: number): void }
  draw(pen: Pen, y: number): void
}

export interface Placed {
  readonly piece: Piece
  readonly y: number
  /** Where `again` is drawn; null where it is not. */
  readonly againY: number | null
}

/** Where an item of the layout stands: on which page (0 is the first), and from where to where of its height, 0 to 1. */
export interface Area {
  readonly item: number
  readonly page: number
  readonly top: number
  readonly bottom: number
}

export interface Room {
  readonly top: number
  readonly bottom: number
}

/** The pages, each with its pieces and where they come. A chain higher than a page is broken where it must be. */
export function paginate(pieces: readonly Piece[], first: Room, next: Room): Placed[][] {
  const pages: Placed[][] = [[]]
  let room = first
  let y = room.top
  const current = (): Placed[] => pages[pages.length - 1] ?? []
  const turn = (): void => {
    pages.push([])
    room = next
    y = room.top
  }
  for (let at = 0; at < pieces.length;) {
    let end = at
    while (pieces[end]?.keep === true && end < pieces.length - 1) end += 1
    const chain = pieces.slice(at, end + 1)
    if (current().length > 0 && y + heightOf(chain) > room.bottom) {
      // A chain that fits no page is placed piece by piece from here; otherwise it starts on the next page.
      if (heightOf(chain) <= next.bottom - next.top) turn()
    }
    for (const piece of chain) {
      if (current().length > 0 && y + piece.gap + piece.height > room.bottom) turn()
      const top = current().length === 0
      if (!top) y += piece.gap
      const againY = top && pages.length > 1 && piece.again ? y : null
      if (againY !== null) y += piece.again?.height ?? 0
      current().push({ piece, y, againY })
      y += piece.height
    }
    at = end + 1
  }
  return pages
}

/** The same pieces, of this item. */
export const ofItem = (pieces: readonly Piece[], item: number | undefined): readonly Piece[] =>
  item === undefined ? pieces : pieces.map((piece) => ({ ...piece, item }))

/** @param top in points, as `bottom`. */
export const areaOf = (item: number, page: number, top: number, bottom: number): Area => ({
  item,
  page,
  top: top / PAGE.height,
  bottom: bottom / PAGE.height,
})

/** What of each item is on which page. */
export function areasOf(pages: readonly (readonly Placed[])[]): Area[] {
  return pages.flatMap((placed, page) =>
    [...Map.groupBy(placed, ({ piece }) => piece.item)].flatMap(([item, own]) => {
      if (item === undefined) return []
      const bottoms = own.map(({ piece, y }) => y + piece.height)
      return [areaOf(item, page, Math.min(...own.map(({ y }) => y)), Math.max(...bottoms))]
    }),
  )
}

const heightOf = (chain: readonly Piece[]): number =>
  chain.reduce((sum, piece) => sum + piece.gap + piece.height, 0)

/** Draws one page: the areas first, then what stands on them. */
export function drawPage(pen: Pen, placed: readonly Placed[]): void {
  for (let at = 0; at < placed.length;) {
    const from = placed[at]
    const box = from?.piece.box
    let end = at + 1
    if (from && box) {
      while (placed[end]?.piece.box === box) end += 1
      const last = placed[end - 1] ?? from
      const height = last.y + last.piece.height - from.y
      pen.artifact(() => {
        const { main, tint } = pen.colours
        pen.box(box.x, from.y, box.width, height, box.tone === 'accent' ? tint : WARM_TINT)
        if (box.tone === 'accent') pen.box(box.x, from.y, 3, height, main)
      })
    }
    at = end
  }
  for (const { piece, y, againY } of placed) {
    const { again } = piece
    if (again && againY !== null) pen.artifact(() => again.draw(pen, againY), 'Pagination')
    piece.draw(pen, y)
  }
}
