/** Typing, filling, copying and pasting over the chosen cells, and saying what happened. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week, WeekRow } from '#core/api/attendance.ts'
import { readBlock, writeBlock } from '#core/attendance/block.ts'
import type { TypedMark } from '#core/attendance/block.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { announce } from '../../ui/announcer.tsx'
import { useToast } from '../../ui/toast.tsx'
import { keyOf, saysTheSame } from './cells.ts'
import type { Place } from './grid-keys.ts'
import { copied, editAt, fillFrom, fillRange, pasted, rangeOf, sizeOf, whyNot } from './range.ts'
import type { Filled, NotTaken, Pasted, Range } from './range.ts'
import { problemsByCell, type Steps } from './steps.ts'
import { useCellWords, useMarkNames } from './words.ts'

/** A paste of which not everything fits: what to do is asked. */
export type PasteQuestion = { take: Pasted['edits']; left: NotTaken[] }

export function useRangeWork(week: Week, rows: readonly WeekRow[], steps: Steps) {
  const { t } = useTranslation(['programme', 'enums', 'errors', 'common'])
  const toast = useToast()
  const names = useMarkNames()
  const cellWords = useCellWords()
  const [question, setQuestion] = useState<PasteQuestion | null>(null)
  const sheet = { week, rows }

  const what = (count: number, at: Place): string => {
    const row = rows[at.row]
    const cell = row?.cells[at.column - 1]
    return count === 1 && row && cell ? cellWords(row, cell) : t('week.cells', { count })
  }
  const cornerOf = (range: Range): Place => ({ row: range.top, column: range.left })

  /** One cell: what cannot be is said beside it, at once. */
  function type(at: Place, value: TypedMark): void {
    const row = rows[at.row]
    const cell = row?.cells[at.column - 1]
    if (!row || !cell) return
    const why = whyNot(sheet, at, value)
    const key = keyOf({ participantId: row.participantId, day: cell.day, part: cell.part })
    if (why) return steps.refuse([{ key, problem: why as 'closed_day' }])
    if (!saysTheSame(cell, value))
      void steps.mark([editAt(sheet, at, value)], { what: what(1, at), monday: week.monday })
    announce(value.mark ? t(`enums:attendanceMark.${value.mark}`) : t('week.emptied'))
  }

  function store({ edits, left }: Filled, range: Range): void {
    const skipped = [...left].map(([why, count]) =>
      why === 'not_planned' || why === 'closed_day' || why === 'date_in_future' || why === 'week_closed'
        ? t(`week.left.${why}`, { count })
        : t('week.left.rest', { count }),
    )
    if (edits.length > 0)
      void steps.mark(edits, { what: what(edits.length, cornerOf(range)), monday: week.monday })
    const text =
      skipped.length > 0
        ? t('week.filledSome', { count: edits.length, skipped: skipped.join(', ') })
        : t('week.filledAll', { count: edits.length })
    if (skipped.length > 0) toast({ text })
    announce(text)
  }

  async function paste(range: Range, text: string): Promise<void> {
    const block = readBlock(text)
    if (block.length === 0) return toast({ text: t('week.pasteNothing') })
    const { edits, left } = pasted(sheet, range, block, names)
    try {
      if (edits.length > 0) {
        // What was typed just before counts as well.
        await steps.flush()
        const { problems } = await client.attendance.check({ cells: edits.map(({ edit }) => edit) })
        const refused = problemsByCell(problems)
        const all = [...left]
        edits.forEach(({ at, text: written }, n) => {
          const why = refused.get(n)
          if (why) all.push({ ...at, text: written, why })
        })
        if (all.length > 0) return setQuestion({ take: edits.filter((_, n) => !refused.has(n)), left: all })
      } else if (left.length > 0) return setQuestion({ take: [], left })
    } catch (error) {
      const { code } = failureOf(error)
      return toast({ text: code === 'LINE_LOST' ? t('common:lineLost.title') : t(`errors:${code}.title`) })
    }
    take(edits)
  }

  function take(edits: Pasted['edits']): void {
    const [first] = edits
    setQuestion(null)
    if (first)
      void steps.mark(
        edits.map(({ edit }) => edit),
        { what: what(edits.length, first.at), monday: week.monday },
      )
    const emptied = edits.filter(({ edit }) => edit.mark === null).length
    const said = { count: edits.length - emptied, emptied }
    toast({ text: emptied > 0 ? t('week.pastedEmptied', said) : t('week.pasted', said) })
  }

  return {
    names,
    question,
    type,
    fill: (range: Range, value: TypedMark) => store(fillRange(sheet, range, value), range),
    fillFrom: (range: Range, way: 'down' | 'right') => store(fillFrom(sheet, range, way), range),
    copy(range: Range): string {
      announce(t('week.copied', { count: sizeOf(range) }))
      return writeBlock(copied(sheet, range, names.letters))
    },
    paste: (range: Range, text: string) => void paste(range, text),
    answer(yes: boolean): void {
      if (yes && question) take(question.take)
      else setQuestion(null)
    },
    sayRange(from: Place, to: Place): void {
      const range = rangeOf(from, to)
      announce(t('week.chosen', { count: sizeOf(range) }))
    },
  }
}
