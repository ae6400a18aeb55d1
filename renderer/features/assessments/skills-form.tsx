import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SkillAssessment } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { Result } from './language-form.tsx'

/** Four points, so that there is no lazy middle. */
const scores = ['1', '2', '3', '4'] as const
type Given = Record<number, { score: number | null; own_score: number | null }>

export function SkillsForm({
  id,
  on,
  earlier,
}: {
  id: number
  on: string
  earlier: readonly SkillAssessment[]
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const toast = useToast()
  const skills = useQuery(orpc.assessments.skillList.queryOptions()).data ?? []
  const add = useCommand(client.assessments.addSkills)
  const [given, setGiven] = useState<Given>({})
  const draft = useDraft(`skills:${id}`, { given }, (left) => setGiven(left.given))
  const [empty, setEmpty] = useState(false)
  const none = { score: null, own_score: null }
  const last = (skillId: number) =>
    earlier
      .filter((one) => one.skill_id === skillId && one.score !== null)
      .sort((a, b) => b.assessed_on.localeCompare(a.assessed_on))[0]?.score

  async function submit(): Promise<void> {
    const filled = Object.entries(given)
      .map(([skillId, score]) => ({ skill_id: Number(skillId), ...score }))
      .filter((one) => one.score !== null || one.own_score !== null)
    setEmpty(filled.length === 0)
    if (filled.length === 0) return
    const answer = await add.run({ participantId: id, assessed_on: on, scores: filled })
    if (!answer) return
    draft.clear()
    setGiven({})
    toast({ text: t('assessment.saved'), changeSetId: answer.changeSetId })
  }
  const choose = (skill: { id: number; name: string }, who: 'score' | 'own_score', label: string) => (
    <NativeSelect
      aria-label={`${skill.name}, ${label}`}
      value={String(given[skill.id]?.[who] ?? '')}
      onChange={(event) => {
        const score = event.currentTarget.value === '' ? null : Number(event.currentTarget.value)
        setGiven({ ...given, [skill.id]: { ...(given[skill.id] ?? none), [who]: score } })
      }}
      data={[
        { value: '', label: t('assessment.notMeasured') },
        ...scores.map((value) => ({ value, label: `${value} ${t(`enums:skillScore.${value}`)}` })),
      ]}
    />
  )
  return (
    <Sheet title={t('assessment.skills')}>
      <form noValidate className="form" onSubmit={onSubmit(submit)}>
        <DraftLine draft={draft} />
        <p className="dim">{t('assessment.skillsHint')}</p>
        <div className="table-scroll">
          <table className="pf-skills">
            <thead>
              <tr>
                <th scope="col">{t('assessment.skill')}</th>
                <th scope="col">{t('assessment.coachScore')}</th>
                <th scope="col">{t('assessment.ownScore')}</th>
              </tr>
            </thead>
            <tbody>
              {skills.map((skill) => (
                <tr key={skill.id}>
                  <th scope="row">
                    {skill.name}
                    {last(skill.id) && (
                      <div className="dim">{t('assessment.lastTime', { value: last(skill.id) })}</div>
                    )}
                  </th>
                  <td>{choose(skill, 'score', t('assessment.coachScore'))}</td>
                  <td>{choose(skill, 'own_score', t('assessment.ownScore'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Result empty={empty ? t('assessment.nothingScored') : ''} failure={add.failure} />
        <div>
          <Button type="submit" variant="default" loading={add.busy}>
            {t('assessment.saveSkills')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
