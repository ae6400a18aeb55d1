/** What stands on the sign-in sheet of a day and on the sheet of a week, in the order of the grid. */
import type { AttendanceMark } from '#core/api/fields.ts'
import { attendanceMark } from '#core/api/fields.ts'
import type { Week } from '#core/api/attendance.ts'
import {
  addDays,
  formatDayMonth,
  formatLong,
  isoWeek,
  mondayOf,
  weekday,
  weekdayName,
} from '#core/calendar/dates.ts'
import { listName } from '#core/names/name.ts'
import { closureReason, readOffice } from '#db/office/queries.ts'
import { findWord } from '#db/words/queries.ts'
import { agreedParts, markOn, readSheet } from '../attendance/sheet.ts'
import { weekGroups } from '../attendance/weeks.ts'
import type { OfficeContext } from '../context.ts'
import { wordsOn } from '../words/plan.ts'
import { dayWords, type DayWords } from './day-words.ts'
import type { SignInPerson, SignInSheet } from './sign-in-sheet.ts'
import type { WeekSheet, WeekSheetCell } from './week-sheet.ts'

const halves = ['morning', 'afternoon'] as const
/** The participants read it: Dutch, whatever language the screens have. */
const participantLanguage = 'nl'

export function signInFacts(ctx: OfficeContext, day: string): SignInSheet {
  const words = dayWords(participantLanguage)
  const { t, enums } = words
  const closed = closureReason(ctx.db, day)
  const groups = closed === null ? groupsOfDay(ctx, day, words) : []
  const part = (of: 'morning' | 'afternoon') => capital(enums(`dayPart.${of}`))
  return {
    fileName: t('signIn.fileName', { day }),
    title: t('signIn.title'),
    officeName: readOffice(ctx.db).name,
    language: participantLanguage,
    day,
    heading: words.day(day),
    lead: leadOf(closed, groups.length > 0, words),
    columns: [t('name'), part('morning'), part('afternoon')],
    groups,
    visitors: {
      heading: t('signIn.visitors'),
      columns: [t('name'), t('signIn.from'), t('signIn.signature')],
    },
    continued: t('signIn.continued', { day: words.day(day) }),
    word: wordOf(ctx, day, words),
    page: t('page', { page: '{page}', pages: '{pages}' }),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function leadOf(closed: string | null, some: boolean, { t }: DayWords): string {
  if (closed !== null) return closed === '' ? t('signIn.closedPlain') : t('signIn.closed', { reason: closed })
  return some ? t('signIn.lead') : t('signIn.nobody')
}

/** Who is expected on this day; groups without anybody are left out. */
function groupsOfDay(ctx: OfficeContext, day: string, words: DayWords): SignInSheet['groups'] {
  const monday = mondayOf(day)
  const sheet = readSheet(ctx, monday, addDays(monday, 6))
  return weekGroups(ctx, sheet, monday)
    .map((group) => ({
      heading: groupName(group, words),
      people: group.people.flatMap((row): SignInPerson[] => {
        const parts = agreedParts(sheet, row, day)
        if (parts.length === 0) return []
        const [morning = null, afternoon = null] = halves.map((half) => {
          const found = parts.find((part) => part.part === half)
          if (!found) return null
          const mark = markOn(sheet, row.participant_id, day, half)?.mark
          return known(mark, words) ?? words.time(found.start_minute, found.end_minute)
        })
        return [{ name: listName(row), halves: [morning, afternoon] }]
      }),
    }))
    .filter(({ people }) => people.length > 0)
}

/** What is known before the day: that somebody does not come, never why. The sheet lies where everybody sees it. */
function known(mark: AttendanceMark | undefined, { t }: DayWords): string | null {
  if (mark === 'ill' || mark === 'leave') return t('signIn.away')
  if (mark === 'school') return t('signIn.school')
  return mark === 'elsewhere' ? t('signIn.elsewhere') : null
}

function groupName(
  { weekdays, coachName }: { weekdays: readonly number[] | null; coachName: string | null },
  { t, language }: DayWords,
): string {
  if (coachName !== null) return t('groups.coach', { name: coachName })
  if (weekdays === null) return ''
  return weekdays.length === 0
    ? t('groups.noDays')
    : capital(weekdays.map((day) => weekdayName(day, language)).join(', '))
}

function wordOf(ctx: OfficeContext, day: string, { t }: DayWords): string {
  const row = wordsOn(ctx.db, ctx.today, day, day).get(day)
  const word = row ? findWord(ctx.db, row.word_id) : null
  return word === null ? '' : `${t('word', { word: word.word })}. ${word.meaning}`
}

/** @param week as the grid shows it. @param filled with the marks so far; otherwise empty, to write on. */
export function weekFacts(ctx: OfficeContext, week: Week, filled: boolean): WeekSheet {
  const { name: officeName, language } = readOffice(ctx.db)
  const words = dayWords(language)
  const { t, enums } = words
  const { monday } = week
  const friday = addDays(monday, 4)
  const reasons = new Map(week.closed.map(({ day, reason }) => [day, reason]))
  const span = {
    week: week.weekNumber,
    from: formatDayMonth(monday, language),
    to: formatLong(friday, language),
  }
  const rows = [...week.rows]
  return {
    fileName: t('week.fileName', { year: isoWeek(monday).year, week: week.weekNumber }),
    title: t('week.title', span),
    officeName,
    language,
    monday,
    heading: t('week.title', span),
    range: t('week.range', span),
    people: t('week.people', { count: week.rows.length }),
    days: [0, 1, 2, 3, 4].map((n) => {
      const day = addDays(monday, n)
      const reason = reasons.get(day)
      return {
        label: `${capital(weekdayName(weekday(day), language))} ${Number(day.slice(8))}`,
        closed: reason === undefined ? null : reason === '' ? t('closedPlain') : t('closed', { reason }),
      }
    }),
    parts: [enums('dayPart.morning'), enums('dayPart.afternoon')],
    groups: week.groups.map((group) => ({
      heading: groupName(group, words),
      people: rows.splice(0, group.people).map((row) => ({
        name: row.listName,
        cells: row.cells.map((cell) => cellOf(cell, filled, words)),
      })),
    })),
    nobody: t('week.nobody'),
    legend: legendOf(week, filled, words),
    continued: t('week.continued', span),
    page: t('page', { page: '{page}', pages: '{pages}' }),
  }
}

function cellOf(
  cell: Week['rows'][number]['cells'][number],
  filled: boolean,
  { enums }: DayWords,
): WeekSheetCell {
  const planned = cell.planned_minutes > 0
  const { mark } = cell
  if (!filled || mark === null) return { planned, mark: '', detail: '' }
  const late = mark === 'late' ? cell.planned_minutes - cell.present_minutes : 0
  return { planned, mark: enums(`attendanceLetter.${mark}`), detail: late > 0 ? String(late) : '' }
}

function legendOf(week: Week, filled: boolean, { t, enums, language }: DayWords): string {
  const letters = attendanceMark.options
    .map((mark) =>
      t('week.letter', {
        letter: enums(`attendanceLetter.${mark}`),
        meaning: enums(`attendanceMark.${mark}`).toLowerCase(),
      }),
    )
    .join(', ')
  const until = filled ? t('week.until', { date: formatLong(week.today, language) }) : ''
  return [t('week.white'), t('week.hatched'), t('week.letters', { letters }), until]
    .filter((text) => text !== '')
    .join(' ')
}
