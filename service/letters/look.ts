/** What the office made of its letters: layout, letterhead, signature. Every kind of letter has it. */
import type { LetterGap } from '#core/api/letters.ts'
import type { ChipFacts } from '#core/letters/chips.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import { layoutSchema, type Layout } from '#core/letters/layout.ts'
import { missingChips } from '#core/letters/own-paragraphs.ts'
import { wordsOf } from '#core/letters/words.ts'
import { letterLayouts } from '#db/letter-templates/queries.ts'
import { pictureBySha, readLetterhead, signatureOf } from '#db/letterhead/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import type { Pictures } from './pictures/picture.ts'

type Look = Pick<FrameFacts, 'layout' | 'letterhead' | 'signature'>

/** A layout as it was stored; one that another version wrote in a way we cannot read counts as none. */
export function readLayout(json: string | null | undefined): Layout {
  if (json === null || json === undefined) return []
  const read = layoutSchema.safeParse(JSON.parse(json))
  return read.success ? read.data : []
}

/** The layout is the letter's own, or that of its municipality, or that of the office. */
export function lookFacts(ctx: OfficeContext, letter: LetterHead): Look {
  const { own, template } = found(letterLayouts(ctx.db, letter.id))
  const layout = readLayout(own ?? template)
  const signature = signatureOf(ctx.db, letter.staff_id)?.sha256
  return {
    ...(layout.length > 0 ? { layout } : {}),
    ...letterheadFacts(ctx),
    ...(signature === undefined ? {} : { signature }),
  }
}

/** Nothing when the office has the letterhead that comes with the program. */
export function letterheadFacts(ctx: OfficeContext): Pick<FrameFacts, 'letterhead'> {
  const row = readLetterhead(ctx.db)
  if (row === undefined) return {}
  const { logo_sha256, logo_name, logo_height, accent, window_side, window_x, window_y } = row
  return {
    letterhead: {
      ...(logo_sha256 === null
        ? {}
        : { logo: { sha256: logo_sha256, name: logo_name, height: logo_height } }),
      ...(accent === '' ? {} : { accent }),
      window_side,
      window_x,
      window_y,
    },
  }
}

/** For drawing. Pictures are never thrown away, so one that a letter names is there. */
export function picturesOf(ctx: OfficeContext): Pictures {
  return (sha256) => found(pictureBySha(ctx.db, sha256))
}

/** Own paragraphs with a chip that has no value stop the letter: the gap would be printed. */
export function withChipGaps(gaps: LetterGap[], facts: FrameFacts): LetterGap[] {
  const missing = missingChips(facts as ChipFacts, wordsOf('nl')).map(({ field }): LetterGap => ({
    code: 'chip',
    field,
    blocking: true,
  }))
  const first = gaps.findIndex((gap) => !gap.blocking)
  return missing.length === 0 ? gaps : gaps.toSpliced(first < 0 ? gaps.length : first, 0, ...missing)
}
