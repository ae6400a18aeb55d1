/** What gives somebody energy, as said at the intake and at the end of each place: side by side, at the end. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Meaning } from '#core/api/meaning.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'
import './aftercare.css'

const signs: Readonly<Record<'yes' | 'partly' | 'no', StateKind>> = {
  yes: 'reached',
  partly: 'busy',
  no: 'no',
}

export function MeaningCard({ id }: { id: number }) {
  const { t } = useTranslation('aftercare')
  const meaning = useQuery(orpc.meaning.ofPerson.queryOptions({ input: { participantId: id } })).data
  if (!meaning || (meaning.intake === null && meaning.places.length === 0)) return null
  return (
    <Sheet title={t('meaning.title')}>
      {meaning.intake === null ? (
        <p className="dim">{t('meaning.intakeNone')}</p>
      ) : (
        <div className="aftercare-said">
          <h3>{t('meaning.intake', { date: formatShort(meaning.intake.on) })}</h3>
          <p className="lines" dir="auto">
            {meaning.intake.energy}
          </p>
        </div>
      )}
      {meaning.places.length === 0 && <p className="dim">{t('meaning.none')}</p>}
      {meaning.places.map((place) => (
        <Place key={place.id} place={place} />
      ))}
    </Sheet>
  )
}

function Place({ place }: { place: Meaning['places'][number] }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  return (
    <div className="aftercare-said">
      <h3>
        <bdi>{`${place.hostName}, ${place.title}`}</bdi>
      </h3>
      <p>
        {`${t('meaning.hoped')}: `}
        {place.meaningful === null ? (
          <span className="dim">{t('meaning.notAsked')}</span>
        ) : (
          <StateWord kind={signs[place.meaningful]}>{t(`enums:meaningful.${place.meaningful}`)}</StateWord>
        )}
      </p>
      {place.energy !== '' && <p className="lines" dir="auto">{`${t('meaning.energy')}: ${place.energy}`}</p>}
      {place.own_opinion !== '' && (
        <p className="lines" dir="auto">{`${t('meaning.own')}: ${place.own_opinion}`}</p>
      )}
    </div>
  )
}
