/** Dragging a card to another column with the mouse. Keys and the menu of the card do the same. */
import { useState, type DragEvent } from 'react'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'

/** Ours alone: other programs get nothing when a card is dropped on them. */
const type = 'application/x-trajectboek-placement'

export function useDrag(
  placements: readonly PlacementView[],
  onMove: (placement: PlacementView, stage: PlacementStage) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<PlacementStage | null>(null)
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  return {
    dragged,
    over,
    card: (id: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(type, String(id))
        event.dataTransfer.effectAllowed = 'move'
        setDragged(id)
      },
      onDragEnd: stop,
    }),
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
        stop()
        if (placement) onMove(placement, stage)
      },
    }),
  }
}
