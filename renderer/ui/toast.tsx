/** Short news at the bottom right, one at a time, with a way back. What went wrong stays on the page instead. */
import { UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../client.ts'
import { failureOf } from '../office/failure.ts'
import { refreshAll } from '../office/query.ts'
import { valuesOf } from './message.tsx'

/** Long enough to read it and to walk to the button. */
const shownMs = 12_000

export type Toast = {
  text: ReactNode
  /** The answer of the command; null or left out: nothing to undo. */
  changeSetId?: number | null
}

/** `toast({ text, changeSetId })` after a command that succeeded. */
export function useToast(): (toast: Toast) => void {
  const { t } = useTranslation(['common', 'errors'])
  return useCallback(
    ({ text, changeSetId = null }: Toast) => {
      const show = (message: ReactNode, stays = false): void => {
        notifications.clean()
        notifications.show({
          message,
          autoClose: stays ? false : shownMs,
          closeButtonProps: { 'aria-label': t('common:close') },
          ...(stays ? {} : { icon: <IconCheck size={20} stroke={1.75} aria-hidden /> }),
        })
      }
      const undo = async (id: number): Promise<void> => {
        try {
          await client.app.undo({ changeSetId: id })
          await refreshAll()
          show(t('common:undone'))
        } catch (error) {
          const failure = failureOf(error)
          const { code } = failure
          show(
            code === 'LINE_LOST' ? t('common:lineLost.title') : t(`errors:${code}.title`, valuesOf(failure)),
            true,
          )
        }
      }
      show(
        <span className="toast">
          <span>{text}</span>
          {changeSetId !== null && (
            <UnstyledButton className="link" onClick={() => void undo(changeSetId)}>
              {t('common:undo')}
            </UnstyledButton>
          )}
        </span>,
      )
    },
    [t],
  )
}
