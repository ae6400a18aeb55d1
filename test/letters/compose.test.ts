import { describe, expect, it } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { Block, BlockKind, BlockOf, LetterContent } from '#core/letters/content.ts'
import { progressFactsSchema, type ProgressFacts } from '#core/letters/facts.ts'
import { letterGaps } from '#core/letters/gaps.ts'
import { bareFacts, fullFacts } from './example.ts'

const soft = (text: string): string => text.replaceAll('\u00a0', ' ')
const compose = (facts: ProgressFacts, lang: 'nl' | 'en' = 'nl'): LetterContent =>
  composeProgressLetter(facts, lang)
const block = <K extends BlockKind>(content: LetterContent, kind: K): BlockOf<K> | undefined =>
  content.blocks.find((one): one is BlockOf<K> => one.kind === kind)
const rich = (paragraphs: readonly (readonly { text: string }[])[]): string =>
  soft(paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('\n'))
const attendanceText = (facts: ProgressFacts): string =>
  rich(block(compose(facts), 'attendance')?.paragraphs ?? [])
const row = (content: LetterContent, label: string): string | undefined => {
  const found = block(content, 'facts')?.rows.find((one) => one.label === label)
  return found && soft(found.value)
}

describe('facts', () => {
  it('are plain data that survive being stored', () => {
    expect(progressFactsSchema.parse(JSON.parse(JSON.stringify(fullFacts)))).toEqual(fullFacts)
    expect(progressFactsSchema.parse(bareFacts)).toEqual(bareFacts)
  })
})

describe('the address', () => {
  it('has the form that the post office and the window ask for', () => {
    expect(compose(fullFacts).address.map(soft)).toEqual([
      'VERTROUWELIJK',
      'Gemeente Lindwijk',
      'T.a.v. mevrouw A. de Vries, klantmanager',
      'Postbus 100',
      '1234 ZZ  LINDWIJK',
    ])
  })

  it("uses the case manager's own function, and says Gemeente once", () => {
    const caseManager = fullFacts.caseManager && { ...fullFacts.caseManager, function_title: 'regisseur' }
    const municipality = { ...fullFacts.municipality, name: 'Gemeente Lindwijk' }
    const { address } = compose({ ...fullFacts, caseManager, municipality })
    expect(address[1]).toBe('Gemeente Lindwijk')
    expect(address[2]).toBe('T.a.v. mevrouw A. de Vries, regisseur')
  })

  it('leaves out who is not known and greets both', () => {
    const content = compose({ ...fullFacts, caseManager: null })
    expect(content.address.join()).not.toContain('T.a.v.')
    expect(content.salutation).toBe('Geachte heer/mevrouw,')
    expect(soft(content.continuation.left)).toBe('Gemeente Lindwijk')
  })

  it('works for a case manager with a name of one part', () => {
    const caseManager = {
      initials: '',
      prefix: '',
      surname: 'Suharto',
      form_of_address: 'heer' as const,
      function_title: '',
    }
    const content = compose({ ...fullFacts, caseManager })
    expect(content.address[2]).toBe('T.a.v. de heer Suharto, klantmanager')
    expect(content.salutation).toBe('Geachte heer Suharto,')
  })

  it('prints the references that are there, in their own columns', () => {
    expect(compose(fullFacts).references.map((one) => soft(one.value))).toEqual([
      '17 augustus 2026',
      'CL-20417',
      '2026-0148',
      '18 november 2026',
    ])
    expect(compose(bareFacts).references.map((one) => [one.column, soft(one.value)])).toEqual([
      [2, 'bij vastleggen'],
      [3, '18 november 2026'],
    ])
  })
})

describe('names and dates', () => {
  it('names the participant as a sentence does', () => {
    const content = compose(fullFacts)
    expect(content.heading).toBe('Voortgang van mevrouw El Khatib')
    expect(content.salutation).toBe('Geachte mevrouw De Vries,')
    expect(content.closing.copy).toBe('Kopie: mevrouw S. el Khatib')
    expect(content.title).toBe('Voortgang traject van mevrouw El Khatib, 18 november 2026')
  })

  it('holds a date together with hard spaces and gives the year once', () => {
    expect(compose(fullFacts).period).toBe('Periode 24\u00a0augustus tot en met 13\u00a0november\u00a02026')
    const over = compose({ ...fullFacts, period_from: '2025-12-01' })
    expect(soft(over.period)).toBe('Periode 1 december 2025 tot en met 13 november 2026')
  })

  it('repeats the name where no form of address was chosen', () => {
    const participant = { ...fullFacts.participant, form_of_address: 'none' as const }
    expect(attendanceText({ ...fullFacts, participant })).toContain('kwam S. el Khatib niet')
  })
})

describe('at a glance', () => {
  it('gives hours against hours, levels from and to, the ladder', () => {
    const content = compose(fullFacts)
    expect(row(content, 'Traject')).toBe('24 augustus 2026 tot en met 19 februari 2027, nu week 13 van 26')
    expect(row(content, 'Dagen')).toBe('Maandag, woensdag en donderdag: 15 uur per week')
    expect(row(content, 'Aanwezig')).toBe('150 van de 175 geplande uren: 86%')
    expect(row(content, 'Taal')).toBe('Luisteren van A1 naar A2, spreken van A1 naar A1+')
    expect(row(content, 'Meedoen')).toBe('Van trede 2 naar trede 4 van de participatieladder')
    expect(row(content, 'Volgende stap')).toBe('Proef in de keuken van De Lange Tafel')
  })

  it('has no row without a fact', () => {
    expect(block(compose(bareFacts), 'facts')?.rows.map((one) => one.label)).toEqual(['Traject', 'Fase'])
  })

  it('gives the levels themselves when none changed', () => {
    const language = fullFacts.language.slice(2)
    expect(row(compose({ ...fullFacts, language }), 'Taal')).toBe('Lezen A1, schrijven A1')
  })
})

describe('attendance', () => {
  const attendance = (change: Partial<ProgressFacts['attendance']>): ProgressFacts => ({
    ...fullFacts,
    attendance: { ...fullFacts.attendance, ...change },
  })

  it('tells absence with and without notice, then the explanation, then closed days', () => {
    expect(attendanceText(fullFacts)).toBe(
      'Mevrouw El Khatib was 15 uur ziek gemeld en had 5 uur verlof. Op 14 oktober kwam zij niet, zonder ' +
        'bericht (5 uur). Haar telefoon was stuk. Sindsdien belt zij zelf af. Op 22 oktober waren wij ' +
        'gesloten: studiedag. Zij hoorde in deze periode 34 woorden van de dag, zoals de hamer, het rooster en ' +
        'de pauze.',
    )
  })

  it('joins closed days in a row, over the weekend too', () => {
    const days = ['2026-10-22', '2026-10-23', '2026-10-26', '2026-10-29']
    const closed = days.map((day) => ({ day, reason: 'vakantie' }))
    const text = attendanceText(attendance({ closed }))
    expect(text).toContain('Op 29 oktober waren wij gesloten: vakantie.')
    expect(text).toContain('Van 22 oktober tot en met 26 oktober waren wij gesloten: vakantie.')
  })

  it('says so when all planned hours were kept, and says half hours with a comma', () => {
    const none = {
      notified: { ill: 0, leave: 0, school: 0 },
      no_show_minutes: 0,
      no_show_days: [],
      closed: [],
      heard: { count: 0, examples: [] },
    }
    const all = { ...attendance({ ...none, planned_minutes: 450, present_minutes: 450 }) }
    expect(attendanceText({ ...all, texts: bareFacts.texts })).toBe(
      'Mevrouw El Khatib was er alle geplande uren.',
    )
    expect(row(compose(all), 'Aanwezig')).toBe('7,5 van de 7,5 geplande uren: 100%')
  })

  it('describes the bars in words', () => {
    expect(soft(block(compose(fullFacts), 'attendance')?.alternative ?? '')).toContain(
      'Week van 12 oktober: 10 van de 15 uur.',
    )
  })
})

describe('language and skills', () => {
  it('calls an estimate an estimate, and only an exam or a school not', () => {
    expect(block(compose(fullFacts), 'language')?.columns.map((one) => soft(one.source))).toEqual([
      'taalschool, 9 november',
      'inschatting begeleider, 10 november',
      'taalschool, 9 november',
      'taalschool, 9 november',
    ])
  })

  it('shows growth on one scale only', () => {
    const level = (value: 'Alfa B' | 'Alfa C' | 'A1') =>
      ({ level: value, date: '2026-11-09', source: 'school' }) as const
    const language: ProgressFacts['language'] = [
      { skill: 'reading', start: level('Alfa B'), now: level('Alfa C') },
      { skill: 'writing', start: level('Alfa B'), now: level('A1') },
    ]
    const columns = block(compose({ ...fullFacts, language }), 'language')?.columns
    expect(columns?.map((one) => one.grew)).toEqual([true, false])
  })

  it('says in words what the drawing shows, and explains only marks that occur', () => {
    const skills = {
      start_on: null,
      now_on: '2026-11-16',
      rows: [{ name: 'Tempo', start: null, now: 3, own: null }],
    }
    const found = block(compose({ ...fullFacts, skills }), 'skills')
    expect(found?.rows[0]?.alternative).toBe('Tempo. nu: weinig hulp.')
    expect(found?.legend).toEqual({ start: null, now: 'nu, november', own: null })
  })
})

describe('places', () => {
  const place = (change: Partial<ProgressFacts['placements'][number]>): string => {
    const placements = fullFacts.placements.map((one) => ({ ...one, ...change }))
    const found = compose({ ...fullFacts, placements }).blocks.find(
      (one) => one.kind === 'paragraphs' && one.heading === 'Plek',
    )
    return found?.kind === 'paragraphs' ? rich(found.paragraphs) : ''
  }

  it('says what it is, since when, which days and what for', () => {
    expect(place({})).toBe(
      'De Lange Tafel, wijkrestaurant in Lindwijk. Vrijwilligerswerk sinds 3 november 2026 (dinsdagochtend, ' +
        '3,5 uur per week). Het doel is de taal oefenen.',
    )
  })

  it('speaks of later and of what is over', () => {
    expect(place({ starts_on: '2026-12-01', stage: 'introduction' })).toContain('vanaf 1 december 2026')
    expect(place({ ended_on: '2026-11-10', stage: 'ended' })).toContain(
      'van 3 november tot en met 10 november 2026',
    )
  })
})

describe('parts that staff write', () => {
  it('puts the term in bold behind the question', () => {
    const runs = block(compose(fullFacts), 'question')?.paragraphs.at(-1) ?? []
    expect(runs.filter((run) => run.bold === true).map((run) => soft(run.text))).toEqual([
      'vóór 4 december 2026',
    ])
  })

  it('quotes the participant once', () => {
    const texts = { ...fullFacts.texts, opinion: '"Ik ben blij."' }
    expect(block(compose({ ...fullFacts, texts }), 'opinion')?.quote).toEqual(['“Ik ben blij.”'])
  })

  it('leaves out every part that has nothing to say', () => {
    const kinds = (facts: ProgressFacts): string[] => compose(facts).blocks.map((one: Block) => one.kind)
    expect(kinds(bareFacts)).toEqual(['paragraphs', 'facts'])
    expect(kinds(fullFacts)).toEqual([
      'paragraphs',
      'question',
      'facts',
      'attendance',
      'language',
      'skills',
      'goals',
      'paragraphs',
      'dated',
      'paragraphs',
      'opinion',
      'agreements',
    ])
  })
})

describe('in English', () => {
  it('is the same letter in other words', () => {
    const content = compose(fullFacts, 'en')
    expect(content.heading).toBe('Progress of Ms El Khatib')
    expect(row(content, 'Present')).toBe('150 of the 175 planned hours: 86%')
    expect(content.blocks.map((one) => one.kind)).toEqual(compose(fullFacts).blocks.map((one) => one.kind))
  })
})

describe('gaps', () => {
  it('are none in a letter that is ready', () => {
    expect(letterGaps(fullFacts)).toEqual([])
  })

  it('stop a letter that cannot be posted', () => {
    const municipality = { ...fullFacts.municipality, postcode: ' ' }
    const office = { ...fullFacts.office, city: '' }
    const gaps = letterGaps({ ...fullFacts, municipality, office, caseManager: null })
    expect(gaps).toEqual([
      { code: 'municipality_address', blocking: true },
      { code: 'case_manager', blocking: true },
      { code: 'office_address', blocking: true },
    ])
  })

  it('ask attention for what is open', () => {
    const attendance = { ...bareFacts.attendance, unfilled_parts: 2, no_show_minutes: 60 }
    expect(letterGaps({ ...bareFacts, attendance })).toEqual(
      [
        'attendance_unfilled',
        'no_show_unexplained',
        'opinion',
        'discussed',
        'no_language',
        'no_goals',
        'agreements',
      ].map((code) => ({ code, blocking: false })),
    )
  })
})
