/** Answers of invented people to the questions that are answered in words. */

export const shortAnswers: Readonly<Record<string, readonly string[]>> = {
  language_school: ['Taalhuis Lindwijk', 'Taalschool De Brug', 'nog geen taalles'],
  hobbies: ['Koken en wandelen.', 'Voetbal kijken met vrienden.', 'Naaien.', 'Fietsen en muziek.'],
  references: ['de baas van de bakkerij', 'de docent van de taalles', 'nog niemand'],
  in_one_year: ['aan het werk', 'op een opleiding', 'beter Nederlands', 'een vaste plek'],
  aid_needed: ['nee', 'een kruk om op te zitten', 'een leesbril'],
  children_ages: ['4 en 7', '2, 9 en 12', 'geen kinderen thuis', '15'],
  helpers: ['een maatje', 'het wijkteam', 'een consulent van de gemeente', 'niemand'],
  dream_job: [
    'kok',
    'timmerman',
    'kapper',
    'chauffeur',
    'in een winkel werken',
    'met kinderen werken',
    'monteur',
  ],
}

export const longAnswers: Readonly<Record<string, readonly string[]>> = {
  talents: [
    'Kan goed koken voor veel mensen.',
    'Is handig met hout en gereedschap.',
    'Kan goed met ouderen omgaan.',
    'Leert snel als iets wordt voorgedaan.',
    'Kan netjes naaien en kleding herstellen.',
  ],
  volunteer_before: ['Nee, nog niet.', 'Ja, koken voor het buurthuis.', 'Ja, helpen bij de speeltuin.'],
  want_to_learn: [
    'Beter praten met klanten.',
    'Werken met machines.',
    'Fietsen maken.',
    'Een telefoongesprek voeren.',
  ],
  activities: [
    'Taalles, boodschappen en sporten.',
    'Kinderen naar school brengen en taalles.',
    'Weinig, meestal thuis.',
  ],
  what_is_needed: ['Reiskosten regelen.', 'Eerst twee dagen, daarna drie.', 'Uitleg met plaatjes.'],
  energy: ['Van buiten werken.', 'Van samen iets maken.', 'Van muziek en van koken.', 'Van dieren.'],
  own_goal: [
    'Ik wil beter Nederlands spreken en werk vinden.',
    'Ik wil weer een vast ritme en collega’s.',
    'Ik wil een diploma halen en zelf geld verdienen.',
    'Ik wil mensen leren kennen in het dorp.',
  ],
  work_agreements: [
    'Zware dozen tilt een ander.',
    'Om kwart voor drie klaar in verband met school.',
    'Liever niet in een lawaaiige ruimte.',
  ],
  summary: [
    'Wil graag werken en kan drie dagen komen. Taal is de eerste stap.',
    'Heeft veel ervaring uit het land van herkomst. Zoekt een plek met uitleg en rust.',
    'Weet nog niet welk werk past. Gaat in de werkplaats verschillende taken proberen.',
  ],
  advice_differs: ['De wens is direct betaald werk; eerst oefenen met taal en ritme.'],
  participant_agrees: ['Is het eens met het plan.', 'Wil graag beginnen.', 'Vindt drie dagen goed.'],
}

export const schoolSubjects: readonly string[] = ['algemeen', 'techniek', 'handel', 'landbouw', 'verzorging']
export const schoolYears: readonly string[] = ['6 jaar', '8 jaar', '9 jaar', '12 jaar']
export const jobs: readonly (readonly [job: string, tasks: string])[] = [
  ['kok', 'koken en bestellen'],
  ['winkelbediende', 'verkopen en vakken vullen'],
  ['timmerman', 'deuren en kozijnen maken'],
  ['boer', 'akker en dieren'],
  ['naaister', 'kleding maken'],
  ['chauffeur', 'goederen rijden'],
  ['lerares', 'lesgeven aan jonge kinderen'],
  ['elektricien', 'leidingen aanleggen'],
]
export const jobYears: readonly string[] = ['1 jaar', '2 jaar', '4 jaar', '7 jaar', '12 jaar']
/** For a text question that a later intake brings. */
export const anyText = 'Besproken.'
