/** One thing behind a part: what it is, and the way to where it stands. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '#core/api/letter-sources.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatDayMonth, formatLong, mondayOf } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'

interface Line {
  readonly words: string
  /** Where it stands; null where there is no page of it. */
  readonly to: string | null
  readonly detail: readonly string[]
  readonly text?: string
}

export function SourceLine({ source, participantId }: { source: Source; participantId: number }) {
  const { words, to, detail, text } = useLine(source, participantId)
  const rest = detail.filter((one) => one !== '').join(', ')
  return (
    <li className="letter-source">
      {to === null ? (
        <span>{words}</span>
      ) : (
        <a className="link" href={`#${to}`}>
          {words}
        </a>
      )}
      {rest !== '' && <span className="dim">{rest}</span>}
      {text !== undefined && text !== '' && <Quote>{text}</Quote>}
    </li>
  )
}

const Quote = ({ children }: { children: ReactNode }) => (
  <span className="letter-source-text">{children}</span>
)

function useLine(source: Source, participantId: number): Line {
  const { t } = useTranslation(['sources', 'enums', 'intake'])
  const { language } = useOffice()
  const person = `/deelnemers/${participantId}`
  const hours = (minutes: number) => formatHours(minutes, language)
  const day = (date: string) => formatDayMonth(date, language)
  const week = (date: string) => `/week?maandag=${mondayOf(date)}`
  switch (source.kind) {
    case 'week':
      return {
        words: t('week', { date: day(source.monday) }),
        to: week(source.monday),
        detail: [
          t('weekHours', { present: hours(source.present_minutes), planned: hours(source.planned_minutes) }),
          source.absent_minutes ? t('weekAbsent', { hours: hours(source.absent_minutes) }) : '',
        ],
      }
    case 'absence':
      return {
        words: day(source.day),
        to: week(source.day),
        detail: [
          t(`enums:attendanceMark.${source.mark}`).toLowerCase(),
          source.minutes === null ? '' : t('absent', { hours: hours(source.minutes) }),
        ],
        text: source.remark,
      }
    case 'closed':
      return {
        words: day(source.day),
        to: week(source.day),
        detail: [source.reason === '' ? t('closed') : t('closedReason', { reason: source.reason })],
      }
    case 'heard':
      return { words: t('heard', { count: source.count }), to: '/woorden', detail: [] }
    case 'plan':
      return {
        words: t('plan', {
          from: formatLong(source.starts_on, language),
          to: formatLong(source.planned_end_on, language),
        }),
        to: `${person}/traject`,
        detail: [t('planHours', { hours: hours(source.minutes_per_week) })],
      }
    case 'language':
      return {
        words: t('level', { skill: t(`enums:languageSkill.${source.skill}`), level: source.level }),
        to: `${person}/meting`,
        detail: [day(source.day), t(`enums:languageSource.${source.source}`).toLowerCase(), source.who],
      }
    case 'skill':
      return {
        words:
          source.score === null
            ? t('ownOnly', { name: source.name, score: source.own })
            : t('score', { name: source.name, score: source.score }),
        to: `${person}/meting`,
        detail: [
          source.score !== null && source.own !== null ? t('own', { score: source.own }) : '',
          source.day === null ? '' : day(source.day),
          source.who,
        ],
      }
    case 'ladder':
      return {
        words: t('step', { step: source.step }),
        to: `${person}/meting`,
        detail: [source.day === null ? '' : day(source.day), source.who],
      }
    case 'goal':
      return {
        words: source.what,
        to: source.state === null ? `${person}/intake?deel=conclusion&vraag=goals` : `${person}/traject`,
        detail: [source.state === null ? '' : t(`enums:goalState.${source.state}`).toLowerCase()],
      }
    case 'place':
      return {
        words: source.host,
        to: source.placementId === null ? '/plekken' : `/plekken?plek=${source.placementId}`,
        detail: [
          source.stage === null ? '' : t(`enums:placementStage.${source.stage}`).toLowerCase(),
          source.starts_on === null ? '' : t('since', { date: formatLong(source.starts_on, language) }),
        ],
      }
    case 'note':
      return {
        words: day(source.day),
        to: person,
        detail: [source.who, source.shortened ? t('shortened') : ''],
        text: source.body,
      }
    case 'written':
      return {
        words:
          source.at === null || source.who === ''
            ? t('written')
            : t('writtenBy', { who: source.who, date: formatLong(source.at.slice(0, 10), language) }),
        to: null,
        detail: [],
      }
    case 'talk':
      return { words: t('talk'), to: `${person}/intake`, detail: [formatLong(source.day, language)] }
    case 'answer':
      return {
        words: t('answer'),
        to: `${person}/intake?deel=conclusion&vraag=${source.question}`,
        detail: [source.question === 'advice_fits' ? fits(source.value) : source.value],
      }
    case 'signal':
      return { words: t('signal'), to: person, detail: [formatLong(source.day, language)] }
  }

  function fits(value: string): string {
    const known = (['yes', 'partly', 'no'] as const).find((one) => one === value)
    return known ? t(`intake:option.advice_fits.${known}`) : value
  }
}
