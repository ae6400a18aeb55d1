/** What stands on the sheet of today: the page of today, with the times of who comes. */
import type { AttendanceMark } from '#core/api/fields.ts'
import type { Today } from '#core/api/today.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { hard } from '#core/letters/words.ts'
import { readOffice } from '#db/office/queries.ts'
import { findWord } from '#db/words/queries.ts'
import type { OfficeContext } from '../context.ts'
import { wordsOn } from '../words/plan.ts'
import { dayWords, type DayWords } from './day-words.ts'
import { todaySheet, type TodayComer, type TodaySection, type TodaySheet } from './today-sheet.ts'

export async function printToday(
  ctx: OfficeContext,
  today: Today,
): Promise<{ path: string | null; url: string | null }> {
  const facts = todaySheetFacts(ctx, today)
  return await ctx.host.openDocument({ fileName: facts.fileName, bytes: await todaySheet(facts) })
}

export function todaySheetFacts(ctx: OfficeContext, today: Today): TodaySheet {
  const { name: officeName, language } = readOffice(ctx.db)
  const words = dayWords(language)
  const { t } = words
  return {
    fileName: t('today.fileName', { day: today.today }),
    title: t('today.title'),
    officeName,
    language,
    day: today.today,
    heading: words.day(today.today),
    lead: leadOf(today, words),
    who: t('today.who'),
    columns: [t('name'), t('today.when'), t('today.phone')],
    coming: comers(today, words),
    sections: sectionsOf(today, words).filter(({ items }) => items.length > 0),
    nothing: t('today.nothing'),
    word: wordOf(ctx, today, words),
    more: (count) => t('andMore', { count }),
    foot: t('today.confidential'),
  }
}

const isAway = (mark: AttendanceMark | null): boolean => mark === 'ill' || mark === 'leave'

function leadOf({ closedReason, coming }: Today, { t }: DayWords): string {
  if (closedReason !== null)
    return closedReason === '' ? t('today.closedPlain') : t('today.closed', { reason: closedReason })
  const away = coming.filter((one) => isAway(one.mark)).length
  const said = [
    coming.length - away === 0 ? t('today.coming_zero') : t('today.coming', { count: coming.length - away }),
  ]
  if (away > 0) said.push(t('today.away', { count: away }))
  return said.join(' ')
}

/** A reason that somebody gave stays off paper: the office knows it, and whoever finds the sheet need not. */
function comers({ coming, firstTime }: Today, { t, time }: DayWords): TodayComer[] {
  const first = new Set(firstTime.map((one) => one.participantId))
  return coming.map(({ participantId, name, halves, phone }) => {
    const here = halves.filter((half) => !isAway(half.mark))
    const [begin, end] = [here[0], here.at(-1)]
    const away = halves.filter((half) => isAway(half.mark))
    return {
      name,
      first: first.has(participantId) ? t('today.first') : '',
      when:
        begin && end
          ? [
              time(begin.start_minute, end.end_minute),
              ...away.map(({ part }) => t(`today.awayPart.${part}`)),
            ].join(', ')
          : t('today.away'),
      reach: phone,
    }
  })
}

function sectionsOf(today: Today, { t, language, time }: DayWords): TodaySection[] {
  const date = (day: string): string => hard(formatNarrow(day, language))
  return [
    {
      heading: t('today.appointments'),
      first: true,
      items: today.appointments.map(({ start_minute, end_minute, title, place, staffName, ...of }) => {
        const names = [of.participantName, of.caseManagerName, of.hostName].filter((one) => one !== '')
        return {
          name: time(start_minute, end_minute),
          text: [
            title,
            names.length === 0 ? '' : t('today.appointmentWith', { names: names.join(', ') }),
            place,
            staffName === '' ? '' : t('today.forWho', { name: staffName }),
          ]
            .filter((one) => one !== '')
            .join(', '),
        }
      }),
    },
    {
      heading: t('today.noShow'),
      items: today.noShowYesterday.map(({ name, day, phone }) => ({
        name,
        text: [date(day), hard(phone)].filter((one) => one !== '').join(', '),
      })),
    },
    {
      heading: t('today.tasks'),
      items: today.tasks.map(({ title, name, due_on, staffName }) => ({
        name: title,
        text: [
          name,
          due_on === null ? '' : t('today.before', { date: date(due_on) }),
          staffName === '' ? '' : t('today.forWho', { name: staffName }),
        ]
          .filter((one) => one !== '')
          .join(', '),
      })),
    },
    {
      heading: t('today.letters'),
      items: today.lettersDue.map(({ personName, municipalityName, dueOn, draftId }) => ({
        name: personName,
        text: [
          t('today.letterDue', { municipality: municipalityName, date: date(dueOn) }),
          draftId === null ? '' : t('today.letterDraft'),
        ]
          .filter((one) => one !== '')
          .join(', '),
      })),
    },
    {
      heading: t('today.aftercare'),
      items: today.aftercareDue.map(({ name, month, due_on }) => ({
        name,
        text: t('today.aftercareLine', { count: month, date: date(due_on) }),
      })),
    },
    {
      heading: t('today.ending'),
      items: [
        ...today.endingSoon.map(({ name, on }) => ({ name, on, key: 'today.endingTrajectory' as const })),
        ...today.placementsEnding.map(({ name, on }) => ({ name, on, key: 'today.endingPlace' as const })),
        ...today.civicSoon.map(({ name, on }) => ({ name, on, key: 'today.endingCivic' as const })),
      ]
        .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
        .map(({ name, on, key }) => ({ name, text: t(key, { date: date(on) }) })),
    },
    {
      heading: t('today.birthdays'),
      items: today.birthdays.map(({ name, on }) => ({ name, text: date(on) })),
    },
  ]
}

function wordOf(ctx: OfficeContext, { today }: Today, { t }: DayWords): TodaySheet['word'] {
  const row = wordsOn(ctx.db, ctx.today, today, today).get(today)
  const word = row ? findWord(ctx.db, row.word_id) : null
  if (word === null) return null
  const example = word.example === '' ? '' : ` ${t('example', { example: word.example })}`
  return { title: t('word', { word: word.word }), text: `${word.meaning}${example}` }
}
