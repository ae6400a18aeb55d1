/** Templates, the blocks of one letter, letterhead, signatures and numbers, through the features. */
import { describe, expect, test } from 'vitest'
import { letterKind } from '#core/api/letters.ts'
import { isFixed } from '#core/letters/arrange.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import type { Layout } from '#core/letters/layout.ts'
import { prepared } from '#db/prepare.ts'
import { letterTemplates } from '#service/features/letter-templates.ts'
import { letterhead } from '#service/features/letterhead.ts'
import { letters } from '#service/features/letters.ts'
import { kindOf } from '#service/letters/kinds.ts'
import { picturesOf } from '#service/letters/look.ts'
import { renderLetter } from '#service/letters/render.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { aPng } from '../builders/pictures.ts'

const completeOffice = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

function aLetter(
  office: TestOffice,
  { municipality_id = aMunicipality(office), client_number = 'CL-1' } = {},
) {
  const case_manager_id = aCaseManager(office, { municipality_id })
  const participant_id = aParticipant(office)
  const referral_id = aReferral(office, { participant_id, case_manager_id, client_number })
  const about = aTrajectory(office, { participant_id, referral_id })
  const { id } = letters.open(office.ctx, { kind: 'progress', about })
  return { id, municipality_id }
}

const own = (...runs: { text: string }[] | { field: string }[]): Layout[number] => ({
  type: 'own',
  paragraphs: [{ kind: 'text', runs }],
})
const says = (text: string): Layout => [own({ text })]
const factsOf = (office: TestOffice, id: number) =>
  letters.get(office.ctx, { id }).facts as unknown as FrameFacts
const texts = (facts: FrameFacts) => JSON.stringify(facts.layout ?? [])
/** A layout as another version of the program may have left it. */
const stored = (office: TestOffice, json: string) =>
  office.ctx.command('letterTemplates.save', () =>
    prepared<[string]>(office.ctx.db, 'UPDATE letter_template SET layout = ?').run(json),
  )
const blank = { kind: 'progress', municipality_id: null } as const

describe('a template', () => {
  test('of the municipality goes before that of the office, and that before none', () => {
    using office = openTestOffice(completeOffice)
    const { id, municipality_id } = aLetter(office)
    const of = { kind: 'progress', municipality_id } as const
    expect(factsOf(office, id).layout).toBeUndefined()
    expect(letterTemplates.get(office.ctx, of).from).toBe('default')

    letterTemplates.save(office.ctx, { ...blank, layout: says('Van de werkplaats') })
    expect(texts(factsOf(office, id))).toContain('Van de werkplaats')
    expect(letterTemplates.get(office.ctx, of)).toMatchObject({ from: 'office' })

    letterTemplates.save(office.ctx, { ...of, layout: says('Van de gemeente') })
    expect(texts(factsOf(office, id))).toContain('Van de gemeente')
    expect(texts(factsOf(office, id))).not.toContain('Van de werkplaats')
    expect(letterTemplates.list(office.ctx).map((one) => one.municipality_id)).toEqual([
      null,
      municipality_id,
    ])

    const { changeSetId } = letterTemplates.remove(office.ctx, of)
    expect(texts(factsOf(office, id))).toContain('Van de werkplaats')
    office.ctx.undo(changeSetId ?? 0)
    expect(texts(factsOf(office, id))).toContain('Van de gemeente')
    expect(() =>
      letterTemplates.save(office.ctx, { kind: 'hours', municipality_id: 999, layout: [] }),
    ).toThrow('NOT_FOUND')
  })

  test('that names what is no longer there is read, and what came later is added', () => {
    using office = openTestOffice(completeOffice)
    const { id } = aLetter(office)
    letterTemplates.save(office.ctx, { ...blank, layout: [] })
    const old = [{ type: 'block', code: 'horoscope', on: true }, ...says('Blijft')]
    stored(office, JSON.stringify(old))
    const { layout } = letterTemplates.get(office.ctx, blank)
    expect(JSON.stringify(layout)).not.toContain('horoscope')
    expect(layout.filter((item) => item.type === 'block')).toHaveLength(12)
    expect(texts(factsOf(office, id))).toContain('Blijft')
    stored(office, '{"not":"a list"}')
    expect(factsOf(office, id).layout).toBeUndefined()
  })
})

describe('an example', () => {
  test.each(letterKind.options)('of %s tells where each block stands, in order', async (kind) => {
    using office = openTestOffice(completeOffice)
    const { layout } = letterTemplates.get(office.ctx, { kind, municipality_id: null })
    expect(layout.length).toBeGreaterThan(0)
    const { areas } = await letterTemplates.preview(office.ctx, { kind, layout })
    expect([...new Set(areas.map(({ item }) => item))]).toEqual(layout.map((_, item) => item))
    const places = areas.map(({ page, top, bottom }) => [page + top, page + bottom])
    expect(places.every(([top = 0, bottom = 0]) => top > 0 && bottom > top)).toBe(true)
    expect(places.map(([top]) => top)).toEqual(places.map(([top = 0]) => top).toSorted((a, b) => a - b))

    const off = layout.find((item) => item.type === 'block' && !isFixed(item.code))
    const without = layout.map((item) => (item === off ? { ...item, on: false } : item))
    const after = await letterTemplates.preview(office.ctx, { kind, layout: without })
    expect(after.areas.map(({ item }) => item)).not.toContain(layout.indexOf(off ?? layout[0]!))
  })
})

describe('one letter', () => {
  test('has its own blocks, and the template stays as it is', () => {
    using office = openTestOffice(completeOffice)
    const { id, municipality_id } = aLetter(office)
    const other = aLetter(office, { municipality_id })
    letterTemplates.saveOfLetter(office.ctx, { id, layout: says('Alleen hier') })
    expect(letterTemplates.ofLetter(office.ctx, { id })).toMatchObject({
      own: true,
      municipality: { id: municipality_id },
    })
    expect(texts(factsOf(office, id))).toContain('Alleen hier')
    expect(factsOf(office, other.id).layout).toBeUndefined()
    expect(letterTemplates.list(office.ctx)).toEqual([])

    letterTemplates.letterToTemplate(office.ctx, { id, municipality_id })
    expect(texts(factsOf(office, other.id))).toContain('Alleen hier')
    expect(letterTemplates.ofLetter(office.ctx, { id }).own).toBe(false)

    letterTemplates.saveOfLetter(office.ctx, { id, layout: says('Weer anders') })
    expect(texts(factsOf(office, other.id))).not.toContain('Weer anders')
    letterTemplates.saveOfLetter(office.ctx, { id, layout: null })
    expect(texts(factsOf(office, id))).toContain('Alleen hier')
  })

  test('with a chip without a value is not made final, and says which one', async () => {
    using office = openTestOffice(completeOffice)
    const { id } = aLetter(office, { client_number: '' })
    const layout: Layout = [
      own({ field: 'client_number' }),
      own({ field: 'shoe_size' }),
      own({ field: 'office' }),
    ]
    letterTemplates.saveOfLetter(office.ctx, { id, layout })
    const { gaps } = letters.get(office.ctx, { id })
    expect(gaps.filter((gap) => gap.code === 'chip')).toEqual([
      { code: 'chip', field: 'client_number', blocking: true },
      { code: 'chip', field: 'shoe_size', blocking: true },
    ])
    expect(gaps.findIndex((gap) => !gap.blocking)).toBeGreaterThan(gaps.findLastIndex((gap) => gap.blocking))
    await expect(letters.finalise(office.ctx, { id })).rejects.toThrow('LETTER_INCOMPLETE')
    expect(letterhead.numberForm(office.ctx).example).toBe('2026-0001')
  })

  test('that is final keeps its layout and letterhead word for word, and takes no other', async () => {
    using office = openTestOffice(completeOffice)
    const { id } = aLetter(office)
    const picture = aPng(60, 20, { alpha: true }).toString('base64')
    letterhead.setLogo(office.ctx, { picture })
    letterhead.setSignature(office.ctx, { picture: aPng(50, 20).toString('base64') })
    letterhead.save(office.ctx, { accent: '#14586b', window_side: 'right' })
    letterTemplates.save(office.ctx, { ...blank, layout: says('Zoals het was') })
    await letters.finalise(office.ctx, { id })
    const { pdf } = await letters.pdf(office.ctx, { id })

    letterhead.removeLogo(office.ctx)
    letterhead.withdrawSignature(office.ctx)
    letterhead.save(office.ctx, { window_side: 'left', accent: '' })
    letterTemplates.save(office.ctx, { ...blank, layout: says('Nu anders') })
    const facts = factsOf(office, id)
    expect(texts(facts)).toContain('Zoals het was')
    expect(facts).toMatchObject({ letterhead: { accent: '#14586B', window_side: 'right' } })
    const again = await renderLetter(kindOf('progress').compose(facts, 'nl'), {
      draft: false,
      pictures: picturesOf(office.ctx),
    })
    expect(Buffer.from(again).toString('base64') === pdf).toBe(true)
    expect(() => letterTemplates.saveOfLetter(office.ctx, { id, layout: [] })).toThrow('LETTER_FINAL')
    expect(() => letterTemplates.letterToTemplate(office.ctx, { id, municipality_id: null })).toThrow(
      'LETTER_FINAL',
    )
  })
})

describe('the letterhead', () => {
  test('refuses a colour that cannot be read and a file that is more than a drawing', () => {
    using office = openTestOffice(completeOffice)
    const fields = (problem: string, field: string) =>
      expect.objectContaining({ code: 'INVALID', data: { fields: [{ field, problem }] } }) as Error
    expect(() => letterhead.save(office.ctx, { accent: '#FFCC00' })).toThrow(fields('colour_light', 'accent'))
    expect(() => letterhead.save(office.ctx, { accent: 'rood' })).toThrow(fields('colour_form', 'accent'))
    const svg = Buffer.from('<svg viewBox="0 0 9 9"><script>x</script></svg>').toString('base64')
    expect(() => letterhead.setLogo(office.ctx, { picture: svg })).toThrow(fields('logo_script', 'picture'))
    expect(() => letterhead.setLogo(office.ctx, { picture: 'A'.repeat(54_000_000) })).toThrow(
      fields('logo_large', 'picture'),
    )
    expect(letterhead.get(office.ctx).logo).toBeNull()
  })

  test('a logo comes back by undo, and the same picture is stored once', () => {
    using office = openTestOffice(completeOffice)
    const picture = aPng(60, 20).toString('base64')
    letterhead.setLogo(office.ctx, { picture })
    const { changeSetId } = letterhead.removeLogo(office.ctx)
    expect(letterhead.get(office.ctx).logo).toBeNull()
    office.ctx.undo(changeSetId ?? 0)
    expect(letterhead.get(office.ctx)).toMatchObject({
      logo: { type: 'png', base64: picture },
      logo_height: 180,
    })
    letterhead.setSignature(office.ctx, { picture })
    expect(prepared(office.ctx.db, 'SELECT count(*) AS n FROM picture').get()).toEqual({ n: 1 })
  })

  test('a signature is of who gives it, from today, until it is withdrawn', () => {
    using office = openTestOffice(completeOffice)
    const { id } = aLetter(office)
    expect(letterhead.signature(office.ctx)).toEqual({ mine: null, all: [] })
    letterhead.setSignature(office.ctx, { picture: aPng().toString('base64') })
    expect(letterhead.signature(office.ctx)).toMatchObject({
      mine: { permitted_on: office.ctx.today },
      all: [{ name: office.ctx.staff.name, permitted_on: office.ctx.today }],
    })
    expect(factsOf(office, id).signature).toMatch(/^[\da-f]{64}$/)
    letterhead.withdrawSignature(office.ctx)
    expect(factsOf(office, id).signature).toBeUndefined()
  })

  test('the preview is a page of invented people in this layout', async () => {
    using office = openTestOffice(completeOffice)
    for (const kind of ['progress', 'intake', 'hours', 'ready_for_work'] as const) {
      const { pdf } = await letterTemplates.preview(office.ctx, { kind, layout: says('Eigen woorden') })
      expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})

describe('numbers', () => {
  test('follow the new form from the next letter on, and count on without a gap', async () => {
    using office = openTestOffice(completeOffice)
    const first = await letters.finalise(office.ctx, { id: aLetter(office).id })
    letterhead.saveNumberForm(office.ctx, { form: ' DL-{year}-{number} ' })
    const second = await letters.finalise(office.ctx, { id: aLetter(office).id })
    letterhead.saveNumberForm(office.ctx, { form: '{year}.{number}' })
    const third = await letters.finalise(office.ctx, { id: aLetter(office).id })
    expect([first.number, second.number, third.number]).toEqual(['2026-0001', 'DL-2026-0002', '2026.0003'])
    const found = (query: string) =>
      letters.register(office.ctx, { query, state: null }).map((row) => row.number)
    expect(found('2026.0003')).toEqual(['2026.0003'])
    expect(found('dl-2026')).toEqual(['DL-2026-0002'])
    expect(() => letterhead.saveNumberForm(office.ctx, { form: '{number}' })).toThrow('INVALID')
  })
})
