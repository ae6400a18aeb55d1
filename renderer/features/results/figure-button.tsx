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
