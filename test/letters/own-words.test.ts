import { expect, test } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { drawLetter } from '#service/letters/render.ts'
import { fullFacts } from './example.ts'
import { flatText, hasPoppler } from './pdf-tools.ts'

test.runIf(hasPoppler)(
  'a note of 20,000 characters is printed whole, over as many pages as it takes',
  async () => {
    const said = Array.from({ length: 2_000 }, (_, n) => `woord${String(n).padStart(4, '0')}`)
    const body = said.join(' ')
    expect(body).toHaveLength(19_999)
    const content = composeProgressLetter({ ...fullFacts, notes: [{ date: '2026-11-02', body }] }, 'nl')
    const { pdf, pages } = await drawLetter(content, { draft: false })
    expect(pages).toBeGreaterThan(3)
    expect(flatText(pdf).match(/woord\d{4}/gu)).toEqual(said)
  },
)

test('whether the participant has a copy stands beside what they say of it', () => {
  const of = (copy_given: 'yes' | 'no' | null) => {
    const { texts } = fullFacts
    const said = composeProgressLetter(
      { ...fullFacts, texts: copy_given === null ? texts : { ...texts, copy_given } },
      'nl',
    )
    const opinion = said.blocks.find((block) => block.kind === 'opinion')
    return { detail: opinion?.kind === 'opinion' ? opinion.detail : '', copy: said.closing.copy }
  }
  expect(of('yes').detail).toMatch(
    /met mevrouw El Khatib\. Mevrouw El Khatib heeft een kopie van deze brief\.$/,
  )
  expect(of('yes').copy).toContain('Khatib')
  expect(of('no').detail).toMatch(/heeft geen kopie van deze brief\.$/)
  expect(of('no').copy).toBe('')
  expect(of(null).detail).not.toContain('kopie')
})
