/** Ctrl+Z and Ctrl+Y on the week: own steps only, in words, and the cursor goes where it happened. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { redoEvent, undoEvent } from '../../shell/commands.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { Step, Steps, Turned } from './steps.ts'

export function useTurn(steps: Steps, onStep: (step: Step) => void): void {
  const { t } = useTranslation(['programme', 'dossier'])
  const toast = useToast()
  function say(turned: Turned, wanted: 'undo' | 'redo'): void {
    const link = (
      <a className="link" href="#/wijzigingen">
        {t('dossier:day.link')}
      </a>
    )
    const text =
      turned.kind === 'nothing'
        ? t(wanted === 'undo' ? 'week.nothingToUndo' : 'week.nothingToRedo')
        : turned.kind === 'stays'
          ? t(turned.code === 'WEEK_CLOSED' ? 'week.staysSettled' : 'week.stays', { what: turned.step.what })
          : t(turned.kind === 'undone' ? 'week.undone' : 'week.redone', { what: turned.step.what })
    const quiet = turned.kind === 'undone' || turned.kind === 'redone'
    toast({
      text: quiet ? (
        text
      ) : (
        <>
          {text} {link}
        </>
      ),
    })
    if (quiet) onStep(turned.step)
  }
  const latest = useRef(say)
  latest.current = say
  useEffect(() => {
    const onUndo = (event: Event): void => {
      event.preventDefault()
      void steps.undo().then((turned) => latest.current(turned, 'undo'))
    }
    const onRedo = (event: Event): void => {
      event.preventDefault()
      void steps.redo().then((turned) => latest.current(turned, 'redo'))
    }
    window.addEventListener(undoEvent, onUndo)
    window.addEventListener(redoEvent, onRedo)
    return () => {
      window.removeEventListener(undoEvent, onUndo)
      window.removeEventListener(redoEvent, onRedo)
    }
  }, [steps])
}
