/** Around an organisation: who is there or was, and the evenings it came to. */
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { formatShort, formatWeekdayLong } from '#core/calendar/dates.ts'
import { shownTime } from '#core/calendar/times.ts'
import { useOffice } from '../../office/office.ts'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'

type Host = Outputs['hosts']['get']

export function HostPlaced({ host }: { host: Host }) {
  const { t } = useTranslation(['network', 'enums'])
  const { language } = useOffice()
  const { next } = host
  return (
    <Sheet title={t('host.placed')}>
      {next && (
        <p className="network-before">
          {t('host.next', {
            when: `${formatWeekdayLong(next.on, language)} ${shownTime(next.minute)}`,
            title: next.title,
          })}
        </p>
      )}
      {host.placed.length === 0 && <p className="dim">{t('host.noPlaced')}</p>}
      <ul className="network-list">
        {host.placed.map((one) => (
          <li key={one.placementId}>
            <div>
              <p>
                <PersonLink id={one.participantId}>{one.personName}</PersonLink>
              </p>
              <p className="dim">
                {[
                  one.openingTitle,
                  one.ended_on !== null
                    ? t('host.until', { date: formatShort(one.ended_on) })
                    : one.starts_on !== null
                      ? t('host.since', { date: formatShort(one.starts_on) })
                      : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </div>
            <StateWord kind={one.stage === 'ended' ? 'done' : one.stage === 'placed' ? 'reached' : 'busy'}>
              {t(`enums:placementStage.${one.stage}`)}
            </StateWord>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

export function HostEvenings({ host }: { host: Host }) {
  const { t } = useTranslation('network')
  if (host.evenings.length === 0) return null
  return (
    <Sheet title={t('host.evenings')}>
      <ul className="network-list">
        {host.evenings.map((evening) => (
          <li key={evening.id}>
            <p>{evening.theme}</p>
            <p className="dim">{formatShort(evening.happens_on)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
