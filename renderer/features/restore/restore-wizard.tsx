/**
 * Putting a copy back: which one, what is in it, and only then the question. Nothing changes before the last
 * button; every step can be left. The same way for a new PC.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import type { Inputs, Outputs } from '#core/api/contract.ts'
import type { CopySource } from '#core/api/keeping.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { ConfirmRestore } from './confirm-restore.tsx'
import { LookStep } from './look-step.tsx'
import { PersonStep } from './person-step.tsx'
import { PickStep } from './pick-step.tsx'
import { WizardRail, type WizardStep } from './wizard-frame.tsx'
import '../setup/setup.css'
import './restore.css'

export type Seen = Outputs['restore']['inspect']
export function RestoreWizard({
  office,
  signedIn,
  source: pointedAt,
}: {
  office: AppState
  signedIn: boolean
  source: CopySource | null
}) {
  const { t } = useTranslation('keeping')
  const newPc = office.state === 'setup'
  const [step, setStep] = useState<Exclude<WizardStep, 'done'>>(pointedAt ? 'look' : 'pick')
  const [source, setSource] = useState<CopySource | null>(pointedAt)
  const [typedCode, setTypedCode] = useState('')
  const [seen, setSeen] = useState<Seen | null>(null)
  const [asking, setAsking] = useState<{
    staff: Inputs['restore']['apply']['staff']
    folder: string | null
  } | null>(null)
  const inspect = useCommand(client.restore.inspect, { saves: false })
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${t('restore.screen')} - Trajectboek`
  }, [t])
  useEffect(() => {
    page.current?.querySelector('h1')?.focus()
    window.scrollTo(0, 0)
  }, [step, seen])

  async function look(at: CopySource, code: string): Promise<void> {
    setSource(at)
    setSeen(null)
    setStep('look')
    setSeen(await inspect.run({ source: at, typedCode: code.trim() === '' ? null : code }))
  }
  const first = useRef(pointedAt)
  useEffect(() => {
    const { current } = first
    first.current = null
    if (current) void look(current, '')
    // oxlint-disable-next-line react/exhaustive-deps -- only what was pointed at before it opened
  }, [])

  const good = seen?.cause === 'good' && seen.content !== null
  const withPerson = newPc || seen?.needsPassword === true
  const steps: WizardStep[] = ['pick', 'look', ...(withPerson ? (['person'] as const) : []), 'done']
  const back = (): void => {
    inspect.clear()
    setStep('pick')
    setSeen(null)
  }
  return (
    <div className="setup">
      <WizardRail steps={steps} now={step} newPc={newPc} />
      <main className="setup-main" ref={page}>
        {step === 'pick' && (
          <PickStep
            office={office}
            signedIn={signedIn}
            source={source}
            onPick={(at) => void look(at, typedCode)}
          />
        )}
        {step === 'look' && (
          <LookStep
            office={office}
            seen={seen}
            failure={inspect.failure}
            busy={inspect.busy}
            typedCode={typedCode}
            onCode={setTypedCode}
            onOpen={() => source && void look(source, typedCode)}
            onBack={back}
            {...(good
              ? {
                  onNext: () =>
                    seen.needsPassword ? setStep('person') : setAsking({ staff: null, folder: null }),
                }
              : {})}
          />
        )}
        {step === 'person' && seen?.content && (
          <PersonStep
            office={office}
            people={seen.content.staff}
            onBack={() => setStep('look')}
            onNext={(staff, folder) => setAsking({ staff, folder })}
          />
        )}
      </main>
      {asking && source && seen && (
        <ConfirmRestore
          seen={seen}
          newPc={newPc}
          input={{ source, typedCode: typedCode.trim() === '' ? null : typedCode, ...asking }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
