/** The sheet with the recovery code: one page that must make sense to somebody who finds it in ten years. */
import type { Language } from '#core/i18n/index.ts'
import { wordsOf } from '#core/letters/words.ts'
import { BLOCK_GAP, drawLines, elementOf, heading, paragraph, spaced } from './blocks/parts.ts'
import { createDocument } from './document.ts'
import { drawPage, paginate, type Box, type Piece } from './flow.ts'
import { drawFoot } from './frame.ts'
import { breakLines, oneLine, withSpace, type Style, type Unprintable } from './lines.ts'
import { EDGE, INK, LEFT, mm, RIGHT, WIDTH } from './page.ts'
import type { Pen } from './pen.ts'
import { QUIET_TEXT, SMALL, TEXT, TITLE } from './styles.ts'

export interface RecoverySheetFacts {
  /** With or without dashes: they are left out, and the rest is printed in groups of four. */
  readonly code: string
  /** Four characters that tell which code this is; no secret. */
  readonly keyId: string
  readonly officeName: string
  /** `YYYY-MM-DD`. */
  readonly madeOn: string
  readonly language?: Language
}

const SHEET = { top: mm(20), bottom: mm(276) }
/** Wide apart, so that no character hides between two others. */
const CODE: Style = { face: 'strong', size: 25, leading: 34, colour: INK, spacing: 2.2 }
const GROUP = 98
const PER_ROW = 4

/** The bytes of the sheet: one A4 page. */
export async function recoverySheet(facts: RecoverySheetFacts): Promise<Uint8Array> {
  const { officeName, keyId, madeOn, language = 'nl' } = facts
  const words = wordsOf(language)
  const { t } = words
  const unprintable: Unprintable = new Set()
  const [page = []] = paginate(sheetPieces(facts, words, unprintable), SHEET, SHEET)
  return await createDocument(
    {
      title: t('recovery.title', { office: officeName }),
      subject: t('recovery.keyId', { keyId }),
      author: officeName,
      language,
      datedOn: madeOn,
    },
    (pen) => {
      pen.doc.addPage()
      drawPage(pen, page)
      const left = [officeName, t('recovery.keyId', { keyId })]
      const foot = { left, page: t('recovery.madeOn', { date: words.date(madeOn) }) }
      drawFoot(pen, foot, { page: 1, pages: 1 }, unprintable)
    },
  )
}

function sheetPieces(
  { code, keyId, officeName, madeOn }: RecoverySheetFacts,
  { t, date }: ReturnType<typeof wordsOf>,
  unprintable: Unprintable,
): Piece[] {
  const text = (value: string, gap = 0): Piece[] => paragraph([{ text: value }], unprintable, { gap })
  return [
    title(t('recovery.heading'), unprintable),
    ...paragraph([{ text: t('recovery.office', { office: officeName }) }], unprintable, {
      style: { ...TEXT, size: 11.5, leading: 16 },
    }),
    ...paragraph(
      [
        { text: t('recovery.keyId', { keyId }), bold: true },
        { text: `   ·   ${t('recovery.madeOn', { date: date(madeOn) })}` },
      ],
      unprintable,
      { style: QUIET_TEXT },
    ),
    ...codePieces(code, unprintable),
    ...text(t('recovery.what'), BLOCK_GAP + 2),
    heading(t('recovery.keepHeading'), unprintable),
    ...list([t('recovery.keep1'), t('recovery.keep2'), t('recovery.keep3')], unprintable, false),
    heading(t('recovery.openHeading'), unprintable),
    ...list([t('recovery.open1'), t('recovery.open2', { keyId }), t('recovery.open3')], unprintable, true),
    heading(t('recovery.otherHeading'), unprintable),
    ...paragraph([{ text: t('recovery.other') }], unprintable, {
      style: { ...TEXT, size: 9.5, leading: 13 },
    }),
    heading(t('recovery.keptHeading'), unprintable),
    ...[t('recovery.keeper'), t('recovery.place'), t('recovery.since')].map((label) =>
      toFillIn(label, unprintable),
    ),
  ]
}

function title(text: string, unprintable: Unprintable): Piece {
  const style: Style = { ...TITLE, size: 24, leading: 32 }
  const lines = breakLines([{ text }], style, WIDTH, unprintable)
  return {
    gap: 0,
    height: lines.length * style.leading + 2,
    keep: true,
    draw: (pen, y) => pen.mark(pen.child(pen.root, 'H1'), () => drawLines(pen, lines, style, LEFT, y)),
  }
}

/** The groups of four, in rows. */
function codePieces(code: string, unprintable: Unprintable): Piece[] {
  const box: Box = { x: LEFT, width: WIDTH, tone: 'warm' }
  const groups = code.replaceAll(/[^0-9A-Za-z]/gu, '').match(/.{1,4}/gu) ?? []
  const element = elementOf('P')
  const rows = Array.from({ length: Math.ceil(groups.length / PER_ROW) }, (_, n) =>
    groups.slice(n * PER_ROW, (n + 1) * PER_ROW),
  )
  const margin = (height: number, gap: number): Piece => ({
    gap,
    height,
    keep: true,
    box,
    draw: () => undefined,
  })
  return [
    margin(10, 14),
    ...rows.map((row): Piece => ({
      gap: 0,
      height: CODE.leading + 4,
      keep: true,
      box,
      draw(pen, y) {
        pen.mark(element(pen), () => {
          for (const [n, group] of row.entries())
            pen.line(withSpace(oneLine(group, CODE, unprintable)), CODE, LEFT + 18 + n * GROUP, y + 2)
        })
      },
    })),
    { ...margin(10, 0), keep: false },
  ]
}

function list(items: readonly string[], unprintable: Unprintable, numbered: boolean): Piece[] {
  const parent = elementOf('L')
  const indent = 15
  return items.map((item, n) => {
    const lines = breakLines([{ text: item }], TEXT, WIDTH - indent, unprintable)
    const label = withSpace(oneLine(numbered ? `${n + 1}.` : '•', TEXT, unprintable))
    return {
      gap: n === 0 ? 0 : 1.5,
      height: lines.length * TEXT.leading,
      keep: false,
      draw(pen: Pen, y: number) {
        const entry = pen.child(parent(pen), 'LI')
        pen.mark(pen.child(entry, 'Lbl'), () => pen.line(label, TEXT, LEFT, y))
        pen.mark(pen.child(entry, 'LBody'), () => drawLines(pen, spaced(lines), TEXT, LEFT + indent, y))
      },
    }
  })
}

/** A label and a line to write on. */
function toFillIn(label: string, unprintable: Unprintable): Piece {
  const line = oneLine(label, SMALL, unprintable)
  return {
    gap: 0,
    height: 24,
    keep: true,
    draw(pen, y) {
      pen.mark(pen.child(pen.root, 'P'), () => pen.line(line, SMALL, LEFT, y + 9))
      pen.artifact(() => pen.rule(LEFT + 92, RIGHT, y + 21, EDGE))
    },
  }
}
