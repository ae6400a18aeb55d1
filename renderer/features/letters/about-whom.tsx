import type { ReactNode } from 'react'
import { PersonLink } from '../../ui/person-name.tsx'

/** The person that a letter is about, or whose figures it holds. */
export function AboutWhom({ id, children }: { id: number | null; children: ReactNode }) {
  return id === null ? <bdi>{children}</bdi> : <PersonLink id={id}>{children}</PersonLink>
}
