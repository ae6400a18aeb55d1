import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  languageSkill,
  languageSource,
  type LanguageLevel,
  type LanguageSkill,
  type LanguageSource,
} from '#core/api/fields.ts'
import { levelScales } from '#core/progress/growth.ts'
import type { LanguageAssessment } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { useToast } from '../../ui/toast.tsx'

const [alfa = [], cefr = []] = levelScales
/** Alfa is learning to read and write: it says nothing about listening and speaking. */
const written: readonly LanguageSkill[] = ['reading', 'writing']

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
  const { t } = useTranslation(['trajectory', 'enums'])
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

  /** One level a skill: choosing on one scale empties the other. */
  const choose = (skill: LanguageSkill, scale: readonly LanguageLevel[], label: string) => (
    <NativeSelect
      aria-label={`${t(`enums:languageSkill.${skill}`)}, ${label}`}
      value={scale.find((level) => level === levels[skill]) ?? ''}
      onChange={(event) => {
        const level = scale.find((one) => one === event.currentTarget.value)
        const { [skill]: _, ...others } = levels
        setLevels(level ? { ...others, [skill]: level } : others)
      }}
      data={[
        { value: '', label: t('assessment.notMeasured') },
        ...scale.map((value) => ({ value, label: value })),
      ]}
    />
  )

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
        <p className="dim">{t('assessment.scalesHint')}</p>
        <div className="table-scroll">
          <table className="assessments-scales">
            <thead>
              <tr>
                <th scope="col">{t('assessment.what')}</th>
                <th scope="col">{t('assessment.cefr')}</th>
                <th scope="col">
                  {t('assessment.alfa')}
                  <div className="dim">{t('assessment.alfaHint')}</div>
                </th>
              </tr>
            </thead>
            <tbody>
              {languageSkill.options.map((skill) => (
                <tr key={skill}>
                  <th scope="row">
                    {t(`enums:languageSkill.${skill}`)}
                    {last(skill) && (
                      <div className="dim">{t('assessment.lastTime', { value: last(skill) })}</div>
                    )}
                  </th>
                  <td>{choose(skill, cefr, t('assessment.cefr'))}</td>
                  <td>{written.includes(skill) && choose(skill, alfa, t('assessment.alfa'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Result empty={empty ? t('assessment.nothingFilled') : ''} failure={add.failure} />
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
  /** What to do when nothing was filled in; '' otherwise. */
  empty: string
  failure: Parameters<typeof FailureMessage>[0]['failure'] | null
}) {
  const { t } = useTranslation(['trajectory', 'problems'])
  if (failure && failure.code !== 'INVALID') return <FailureMessage failure={failure} />
  const problem = failure?.fields[0]?.problem
  const words = empty || (problem ? t(`problems:${problem}`) : '')
  return <div role="alert">{words && <StateWord kind="care">{words}</StateWord>}</div>
}
