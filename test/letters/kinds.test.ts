import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LetterKind } from '#core/api/letters.ts'
import { letterName } from '#core/dossier/words.ts'
import { createI18n, nl } from '#core/i18n/index.ts'
import { complete, isFixed, pinOf, type BlockCode } from '#core/letters/arrange.ts'
import { kindParts } from '#core/letters/kind-parts.ts'
import type { Layout } from '#core/letters/layout.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import * as schemas from '#core/letters/kind-facts.ts'
import { kindOf } from '#service/letters/kinds.ts'
import { drawLetter } from '#service/letters/render.ts'
import * as examples from './kinds-example.ts'
import * as pdf from './pdf-tools.ts'

const schemaOf = {
  end: schemas.endFactsSchema,
  extension: schemas.extensionFactsSchema,
  no_show: schemas.noShowFactsSchema,
  invitation: schemas.invitationFactsSchema,
  placement: schemas.placementFactsSchema,
  aftercare: schemas.aftercareFactsSchema,
  certificate: schemas.certificateFactsSchema,
}
type Example = FrameFacts & { kind: keyof typeof schemaOf }
const all = Object.entries(examples) as [string, Example][]
const full = all.filter(([name]) => name.startsWith('full'))

const letter = (facts: Example, lang: 'nl' | 'en' = 'nl'): LetterContent =>
  kindOf(facts.kind).compose(facts, lang)
const draw = async (facts: Example) => {
  const drawn = await drawLetter(letter(facts), { draft: facts.number === null })
  const folder = path.join(import.meta.dirname, '../output/letters')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${facts.kind}-${facts.number === null ? 'bare' : 'full'}.pdf`), drawn.pdf)
  return drawn
}
const gaps = (facts: Example) => kindOf(facts.kind).gaps(facts)
const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\u00a0', ' ')

describe('the words', () => {
  it.each(all)(
    'of %s are there in both languages, and rest on facts of the shape that is stored',
    (_name, facts) => {
      // A word that is missing shows as its key.
      for (const lang of ['nl', 'en'] as const)
        expect(plain(letter(facts, lang))).not.toMatch(
          /\b(?:end|extension|noShow|invitation|aftercareLetter|certificate|sign|months|glance|agreement)\.[a-z]|\{\{/u,
        )
      expect(schemaOf[facts.kind].parse(facts)).toEqual(facts)
    },
  )

  it.each(full)('of %s miss nothing', (_name, facts) => {
    expect(gaps(facts)).toEqual([])
  })

  it('every kind has a name in the register, on the timeline and for its file, in both languages', () => {
    for (const kind of Object.keys(schemaOf) as LetterKind[])
      for (const lang of ['nl', 'en'] as const) {
        const t = createI18n(lang).getFixedT(lang, 'letters')
        expect(letterName(kind, lang)).not.toBe(letterName('unknown', lang))
        expect(t(`kind.${kind}`)).not.toContain('kind.')
        expect(t(`letter.title.${kind}`, { name: 'X' })).toContain('X')
        expect(t(`fileName.${kind}`, { number: '2026-0001' })).toMatch(/^2026-0001 .+\.pdf$/u)
      }
    expect(Object.keys(nl.letters.kind)).toEqual(Object.keys(nl.letters.letter.title))
  })
})

describe('a layout', () => {
  const items = (codes: readonly BlockCode[], on: boolean): Layout =>
    codes.map((code) => ({ type: 'block', code, on }))
  /** Without the number of the item, which goes along with its place. */
  const partsOf = ({ blocks, sheet }: LetterContent) =>
    (sheet?.kind === 'agreement' ? sheet.sections : (sheet?.parts ?? blocks)).map((part) => ({
      ...part,
      item: 0,
    }))

  it.each(full)('puts every part of %s where it says', (_name, facts) => {
    const parts = (layout: Layout) => partsOf(letter({ ...facts, layout } as Example))
    const codes = kindParts[facts.kind]
    const free = codes.filter((code) => pinOf({ type: 'block', code, on: true }) === null)
    expect(parts(items(codes, false))).toHaveLength(free.filter((code) => isFixed(code)).length)
    expect(parts(items(codes.toReversed(), true))).toEqual(parts([]).toReversed())
  })

  it.each([
    ['placement', 'parties', ['parties', 'agree_work', 'agree_time', 'agree_insurance', 'signatures']],
    ['certificate', 'holder', ['holder', 'signatures']],
    ['results', 'opening', ['figures', 'counted']],
  ] as const)('of a %s begins with %s and keeps what it may not miss', (kind, first, kept) => {
    const own: Layout[number] = { type: 'own', paragraphs: [] }
    const layout = complete(kindParts[kind], [own, ...items(kindParts[kind], false).toReversed()])
    const codes = layout.map((item) => (item.type === 'block' ? item.code : 'own'))
    if (kind !== 'results') {
      expect(codes[0]).toBe(first)
      expect(codes.at(-1)).toBe('signatures')
    }
    expect(codes).toContain('own')
    expect(kindParts[kind].filter((code) => isFixed(code))).toEqual(kept)
  })

  const rules: Layout = [
    {
      type: 'own',
      paragraphs: [
        { kind: 'heading', runs: [{ text: 'Onze huisregels' }] },
        { kind: 'text', runs: [{ text: 'Wij werken ' }, { text: 'samen', bold: true }, { text: '.' }] },
        { kind: 'bullet', runs: [{ text: 'Bellen doet u in de pauze, ' }, { field: 'participant_full' }] },
      ],
    },
  ]

  it.each([examples.fullPlacement, examples.fullCertificate])(
    'puts own paragraphs on the one page of a sheet, between the head and who signs',
    async (facts) => {
      const content = letter({ ...facts, layout: rules })
      const { pdf: bytes, pages, areas } = await drawLetter(content, { draft: false })
      expect(pages).toBe(1)
      expect(areas.map(({ item }) => item)).toEqual(
        kindParts[facts.kind].map((_, n) => n).concat(areas.length - 1),
      )
      expect(areas.every(({ top, bottom }) => 0 < top && top < bottom && bottom < 1)).toBe(true)
      expect(areas.every(({ top }, n) => n === 0 || top >= (areas[n - 1]?.bottom ?? 0) - 0.002)).toBe(true)
      if (!pdf.hasPoppler) return
      const text = pdf.flatText(bytes)
      expect(text).toContain('Onze huisregels')
      expect(text).toContain('Bellen doet u in de pauze, Samira el Khatib')
    },
  )

  it('of own paragraphs that are too long cuts them and says so', () => {
    const words = 'Dit hoort er ook nog bij en gaat maar door. '.repeat(120)
    const layout: Layout = [{ type: 'own', paragraphs: [{ kind: 'text', runs: [{ text: words }] }] }]
    expect(gaps({ ...examples.fullPlacement, layout } as Example)).toEqual([
      { code: 'agree_cut', blocking: false },
    ])
  })

  it('of an agreement without a part does not ask for what stands in it', () => {
    const { fullPlacement } = examples
    const bare = { ...fullPlacement, placement: { ...fullPlacement.placement, supervisor: '' } }
    expect(gaps(bare).map(({ code }) => code)).toEqual(['agree_supervisor'])
    expect(gaps({ ...bare, layout: items(['agree_guidance'], false) } as Example)).toEqual([])
  })
})

describe('an end report', () => {
  const { fullEnd, bareEnd } = examples
  const glance = (facts: Partial<typeof fullEnd.end>): string =>
    plain(letter({ ...fullEnd, end: { ...fullEnd.end, ...facts } } as Example).blocks)

  it('says how it ended and where somebody goes, and is signed by both', () => {
    const text = plain(letter(fullEnd).blocks)
    expect(text).toContain('Afgerond volgens plan')
    expect(text).toContain('Werk gevonden')
    expect(text).toContain('mevrouw De Vries, op 9 november 2026')
    expect(text).toContain('Betaald werk met loonkostensubsidie')
    expect(letter(fullEnd).blocks.at(-1)).toMatchObject({
      kind: 'sign',
      signers: [{ name: 'Annemiek Jansen' }, { name: 'Mevrouw El Khatib' }],
    })
    expect(letter(fullEnd).closing).toMatchObject({ greeting: '', name: '' })
  })

  it('never says that health or family was the reason', () => {
    for (const kind of ['health', 'family'] as const) {
      const text = glance({ kind, early: true })
      expect(text).toContain('Persoonlijke omstandigheden')
      expect(text).not.toMatch(/ziek(?!\s+gemeld)|gezondheid|zwanger/iu)
    }
  })

  it('of somebody who died asks nobody to sign or to say what they think', () => {
    const dead = { ...bareEnd, end: { ...bareEnd.end, ended_on: '2026-11-02', kind: 'deceased' as const } }
    expect(letter(dead).blocks.at(-1)).toMatchObject({
      kind: 'sign',
      signers: [{ name: bareEnd.coach.name }],
    })
    const codes = gaps(dead).map((gap) => gap.code)
    expect(codes).not.toContain('opinion')
    expect(codes).not.toContain('discussed')
  })

  it('shows months in place of weeks once there are many', () => {
    const bars = (facts: typeof fullEnd) => {
      const block = letter(facts).blocks.find((one) => one.kind === 'attendance')
      return block?.kind === 'attendance' ? block.weeks.map((week) => week.label) : []
    }
    expect(bars(fullEnd)).toEqual(['mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november'])
    const short = fullEnd.attendance.weeks.slice(0, 10)
    expect(bars({ ...fullEnd, attendance: { ...fullEnd.attendance, weeks: short } })).toHaveLength(10)
  })
})

describe('what may not go out', () => {
  it.each([
    ['an end report of a trajectory that goes on is warned about, not stopped', examples.bareEnd, []],
    [
      'more time needs a day after the planned end, and a reason',
      examples.bareExtension,
      ['asked_end', 'no_why'],
    ],
    ['a message of absence needs a day', examples.bareNoShow, ['no_absence']],
    [
      'an invitation needs an address, a day and a place',
      examples.bareInvitation,
      ['participant_address', 'invite_day', 'invite_place'],
    ],
  ] as [string, Example, string[]][])('%s', (_what, facts, codes) => {
    const own = gaps(facts).filter(
      (gap) => gap.blocking && !/address|case_manager/u.test(gap.code.replace('participant_', '')),
    )
    expect(
      gaps(facts)
        .filter((gap) => gap.blocking)
        .map((gap) => gap.code),
    ).toEqual(expect.arrayContaining(codes))
    expect(own.length).toBeLessThanOrEqual(codes.length)
  })

  it('an invitation for a day that is over, and aftercare of which nothing is known', () => {
    const { fullInvitation, fullAftercare } = examples
    const past = { ...fullInvitation, texts: { ...fullInvitation.texts, on: '2026-11-17' } }
    expect(gaps(past)).toEqual([{ code: 'invite_past', blocking: true }])
    expect(gaps({ ...fullAftercare, outcome: null } as Example)).toEqual([
      { code: 'no_outcome', blocking: true },
    ])
    expect(gaps({ ...fullAftercare, story: '', story_kept_back: true } as Example)).toEqual([
      { code: 'story_permission', blocking: false },
    ])
  })
})

describe('the copy for the participant', () => {
  const { fullNoShow, fullAftercare, fullEnd, fullExtension } = examples
  it.each([fullNoShow, fullAftercare, fullEnd, fullExtension])(
    'is named at the foot, unless staff said that there is none',
    (facts) => {
      const given = (copy_given: 'yes' | 'no') => ({ ...facts, texts: { ...facts.texts, copy_given } })
      const copy = (of: object): string => letter(of as Example).closing.copy
      expect(copy(facts)).toContain('mevrouw S. el Khatib')
      expect(copy(given('yes'))).toBe(copy(facts))
      expect(copy(given('no'))).toBe('')
      expect(schemaOf[facts.kind].parse(given('no'))).toEqual(given('no'))
    },
  )
})

describe('the file', () => {
  it.each(full)('of %s is the same to the byte when it is made again', async (_name, facts) => {
    const first = (await draw(facts)).pdf
    expect(Buffer.compare(first, (await draw(facts)).pdf)).toBe(0)
    expect(first.length).toBeLessThan(70_000)
  })

  it('is one page where one page is meant', async () => {
    for (const facts of [
      examples.fullInvitation,
      examples.fullNoShow,
      examples.fullPlacement,
      examples.fullAftercare,
    ])
      expect((await draw(facts)).pages).toBe(1)
    const { fullCertificate } = examples
    const much = 'Een zin die maar doorgaat over alles wat er was. '.repeat(200)
    const long = { ...fullCertificate, number: null, texts: { learnt: much, wish: much } }
    const { pdf: bytes, pages } = await draw(long)
    expect(pages).toBe(1)
    if (pdf.hasPoppler) {
      const words = pdf.wordsAt(bytes).filter((word) => word.bottom > 240 && word.top < 245)
      expect(words).toEqual([])
    }
  })

  it.skipIf(!pdf.hasQpdf).each(all)('of %s has no mistakes that qpdf knows of', async (_name, facts) => {
    expect(pdf.qpdfSays((await draw(facts)).pdf)).toBe('ok')
  })
})

describe.skipIf(!pdf.hasPoppler)('the page', () => {
  const wanted: Record<Example['kind'], string[]> = {
    end: [
      'Eindrapport van mevrouw El Khatib',
      'Periode 18 mei tot en met 13 november 2026',
      'Werkplaats 330 uur',
      'Op een plek 55 uur',
      'Deels behaald',
      'Ons advies',
      'Wat mevrouw El Khatib van dit advies vindt',
      'na 1, 3 en 6 maanden',
      'Ondertekening',
      'De 150 uur die hierin staan, kloppen.',
    ],
    extension: [
      'Meer tijd voor mevrouw El Khatib',
      'verlengen tot en met 17 mei 2027',
      'vóór 4 december 2026',
    ],
    no_show: [
      'op 3 dagen niet',
      'Het gaat om 15 uur',
      'maandag 16 november (6 uur)',
      'Niemand deed open',
      'Bezoek.',
    ],
    invitation: [
      'woensdag 25 november 2026',
      '10.30 tot 11.30 uur',
      'Uw paspoort of verblijfspas',
      '0123 45 67 89',
      'Voorbeeldstraat 7 b',
    ],
    placement: ['Afspraken over uw plek', 'Nummer 2026-0164', 'Kringloop De Proefzolder'],
    aftercare: [
      '6 maanden na het traject',
      'Doorgestroomd',
      'Deels, zo is ons verteld',
      '“Ik sta nu in de winkel.',
    ],
    certificate: [
      'Certificaat',
      'Samira el Khatib',
      'U was hier 385 uur.',
      '46 woorden van de dag',
      'Veilig en hygiënisch werken',
    ],
  }
  it.each(full)('of %s has its facts in its text, and structure', async (_name, facts) => {
    const { pdf: bytes } = await draw(facts)
    const text = pdf.flatText(bytes)
    for (const part of wanted[facts.kind]) expect(text).toContain(part)
    expect(pdf.structureOf(bytes).match(/\bH1\b/gu)).toHaveLength(1)
    expect(pdf.infoOf(bytes)).toMatch(/Tagged:\s+yes/)
  })

  it('of an invitation has letters of 14 points, and says nothing of the municipality', async () => {
    const { pdf: bytes } = await draw(examples.fullInvitation)
    const day = pdf.wordsAt(bytes).find((word) => word.text === 'woensdag')
    const small = pdf
      .wordsAt(bytes)
      .find((word) => word.text === 'VOORBEELDSTRAAT' || word.text === 'Voorbeeldstraat')
    expect((day?.bottom ?? 0) - (day?.top ?? 0)).toBeGreaterThan(
      1.3 * ((small?.bottom ?? 0) - (small?.top ?? 0)),
    )
    expect(pdf.flatText(bytes)).not.toMatch(/Gemeente|CL-20417|Uw kenmerk|VERTROUWELIJK/u)
  })

  it('of a certificate says nothing of benefit, municipality or client number', async () => {
    const text = pdf.flatText((await draw(examples.fullCertificate)).pdf)
    expect(text).not.toMatch(/uitkering|gemeente|CL-20417|klantmanager/iu)
  })

  it.each(all.filter(([, { kind }]) => kind !== 'placement' && kind !== 'certificate'))(
    'keeps all text of %s inside the margins',
    async (_name, facts) => {
      const { pdf: bytes } = await drawLetter(letter(facts), { draft: false })
      const words = pdf.wordsAt(bytes)
      expect(words.length).toBeGreaterThan(20)
      expect(
        words.filter(
          ({ left, right, top, bottom }) => left < 32.5 || right > 177.8 || top < 9 || bottom > 287,
        ),
      ).toEqual([])
    },
  )
})
