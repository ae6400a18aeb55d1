/** What the report is about: a project, a municipality, and which days. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../forms/choice-field.tsx'
import { orpc } from '../../office/query.ts'
import { PeriodPicker } from './period-picker.tsx'
import type { About } from './report.ts'

const everything = 'all'

type Props = { about: About; today: string; onChange: (about: About) => void }

export function Choices({ about, today, onChange }: Props) {
  const { t } = useTranslation('results')
  const { from, to, projectId, municipalityId } = about
  const choices = useQuery(
    orpc.results.choices.queryOptions({ input: { to }, placeholderData: (before) => before }),
  ).data
  const project = choices?.projects.find(({ id }) => id === projectId)
  const ids = (value: string) => (value === everything ? null : Number(value))
  const listed = (all: string, items: readonly { id: number; name: string }[]) => [
    { value: everything, label: all },
    ...items.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  return (
    <div className="results-choices">
      {choices !== undefined && choices.projects.length > 0 && (
        <SelectField
          className="results-choice"
          label={t('project')}
          value={projectId === null ? everything : String(projectId)}
          onChange={(value) => onChange({ ...about, projectId: ids(value) })}
          choices={listed(t('allProjects'), choices.projects)}
        />
      )}
      {choices !== undefined && (choices.municipalities.length > 1 || municipalityId !== null) && (
        <SelectField
          className="results-choice"
          label={t('municipality')}
          value={municipalityId === null ? everything : String(municipalityId)}
          onChange={(value) => onChange({ ...about, municipalityId: ids(value) })}
          choices={listed(t('all'), choices.municipalities)}
        />
      )}
      <PeriodPicker
        from={from}
        to={to}
        today={today}
        project={project ?? null}
        onChange={(period) => onChange({ ...about, ...period })}
      />
    </div>
  )
}
