/** Who works here and what day it is: known as soon as the office is open, for every screen. */
import { createContext, useContext } from 'react'
import type { AppState, Staff } from '#core/api/app.ts'

export type OpenOffice = AppState & { me: Staff }

export const OfficeContext = createContext<OpenOffice | null>(null)

/** Only inside the shell: there the office is open. `today` comes from the service, never from this PC's clock. */
export function useOffice(): OpenOffice {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('useOffice outside the open office')
  return office
}
