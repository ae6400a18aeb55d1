/** Words for screen readers only. */
import type { ReactNode } from 'react'

export function ForReaders({ children }: { children: ReactNode }) {
  return <span className="for-readers">{children}</span>
}
