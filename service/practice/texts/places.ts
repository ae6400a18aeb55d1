/** Invented organisations and what they offer. */
import type { HostKind, PlacementGoal, PlacementKind } from '#core/api/fields.ts'

export interface OpeningText {
  readonly title: string
  readonly kind: PlacementKind
  readonly tasks: string
  readonly days: string
  readonly minutes: number
  readonly level: string
  readonly demands: string
  readonly work: Work
}
/** What matching rests on. Half-days as "1m 1a 2m": Monday morning, Monday afternoon, Tuesday morning. */
export interface Work {
  readonly at?: string
  /** How many of those; all when left out. */
  readonly needed?: number
  readonly sector?: string
  readonly around?: 'inside' | 'outside' | 'both'
  readonly company?: 'alone' | 'together' | 'both'
  readonly licence?: string
  readonly heavy?: Readonly<Record<string, 'some' | 'much'>>
}
export interface HostText {
  readonly name: string
  readonly kind: HostKind
  readonly sector: string
  readonly openings: readonly OpeningText[]
}

function opening(
  title: string,
  kind: PlacementKind,
  days: string,
  hours: number,
  level = '',
  tasks = '',
  demands = '',
  work: Work = {},
): OpeningText {
  return { title, kind, days, minutes: hours * 60, level, tasks, demands, work }
}
const everyDay = '1m 1a 2m 2a 3m 3a 4m 4a 5m 5a'

export const hosts: readonly HostText[] = [
  {
    name: 'Buurthuis De Korenmaat',
    kind: 'volunteer',
    sector: 'welzijn',
    openings: [
      opening(
        'Gastvrouw of gastheer',
        'volunteer',
        'dinsdagochtend en vrijdag',
        8,
        'A2',
        'Ontvangen, koffie',
        '',
        {
          at: '2m 5m 5a',
          needed: 2,
          sector: 'catering',
          around: 'inside',
          company: 'together',
          heavy: { busy: 'some', standing: 'some' },
        },
      ),
      opening('Hulp in de tuin', 'volunteer', 'woensdag', 4, '', 'Schoffelen, planten', 'bukken', {
        at: '3m 3a',
        needed: 1,
        sector: 'green',
        around: 'outside',
        company: 'both',
        heavy: { bending: 'some', cold_heat: 'some' },
      }),
    ],
  },
  {
    name: 'Kringloop De Tweede Ronde',
    kind: 'volunteer',
    sector: 'second_hand',
    openings: [
      opening('Sorteren en prijzen', 'volunteer', 'maandag en donderdag', 10, 'A1', 'Kleding sorteren', '', {
        at: '1m 1a 4m 4a',
        needed: 2,
        sector: 'second_hand',
        around: 'inside',
        company: 'together',
        heavy: { standing: 'some', dust: 'some' },
      }),
      opening('Fietsen opknappen', 'work_experience', 'dinsdag en woensdag', 12, 'A1', 'Banden, remmen', '', {
        at: '2m 2a 3m 3a',
        needed: 2,
        sector: 'second_hand',
        around: 'inside',
        company: 'alone',
        heavy: { fine_work: 'some', bending: 'some' },
      }),
    ],
  },
  {
    name: 'Zorghuis Avondlicht',
    kind: 'care',
    sector: 'care',
    openings: [
      opening(
        'Hulp bij de maaltijd',
        'volunteer',
        'dagelijks van 11 tot 13 uur',
        6,
        'A2',
        'Tafels dekken',
        '',
        {
          at: '1m 2m 3m 4m 5m',
          needed: 2,
          sector: 'care',
          around: 'inside',
          company: 'together',
          heavy: { standing: 'some', busy: 'some' },
        },
      ),
      opening('Leerwerkplek huishouding', 'learn_work', 'maandag tot en met donderdag', 24, 'A2', '', '', {
        at: '1m 1a 2m 2a 3m 3a 4m 4a',
        needed: 6,
        sector: 'care',
        around: 'inside',
        company: 'both',
        heavy: { bending: 'much', standing: 'some' },
      }),
    ],
  },
  {
    name: 'Lunchroom Het Voorhuis',
    kind: 'employer',
    sector: 'catering',
    openings: [
      opening(
        'Keukenhulp',
        'work_experience',
        'woensdag tot en met vrijdag',
        15,
        'A1',
        'Snijden, afwassen',
        'staan',
        {
          at: '3m 3a 4m 4a 5m 5a',
          needed: 4,
          sector: 'catering',
          around: 'inside',
          company: 'together',
          heavy: { standing: 'much', cold_heat: 'some', noise: 'some' },
        },
      ),
      opening('Medewerker bediening', 'job', 'in overleg', 20, 'A2', '', 'druk', {
        at: '4a 5a 6a 6e 7a',
        needed: 4,
        sector: 'catering',
        around: 'inside',
        company: 'together',
        heavy: { busy: 'much', standing: 'much' },
      }),
    ],
  },
  {
    name: 'Kwekerij De Groene Hof',
    kind: 'employer',
    sector: 'green',
    openings: [
      opening(
        'Proefplaatsing kas',
        'trial',
        'maandag tot en met vrijdag',
        32,
        'A1',
        'Stekken, oogsten',
        'warm, bukken',
        {
          at: everyDay,
          needed: 8,
          sector: 'green',
          around: 'inside',
          company: 'together',
          heavy: { bending: 'much', cold_heat: 'much' },
        },
      ),
      opening('Medewerker kas', 'job', 'maandag tot en met vrijdag', 32, 'A1', 'Oogsten, inpakken', 'warm', {
        at: everyDay,
        needed: 8,
        sector: 'green',
        around: 'inside',
        company: 'together',
        heavy: { bending: 'some', cold_heat: 'much' },
      }),
    ],
  },
  {
    name: 'Houtbedrijf Spaan & Zoon',
    kind: 'employer',
    sector: 'wood',
    openings: [
      opening(
        'Leerwerkplek meubels',
        'learn_work',
        'maandag tot en met donderdag',
        28,
        'A2',
        'Zagen, schuren',
        'stof, lawaai',
        {
          at: '1m 1a 2m 2a 3m 3a 4m 4a',
          needed: 6,
          sector: 'wood',
          around: 'inside',
          company: 'both',
          heavy: { dust: 'much', noise: 'much', lifting: 'some' },
        },
      ),
      opening('Meelopen in de werkplaats', 'internship', 'donderdag', 6, 'A1', '', '', {
        at: '4m 4a',
        sector: 'wood',
        around: 'inside',
        company: 'together',
        heavy: { dust: 'some', noise: 'some' },
      }),
    ],
  },
  {
    name: 'Vakschool Elzendrecht',
    kind: 'school',
    sector: 'onderwijs',
    openings: [
      opening('Praktijkroute techniek', 'education', 'drie dagen per week', 20, 'A2', '', '', {
        at: '1m 1a 2m 2a 4m 4a',
        sector: 'technology',
        around: 'inside',
        company: 'together',
        heavy: { fine_work: 'some' },
      }),
      opening('Cursus schoonmaak met diploma', 'education', 'tien dinsdagen', 4, 'A1', '', '', {
        at: '2m',
        sector: 'cleaning',
        around: 'inside',
        company: 'together',
      }),
    ],
  },
  {
    name: 'Schoonmaak Helder',
    kind: 'employer',
    sector: 'cleaning',
    openings: [
      opening('Schoonmaker kantoren', 'job', 'vroege ochtend', 15, 'A1', '', 'vroeg beginnen', {
        at: '1m 2m 3m 4m 5m',
        sector: 'cleaning',
        around: 'inside',
        company: 'alone',
        heavy: { bending: 'some', standing: 'some' },
      }),
    ],
  },
  {
    name: 'Distributie De Laadkade',
    kind: 'employer',
    sector: 'logistics',
    openings: [
      opening('Orders verzamelen', 'job', 'maandag tot en met vrijdag', 36, 'A1', '', 'tillen, tempo', {
        at: everyDay,
        needed: 9,
        sector: 'logistics',
        around: 'inside',
        company: 'alone',
        heavy: { lifting: 'much', standing: 'much' },
      }),
      opening('Proefplaatsing magazijn', 'trial', 'maandag tot en met vrijdag', 24, 'A1', '', 'tillen', {
        at: everyDay,
        needed: 6,
        sector: 'logistics',
        around: 'inside',
        company: 'both',
        heavy: { lifting: 'much' },
      }),
    ],
  },
  {
    name: 'Atelier Naald & Draad',
    kind: 'volunteer',
    sector: 'textile',
    openings: [
      opening('Kleding herstellen', 'volunteer', 'dinsdag en donderdag', 8, '', '', 'fijn werk', {
        at: '2m 2a 4m 4a',
        needed: 2,
        sector: 'textile',
        around: 'inside',
        company: 'both',
        heavy: { fine_work: 'much' },
      }),
    ],
  },
  {
    name: 'Dierenweide Wilgerdam',
    kind: 'volunteer',
    sector: 'green',
    openings: [
      opening('Dieren verzorgen', 'volunteer', 'elke ochtend', 10, '', 'Voeren, hokken schoonmaken', '', {
        at: '1m 2m 3m 4m 5m 6m 7m',
        needed: 2,
        sector: 'green',
        around: 'outside',
        company: 'both',
        heavy: { bending: 'some', cold_heat: 'some' },
      }),
    ],
  },
  {
    name: 'Drukkerij Regel',
    kind: 'employer',
    sector: 'technology',
    openings: [
      opening('Afwerken en inpakken', 'work_experience', 'dinsdag tot en met donderdag', 18, 'A1', '', '', {
        at: '2m 2a 3m 3a 4m 4a',
        needed: 4,
        sector: 'technology',
        around: 'inside',
        company: 'together',
        heavy: { noise: 'some', standing: 'some' },
      }),
    ],
  },
]

export const goalWords: Readonly<Record<PlacementGoal, readonly string[]>> = {
  language: ['Ik wil elke dag Nederlands praten.'],
  rhythm: ['Ik wil wennen aan vaste dagen.'],
  contact: ['Ik wil mensen leren kennen.', 'Ik zit veel thuis en wil naar buiten.'],
  network: ['Ik wil mensen kennen die mij verder helpen.'],
  experience: ['Ik wil laten zien dat ik kan werken.'],
  trade: ['Ik wil een vak leren.'],
  filling: ['Ik wil iets goeds doen met mijn dag.'],
}

export const placementEnds: readonly string[] = [
  'Volgens afspraak gestopt.',
  'De plek paste niet bij de lestijden.',
  'Doorgegaan naar betaald werk.',
  'De organisatie had geen begeleiding meer.',
]

export const energyThere: readonly string[] = [
  'Met collega’s praten.',
  'Iets afmaken met mijn handen.',
  'Mensen helpen.',
  'Buiten zijn.',
]

export const ownOpinions: Readonly<Record<'yes' | 'partly' | 'no', readonly string[]>> = {
  yes: ['Ik hoorde erbij.', 'Ik wil dit werk blijven doen.'],
  partly: ['De mensen waren aardig. Het werk was vaak hetzelfde.', ''],
  no: ['Het werk paste niet bij mij.', 'Ik was vaak alleen.'],
}

export const nextActions: readonly string[] = [
  'Bellen voor een kennismaking',
  'Samen op bezoek',
  'Overeenkomst laten tekenen',
  'Bespreken hoe de proef ging',
]

export const movedOnTo: readonly string[] = [
  'een andere baan in de schoonmaak',
  'een opleiding in de zorg',
  'betaald werk in een keuken',
]

export const readyWords: readonly string[] = [
  'Komt al weken elke dag op tijd. Begrijpt het werk na één keer uitleg.',
  'Werkt zelfstandig en helpt nieuwe collega’s op weg.',
  'Vraagt zelf om meer uren en meer taken.',
]

export const aftercareRemarks: readonly string[] = [
  '',
  '',
  'Gaat goed, heeft vaste dagen.',
  'Werkt nu meer uren.',
  'Zoekt weer iets anders en belt ons daarover.',
]
