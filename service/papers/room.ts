/** Room to write the answer of each type of question. */
import { weekdayShort } from '#core/calendar/dates.ts'
import type { FormWords } from '#core/intake/form-words.ts'
import { intakeDayParts, type Question } from '#core/intake/definition.ts'
import { spaced } from '../letters/blocks/parts.ts'
import { breakLines, oneLine, withSpace, type Unprintable } from '../letters/lines.ts'
import { widthOf } from '../letters/fonts.ts'
import { EDGE } from '../letters/page.ts'
import { ANSWER, COLUMN, LABEL, OPTION, WIDE, WRITE } from './measures.ts'
import { box, writeRow, type Row } from './pieces.ts'
import { tableRows, type TableCell } from './tables.ts'
import type { PaperWords } from './words.ts'

const LINES = 4
const ROWS = 4

/** @param paper the words of the paper itself. */
export function roomFor(
  question: Question,
  words: FormWords,
  paper: PaperWords,
  unprintable: Unprintable,
): Row[] {
  const { key } = question
  switch (question.type) {
    case 'text':
      return [writeRow()]
    case 'longText':
      return Array.from({ length: LINES }, () => writeRow())
    case 'number':
      return [numberRow(String(question.max).length, words.unit(key, question.unit), unprintable)]
    case 'date':
      return [dateRow(paper, unprintable)]
    case 'choice':
      return optionRows(
        question.options.map((option) => words.option(key, option)),
        'one',
        unprintable,
      )
    case 'multiple':
      return optionRows(
        question.options.map((option) => words.option(key, option)),
        'many',
        unprintable,
      )
    case 'yesNoUnknown':
      return optionRows(['yes', 'no', 'unknown'].map(words.yesNo), 'one', unprintable)
    case 'scale': {
      const points = Array.from({ length: question.points }, (_, n) => String(n + 1))
      return optionRows(
        points.map((point) => `${point}. ${words.option(key, point)}`),
        'one',
        unprintable,
      )
    }
    case 'dayParts':
      return dayRows(() => ({ text: '', box: 'many' }), paper, unprintable)
    case 'grid':
      return gridRows(question, words, () => ({ text: '', box: 'one' }), unprintable)
    case 'rows': {
      const { columns } = question
      const count = Math.min(question.maxRows, ROWS)
      const cell = (column: (typeof columns)[number]): TableCell =>
        column.type === 'text'
          ? { text: '' }
          : { text: column.options.map((option) => words.columnOption(key, column.key, option)).join(' / ') }
      // What can be chosen stands small under the head, once: in every cell it would leave no room to write.
      const choices = columns
        .filter((column) => column.type === 'choice')
        .map((column) => `${words.column(key, column.key).replace(/[?:]$/u, '')}: ${cell(column).text}.`)
      const table = tableRows(
        {
          x: WIDE.x,
          widths: columns.map(() => WIDE.width / columns.length),
          head: columns.map((column) => words.column(key, column.key)),
          rows: Array.from({ length: count }, () => columns.map(() => ({ text: '' }))),
          named: false,
          rowHeight: WRITE + 2,
          ruled: true,
        },
        unprintable,
      )
      return choices.length === 0 ? table : [...labelRows(choices.join('  '), unprintable), ...table]
    }
  }
}

/** Two beside each other where the words allow it. */
export function optionRows(labels: readonly string[], kind: 'one' | 'many', unprintable: Unprintable): Row[] {
  const half = ANSWER.width / 2
  const indent = 14
  const short = labels.every((label) => oneLine(label, OPTION, unprintable).width <= half - indent - 6)
  const perRow = short && labels.length > 1 ? 2 : 1
  const rows: string[][] = []
  for (let at = 0; at < labels.length; at += perRow) rows.push(labels.slice(at, at + perRow))
  return rows.map((row) => {
    const set = row.map((label, n) => ({
      x: ANSWER.x + n * half,
      lines: breakLines(
        [{ text: label }],
        OPTION,
        (perRow === 2 ? half : ANSWER.width) - indent,
        unprintable,
      ),
    }))
    return {
      height: Math.max(...set.map(({ lines }) => lines.length)) * OPTION.leading + 2.6,
      draw(pen, y, parent) {
        for (const { x, lines } of set) {
          box(pen, x, y + 2, kind)
          pen.mark(pen.child(parent(pen), 'P'), () => {
            for (const [n, line] of spaced(lines).entries())
              pen.line(line, OPTION, x + indent, y + n * OPTION.leading)
          })
        }
      },
    }
  })
}

/** "Weet niet", "wil niet zeggen" and "later": small, in one line. */
export function noAnswerRow(labels: readonly string[], unprintable: Unprintable): Row {
  return {
    height: 17,
    draw(pen, y, parent) {
      let { x } = ANSWER
      pen.mark(pen.child(parent(pen), 'P'), () => {
        for (const label of labels) {
          const line = oneLine(`${label} `, LABEL, unprintable)
          pen.line(withSpace(line), LABEL, x + 12, y + 5)
          x += line.width + 28
        }
      })
      x = ANSWER.x
      for (const label of labels) {
        box(pen, x, y + 6, 'many')
        x += oneLine(`${label} `, LABEL, unprintable).width + 28
      }
    },
  }
}

function labelRows(text: string, unprintable: Unprintable): Row[] {
  return breakLines([{ text }], LABEL, WIDE.width, unprintable).map((line) => ({
    height: LABEL.leading + 1,
    draw: (pen, y, parent) =>
      pen.mark(pen.child(parent(pen), 'P'), () => pen.line(withSpace(line), LABEL, WIDE.x, y)),
  }))
}

const CELL = { width: 15, height: 19 }

function cells(
  draw: (rect: (x: number, width: number) => void) => void,
): (pen: Parameters<Row['draw']>[0], y: number) => void {
  return (pen, y) =>
    pen.artifact(() => {
      draw((x, width) => pen.doc.rect(x, y, width, CELL.height))
      pen.doc.lineWidth(0.8).stroke(EDGE)
    })
}

function numberRow(digits: number, unit: string, unprintable: Unprintable): Row {
  const line = oneLine(unit, OPTION, unprintable)
  const width = digits * CELL.width
  const draw = cells((rect) => {
    for (let n = 0; n < digits; n += 1) rect(ANSWER.x + n * CELL.width, CELL.width)
  })
  return {
    height: CELL.height + 5,
    draw(pen, y, parent) {
      draw(pen, y)
      if (unit !== '')
        pen.mark(pen.child(parent(pen), 'P'), () => pen.line(line, OPTION, ANSWER.x + width + 8, y + 3))
    },
  }
}

/** Boxes for day, month and year. */
function dateRow(paper: PaperWords, unprintable: Unprintable): Row {
  const groups = [
    { digits: 2, label: paper.t('paper.day') },
    { digits: 2, label: paper.t('paper.month') },
    { digits: 4, label: paper.t('paper.year') },
  ]
  const starts = groups.map((_, n) =>
    groups.slice(0, n).reduce((x, group) => x + group.digits * CELL.width + 10, ANSWER.x),
  )
  const draw = cells((rect) => {
    for (const [n, { digits }] of groups.entries())
      for (let at = 0; at < digits; at += 1) rect((starts[n] ?? 0) + at * CELL.width, CELL.width)
  })
  return {
    height: CELL.height + 15,
    draw(pen, y, parent) {
      draw(pen, y)
      pen.mark(pen.child(parent(pen), 'P'), () => {
        for (const [n, { label }] of groups.entries())
          pen.line(oneLine(`${label} `, LABEL, unprintable), LABEL, starts[n] ?? 0, y + CELL.height + 2)
      })
    },
  }
}

/** Days across, parts of the day down. `cell` says what stands in each. */
export function dayRows(
  cell: (weekday: number, part: (typeof intakeDayParts)[number]) => TableCell,
  paper: PaperWords,
  unprintable: Unprintable,
): Row[] {
  const days = [1, 2, 3, 4, 5, 6, 7]
  const first = 62
  return tableRows(
    {
      x: ANSWER.x,
      widths: [first, ...days.map(() => (ANSWER.width - first) / 7)],
      head: ['', ...days.map((day) => weekdayShort(day, paper.language))],
      rows: intakeDayParts.map((part) => [
        { text: paper.dayPart(part) },
        ...days.map((day) => cell(day, part)),
      ]),
      named: true,
      rowHeight: 19,
    },
    unprintable,
  )
}

export function gridRows(
  question: Extract<Question, { type: 'grid' }>,
  words: FormWords,
  cell: (item: string, option: string) => TableCell,
  unprintable: Unprintable,
): Row[] {
  const place = isWide(question, words) ? WIDE : ANSWER
  const heads = question.options.map((option) => words.option(question.key, option))
  const each = Math.min(Math.max(44, longestWord(heads)), (place.width * 0.68) / question.options.length)
  return tableRows(
    {
      x: place.x,
      widths: [place.width - each * question.options.length, ...question.options.map(() => each)],
      head: ['', ...heads],
      rows: question.items.map((item) => [
        { text: words.item(question.key, item) },
        ...question.options.map((option) => cell(item, option)),
      ]),
      named: true,
      rowHeight: 18,
    },
    unprintable,
  )
}

/** What a column needs for the longest word of these, so that no word is cut. */
const longestWord = (texts: readonly string[]): number =>
  8 +
  Math.max(...texts.flatMap((text) => text.split(' ')).map((word) => widthOf(word, 'strong', COLUMN.size)))

/** Whether the answer of this question goes under it, over the whole width. */
export function isWide(question: Question, words: FormWords): boolean {
  if (question.type !== 'grid') return question.type === 'rows'
  const { key, options, items } = question
  const columns = options.length * Math.max(44, longestWord(options.map((one) => words.option(key, one))))
  return columns + longestWord(items.map((one) => words.item(key, one))) > ANSWER.width
}
