import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { resultsFactsSchema } from '#core/letters/facts.ts'
import { finalFacts, finalPdf } from '#db/letters/queries.ts'
import { createSkills } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { letters } from '#service/features/letters.ts'
import { results } from '#service/features/results.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'
import { flatText, hasPoppler, hasQpdf, qpdfSays, tagsOf } from '../letters/pdf-tools.ts'
import { openTestOffice, type TestOffice } from '../builders/index.ts'

const today = '2026-11-02'
const about = { from: '2026-01-01', to: today, projectId: null, municipalityId: 1 }
let office: TestOffice

beforeAll(async () => {
  office = openTestOffice({ today, office: { street: 'Lindelaan', house_number: '4', postcode: '1234 AB' } })
  office.command(() => createSkills(office.db, Object.values(nlDefaults.skills).slice(2)))
  await loadPractice(office.db, generateOffice({ today, ...peopleFor(180) }))
  office.command(() =>
    prepared(
      office.db,
      "UPDATE municipality SET address_line = 'Postbus 1', postcode = '1234 AB', city = 'Teststad'",
    ).run(),
  )
}, 120_000)
afterAll(() => office.close())

describe('a results report', () => {
  test('becomes final with its number, its facts as sent, and the hash of its page', async () => {
    const { id } = results.toLetter(office.ctx, about)
    const draft = letters.get(office.ctx, { id })
    expect(draft).toMatchObject({ kind: 'results', participantId: null, municipalityId: 1, gaps: [] })
    letters.saveDraft(office.ctx, {
      id,
      kind: 'results',
      draft: {
        texts: { opening: 'Hierbij de resultaten van dit jaar.', remark: 'Wij lichten ze graag toe.' },
      },
    })
    const { number } = await letters.finalise(office.ctx, { id })
    const final = finalPdf(office.db, id)
    const facts = resultsFactsSchema.parse(JSON.parse(finalFacts(office.db, id) ?? ''))
    expect(facts).toMatchObject({ number, period_from: about.from, period_to: today, dated_on: today })
    expect(facts.figures.every(({ definition }) => definition.length > 20)).toBe(true)
    const hash = createHash('sha256')
      .update(final?.pdf ?? '')
      .digest('hex')
    expect(letters.get(office.ctx, { id }).pdf_sha256).toBe(hash)
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], final?.pdf ?? '')
    // What happens afterwards changes nothing that was sent.
    office.command(() => prepared(office.db, 'UPDATE intake SET finished_on = NULL').run())
    expect(letters.get(office.ctx, { id }).facts).toEqual(JSON.parse(JSON.stringify(facts)))
    expect(
      Buffer.from((await letters.pdf(office.ctx, { id })).pdf, 'base64').equals(final?.pdf ?? Buffer.of()),
    ).toBe(true)
  }, 60_000)

  test.runIf(hasPoppler)(
    'holds no name of a participant and no number from one to four in a breakdown',
    async () => {
      const { id } = results.toLetter(office.ctx, about)
      const pdf = Buffer.from((await letters.pdf(office.ctx, { id })).pdf, 'base64')
      if (hasQpdf) expect(qpdfSays(pdf)).toBe('ok')
      expect(tagsOf(pdf)).toContain('Table')
      const text = flatText(pdf)
      expect(text).toContain('Resultaten van')
      expect(text).toContain('minder dan 5')
      const surnames = prepared<[], { surname: string }>(
        office.db,
        'SELECT DISTINCT surname FROM participant WHERE length(surname) > 4',
      ).all()
      for (const { surname } of surnames) expect(text.includes(surname), surname).toBe(false)
      const { facts } = letters.get(office.ctx, { id })
      for (const { code, lines } of resultsFactsSchema.parse(facts).breakdowns)
        for (const line of lines ?? []) {
          if (code === 'skill_growth') expect(line.of === 'few' || Number(line.of) >= 5).toBe(true)
          else expect(typeof line.value === 'string' || line.value === 0 || line.value >= 5, code).toBe(true)
        }
    },
    60_000,
  )

  test('goes to somebody: a municipality, or the commissioner of the project', () => {
    expect(() => results.toLetter(office.ctx, { ...about, municipalityId: null })).toThrow('INVALID')
    expect(() => results.toLetter(office.ctx, { ...about, projectId: 1, municipalityId: null })).toThrow(
      'INVALID',
    )
    expect(() => results.toLetter(office.ctx, { ...about, from: '2027-01-01' })).toThrow('INVALID')
  })
})
