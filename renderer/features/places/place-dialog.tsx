/** A placement, opened: how it goes, its goal, and what was agreed. Each field saves itself. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { orpc } from '../../office/query.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { EndingWord } from './ending-word.tsx'
import { PlaceAgreed } from './place-agreed.tsx'
import { PlaceGoal } from './place-goal.tsx'
import { PlaceNow } from './place-now.tsx'

export type OpenPlacement = Outputs['placing']['get']
const parts = { now: PlaceNow, goal: PlaceGoal, agreed: PlaceAgreed }
const order = ['now', 'goal', 'agreed'] as const

/** Any placement, also one that is not on the board any more. */
export function PlaceDialog({ id, onClose }: { id: number | null; onClose: () => void }) {
  const { t } = useTranslation(['places', 'common'])
  const open = useQuery(orpc.placing.get.queryOptions({ input: { id: id ?? 1 }, enabled: id !== null }))
  const shown = id === null ? null : (open.data ?? null)
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      size="xl"
      title={shown ? t('form.editTitle', { name: shown.placement.personName }) : ''}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {shown && <Opened key={shown.placement.id} open={shown} />}
    </Modal>
  )
}

function Opened({ open }: { open: OpenPlacement }) {
  const { t } = useTranslation(['places', 'placing', 'enums'])
  const [part, setPart] = useState<(typeof order)[number]>('now')
  const Shown = parts[part]
  const { placement } = open
  const stage =
    placement.stage === 'ended' ? t('board.endedColumn') : t(`enums:placementStage.${placement.stage}`)
  return (
    <div className="form places-open">
      <p>
        {`${placement.hostName}, ${placement.openingTitle}. `}
        <span className="dim">{`${t(`enums:placementKind.${placement.kind}`)}, ${stage.toLowerCase()}. `}</span>
        <EndingWord placement={placement} />
      </p>
      <FilterChips
        label={t('placing:parts.dialog')}
        value={part}
        onChange={setPart}
        chips={order.map((value) => ({ value, label: t(`placing:parts.${value}`) }))}
      />
      <Shown open={open} />
    </div>
  )
}
