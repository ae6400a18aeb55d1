/** Attendance in words and bars: hours against hours, absence with and without notice, never a reason of health. */
import { daysBetween, weekday } from '../calendar/dates.ts'
import type { AttendanceBlock, Rich } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { heardSentence } from '../words/heard.ts'
import { paragraphsOf, type Person, type Words } from './words.ts'

type Attendance = ProgressFacts['attendance']

/** "150 van de 175 geplande uren: 86%"; null when nothing was planned. */
export function presentSentence(attendance: Attendance, words: Words): string | null {
  if (attendance.planned_minutes === 0) return null
  return words.t('glance.presentValue', {
    present: words.number(attendance.present_minutes),
    planned: words.number(attendance.planned_minutes),
    percent: Math.round((100 * attendance.present_minutes) / attendance.planned_minutes),
  })
}

/** The block about attendance; null when nothing was planned and nobody came. */
export function attendanceBlock(facts: ProgressFacts, words: Words, person: Person): AttendanceBlock | null {
  const { attendance } = facts
  const weeks = attendance.weeks.filter((week) => week.monday !== '')
  const counted = weeks.some((week) => week.planned_minutes > 0 || week.present_minutes > 0)
  const paragraphs = explanation(facts, words, person)
  if (!counted && paragraphs.length === 0) return null
  const { t } = words
  return {
    kind: 'attendance',
    heading: t('attendance.heading'),
    weeks: counted
      ? weeks.map((week) => ({
          label: words.shortDay(week.monday),
          hours: words.number(week.present_minutes),
          planned: week.planned_minutes,
          present: week.present_minutes,
        }))
      : [],
    legend: t('attendance.legend'),
    alternative: t('attendance.alternative', {
      weeks: weeks
        .map((week) =>
          t('attendance.alternativeWeek', {
            monday: words.dayMonth(week.monday),
            present: words.number(week.present_minutes),
            planned: words.number(week.planned_minutes),
          }),
        )
        .join(' '),
    }),
    paragraphs,
  }
}

const noWords = { count: 0, examples: [] }

/** First what the marks say, then what the coach writes about it, the days the workshop was closed, and the words. */
function explanation(facts: ProgressFacts, words: Words, person: Person): Rich[] {
  const { attendance, texts } = facts
  const written = paragraphsOf(texts.attendance)
  const own = written.length === 1 ? written : []
  const line = [
    ...absence(attendance, words, person),
    ...own,
    ...closedSentences(attendance.closed, words),
    heardSentence(attendance.heard ?? noWords, words, person) ?? '',
  ].join(' ')
  return [line.trimEnd(), ...(written.length > 1 ? written : [])]
    .filter((text) => text !== '')
    .map((text) => [{ text }])
}

function absence(attendance: Attendance, words: Words, person: Person): string[] {
  const { t } = words
  const kinds = (['ill', 'leave', 'school'] as const)
    .filter((kind) => attendance.notified[kind] > 0)
    .map((kind) => t(`attendance.${kind}`, { hours: words.hours(attendance.notified[kind]) }))
  const said: string[] = []
  if (kinds.length > 0) said.push(t('attendance.absent', { name: person.Name, parts: words.list(kinds) }))
  if (attendance.no_show_minutes > 0) {
    const hours = words.hours(attendance.no_show_minutes)
    said.push(
      attendance.no_show_days.length > 0
        ? t('attendance.noShowDays', {
            days: words.list(attendance.no_show_days.map(words.dayMonth)),
            they: person.they,
            hours,
          })
        : t('attendance.noShow', { they: person.they, hours }),
    )
  }
  const { planned_minutes, present_minutes } = attendance
  if (said.length === 0 && planned_minutes > 0 && present_minutes >= planned_minutes)
    said.push(t('attendance.all', { name: person.Name }))
  return said
}

/** Closed days: those in a row become one range, with the weekend between them left out. */
function closedSentences(closed: Attendance['closed'], words: Words): string[] {
  const ranges: { from: string; to: string; reason: string }[] = []
  for (const { day, reason } of closed.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = ranges.at(-1)
    if (last && last.reason === reason && isNextWorkday(last.to, day)) last.to = day
    else ranges.push({ from: day, to: day, reason })
  }
  const sentences: string[] = []
  for (const reason of new Set(ranges.map((range) => range.reason))) {
    const same = ranges.filter((range) => range.reason === reason)
    const single = same.filter((range) => range.from === range.to)
    if (single.length > 0) {
      const days = words.list(single.map((range) => words.dayMonth(range.from)))
      sentences.push(
        reason === ''
          ? words.t('attendance.closedDay', { days })
          : words.t('attendance.closedDayReason', { days, reason }),
      )
    }
    for (const range of same.filter((one) => one.from !== one.to)) {
      const dates = { from: words.dayMonth(range.from), to: words.dayMonth(range.to) }
      sentences.push(
        reason === ''
          ? words.t('attendance.closedRange', dates)
          : words.t('attendance.closedRangeReason', { ...dates, reason }),
      )
    }
  }
  return sentences
}

function isNextWorkday(day: string, next: string): boolean {
  const days = daysBetween(day, next)
  return days === 1 || (weekday(day) === 5 && days <= 3) || (weekday(day) === 6 && days <= 2)
}
