/** How something stands: a sign and a word, always together. Colour is only the third way to see it. */
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleCheckFilled,
  IconClock,
  IconHelpCircle,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** `done` is the quiet one of a list of sections, `reached` the good news of a goal. */
export type StateKind = 'reached' | 'done' | 'busy' | 'not_yet' | 'late' | 'care' | 'no' | 'unknown'

function HalfDisc() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" />
    </svg>
  )
}

const signs: Record<StateKind, ReactNode> = {
  reached: <IconCheck size={18} stroke={2} aria-hidden />,
  done: <IconCircleCheckFilled size={18} aria-hidden />,
  busy: <HalfDisc />,
  not_yet: <IconCircle size={18} stroke={1.75} aria-hidden />,
  late: <IconClock size={18} stroke={1.75} aria-hidden />,
  care: <IconAlertTriangle size={18} stroke={1.75} aria-hidden />,
  no: <IconX size={18} stroke={2} aria-hidden />,
  unknown: <IconHelpCircle size={18} stroke={1.75} aria-hidden />,
}

export function StateWord({ kind, children }: { kind: StateKind; children: ReactNode }) {
  return (
    <span className={`state state-${kind}`}>
      {signs[kind]}
      <span>{children}</span>
    </span>
  )
}
