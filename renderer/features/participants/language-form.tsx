import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  languageLevel,
  languageSkill,
  languageSource,
  type LanguageLevel,
  type LanguageSkill,
  type LanguageSource,
} from '#core/api/fields.ts'
import type { LanguageAssessment } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { useToast } from '../../ui/toast.tsx'

type Levels = Partial<Record<LanguageSkill, LanguageLevel>>

export function LanguageForm({
  id,
  on,
  earlier,
}: {
  id: number
  on: string
  earlier: readonly LanguageAssessment[]
}) {
  const { t } = useTranslation(['people', 'enums'])
  const toast = useToast()
  const add = useCommand(client.assessments.addLanguage)
  const [source, setSource] = useState<LanguageSource>('coach')
  const [levels, setLevels] = useState<Levels>({})
  const draft = useDraft(`language:${id}`, { source, levels }, (left) => {
    setSource(left.source)
    setLevels(left.levels)
  })
  const [empty, setEmpty] = useState(false)
  const last = (skill: LanguageSkill) =>
    earlier.filter((one) => one.skill === skill).sort((a, b) => b.assessed_on.localeCompare(a.assessed_on))[0]
      ?.level

  async function submit(): Promise<void> {
    const given = languageSkill.options.flatMap((skill) =>
      levels[skill] ? [{ skill, level: levels[skill] }] : [],
    )
    setEmpty(given.length === 0)
    if (given.length === 0) return
    const answer = await add.run({ participantId: id, assessed_on: on, source, levels: given })
    if (!answer) return
    draft.clear()
    setLevels({})
    toast({ text: t('assessment.saved'), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet title={t('assessment.language')}>
      <form noValidate className="form" onSubmit={onSubmit(submit)}>
        <DraftLine draft={draft} />
        <SelectField
          label={t('assessment.source')}
          value={source}
          onChange={setSource}
          choices={languageSource.options.map((value) => ({
            value,
            label: t(`enums:languageSource.${value}`),
          }))}
        />
        <div className="form-row">
          {languageSkill.options.map((skill) => (
            <SelectField<LanguageLevel | ''>
              key={skill}
              label={t(`enums:languageSkill.${skill}`)}
              hint={last(skill) ? t('assessment.lastTime', { value: last(skill) }) : undefined}
              value={levels[skill] ?? ''}
              onChange={(level) => {
                const { [skill]: _, ...others } = levels
                setLevels(level === '' ? others : { ...others, [skill]: level })
              }}
              choices={[
                { value: '', label: t('assessment.notMeasured') },
                ...languageLevel.options.map((value) => ({ value, label: value })),
              ]}
            />
          ))}
        </div>
        <Result empty={empty} failure={add.failure} />
        <div>
          <Button type="submit" variant="default" loading={add.busy}>
            {t('assessment.saveLanguage')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

/** What stopped the saving, if anything. */
export function Result({
  empty,
  failure,
}: {
  empty: boolean
  failure: Parameters<typeof FailureMessage>[0]['failure'] | null
}) {
  const { t } = useTranslation(['people', 'problems'])
  if (failure && failure.code !== 'INVALID') return <FailureMessage failure={failure} />
  const words = empty
    ? t('assessment.nothingFilled')
    : failure?.fields[0]
      ? t(`problems:${failure.fields[0].problem}`)
      : ''
  return <div role="alert">{words && <StateWord kind="care">{words}</StateWord>}</div>
}
