/** Another case manager to choose: of the same municipality first, then of the others, and nobody who left. */
import { useQuery } from '@tanstack/react-query'
import type { FieldProblem } from '#core/api/errors.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { orpc } from '../../office/query.ts'

export function ChooseManager({
  label,
  nobody,
  except,
  municipalityId,
  value,
  onChange,
  problem = null,
}: {
  label: string
  /** The words for no choice. */
  nobody: string
  except: number
  municipalityId: number
  value: number | null
  onChange: (id: number | null) => void
  problem?: FieldProblem | null
}) {
  const all = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const inOrder = all
    .filter((one) => one.active || one.id === municipalityId)
    .toSorted((a, b) => Number(b.id === municipalityId) - Number(a.id === municipalityId))
  return (
    <SelectField
      label={label}
      value={value === null ? '' : String(value)}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
      problem={problem}
      choices={[
        { value: '', label: nobody },
        ...inOrder.flatMap((municipality) =>
          municipality.caseManagers
            .filter((one) => one.active && one.id !== except)
            .map((one) => ({
              value: String(one.id),
              label: municipality.id === municipalityId ? one.name : `${one.name}, ${municipality.name}`,
            })),
        ),
      ]}
    />
  )
}
