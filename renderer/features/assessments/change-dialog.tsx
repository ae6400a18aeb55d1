/** One measurement that was written down wrong. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageLevel, languageSource, type LanguageLevel, type LanguageSource } from '#core/api/fields.ts'
import type { Measured } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export type Changing = { [K in keyof Measured]: { kind: K; one: Measured[K][number] } }[keyof Measured]

const scores = ['', '1', '2', '3', '4'] as const
type Score = (typeof scores)[number]
const steps = ['1', '2', '3', '4', '5', '6'] as const
const numberOf = (score: Score) => (score === '' ? null : Number(score))
const textOf = (score: number | null) => scores.find((one) => one === String(score ?? '')) ?? ''

export function ChangeDialog({ changing, onClose }: { changing: Changing; onClose: () => void }) {
  const { t } = useTranslation(['trajectory', 'enums', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const { kind, one } = changing
  const [on, setOn] = useState<string | null>(one.assessed_on)
  const [level, setLevel] = useState<LanguageLevel>(kind === 'language' ? one.level : 'A0')
  const [source, setSource] = useState<LanguageSource>(kind === 'language' ? one.source : 'coach')
  const [score, setScore] = useState<Score>(kind === 'skills' ? textOf(one.score) : '')
  const [own, setOwn] = useState<Score>(kind === 'skills' ? textOf(one.own_score) : '')
  const [step, setStep] = useState<(typeof steps)[number]>(
    steps.find((value) => kind === 'ladder' && value === String(one.step)) ?? '1',
  )
  const draft = useDraft(`measured:${kind}:${one.id}`, { on, level, source, score, own, step }, (left) => {
    setOn(left.on)
    setLevel(left.level)
    setSource(left.source)
    setScore(left.score)
    setOwn(left.own)
    setStep(left.step)
  })
  const save = useCommand(async ({ day }: { day: string }) => {
    const { id } = one
    if (kind === 'language') return client.assessments.saveLanguage({ id, assessed_on: day, level, source })
    if (kind === 'skills')
      return client.assessments.saveSkill({
        id,
        assessed_on: day,
        score: numberOf(score),
        own_score: numberOf(own),
      })
    return client.assessments.saveLadder({ id, assessed_on: day, step: Number(step) })
  })

  async function submit(): Promise<void> {
    if (!on) return
    const answer = await save.run({ day: on })
    if (!answer) return
    draft.clear()
    toast({ text: t('assessment.changed'), changeSetId: answer.changeSetId })
    onClose()
  }
  const scoreChoices = scores.map((value) => ({
    value,
    label: value === '' ? t('assessment.notMeasured') : `${value} ${t(`enums:skillScore.${value}`)}`,
  }))
  const what =
    kind === 'language'
      ? t(`enums:languageSkill.${one.skill}`)
      : kind === 'skills'
        ? one.skill
        : t('assessment.ladder')
  return (
    <AskToSave
      opened
      title={t('assessment.changeTitle')}
      answer={t('common:save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <p>{what}</p>
      <DateField
        className="form-short"
        label={t('assessment.onDay')}
        today={today}
        required
        value={on}
        onChange={setOn}
        problem={problemOf(save.failure, 'assessed_on')}
      />
      {kind === 'language' && (
        <div className="form-row">
          <SelectField
            label={t('assessment.levelOf')}
            value={level}
            onChange={setLevel}
            choices={languageLevel.options.map((value) => ({ value, label: value }))}
          />
          <SelectField
            label={t('assessment.source')}
            value={source}
            onChange={setSource}
            choices={languageSource.options.map((value) => ({
              value,
              label: t(`enums:languageSource.${value}`),
            }))}
          />
        </div>
      )}
      {kind === 'skills' && (
        <div className="form-row">
          <SelectField
            label={t('assessment.coachScore')}
            value={score}
            onChange={setScore}
            choices={scoreChoices}
            problem={problemOf(save.failure, 'score')}
          />
          <SelectField
            label={t('assessment.ownScore')}
            value={own}
            onChange={setOwn}
            choices={scoreChoices}
          />
        </div>
      )}
      {kind === 'ladder' && (
        <SelectField
          label={t('assessment.ladder')}
          value={step}
          onChange={setStep}
          choices={steps.map((value) => ({ value, label: `${value}. ${t(`enums:ladderStep.${value}`)}` }))}
        />
      )}
    </AskToSave>
  )
}
