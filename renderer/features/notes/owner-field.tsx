/** Whose task it is: a colleague, or everybody. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../forms/choice-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'

export function OwnerField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (staffId: number | null) => void
}) {
  const { t } = useTranslation('notes')
  const { me } = useOffice()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? [me]
  // Somebody who left keeps a task until it is given to somebody else.
  const people = staff.filter(({ id, active }) => active || id === value)
  return (
    <SelectField
      label={label}
      value={value === null ? '' : String(value)}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
      choices={[
        { value: '', label: t('task.everybody') },
        ...people.map(({ id, name, active }) => ({
          value: String(id),
          label: id === me.id ? t('task.me', { name }) : active ? name : t('task.left', { name }),
        })),
      ]}
    />
  )
}
