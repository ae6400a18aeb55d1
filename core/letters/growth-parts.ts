/** What a report about a whole trajectory has in common with a progress letter, with bars per month where it is long. */
import { monthName } from '../calendar/dates.ts'
import { attendanceBlock, presentSentence } from './attendance-text.ts'
import type { AttendanceBlock, FactsBlock } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { ladderLine, languageLine } from './growth-text.ts'
import type { Person, Words } from './words.ts'

type Months = readonly { month: string; planned_minutes: number; present_minutes: number }[]

/** More bars than this and nobody counts them. */
const mostWeeks = 14

export function longAttendanceBlock(
  facts: ProgressFacts & { per_month: Months },
  words: Words,
  person: Person,
): AttendanceBlock | null {
  const block = attendanceBlock(facts, words, person)
  if (block === null || block.weeks.length <= mostWeeks) return block
  const { t } = words
  const name = (month: string): string => monthName(Number(month.slice(5)), words.language)
  return {
    ...block,
    weeks: facts.per_month.map((row) => ({
      label: name(row.month),
      hours: words.number(row.present_minutes),
      planned: row.planned_minutes,
      present: row.present_minutes,
    })),
    legend: t('months.legend'),
    alternative: t('months.alternative', {
      months: facts.per_month
        .map((row) =>
          t('months.alternativeMonth', {
            month: `${name(row.month)} ${row.month.slice(0, 4)}`,
            present: words.number(row.present_minutes),
            planned: words.number(row.planned_minutes),
          }),
        )
        .join(' '),
    }),
  }
}

/** The lines of "in één oogopslag" that say how somebody grew. */
export function growthRows(facts: ProgressFacts, words: Words): [string, string | null][] {
  const { t } = words
  return [
    [t('glance.present'), presentSentence(facts.attendance, words)],
    [t('glance.language'), languageLine(facts, words)],
    [t('glance.ladder'), ladderLine(facts, words)],
  ]
}

/** A table of what is known; null where nothing is. */
export function knownFacts(
  heading: string,
  rows: readonly (readonly [string, string | null])[],
): FactsBlock | null {
  const known = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return known.length === 0 ? null : { kind: 'facts', heading, rows: known }
}
