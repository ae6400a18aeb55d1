/** What is around every step of the restore wizard: where you are, and at the foot back, stop, on. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ForReaders } from '../../ui/hidden.tsx'
import { StepSign } from '../setup/step-rail.tsx'
import { restoring } from './store.ts'

export type WizardStep = 'pick' | 'look' | 'person' | 'done'

export function WizardRail({ steps, now, newPc }: { steps: WizardStep[]; now: WizardStep; newPc: boolean }) {
  const { t } = useTranslation(['keeping', 'setup'])
  const here = steps.indexOf(now)
  const title = newPc ? t('restore.titleNewPc') : t('restore.title')
  return (
    <aside className="setup-rail" aria-label={title}>
      <p className="setup-name">{title}</p>
      <ol>
        {steps.map((key, index) => (
          <li
            key={key}
            className={index === here ? 'setup-step setup-step-now' : 'setup-step'}
            {...(index === here ? { 'aria-current': 'step' as const } : {})}
          >
            <StepSign done={index < here} now={index === here} number={index + 1} />
            <span>
              {newPc ? t(`restore.stepsNewPc.${key}`) : t(`restore.steps.${key}`)}
              {index < here && <ForReaders> {t('setup:stepDone')}</ForReaders>}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  )
}

/** The page of one step with its foot: back, stop, on. Enter goes on. */
export function WizardPage({
  title,
  lead,
  children,
  onBack,
  onNext,
  nextLabel,
  disabled = false,
  nextInFoot = true,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  onBack?: () => void
  onNext?: () => void
  nextLabel?: string
  disabled?: boolean
  /** False where the page has a button of its own for Enter. */
  nextInFoot?: boolean
}) {
  const { t } = useTranslation(['keeping', 'common'])
  return (
    <form
      noValidate
      className="setup-form"
      onSubmit={(event) => {
        event.preventDefault()
        // A dialog's own form comes by here too: React follows the tree, not the page.
        if (event.target === event.currentTarget && !disabled) onNext?.()
      }}
    >
      <div className="setup-page">
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <div className="page-lead setup-lead">{lead}</div>}
        {children}
      </div>
      <div className="setup-foot restore-foot">
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
        )}
        <Button variant="default" className="setup-next" onClick={() => restoring.close()}>
          {t('restore.stop')}
        </Button>
        {onNext && nextInFoot && (
          <Button type="submit" disabled={disabled}>
            {nextLabel ?? t('common:next')}
          </Button>
        )}
      </div>
    </form>
  )
}
