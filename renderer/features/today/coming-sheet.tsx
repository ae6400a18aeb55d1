/** First who is different today, then the names. */
import { IconBuildingCommunity, IconCalendarOff, IconStar } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Today } from '#core/api/paper.ts'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { isAway } from './waiting.ts'

type Coming = Today['coming'][number]

export function ComingSheet({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'enums'])
  const away = today.coming.filter((one) => isAway(one.mark))
  const elsewhere = today.coming.filter((one) => one.mark === 'elsewhere' || one.mark === 'school')
  const here = today.coming.filter((one) => !isAway(one.mark))
  const groups = [
    { title: t('allDay'), people: here.filter((one) => one.parts.length > 1) },
    {
      title: t('morning'),
      people: here.filter((one) => one.parts.length === 1 && one.parts[0] === 'morning'),
    },
    {
      title: t('afternoon'),
      people: here.filter((one) => one.parts.length === 1 && one.parts[0] === 'afternoon'),
    },
  ].filter((group) => group.people.length > 0)
  const different = today.firstTime.length + away.length + elsewhere.length > 0
  const marked = (one: Coming) =>
    one.mark ? ` (${t(`enums:attendanceMark.${one.mark}`).toLowerCase()})` : ''
  return (
    <Sheet title={t('who')}>
      {different && (
        <ul className="today-different">
          {today.firstTime.length > 0 && (
            <Line icon={<IconStar size={20} stroke={1.75} aria-hidden />}>
              <People people={today.firstTime} /> {t('firstTime', { count: today.firstTime.length })}
            </Line>
          )}
          {elsewhere.length > 0 && (
            <Line icon={<IconBuildingCommunity size={20} stroke={1.75} aria-hidden />}>
              {t('elsewhere')} <People people={elsewhere} after={marked} />.
            </Line>
          )}
          {away.length > 0 && (
            <Line icon={<IconCalendarOff size={20} stroke={1.75} aria-hidden />}>
              {t('notComing')} <People people={away} after={marked} />.
            </Line>
          )}
        </ul>
      )}
      {groups.length === 0 && (
        <>
          <p>{t('nobody')}</p>
          <p className="dim">{t('nobodyHint')}</p>
        </>
      )}
      <div className="today-groups">
        {groups.map((group) => (
          <section
            key={group.title}
            className={group.people.length > 8 ? 'today-group today-group-wide' : 'today-group'}
          >
            <h3>
              {group.title} <span className="dim">({group.people.length})</span>
            </h3>
            <ul>
              {group.people.map((one) => (
                <li key={one.participantId}>
                  <PersonLink id={one.participantId}>{one.name}</PersonLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
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
