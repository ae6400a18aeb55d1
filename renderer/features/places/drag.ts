/** Dragging a card to another column with the mouse. Keys and the menu of the card do the same. */
import { useMemo, useState, type DragEvent } from 'react'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'

/** Ours alone: other programs get nothing when a card is dropped on them. */
const type = 'application/x-trajectboek-placement'

export type CardDrag = { begin: (event: DragEvent, id: number) => void; stop: () => void }

export function useDrag(
  placements: readonly PlacementView[],
  onMove: (placement: PlacementView, stage: PlacementStage) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<PlacementStage | null>(null)
  // The same for as long as the board is there: a card that did not change is not drawn again.
  const card = useMemo<CardDrag>(
    () => ({
      begin: (event, id) => {
        event.dataTransfer.setData(type, String(id))
        event.dataTransfer.effectAllowed = 'move'
        setDragged(id)
      },
      stop: () => {
        setDragged(null)
        setOver(null)
      },
    }),
    [],
  )
  return {
    over,
    card,
    column: (stage: PlacementStage) => ({
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault() // it may be dropped here
        event.dataTransfer.dropEffect = 'move'
        if (over !== stage) setOver(stage)
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        const placement = placements.find((one) => one.id === dragged)
        card.stop()
        if (placement) onMove(placement, stage)
      },
    }),
  }
}
