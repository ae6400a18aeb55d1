/**
 * What staff write about invented people: facts and not character, nothing about health. `{naam}` is the short
 * name; `{hij}` is "hij", "zij" or the name.
 */
import type { NoteKind } from '#core/api/fields.ts'

export interface NoteText {
  readonly kind: NoteKind
  readonly body: string
}

/** Fit for a letter to the municipality. */
export const reportNotes: readonly NoteText[] = [
  { kind: 'talk', body: '{naam} heeft deze week voor het eerst zelf de kassa van de lunchroom gedaan.' },
  { kind: 'talk', body: '{naam} werkte drie ochtenden in de houtwerkplaats en maakte twee bankjes af.' },
  {
    kind: 'note',
    body: 'De uitleg over veilig werken is gegeven. {naam} legde het daarna uit aan een ander.',
  },
  { kind: 'talk', body: '{naam} oefent nu elke week een half uur Nederlands met een vrijwilliger.' },
  { kind: 'talk', body: 'We spraken over de volgende stap. {naam} wil graag met planten werken.' },
  {
    kind: 'visit',
    body: 'Samen op bezoek geweest bij een organisatie in de buurt. {naam} stelde zelf drie vragen.',
  },
  { kind: 'note', body: 'De vrijwilligers van de keuken zijn blij met de hulp. {naam} vraagt om uitleg.' },
  { kind: 'note', body: '{naam} heeft de keuken een hele ochtend zelfstandig opgeruimd en afgesloten.' },
  { kind: 'talk', body: '{naam} belde zelf de taalschool en maakte een afspraak voor een toets.' },
  { kind: 'note', body: 'Bij de open dag ontving {naam} de gasten en schreef de namen op.' },
  { kind: 'talk', body: 'We maakten samen een cv. {naam} heeft ervaring in een winkel en op een boerderij.' },
  { kind: 'note', body: '{naam} werkte samen met twee anderen aan een bestelling van vijftig tassen.' },
  { kind: 'municipality', body: 'Overleg met de klantmanager: het plan blijft zoals het is.' },
  { kind: 'talk', body: 'Afspraak gemaakt over afmelden: {naam} belt voortaan vóór half negen.' },
  { kind: 'host', body: 'Kennismaking bij de fietsenwerkplaats. {naam} mag twee ochtenden meekijken.' },
  { kind: 'note', body: '{naam} kende aan het eind van de week twintig nieuwe woorden over gereedschap.' },
]

/** For the office itself. */
export const ownNotes: readonly NoteText[] = [
  { kind: 'phone', body: 'Gebeld over het rooster van volgende week. Het is duidelijk.' },
  { kind: 'phone', body: 'Niet opgenomen. Bericht ingesproken met de vraag om terug te bellen.' },
  { kind: 'note', body: 'Sleutel van het kastje gegeven.' },
  { kind: 'note', body: 'Reiskosten van deze maand zijn doorgegeven.' },
  { kind: 'talk', body: 'Kort gesprek na de middag. {naam} wil een andere taak proberen.' },
  { kind: 'note', body: 'Werkschoenen besteld, maat opgeschreven.' },
  { kind: 'phone', body: '{naam} belde af omdat de taalles is verzet. Afgesproken om vrijdag te komen.' },
  { kind: 'municipality', body: 'Mail aan de klantmanager gestuurd met de vraag over de kinderopvang.' },
  { kind: 'talk', body: 'Uitleg gegeven over het lunchgeld. {naam} vertelde het na in eigen woorden.' },
  { kind: 'host', body: 'Gebeld met de organisatie. Ze hebben vanaf volgende maand weer plek.' },
  { kind: 'note', body: 'Foto voor het prikbord gemaakt; toestemming staat op papier.' },
  { kind: 'visit', body: 'De coach van de taalschool kwam kijken in de werkplaats.' },
]

/** Why somebody comes, as the municipality puts it. */
export const purposes: readonly string[] = [
  'Wennen aan werk, beter Nederlands spreken en een vrijwilligersplek vinden.',
  'Een vast ritme opbouwen en ontdekken welk werk past.',
  'Werkervaring opdoen in de keuken en meer mensen leren kennen.',
  'Nederlands oefenen op een werkplek en de weg naar betaald werk voorbereiden.',
  'Onder de mensen komen en uitzoeken welke opleiding past.',
  'Ervaring opdoen met techniek en een werkgever vinden.',
]

export const triedBefore: readonly string[] = [
  '',
  '',
  'Een taalstage van zes weken.',
  'Twee gesprekken bij een uitzendbureau.',
  'Vrijwilligerswerk bij een buurthuis, gestopt omdat de dagen niet pasten.',
]

/** Description, and the remark when it is reached. */
export const goals: readonly (readonly [string, string])[] = [
  ['Drie dagen per week op tijd komen', 'Vier weken achter elkaar gelukt.'],
  ['Zelf bellen als je niet kunt komen', 'Belt nu zelf, in het Nederlands.'],
  ['Een gesprekje voeren met een klant', 'Gelukt in de lunchroom.'],
  ['Een werkstuk van begin tot eind maken', 'Twee bankjes gemaakt.'],
  ['Een plek vinden die past bij de wensen', 'Plek gevonden.'],
  ['Een cv maken en bespreken', 'Het cv is klaar.'],
  ['Veilig werken met gereedschap', 'De toets is gehaald.'],
  ['Zelf met de bus naar een afspraak reizen', 'Lukt zonder hulp.'],
]

export const tasks: readonly string[] = [
  'Bellen over de taalles',
  'Gesprek met de klantmanager plannen',
  'Rooster voor volgende maand bespreken',
  'Cv nakijken',
  'Mee naar de kennismaking',
  'Doelen bespreken',
]

export const officeTasks: readonly string[] = [
  'Koffie en thee bestellen',
  'Vergadering begeleiders voorbereiden',
]

export const extensionReason = 'Het gaat goed, en er is meer tijd nodig om een plek te vinden.'

/** Why a trajectory ended, for those that came to their planned end and those that did not. */
export const endReasons = {
  planned: ['Volgens plan afgerond.', 'Volgens plan afgerond, met een eindgesprek.'],
  place: ['Eerder klaar: een plek gevonden.', 'Eerder klaar door een aanbod van werk.'],
  early: [
    'Op verzoek van de gemeente: inburgering gaat nu voor.',
    'Op verzoek van de deelnemer gestopt.',
    'Verhuisd naar een andere gemeente.',
    'Niet meer gekomen, na drie gesprekken in overleg gestopt.',
  ],
} as const

export const closureReasons = {
  summer: 'zomersluiting',
  christmas: 'kerstsluiting',
  study: 'studiedag',
} as const

export const goodToKnow: readonly string[] = [
  '',
  '',
  '',
  'Appen gaat beter dan bellen.',
  'Haalt de kinderen om kwart voor drie van school.',
  'Graag afspraken op papier meegeven.',
  'Bij een lang gesprek een tolk per telefoon vragen.',
]

/** Who is called if something happens. */
export const relations: readonly string[] = ['zus', 'partner', 'buurvrouw', 'nicht', 'vriendin']
