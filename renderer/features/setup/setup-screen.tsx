/** First start, in five steps. Nothing is stored before the last one. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import type { Inputs, Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { restoring } from '../restore/store.ts'
import { BeginStep } from './begin-step.tsx'
import { CodeStep } from './code-step.tsx'
import { FolderStep } from './folder-step.tsx'
import { OfficeStep } from './office-step.tsx'
import { StaffStep } from './staff-step.tsx'
import { StepRail, steps } from './step-rail.tsx'
import './setup.css'

export type SetupForm = Inputs['setup']['finish']
/** `printedAt` and `putAway` are what the people say they did with the paper. */
export type CodeSheet = Outputs['setup']['begin'] & { forOffice: string; printedAt: string; putAway: boolean }

export type StepProps = {
  form: SetupForm
  change: (part: Partial<SetupForm>) => void
  next: () => void
  back: () => void
}

export function SetupScreen({ office, onReady }: { office: AppState; onReady: () => Promise<void> }) {
  const { t } = useTranslation('setup')
  const [step, setStep] = useState(0)
  const [sheet, setSheet] = useState<CodeSheet | null>(null)
  const [form, setForm] = useState<SetupForm>({
    office: { name: '', street: '', house_number: '', postcode: '', city: '', phone: '' },
    folder: office.suggestedFolder,
    typedCode: '',
    staff: { name: '', function_title: '', password: '' },
  })
  const begin = useCommand(client.setup.begin, { saves: false })
  const finish = useCommand(client.setup.finish)
  const page = useRef<HTMLDivElement>(null)

  useEffect(() => {
    document.title = `${t('screen')} - Trajectboek`
  }, [t])
  const shown = useRef(0)
  useEffect(() => {
    if (shown.current !== step) page.current?.querySelector('h1')?.focus()
    shown.current = step
    window.scrollTo(0, 0)
  }, [step])

  const officeName = form.office.name.trim()
  /** The sheet bears the name of the workshop: another name, another sheet. */
  async function makeSheet(): Promise<void> {
    if (sheet?.forOffice === officeName) return
    const made = await begin.run({ officeName })
    if (!made) return
    setSheet({ ...made, forOffice: officeName, printedAt: '', putAway: false })
    setForm((now) => ({ ...now, typedCode: '' }))
  }

  const props: StepProps = {
    form,
    change: (part) => setForm((now) => ({ ...now, ...part })),
    next: () => {
      setStep(step + 1)
      if (steps[step + 1] === 'code') void makeSheet()
    },
    back: () => setStep(step - 1),
  }
  const here = steps[step]
  return (
    <div className="setup">
      <StepRail step={step} />
      <main className="setup-main" ref={page}>
        {here === 'office' && <OfficeStep {...props} onHaveFile={() => restoring.ask()} />}
        {here === 'folder' && <FolderStep {...props} canChoose={office.canChooseFolder} />}
        {here === 'code' && (
          <CodeStep
            {...props}
            sheet={sheet}
            onSheet={setSheet}
            failure={begin.failure}
            retry={() => void makeSheet()}
            today={office.today}
          />
        )}
        {here === 'staff' && <StaffStep {...props} />}
        {here === 'begin' && (
          <BeginStep
            {...props}
            next={() => void finish.run(form).then((done) => (done ? onReady() : undefined))}
            busy={finish.busy}
            failure={finish.failure}
          />
        )}
      </main>
    </div>
  )
}
