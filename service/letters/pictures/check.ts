/** Pictures are looked at before they are kept. Apart from drawing them, which knows no contract. */
import { createHash } from 'node:crypto'
import { largestLetterPicture } from '#core/api/letterhead.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import type { Picture } from '#db/letterhead/queries.ts'
import { looksLikePng, readPng } from './png.ts'
import { readSvg, textOf } from './svg.ts'

export type Chosen = { readonly picture: Picture & { sha256: string } } | { readonly problem: FieldProblem }

/** @param base64 as it was sent. Never throws. */
export function checkPicture(base64: string): Chosen {
  // Before anything is unpacked: a file of 40 MB costs nothing.
  if (base64.length > largestLetterPicture * (4 / 3) + 4) return { problem: 'logo_large' }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0) return { problem: 'logo_kind' }
  const type = looksLikePng(bytes) ? 'png' : textOf(bytes)?.includes('<') === true ? 'svg' : null
  if (type === null) return { problem: 'logo_kind' }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const picture = { type, bytes, sha256 } as const
  const read = type === 'png' ? (readPng(bytes) ?? 'logo_broken') : readSvg(textOf(bytes) ?? '')
  return typeof read === 'string' ? { problem: read } : { picture }
}
