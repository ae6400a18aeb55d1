/** Going to one field of an opening: a reason of a match leads to what it rests on. */
import { useEffect } from 'react'
import type { OpeningView } from '#core/api/places.ts'

/** The `id` of the field on the page, or of what is around its boxes. */
export const fieldId = (name: keyof OpeningView): string => `veld-${name}`

const boxes = ':is(input, select, textarea)'

/** Puts the cursor in the field that the address asks for, once the fields are there. */
export function useAskedField(asked: string | undefined, ready: boolean): void {
  useEffect(() => {
    if (!asked || !ready) return undefined
    const field = document.getElementById(`veld-${asked}`)
    const box = field?.matches(boxes)
      ? field
      : (field?.querySelector<HTMLElement>(`${boxes}:checked`) ?? field?.querySelector<HTMLElement>(boxes))
    box?.focus({ preventScroll: true })
    // A new page begins at its top: only after that can it go down to the field.
    const frame = requestAnimationFrame(() => box?.scrollIntoView({ block: 'center' }))
    return () => cancelAnimationFrame(frame)
  }, [asked, ready])
}
