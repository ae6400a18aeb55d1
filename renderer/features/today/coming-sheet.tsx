/** First who is different today, then the names, each with when they come and how they are reached. */
import { IconBuildingCommunity, IconCake, IconCalendarOff, IconPhone, IconStar } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Today } from '#core/api/today.ts'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { shownTime } from '#core/calendar/times.ts'
import { useOffice } from '../../office/office.ts'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Appointments } from './appointments.tsx'
import { groupsOf, marked, type Coming, type Group, type Half } from './coming.ts'

export function ComingSheet({ today }: { today: Today }) {
  const { t } = useTranslation('today')
  const { language } = useOffice()
  const groups = groupsOf(today.coming)
  return (
    <Sheet title={t('who')}>
      <Different today={today} />
      <Appointments appointments={today.appointments} />
      {today.coming.length === 0 && (
        <>
          <p>{today.closedReason === null ? t('nobody') : t('closed')}</p>
          <p className="dim">
            {today.next
              ? t('next', { count: today.next.people, day: formatWeekdayLong(today.next.day, language) })
              : t('nobodyHint')}
          </p>
        </>
      )}
      <div className="today-groups">
        {groups.map((group) => (
          <GroupList key={group.kind} group={group} />
        ))}
      </div>
    </Sheet>
  )
}

function GroupList({ group }: { group: Group }) {
  const { t } = useTranslation('today')
  const hours = ({ from, until }: Group['hours']) =>
    t('hours', { from: shownTime(from), until: shownTime(until) })
  return (
    <section className={group.people.length > 8 ? 'today-group today-group-wide' : 'today-group'}>
      <h3>
        {t(group.kind)} <span className="dim">({group.people.length})</span>
        <span className="today-hours">{hours(group.hours)}</span>
      </h3>
      <ul>
        {group.people.map(({ one, hours: other }) => (
          <li key={one.participantId} className="today-person">
            <span>
              <PersonLink id={one.participantId}>{one.name}</PersonLink>
              {other && <span className="today-other">{hours(other)}</span>}
            </span>
            <span className="today-phone">{one.phone}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing where the day is like any other. */
function Different({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'enums'])
  const { language } = useOffice()
  const having = (...marks: readonly (Half['mark'] & string)[]) =>
    today.coming.filter((one) => marked(one, ...marks).length > 0)
  const [silent, elsewhere, away] = [having('no_show'), having('elsewhere', 'school'), having('ill', 'leave')]
  const all = [today.firstTime, silent, elsewhere, away, today.birthdays]
  if (all.every((people) => people.length === 0)) return null

  /** " (ziek gemeld)", or " (ochtend: ziek gemeld)" of who comes for the other half. */
  const why = (one: Coming, ...marks: readonly (Half['mark'] & string)[]) => {
    const halves = marked(one, ...marks)
    const words = halves.map((half) => {
      const word = t(`enums:attendanceMark.${half.mark ?? 'ill'}`).toLowerCase()
      return halves.length === one.halves.length
        ? word
        : t('partly', { part: t(`enums:dayPart.${half.part}`), word })
    })
    return ` (${[...new Set(words)].join(', ')})`
  }
  return (
    <ul className="today-different">
      {today.firstTime.length > 0 && (
        <Line icon={<IconStar size={20} stroke={1.75} aria-hidden />}>
          <People people={today.firstTime} /> {t('firstTime', { count: today.firstTime.length })}
        </Line>
      )}
      {silent.length > 0 && (
        <Line icon={<IconPhone size={20} stroke={1.75} aria-hidden />}>
          {t('silent')}{' '}
          <People people={silent} after={(one) => (one.phone === '' ? '' : ` (${one.phone})`)} />.
        </Line>
      )}
      {elsewhere.length > 0 && (
        <Line icon={<IconBuildingCommunity size={20} stroke={1.75} aria-hidden />}>
          {t('elsewhere')} <People people={elsewhere} after={(one) => why(one, 'elsewhere', 'school')} />.
        </Line>
      )}
      {away.length > 0 && (
        <Line icon={<IconCalendarOff size={20} stroke={1.75} aria-hidden />}>
          {t('notComing')} <People people={away} after={(one) => why(one, 'ill', 'leave')} />.
        </Line>
      )}
      {today.birthdays.length > 0 && (
        <Line icon={<IconCake size={20} stroke={1.75} aria-hidden />}>
          {t('birthdays')}{' '}
          <People
            people={today.birthdays}
            after={(one) =>
              ` (${one.on === today.today ? t('onToday') : formatWeekdayLong(one.on, language)})`
            }
          />
          .
        </Line>
      )}
    </ul>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  )
}

/** "Lina Haddad (ziek gemeld) en Abdi Yusuf (verlof)": `after` goes behind each name. */
function People<P extends { participantId: number; name: string }>({
  people,
  after,
}: {
  people: readonly P[]
  after?: (one: P) => string
}) {
  const { t } = useTranslation('common')
  return people.map((one, index) => (
    <Fragment key={one.participantId}>
      {index > 0 && (index === people.length - 1 ? ` ${t('and')} ` : ', ')}
      <PersonLink id={one.participantId} strong>
        {one.name}
      </PersonLink>
      {after?.(one)}
    </Fragment>
  ))
}
