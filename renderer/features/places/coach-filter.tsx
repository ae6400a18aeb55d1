/** Whose participants: everybody's, or those of one coach. Nothing to choose while there is one coach. */
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlacementView } from '#core/api/places.ts'

/** `value`: 'all', the id of a coach, or '' for placements outside a trajectory. */
export function CoachFilter({
  placements,
  value,
  onChange,
}: {
  placements: readonly PlacementView[]
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('placing')
  const coaches = new Map(placements.map((one) => [String(one.coach_id ?? ''), one.coachName]))
  if (coaches.size < 2 && value === 'all') return null
  return (
    <NativeSelect
      aria-label={t('board.coach')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: 'all', label: t('board.everybody') },
        ...[...coaches]
          .map(([id, name]) => ({ value: id, label: name || t('board.nobody') }))
          .toSorted((a, b) => a.label.localeCompare(b.label, 'nl')),
      ]}
    />
  )
}
