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
): OpeningText {
  return { title, kind, days, minutes: hours * 60, level, tasks, demands }
}

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
      ),
      opening('Hulp in de tuin', 'volunteer', 'woensdag', 4, '', 'Schoffelen, planten', 'bukken'),
    ],
  },
  {
    name: 'Kringloop De Tweede Ronde',
    kind: 'volunteer',
    sector: 'second_hand',
    openings: [
      opening('Sorteren en prijzen', 'volunteer', 'maandag en donderdag', 10, 'A1', 'Kleding sorteren'),
      opening('Fietsen opknappen', 'work_experience', 'dinsdag en woensdag', 12, 'A1', 'Banden, remmen'),
    ],
  },
  {
    name: 'Zorghuis Avondlicht',
    kind: 'care',
    sector: 'care',
    openings: [
      opening('Hulp bij de maaltijd', 'volunteer', 'dagelijks van 11 tot 13 uur', 6, 'A2', 'Tafels dekken'),
      opening('Leerwerkplek huishouding', 'learn_work', 'maandag tot en met donderdag', 24, 'A2'),
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
      ),
      opening('Medewerker bediening', 'job', 'in overleg', 20, 'A2', '', 'druk'),
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
      ),
      opening('Medewerker kas', 'job', 'maandag tot en met vrijdag', 32, 'A1', 'Oogsten, inpakken', 'warm'),
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
      ),
      opening('Meelopen in de werkplaats', 'internship', 'donderdag', 6, 'A1'),
    ],
  },
  {
    name: 'Vakschool Elzendrecht',
    kind: 'school',
    sector: 'onderwijs',
    openings: [
      opening('Praktijkroute techniek', 'education', 'drie dagen per week', 20, 'A2'),
      opening('Cursus schoonmaak met diploma', 'education', 'tien dinsdagen', 4, 'A1'),
    ],
  },
  {
    name: 'Schoonmaak Helder',
    kind: 'employer',
    sector: 'cleaning',
    openings: [opening('Schoonmaker kantoren', 'job', 'vroege ochtend', 15, 'A1', '', 'vroeg beginnen')],
  },
  {
    name: 'Distributie De Laadkade',
    kind: 'employer',
    sector: 'logistics',
    openings: [
      opening('Orders verzamelen', 'job', 'maandag tot en met vrijdag', 36, 'A1', '', 'tillen, tempo'),
      opening('Proefplaatsing magazijn', 'trial', 'maandag tot en met vrijdag', 24, 'A1', '', 'tillen'),
    ],
  },
  {
    name: 'Atelier Naald & Draad',
    kind: 'volunteer',
    sector: 'textile',
    openings: [opening('Kleding herstellen', 'volunteer', 'dinsdag en donderdag', 8, '', '', 'fijn werk')],
  },
  {
    name: 'Dierenweide Wilgerdam',
    kind: 'volunteer',
    sector: 'green',
    openings: [
      opening('Dieren verzorgen', 'volunteer', 'elke ochtend', 10, '', 'Voeren, hokken schoonmaken'),
    ],
  },
  {
    name: 'Drukkerij Regel',
    kind: 'employer',
    sector: 'technology',
    openings: [opening('Afwerken en inpakken', 'work_experience', 'dinsdag tot en met donderdag', 18, 'A1')],
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
