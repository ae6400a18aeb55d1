/** How far it is, and typing the minutes that the journey takes. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Match } from '#core/api/matching.ts'
import { client } from '../../client.ts'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NumberBox } from '../openings/number-box.tsx'

export function DistanceLine({ match }: { match: Match }) {
  const { t } = useTranslation('matching')
  const [asking, setAsking] = useState(false)
  const { km, minutes, unlisted, home, place } = match.distance
  const far = km === null ? '' : km < 1 ? t('match.kmNear') : t('match.km', { km: Math.round(km) })
  const known = [far, minutes === null ? '' : t('match.minutes', { minutes })].filter(Boolean)
  return (
    <div className="match-distance dim">
      {known.length > 0 ? known.join(', ') : t('match.distanceUnknown')}{' '}
      {home !== '' && place !== '' && (
        <UnstyledButton className="link" onClick={() => setAsking(true)}>
          {minutes === null ? t('match.setMinutes') : t('match.changeMinutes')}
          <ForReaders>{` ${match.personName}, ${place}`}</ForReaders>
        </UnstyledButton>
      )}
      {unlisted.length > 0 && (
        <span className="match-unlisted">{t('match.unlisted', { postcodes: unlisted.join(', ') })}</span>
      )}
      {asking && <MinutesDialog match={match} onClose={() => setAsking(false)} />}
    </div>
  )
}

function MinutesDialog({ match, onClose }: { match: Match; onClose: () => void }) {
  const { t } = useTranslation('matching')
  const toast = useToast()
  const save = useCommand(client.matching.setMinutes)
  const [minutes, setMinutes] = useState(match.distance.minutes)
  const [wrong, setWrong] = useState(false)
  const { participantId, openingId } = match
  const { home, place } = match.distance
  async function answer(): Promise<void> {
    if (wrong) return
    const done = await save.run({ participantId, openingId, minutes })
    if (!done) return
    toast({ text: t('match.minutesSaved'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('match.minutesTitle', { home: shown(home), place: shown(place) })}
      answer={t('match.minutesSave')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <NumberBox
        label={t('match.minutesLabel')}
        hint={t('match.minutesHint')}
        least={0}
        most={300}
        value={minutes}
        onChange={setMinutes}
        problem={problemOf(save.failure, 'minutes')}
        onWrong={setWrong}
        autoFocus
      />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}

/** A town is kept folded: "den bosch"; a name begins with a capital. */
const shown = (place: string) => place.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
