/** Marks what was searched for in a name, whatever the accents: "sahin" marks "Şahin". */
import type { ReactNode } from 'react'
import { findPieces } from './find-pieces.ts'

export function Highlight({ text, query }: { text: string; query: string }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const [from, to] of findPieces(text, query)) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <bdi>
      {parts}
      {text.slice(at)}
    </bdi>
  )
}
