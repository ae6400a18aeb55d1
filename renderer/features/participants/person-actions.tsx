/** Note, letter, and behind the three dots the rest. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconMail, IconNote } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { EndDialog } from '../trajectory/end-dialog.tsx'
import { ExtendDialog } from '../trajectory/extend-dialog.tsx'
import { ChooseLetter } from '../letters/choose-letter.tsx'
import { useMakeLetter } from '../letters/make-letter.ts'
import { SignalDialog } from '../signals/signal-dialog.tsx'
import { noteBoxId } from './note-box.tsx'
import type { Person } from './person-head.tsx'
import { PhaseDialog } from '../trajectory/phase-dialog.tsx'

export function PersonActions({
  person,
  trajectory,
  onPrint,
}: {
  person: Person
  trajectory: TrajectoryView | undefined
  onPrint: () => void
}) {
  const { t } = useTranslation([
    'people',
    'dossier',
    'finding',
    'trajectory',
    'files',
    'letters',
    'aftercare',
  ])
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'extend' | 'end' | 'phase' | 'signal' | 'letter' | null>(null)
  const letter = useMakeLetter()
  const params = { id: String(person.id) }
  const running = trajectory && trajectory.ended_on === null
  return (
    <>
      <Button
        leftSection={<IconNote size={18} stroke={2} aria-hidden />}
        onClick={() => document.getElementById(noteBoxId)?.focus()}
      >
        {t('person.note')}
      </Button>
      {trajectory && (
        <Button
          variant="default"
          leftSection={<IconMail size={18} stroke={2} aria-hidden />}
          loading={letter.busy}
          onClick={() => void letter.make({ kind: 'progress', about: trajectory.id })}
        >
          {t('person.letter')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('person.more')}>
            <IconDots size={20} stroke={2} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/gegevens', params })}>
            {t('person.menu.details')}
          </Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/aanmelding', params })}>
            {t('person.menu.referral')}
          </Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/intake', params })}>
            {t('person.menu.intake')}
          </Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/meting', params })}>
            {t('person.menu.assessment')}
          </Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/inburgering', params })}>
            {t('trajectory:civic.screen')}
          </Menu.Item>
          <Menu.Item
            onClick={() => void navigate({ to: '/plekken/nieuw', search: { participant: params.id } })}
          >
            {t('person.menu.placement')}
          </Menu.Item>
          <Menu.Item onClick={() => setDialog('signal')}>{t('aftercare:signal.menu')}</Menu.Item>
          <Menu.Divider />
          {running ? (
            <>
              <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/traject', params })}>
                {t('trajectory:page.screen')}
              </Menu.Item>
              <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/dagen', params })}>
                {t('person.menu.days')}
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('phase')}>{t('person.menu.phase')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('extend')}>{t('person.menu.extend')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('end')}>{t('person.menu.end')}</Menu.Item>
            </>
          ) : (
            <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/traject', params })}>
              {t('person.menu.trajectory')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/talentkaart', params })}>
            {t('files:card.screen')}
          </Menu.Item>
          {trajectory && (
            <Menu.Item onClick={() => void letter.make({ kind: 'hours', about: trajectory.id })}>
              {t('letters:hours.make')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setDialog('letter')}>{t('letters:kinds.choose')}</Menu.Item>
          <Menu.Item onClick={onPrint}>{t('dossier:print.action')}</Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/geschiedenis', params })}>
            {t('dossier:history.menu')}
          </Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/deelnemers/$id/samenvoegen', params })}>
            {t('finding:merge.menu')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {letter.failure && <FailureMessage failure={letter.failure} />}
      {dialog === 'signal' && <SignalDialog participantId={person.id} onClose={() => setDialog(null)} />}
      {dialog === 'letter' && (
        <ChooseLetter
          participantId={person.id}
          trajectoryId={trajectory?.id}
          onClose={() => setDialog(null)}
        />
      )}
      {running && (
        <>
          <ExtendDialog
            trajectory={trajectory}
            opened={dialog === 'extend'}
            onClose={() => setDialog(null)}
          />
          <EndDialog trajectory={trajectory} opened={dialog === 'end'} onClose={() => setDialog(null)} />
          <PhaseDialog trajectory={trajectory} opened={dialog === 'phase'} onClose={() => setDialog(null)} />
        </>
      )}
    </>
  )
}
