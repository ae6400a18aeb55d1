import { expect, test } from 'vitest'
import { contract } from '#core/api/contract.ts'
import { nl } from '#core/i18n/index.ts'
import { changesBetween } from '#core/letters/changes.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import { printedTexts } from '#core/letters/printed.ts'
import { seenOf, seenSchema } from '#core/letters/seen.ts'
import { sourcedParts, type AnyFacts, type Found } from '#core/letters/sources.ts'
import * as progress from '../../letters/example.ts'
import * as hours from '../../letters/hours-example.ts'
import * as intake from '../../letters/intake-example.ts'
import * as further from '../../letters/kinds-example.ts'
import * as ready from '../../letters/ready-example.ts'
import * as results from '../../letters/results-example.ts'

const nothing: Found = {
  marks: [],
  measured: { language: [], skills: [], ladder: [] },
  notes: [],
  placements: [],
  written: new Map(),
}
const all: Record<string, unknown> = { ...progress, ...hours, ...intake, ...further, ...ready, ...results }
const examples = Object.entries(all).filter(
  (one): one is [string, FrameFacts] =>
    typeof one[1] === 'object' && one[1] !== null && 'municipality' in one[1],
)

test.each(examples)('%s: its parts can be told, kept as seen and looked through', (_name, facts) => {
  const parts = sourcedParts(facts as AnyFacts, nothing)
  const output = contract.letterSources.get['~orpc'].outputSchema
  expect(output?.['~standard'].validate({ parts, changes: [] })).toEqual({ value: { parts, changes: [] } })
  const seen = seenOf(facts, [])
  expect(changesBetween(seenSchema.parse(JSON.parse(JSON.stringify(seen))), seen)).toEqual([])
  for (const { where, text } of printedTexts(facts)) {
    expect(text.trim()).not.toBe('')
    if (where.startsWith('text:')) expect(nl.sources.look.text).toHaveProperty(where.slice('text:'.length))
  }
})

test('every kind of letter is among them', () => {
  expect(examples.length).toBeGreaterThanOrEqual(17)
})
