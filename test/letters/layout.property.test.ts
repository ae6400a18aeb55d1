import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, blockCode, isFixed, type Part } from '#core/letters/arrange.ts'
import { chipCodes } from '#core/letters/chips.ts'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeReadyLetter } from '#core/letters/compose-ready.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { Block } from '#core/letters/content.ts'
import { kindParts } from '#core/letters/kind-parts.ts'
import { layoutSchema, type Layout } from '#core/letters/layout.ts'
import { missingChips } from '#core/letters/own-paragraphs.ts'
import { wordsOf } from '#core/letters/words.ts'
import { bareFacts, fullFacts } from './example.ts'
import { hoursFacts } from './hours-example.ts'
import { fullIntake } from './intake-example.ts'
import { fullReady } from './ready-example.ts'

const words = wordsOf('nl')
const block = (heading: string): Block => ({ kind: 'paragraphs', heading, paragraphs: [[{ text: heading }]] })
const parts: Part[] = kindParts.hours.map((code) => [code, code === 'sum' ? null : block(code)])

const marks = { bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean() }
const run = fc.oneof(
  fc.record({ text: fc.string({ maxLength: 12 }), ...marks }),
  fc.record({ field: fc.constantFrom(...chipCodes, 'shoe_size', 'toString'), ...marks }),
)
const item = fc.oneof(
  fc.record({
    type: fc.constant('block' as const),
    code: fc.constantFrom(...blockCode.options, 'gone', 'constructor'),
    on: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('own' as const),
    paragraphs: fc.array(
      fc.record({
        kind: fc.constantFrom('text' as const, 'heading' as const, 'bullet' as const),
        runs: fc.array(run, { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
  }),
)

describe('any layout', () => {
  it('gives every part at most once, keeps what may not go, and prints nothing blank', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (layout: Layout) => {
        expect(layoutSchema.safeParse(layout).success).toBe(true)
        const blocks = arrange(parts, { ...fullFacts, layout }, words)
        const headings = blocks.flatMap((one) => (one.kind === 'paragraphs' ? [one.heading] : []))
        expect(new Set(headings).size).toBe(headings.length)
        for (const code of ['statement', 'unfinished', 'table']) expect(headings).toContain(code)
        const off = layout.find((one) => one.type === 'block' && one.code === 'remark')
        expect(headings.includes('remark')).toBe(off?.type === 'block' ? off.on : true)
        for (const one of blocks) {
          if (one.kind !== 'own') continue
          expect(one.paragraphs.length).toBeGreaterThan(0)
          for (const { text } of one.paragraphs)
            expect(
              text
                .map((part) => part.text)
                .join('')
                .trim(),
            ).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is followed in its order, and what it does not name comes where it belongs', () => {
    const layout: Layout = [
      { type: 'block', code: 'remark', on: true },
      { type: 'block', code: 'table', on: false },
      { type: 'block', code: 'statement', on: true },
    ]
    const headings = arrange(parts, { ...fullFacts, layout }, words).map((one) =>
      one.kind === 'paragraphs' ? one.heading : one.kind,
    )
    expect(headings).toEqual(['remark', 'table', 'definitions', 'statement', 'unfinished'])
    expect(isFixed('table')).toBe(true)
  })

  it('without one the letter is as it always was', () => {
    const all = parts.flatMap(([, one]) => one ?? [])
    expect(arrange(parts, fullFacts, words)).toEqual(all)
    expect(arrange(parts, { ...fullFacts, layout: [] }, words)).toEqual(all)
  })
})

describe('a chip', () => {
  const own = (field: string): Layout => [
    { type: 'own', paragraphs: [{ kind: 'text', runs: [{ field, italic: true }] }] },
  ]
  const said = (field: string, facts = fullFacts) =>
    arrange([], { ...facts, layout: own(field) }, words).flatMap((one) =>
      one.kind === 'own' ? one.paragraphs : [],
    )

  it('says what the facts say', () => {
    expect(said('participant')).toEqual([
      { kind: 'text', text: [{ text: 'mevrouw El Khatib', italic: true }] },
    ])
    expect(said('client_number')[0]?.text[0]?.text).toBe('CL-20417')
    for (const code of chipCodes)
      expect(said(code)[0]?.text[0]?.text, code).not.toMatch(/^\[|^$|undefined|null/)
    expect(missingChips({ ...fullFacts, layout: own('client_number') }, words)).toEqual([])
  })

  it('that has no value, or that is no longer there, is a gap to be seen', () => {
    const facts = { ...bareFacts, participant: { ...bareFacts.participant, client_number: '' } }
    expect(said('client_number', facts)).toEqual([
      { kind: 'text', text: [{ text: '[kenmerk van de gemeente ontbreekt]', bold: true, missing: true }] },
    ])
    expect(said('shoe_size')[0]?.text[0]?.text).toBe('[shoe_size ontbreekt]')
    expect(missingChips({ ...fullFacts, layout: own('shoe_size') }, words)).toEqual([{ field: 'shoe_size' }])
  })
})

it('the list of parts of each kind is that of its composer', () => {
  // Every part off but one: what is left is that part, so each code is one that the composer knows.
  const letters = {
    progress: (layout: Layout) => composeProgressLetter({ ...fullFacts, layout }, 'nl'),
    intake: (layout: Layout) => composeIntakeLetter({ ...fullIntake, layout }, 'nl'),
    hours: (layout: Layout) => composeHoursLetter({ ...hoursFacts, layout }, 'nl'),
    ready_for_work: (layout: Layout) => composeReadyLetter({ ...fullReady, layout }, 'nl'),
  }
  for (const [kind, compose] of Object.entries(letters)) {
    const codes = kindParts[kind as keyof typeof letters]
    const all = compose([]).blocks
    const off = compose(codes.map((code) => ({ type: 'block', code, on: false }))).blocks
    expect(off.length, kind).toBe(kind === 'hours' ? off.length : 0)
    const back = compose(codes.toReversed().map((code) => ({ type: 'block', code, on: true }))).blocks
    expect(back, kind).toEqual(all.toReversed())
  }
})
