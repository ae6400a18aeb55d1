/** The free paragraphs of invented letters; `{naam}` and `{hij}` as in notes.ts. */

export const openings: readonly string[] = [
  '',
  '',
  'Met deze brief laat ik u weten hoe het met {naam} gaat. De afgelopen weken ging er veel goed.',
  'In deze brief leest u wat {naam} de afgelopen weken heeft gedaan en wat de volgende stap is.',
]

export const questions: readonly string[] = [
  'Wilt u met {naam} bespreken of de dagen van de taalles kunnen veranderen?',
  'Kunt u ons laten weten of er reiskosten worden vergoed voor een plek buiten het dorp?',
  'Wilt u met ons meedenken over een opleiding die past bij de wens van {naam}?',
]

export const extensionQuestion =
  'Het traject eindigt bijna. Wilt u laten weten of u het traject met drie maanden verlengt?'
export const endQuestion = 'Het traject eindigt bijna. Wilt u laten weten wat volgens u de volgende stap is?'

export const noShowExplanations: readonly string[] = [
  'Wij hebben dit met {naam} besproken en een afspraak gemaakt over afmelden.',
  '{naam} had de dag verkeerd onthouden. Het rooster staat nu in de telefoon.',
]

export const skills: readonly string[] = [
  '{naam} begint zelf met opruimen als het werk klaar is.',
  '{naam} vraagt om uitleg als een opdracht niet duidelijk is en maakt die daarna af.',
  'Bij het inpakken van de bestellingen controleerde {naam} elke doos twee keer.',
  '{naam} legde een nieuwe deelnemer uit hoe de zaagtafel werkt.',
]

export const helps: readonly string[] = [
  'Een vast rooster helpt. Lange dagen met veel verschillende taken zijn lastig.',
  'Voordoen helpt meer dan vertellen. De reis met twee bussen kost veel tijd.',
  'Werken in een kleine groep helpt. De kinderopvang is geregeld op dinsdag en donderdag.',
  'Korte opdrachten op papier helpen. Telefoongesprekken in het Nederlands zijn nog moeilijk.',
]

/** Simple sentences, as they were said. */
export const opinions: readonly string[] = [
  'Ik kom graag. Ik leer elke dag nieuwe woorden en de mensen zijn aardig.',
  'Het werk in de keuken is leuk. Ik wil later in een restaurant werken.',
  'In het begin was het moeilijk. Nu weet ik wat ik moet doen.',
  'Ik wil graag meer dagen komen, maar ik heb ook les.',
  'Ik vind het hout mooi werk. Ik wil een diploma halen.',
  'Ik ken nu meer mensen in het dorp. Dat is goed voor mijn Nederlands.',
]

export const nextSteps = {
  withPlace: ['Meer uren op de plek en één dag in de werkplaats', 'Op de plek bespreken hoe het verder gaat'],
  without: [
    'Twee organisaties bezoeken en een plek kiezen',
    'Een proefdag bij een organisatie in de buurt',
    'Een gesprek over een korte opleiding',
  ],
} as const

/** What, and who: `{naam}` or the coach. */
export const agreements: readonly (readonly [what: string, who: string])[] = [
  ['Bellen met de organisatie over een proefdag', '{begeleider}'],
  ['Het cv afmaken', '{naam}'],
  ['De dagen van de taalles doorgeven', '{naam}'],
  ['Gesprek met de taalschool over het niveau', '{begeleider}'],
  ['Reisplanner oefenen', '{naam} en {begeleider}'],
]

export const agreementTimes: readonly string[] = [
  'binnen twee weken',
  'vóór het volgende gesprek',
  'deze maand',
]
