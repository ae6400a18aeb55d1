/** Where you are: done, now, still to come. */
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ForReaders } from '../../ui/hidden.tsx'

export const steps = ['office', 'folder', 'code', 'staff', 'begin'] as const

export function StepSign({ done, now = false, number }: { done: boolean; now?: boolean; number: number }) {
  const className = done ? 'step-sign step-done' : now ? 'step-sign step-now' : 'step-sign'
  return (
    <span className={className} aria-hidden>
      {done ? <IconCheck size={18} stroke={2} /> : number}
    </span>
  )
}

export function StepRail({ step }: { step: number }) {
  const { t } = useTranslation('setup')
  return (
    <aside className="setup-rail" aria-label={t('title')}>
      <p className="setup-name">{t('title')}</p>
      <ol>
        {steps.map((key, index) => (
          <li
            key={key}
            className={index === step ? 'setup-step setup-step-now' : 'setup-step'}
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
          >
            <StepSign done={index < step} now={index === step} number={index + 1} />
            <span>
              {t(`steps.${key}`)}
              {index < step && <ForReaders> {t('stepDone')}</ForReaders>}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** One step: title, sentence, what to fill in, and at the foot back and on. Enter goes on. */
export function Step({
  title,
  lead,
  children,
  onNext,
  onBack,
  nextLabel,
  disabled = false,
  busy = false,
}: {
  title: string
  lead: ReactNode
  children: ReactNode
  onNext: () => void
  onBack?: () => void
  nextLabel?: string
  disabled?: boolean
  busy?: boolean
}) {
  const { t } = useTranslation('common')
  return (
    <form
      noValidate
      className="setup-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!disabled) onNext()
      }}
    >
      <div className="setup-page">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="page-lead setup-lead">{lead}</p>
        {children}
      </div>
      <div className="setup-foot">
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <Button type="submit" className="setup-next" disabled={disabled} loading={busy}>
          {nextLabel ?? t('next')}
        </Button>
      </div>
    </form>
  )
}
