/** Which letter: each with whom it is for. */
import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../ui/message.tsx'
import { TaskLine } from '../../ui/sheet.tsx'
import { useMakeLetter } from './make-letter.ts'

const ofTrajectory = ['extension', 'no_show', 'end', 'certificate'] as const

/** `trajectoryId` undefined: somebody without one can only be invited. */
export function ChooseLetter({
  participantId,
  trajectoryId,
  onClose,
}: {
  participantId: number
  trajectoryId: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation(['letters', 'common'])
  const { make, busy, failure } = useMakeLetter()
  const kinds =
    trajectoryId === undefined ? (['invitation'] as const) : (['invitation', ...ofTrajectory] as const)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('kinds.chooseTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ul>
        {kinds.map((kind) => (
          <TaskLine
            key={kind}
            title={t(`kind.${kind}`)}
            action={
              <Button
                variant="default"
                disabled={busy}
                onClick={() =>
                  void make({ kind, about: kind === 'invitation' ? participantId : (trajectoryId ?? 0) })
                }
              >
                {t(`kinds.make.${kind}`)}
              </Button>
            }
          >
            {t(`kinds.about.${kind}`)}
          </TaskLine>
        ))}
      </ul>
      {failure && <FailureMessage failure={failure} />}
    </Modal>
  )
}
