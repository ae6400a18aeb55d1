import { useState } from 'react'
import { useOffice } from '../../office/office.ts'

/** More lines than this are not drawn before somebody asks for them. */
const atOnce = 200

/** The lines that are shown: of everybody, or of whom I coach; the first two hundred until all are asked for. */
export function useShownRows<T extends { coachId: number | null }>(
  rows: readonly T[],
  onlyMine: boolean,
): { rows: readonly T[]; total: number; showAll: (() => void) | null } {
  const { me } = useOffice()
  const [all, setAll] = useState(false)
  const mine = onlyMine ? rows.filter((row) => row.coachId === me.id) : rows
  const cut = !all && mine.length > atOnce
  return {
    rows: cut ? mine.slice(0, atOnce) : mine,
    total: mine.length,
    showAll: cut ? () => setAll(true) : null,
  }
}
