/** Where the figures of the letter come from, in words, with the way to the days behind them. */
import { IconCalendarWeek, IconLanguage, IconMapPin, IconMoodSick, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatHours } from '#core/attendance/totals.ts'
import { formatDayMonth, mondayOf } from '#core/calendar/dates.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { Sheet } from '../../ui/sheet.tsx'

export function Facts({ facts }: { facts: ProgressFacts }) {
  const { t, i18n } = useTranslation(['letters', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { attendance, period_from, period_to } = facts
  const hours = (minutes: number) => formatHours(minutes, lang)
  const absent = (['ill', 'leave', 'school'] as const).filter((kind) => attendance.notified[kind] > 0)
  const measured = facts.language.filter((row) => row.now !== null)
  const [firstNoShow] = attendance.no_show_days
  return (
    <Sheet title={t('facts.title')}>
      <ul className="letter-facts">
        <Fact
          icon={<IconCalendarWeek size={18} stroke={1.75} aria-hidden />}
          title={
            attendance.planned_minutes === 0
              ? t('facts.noHours')
              : t('facts.hours', {
                  present: hours(attendance.present_minutes),
                  planned: hours(attendance.planned_minutes),
                })
          }
          link={
            <Link className="link" to="/week" search={{ maandag: mondayOf(period_to) }}>
              {t('facts.seeWeeks')}
            </Link>
          }
        >
          {t('facts.weeks', {
            count: attendance.weeks.length,
            from: formatDayMonth(period_from, lang),
            to: formatDayMonth(period_to, lang),
          })}
        </Fact>
        {firstNoShow && (
          <Fact
            icon={<IconX size={18} stroke={1.75} aria-hidden />}
            title={t('facts.noShow')}
            link={
              <Link className="link" to="/week" search={{ maandag: mondayOf(firstNoShow) }}>
                {t('facts.toThatDay')}
              </Link>
            }
          >
            {t('facts.noShowValue', {
              days: attendance.no_show_days.map((day) => formatDayMonth(day, lang)).join(', '),
              hours: hours(attendance.no_show_minutes),
            })}
          </Fact>
        )}
        {absent.length > 0 && (
          <Fact icon={<IconMoodSick size={18} stroke={1.75} aria-hidden />} title={t('facts.absent')}>
            {`${absent.map((kind) => t(`facts.${kind}`, { hours: hours(attendance.notified[kind]) })).join(', ')}.`}
          </Fact>
        )}
        {measured.length > 0 && (
          <Fact icon={<IconLanguage size={18} stroke={1.75} aria-hidden />} title={t('facts.language')}>
            {`${measured
              .map(({ skill, start, now }) => {
                const word = t(`enums:languageSkill.${skill}`).toLowerCase()
                return start && now && start.level !== now.level
                  ? t('facts.grew', { skill: word, from: start.level, to: now.level })
                  : t('facts.is', { skill: word, to: now?.level })
              })
              .join(', ')}.`}
          </Fact>
        )}
        {facts.placements.map((place) => (
          <Fact
            key={`${place.host} ${place.kind}`}
            icon={<IconMapPin size={18} stroke={1.75} aria-hidden />}
            title={t('facts.place')}
          >
            {`${place.host}, ${t(`enums:placementStage.${place.stage}`).toLowerCase()}.`}
          </Fact>
        ))}
      </ul>
    </Sheet>
  )
}

function Fact({
  icon,
  title,
  children,
  link,
}: {
  icon: ReactNode
  title: string
  children: ReactNode
  link?: ReactNode
}) {
  return (
    <li>
      {icon}
      <div>
        <p>
          <strong>{title}</strong>
          {': '}
          {children}
        </p>
        {link}
      </div>
    </li>
  )
}
