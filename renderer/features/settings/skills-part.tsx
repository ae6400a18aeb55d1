/** The skills that are measured: at most twelve at a time, in the office's order. Nothing that was scored disappears. */
import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostSkills, type Skill } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import './skills-part.css'

export function SkillsPart() {
  const { t } = useTranslation('trajectory')
  const skills = useQuery(orpc.assessments.allSkills.queryOptions()).data ?? []
  const active = skills.filter((one) => one.active)
  const off = skills.filter((one) => !one.active)
  return (
    <div className="settings-columns skills-wide">
      <Sheet title={t('skills.title')} aside={t('skills.count', { count: active.length, most: mostSkills })}>
        <p className="dim settings-lead">{t('skills.lead')}</p>
        <div className="table-scroll">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('skills.name')}</th>
                <th scope="col">{t('skills.order')}</th>
                <th scope="col" className="number">
                  {t('skills.measured')}
                </th>
                <th scope="col">
                  <ForReaders>{t('page.action')}</ForReaders>
                </th>
              </tr>
            </thead>
            <tbody>
              {active.map((skill, index) => (
                <ActiveRow key={skill.id} skill={skill} index={index} ids={active.map((one) => one.id)} />
              ))}
            </tbody>
          </table>
        </div>
      </Sheet>
      <div className="settings-stack">
        {active.length < mostSkills ? <NewSkill /> : <p className="dim">{t('skills.full')}</p>}
        {off.length > 0 && (
          <Sheet title={t('skills.off')}>
            <ul>
              {off.map((skill) => (
                <OffLine key={skill.id} skill={skill} />
              ))}
            </ul>
          </Sheet>
        )}
      </div>
    </div>
  )
}

function ActiveRow({ skill, index, ids }: { skill: Skill; index: number; ids: readonly number[] }) {
  const { t } = useTranslation('trajectory')
  const toast = useToast()
  const name = useAutosave('name', skill.name, (value) =>
    client.assessments.renameSkill({ id: skill.id, name: value }),
  )
  const order = useCommand(client.assessments.orderSkills)
  const setActive = useCommand(client.assessments.setSkillActive)
  async function move(by: -1 | 1): Promise<void> {
    const next = ids.filter((id) => id !== skill.id)
    next.splice(index + by, 0, skill.id)
    const answer = await order.run({ ids: next })
    if (answer) toast({ text: t('skills.moved'), changeSetId: answer.changeSetId })
  }
  async function switchOff(): Promise<void> {
    const answer = await setActive.run({ id: skill.id, active: false })
    if (answer)
      toast({ text: t('skills.switchedOff', { name: skill.name }), changeSetId: answer.changeSetId })
  }
  const failure = order.failure ?? setActive.failure
  return (
    <tr>
      <td className="skills-name">
        <TextField label={`${t('skills.name')} ${index + 1}`} {...name} />
        {failure && <FailureMessage failure={failure} />}
      </td>
      <td className="skills-order">
        <Button
          variant="default"
          size="compact-md"
          disabled={index === 0}
          aria-label={t('skills.up', { name: skill.name })}
          onClick={() => void move(-1)}
        >
          <IconArrowUp size={18} stroke={2} aria-hidden />
        </Button>{' '}
        <Button
          variant="default"
          size="compact-md"
          disabled={index === ids.length - 1}
          aria-label={t('skills.down', { name: skill.name })}
          onClick={() => void move(1)}
        >
          <IconArrowDown size={18} stroke={2} aria-hidden />
        </Button>
      </td>
      <td className="number">{skill.measured}</td>
      <td>
        <button type="button" className="link settings-link" onClick={() => void switchOff()}>
          {t('skills.switchOff')}
          <ForReaders>{` ${skill.name}`}</ForReaders>
        </button>
      </td>
    </tr>
  )
}

function OffLine({ skill }: { skill: Skill }) {
  const { t } = useTranslation(['trajectory', 'problems'])
  const toast = useToast()
  const setActive = useCommand(client.assessments.setSkillActive)
  async function switchOn(): Promise<void> {
    const answer = await setActive.run({ id: skill.id, active: true })
    if (answer) toast({ text: t('skills.switchedOn', { name: skill.name }), changeSetId: answer.changeSetId })
  }
  const problem = problemOf(setActive.failure, 'name')
  return (
    <li className="task-line">
      <div>
        <p>{skill.name}</p>
        <p className="dim">
          {t('skills.measured')}: {skill.measured}
        </p>
        <div role="alert">{problem && t(`problems:${problem}`)}</div>
        {setActive.failure && setActive.failure.code !== 'INVALID' && (
          <FailureMessage failure={setActive.failure} />
        )}
      </div>
      <Button variant="default" loading={setActive.busy} onClick={() => void switchOn()}>
        {t('skills.switchOn')}
        <ForReaders>{` ${skill.name}`}</ForReaders>
      </Button>
    </li>
  )
}

function NewSkill() {
  const { t } = useTranslation('trajectory')
  const toast = useToast()
  const [name, setName] = useState('')
  const add = useCommand(client.assessments.addSkill)
  const draft = useDraft('skill:new', { name }, (left) => setName(left.name))
  async function submit(): Promise<void> {
    const answer = await add.run({ name })
    if (!answer) return
    draft.clear()
    toast({ text: t('skills.added', { name: name.trim() }), changeSetId: answer.changeSetId })
    setName('')
  }
  return (
    <Sheet title={t('skills.add')}>
      <form noValidate className="form" onSubmit={onSubmit(submit)}>
        <DraftLine draft={draft} />
        <TextField
          label={t('skills.name')}
          hint={t('skills.addHint')}
          value={name}
          onChange={setName}
          problem={problemOf(add.failure, 'name')}
        />
        {add.failure && add.failure.code !== 'INVALID' && <FailureMessage failure={add.failure} />}
        <div className="form-actions">
          <Button type="submit" variant="default" loading={add.busy}>
            {t('skills.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
