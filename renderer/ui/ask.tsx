/** A question before something that cannot be undone or that leaves the house. Buttons are verbs. */
import { Button, Modal } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { onSubmit } from '../forms/submit.ts'
import { useTranslation } from 'react-i18next'

/**
 * `title` is the question. `children` may be a form. The first thing that can have the focus gets it.
 * `danger`: the answer removes something: outlined red, never filled.
 */
export function Ask({
  opened,
  title,
  children,
  answer,
  notYet,
  onAnswer,
  onClose,
  busy = false,
  danger = false,
  disabled = false,
  wide = false,
}: {
  opened: boolean
  title: ReactNode
  children: ReactNode
  answer: string
  notYet?: string
  onAnswer: () => void
  onClose: () => void
  busy?: boolean
  danger?: boolean
  disabled?: boolean
  wide?: boolean
}) {
  const { t } = useTranslation('common')
  const form = useRef<HTMLFormElement>(null)
  const wasBusy = useRef(false)
  // A button that is busy cannot hold the focus: it would be lost behind the dialog. It goes to what has to change.
  useEffect(() => {
    const { current } = form
    if (wasBusy.current && !busy && current && !current.contains(document.activeElement))
      current.querySelector<HTMLElement>('[aria-invalid="true"], button[type="submit"]')?.focus()
    wasBusy.current = busy
  }, [busy])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 'xl' : 'lg'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form ref={form} noValidate className="form" onSubmit={onSubmit(onAnswer)}>
        {children}
        <div className="form-actions ask-actions">
          <Button variant="default" onClick={onClose}>
            {notYet ?? t('notNow')}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={disabled}
            {...(danger ? { variant: 'outline', color: 'red' } : {})}
          >
            {answer}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
