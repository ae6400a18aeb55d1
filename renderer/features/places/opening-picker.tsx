/** Where somebody goes: something an organisation offers already, or added here at once. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { placementKind, type PlacementKind } from '#core/api/fields.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { orpc } from '../../office/query.ts'

/** `opening` and `host` are an id, 'new', or '' while nothing was chosen. */
export type Where = { opening: string; host: string; hostName: string; title: string; kind: PlacementKind }
export const noWhere: Where = { opening: '', host: '', hostName: '', title: '', kind: 'volunteer' }

export function OpeningPicker({
  value,
  onChange,
  problems,
}: {
  value: Where
  onChange: (value: Where) => void
  problems: Partial<Record<'where' | 'hostName' | 'title', FieldProblem>>
}) {
  const { t } = useTranslation(['places', 'common', 'enums'])
  const openings = useQuery(orpc.openings.list.queryOptions()).data ?? []
  const hosts = useQuery(orpc.hosts.list.queryOptions({ input: { query: '' } })).data ?? []
  const set = (part: Partial<Where>) => onChange({ ...value, ...part })
  const offered = openings
    .filter((one) => !one.closed || String(one.id) === value.opening)
    .map((one) => {
      const full = one.taken >= one.capacity ? ` (${t('form.openingFull')})` : ''
      const kind = t(`enums:placementKind.${one.kind}`).toLowerCase()
      return { value: String(one.id), label: `${one.hostName}: ${one.title}, ${kind}${full}` }
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, 'nl'))
  return (
    <div className="form">
      <SelectField
        label={t('form.opening')}
        value={value.opening}
        onChange={(opening) => set({ opening })}
        problem={value.opening === '' ? (problems.where ?? null) : null}
        choices={[
          { value: '', label: t('common:choose') },
          ...offered,
          { value: 'new', label: t('form.newOpening') },
        ]}
      />
      {value.opening === 'new' && (
        <>
          <SelectField
            label={t('form.host')}
            value={value.host}
            onChange={(host) => set({ host })}
            problem={value.host === '' ? (problems.where ?? null) : null}
            choices={[
              { value: '', label: t('common:choose') },
              ...hosts.map((one) => ({ value: String(one.id), label: one.name })),
              { value: 'new', label: t('form.newHost') },
            ]}
          />
          {value.host === 'new' && (
            <TextField
              label={t('form.hostName')}
              value={value.hostName}
              onChange={(hostName) => set({ hostName })}
              problem={problems.hostName ?? null}
            />
          )}
          <TextField
            label={t('form.openingTitle')}
            hint={t('form.openingTitleHint')}
            value={value.title}
            onChange={(title) => set({ title })}
            problem={problems.title ?? null}
          />
          <SelectField
            label={t('form.kind')}
            value={value.kind}
            onChange={(kind) => set({ kind })}
            choices={placementKind.options.map((one) => ({
              value: one,
              label: t(`enums:placementKind.${one}`),
            }))}
          />
        </>
      )}
    </div>
  )
}
