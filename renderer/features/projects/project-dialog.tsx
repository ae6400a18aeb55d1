/** A new project, or what is known about one. What was refused stays as it was typed. */
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Project, ProjectFields } from '#core/api/projects.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

const targets = ['target_screened', 'target_started', 'target_placed'] as const
/** As typed: a number that is none keeps its place until it is understood. */
type Typed = Omit<ProjectFields, (typeof targets)[number]> & Record<(typeof targets)[number], string>

const typedOf = (project: Project | null): Typed => ({
  name: project?.name ?? '',
  municipality_id: project?.municipality_id ?? null,
  starts_on: project?.starts_on ?? null,
  ends_on: project?.ends_on ?? null,
  target_screened: String(project?.target_screened ?? ''),
  target_started: String(project?.target_started ?? ''),
  target_placed: String(project?.target_placed ?? ''),
  remarks: project?.remarks ?? '',
  active: project?.active ?? true,
})

/** Not a whole number: one that the office refuses too, so that the message is the same. */
const numberOf = (typed: string): number | null =>
  typed.trim() === '' ? null : /^-?\d{1,9}$/u.test(typed.trim()) ? Number(typed) : -1

export function ProjectDialog({ project, onClose }: { project: Project | null; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const create = useCommand(client.projects.create)
  const save = useCommand(client.projects.save)
  const [typed, setTyped] = useState<Typed>(() => typedOf(project))
  const draft = useDraft(`project:${project?.id ?? 'new'}`, typed, setTyped)
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  const { failure } = project ? save : create

  async function answer(): Promise<void> {
    const fields: ProjectFields = {
      ...typed,
      target_screened: numberOf(typed.target_screened),
      target_started: numberOf(typed.target_started),
      target_placed: numberOf(typed.target_placed),
    }
    const done = project ? await save.run({ id: project.id, fields }) : await create.run(fields)
    if (!done) return
    draft.clear()
    toast({ text: project ? t('form.saved') : t('form.added'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={project ? t('form.changeTitle') : t('form.addTitle')}
      answer={project ? t('common:save') : t('common:add')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={create.busy || save.busy}
    >
      <DraftLine draft={draft} />
      <TextField
        label={t('form.name')}
        value={typed.name}
        onChange={(name) => set({ name })}
        problem={problemOf(failure, 'name')}
      />
      <SelectField
        label={t('form.municipality')}
        value={String(typed.municipality_id ?? '')}
        onChange={(id) => set({ municipality_id: id === '' ? null : Number(id) })}
        choices={[
          { value: '', label: t('noCommissioner') },
          ...municipalities
            .filter((one) => one.active || one.id === typed.municipality_id)
            .map((one) => ({ value: String(one.id), label: one.name })),
        ]}
      />
      <div className="form-row">
        <DateField
          label={t('form.startsOn')}
          optional
          today={today}
          value={typed.starts_on}
          onChange={(starts_on) => set({ starts_on })}
          problem={problemOf(failure, 'starts_on')}
        />
        <DateField
          label={t('form.endsOn')}
          optional
          today={today}
          value={typed.ends_on}
          onChange={(ends_on) => set({ ends_on })}
          problem={problemOf(failure, 'ends_on')}
        />
      </div>
      <fieldset className="project-targets">
        <legend>{t('form.targets')}</legend>
        <p className="dim">{t('form.targetsHint')}</p>
        <div className="form-row">
          {targets.map((target) => (
            <TextField
              key={target}
              label={t(`form.${target}`)}
              inputMode="numeric"
              value={typed[target]}
              onChange={(value) => set({ [target]: value })}
              problem={problemOf(failure, target)}
            />
          ))}
        </div>
      </fieldset>
      <AreaField
        label={t('form.remarks')}
        optional
        value={typed.remarks}
        onChange={(remarks) => set({ remarks })}
        problem={problemOf(failure, 'remarks')}
      />
      {project && (
        <Checkbox
          label={t('form.active')}
          checked={typed.active}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
      )}
      {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
    </Ask>
  )
}
