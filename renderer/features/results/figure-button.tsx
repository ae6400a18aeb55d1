/** A figure that opens the people behind it. */
import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'

export function FigureButton({ onOpen, children }: { onOpen: () => void; children?: ReactNode }) {
  return (
    <UnstyledButton className="link results-figure" aria-haspopup="dialog" onClick={onOpen}>
      {children}
    </UnstyledButton>
  )
}

/** The same where somebody is behind it, and plain text where nobody is. */
export function Shown({ value, behind, onOpen }: { value: string; behind: number; onOpen: () => void }) {
  return behind === 0 ? value : <FigureButton onOpen={onOpen}>{value}</FigureButton>
}
