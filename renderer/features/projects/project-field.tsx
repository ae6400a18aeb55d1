/** For what project somebody is sent. Nothing to choose from: no field. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'
import { SelectField } from '../../forms/choice-field.tsx'

export function ProjectField({
  value,
  onChange,
}: {
  value: number | null
  onChange: (projectId: number | null) => void
}) {
  const { t } = useTranslation('projects')
  const projects = useQuery(orpc.projects.list.queryOptions()).data ?? []
  const choices = projects.filter((one) => one.active || one.id === value)
  if (choices.length === 0) return null
  return (
    <SelectField
      label={t('choose')}
      optional
      value={String(value ?? '')}
      onChange={(id) => onChange(id === '' ? null : Number(id))}
      choices={[
        { value: '', label: t('none') },
        ...choices.map((one) => ({ value: String(one.id), label: one.name })),
      ]}
    />
  )
}

/** Only the people of one project, in a list. */
export function ProjectFilter({ value, onChange }: { value: string; onChange: (projectId: string) => void }) {
  const { t } = useTranslation('projects')
  const projects = useQuery(orpc.projects.list.queryOptions()).data ?? []
  if (projects.length === 0) return null
  return (
    <SelectField
      className="project-filter"
      label={t('filter')}
      value={value}
      onChange={onChange}
      choices={[
        { value: '', label: t('everyProject') },
        ...projects.map((one) => ({ value: String(one.id), label: one.name })),
      ]}
    />
  )
}
