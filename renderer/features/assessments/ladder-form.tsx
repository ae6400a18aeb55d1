import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LadderAssessment } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { Result } from './language-form.tsx'

const steps = ['1', '2', '3', '4', '5', '6'] as const
type Step = (typeof steps)[number]

export function LadderForm({
  id,
  on,
  earlier,
}: {
  id: number
  on: string
  earlier: readonly LadderAssessment[]
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const toast = useToast()
  const add = useCommand(client.assessments.addLadder)
  const [step, setStep] = useState<Step | ''>('')
  const draft = useDraft(`ladder:${id}`, { step }, (left) => setStep(left.step))
  const [empty, setEmpty] = useState(false)
  const last = [...earlier].sort((a, b) => b.assessed_on.localeCompare(a.assessed_on))[0]?.step

  async function submit(): Promise<void> {
    setEmpty(step === '')
    if (step === '') return
    const answer = await add.run({ participantId: id, assessed_on: on, step: Number(step) })
    if (!answer) return
    draft.clear()
    setStep('')
    toast({ text: t('assessment.saved'), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet title={t('assessment.ladder')}>
      <form noValidate className="form" onSubmit={onSubmit(submit)}>
        <DraftLine draft={draft} />
        <ChoiceField<Step | ''>
          label={t('assessment.ladderHint')}
          {...(last ? { hint: t('assessment.lastTime', { value: last }) } : {})}
          value={step}
          onChange={setStep}
          choices={steps.map((value) => ({ value, label: `${value}. ${t(`enums:ladderStep.${value}`)}` }))}
        />
        <Result empty={empty ? t('assessment.nothingStep') : ''} failure={add.failure} />
        <div>
          <Button type="submit" variant="default" loading={add.busy}>
            {t('assessment.saveLadder')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
