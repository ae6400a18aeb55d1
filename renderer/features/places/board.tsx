/** Five columns. A card moves by its menu, by the keys 1 to 5, or by dragging it; nobody has to drag. */
import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PlaceCard } from './place-card.tsx'
import { useDrag } from './drag.ts'
import { stages } from './late.ts'

/** More than this in a column would push what is late out of sight. */
const shownFirst = 6

export type BoardProps = {
  placements: readonly PlacementView[]
  today: string
  /** The card that was just moved: the focus goes along. */
  moved: number | null
  onOpen: (id: number) => void
  onMove: (placement: PlacementView, stage: PlacementStage) => void
}

export function Board({ placements, today, moved, onOpen, onMove }: BoardProps) {
  const { t } = useTranslation(['places', 'enums'])
  const [whole, setWhole] = useState<readonly PlacementStage[]>([])
  const board = useRef<HTMLDivElement>(null)
  const drag = useDrag(placements, onMove)
  const latest = useRef({ onOpen, onMove })
  latest.current = { onOpen, onMove }
  const [steady] = useState<Pick<BoardProps, 'onOpen' | 'onMove'>>(() => ({
    onOpen: (id) => latest.current.onOpen(id),
    onMove: (placement, stage) => latest.current.onMove(placement, stage),
  }))
  const stageOfMoved = placements.find((one) => one.id === moved)?.stage
  useEffect(() => {
    if (moved !== null) board.current?.querySelector<HTMLElement>(`[data-place="${moved}"] a`)?.focus()
  }, [moved, stageOfMoved])

  return (
    <>
      <p className="for-readers">{t('board.keysHint')}</p>
      <div className="places-board" ref={board}>
        {stages.map((stage, index) => {
          const inStage = placements.filter((one) => one.stage === stage)
          const all = whole.includes(stage)
          // The card that was just moved is in sight, wherever it landed.
          const shown = all ? inStage : inStage.filter((one, n) => n < shownFirst || one.id === moved)
          return (
            <section
              key={stage}
              className={drag.over === stage ? 'places-column places-over' : 'places-column'}
              aria-labelledby={`places-${stage}`}
              {...drag.column(stage)}
            >
              <h2 id={`places-${stage}`} className="places-head">
                <kbd aria-hidden>{index + 1}</kbd>
                <span>{stage === 'ended' ? t('board.endedColumn') : t(`enums:placementStage.${stage}`)}</span>
                <span className="places-count">
                  <span aria-hidden>{inStage.length}</span>
                  <ForReaders>{t('board.count', { count: inStage.length })}</ForReaders>
                </span>
              </h2>
              {inStage.length === 0 && <p className="dim places-nobody">{t('board.columnEmpty')}</p>}
              <ul className="places-cards">
                {shown.map((one) => (
                  <PlaceCard
                    key={one.id}
                    placement={one}
                    today={today}
                    onOpen={steady.onOpen}
                    onMove={steady.onMove}
                    drag={drag.card}
                  />
                ))}
              </ul>
              {shown.length < inStage.length && (
                <UnstyledButton
                  className="link places-more"
                  data-list-rest
                  onClick={() => setWhole((before) => [...before, stage])}
                >
                  {t('board.more', { count: inStage.length - shown.length })}
                </UnstyledButton>
              )}
            </section>
          )
        })}
      </div>
    </>
  )
}
