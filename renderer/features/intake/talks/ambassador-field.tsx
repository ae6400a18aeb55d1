/** Which ambassador helped at a talk: who helps now, and whoever stands there already. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../forms/choice-field.tsx'
import { orpc } from '../../../office/query.ts'

const everybody = { query: '', language: null, weekday: null, part: null }

export function AmbassadorField({
  value,
  onChange,
}: {
  value: number | null | undefined
  onChange: (id: number | null) => void
}) {
  const { t } = useTranslation('network')
  const now = useQuery(orpc.ambassadors.list.queryOptions({ input: everybody })).data ?? []
  const gone =
    useQuery(orpc.ambassadors.list.queryOptions({ input: { ...everybody, gone: true } })).data ?? []
  const people = [...now, ...gone.filter((one) => one.id === value)]
  return (
    <SelectField
      label={t('talk.ambassador')}
      optional
      value={String(value ?? '')}
      onChange={(id) => onChange(id === '' ? null : Number(id))}
      choices={[
        { value: '', label: t('talk.nobody') },
        ...people.map((one) => ({
          value: String(one.id),
          label: [one.name, one.languages.join(', ')].filter(Boolean).join(' · '),
        })),
      ]}
    />
  )
}
