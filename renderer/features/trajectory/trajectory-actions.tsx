/** What can change about one trajectory, each behind a word. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useMakeLetter } from '../letters/make-letter.ts'
import { AgreedDialog } from './agreed-dialog.tsx'
import { DatesDialog } from './dates-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { PhaseDialog } from './phase-dialog.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { SatisfactionDialog } from './satisfaction-dialog.tsx'

const running = ['extend', 'dates', 'pause', 'phase', 'change'] as const
type Dialog = (typeof running)[number] | 'end' | 'reopen' | 'satisfied'

/** `newest`: only the last trajectory can go on again. */
export function TrajectoryActions({ trajectory, newest }: { trajectory: TrajectoryView; newest: boolean }) {
  const { t } = useTranslation(['trajectory', 'letters'])
  const letter = useMakeLetter()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Dialog | null>(null)
  const of = (dialog: Dialog) => ({ trajectory, opened: open === dialog, onClose: () => setOpen(null) })
  const letterButton = (kind: 'end' | 'certificate' | 'extension') => (
    <Button
      variant="default"
      disabled={letter.busy}
      onClick={() => void letter.make({ kind, about: trajectory.id })}
    >
      {t(`letters:kinds.make.${kind}`)}
    </Button>
  )
  const failure = letter.failure && <FailureMessage failure={letter.failure} />
  if (trajectory.ended_on !== null)
    return (
      <>
        <div className="trajectory-actions">
          {letterButton('end')}
          {letterButton('certificate')}
          <Button variant="default" onClick={() => setOpen('satisfied')}>
            {t('page.satisfied')}
          </Button>
          <SatisfactionDialog {...of('satisfied')} />
          {newest && (
            <>
              <Button variant="default" onClick={() => setOpen('reopen')}>
                {t('page.reopen')}
              </Button>
              <ReopenDialog {...of('reopen')} />
            </>
          )}
        </div>
        {failure}
      </>
    )
  return (
    <div className="trajectory-actions" role="group" aria-label={t('page.actions')}>
      {running.map((one) => (
        <Button key={one} variant="default" onClick={() => setOpen(one)}>
          {t(`page.${one}`)}
        </Button>
      ))}
      <Button
        variant="default"
        onClick={() =>
          void navigate({ to: '/deelnemers/$id/dagen', params: { id: String(trajectory.participant_id) } })
        }
      >
        {t('page.changeDays')}
      </Button>
      {letterButton('extension')}
      <Button variant="default" onClick={() => setOpen('end')}>
        {t('page.end')}
      </Button>
      {failure}
      <ExtendDialog {...of('extend')} />
      <DatesDialog {...of('dates')} />
      <PauseDialog {...of('pause')} pause={null} />
      <PhaseDialog {...of('phase')} />
      <AgreedDialog {...of('change')} />
      <EndDialog {...of('end')} />
    </div>
  )
}
