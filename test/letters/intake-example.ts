/** An invented letter about an intake that uses every part, and one of which hardly anything is known. */
import type { IntakeFacts, LetterFacts } from '#core/letters/facts.ts'
import { fullFacts } from './example.ts'

const { version, office, municipality, caseManager, participant, coach } = fullFacts
const around: LetterFacts = {
  version,
  office,
  municipality,
  caseManager,
  participant,
  coach,
  dated_on: '2026-11-18',
  period_from: '2026-11-03',
  period_to: '2026-11-10',
  number: '2026-0149',
  referred_on: '2026-10-12',
}

export const fullIntake: IntakeFacts = {
  ...around,
  kind: 'intake',
  finished_on: '2026-11-12',
  talks_on: ['2026-11-03', '2026-11-10'],
  project: 'Samen aan de slag',
  dream_job: 'Kok in een groot restaurant',
  sectors: ['Horeca en keuken', 'Zorg'],
  advice: 'Beginnen in de werkplaats',
  fits: 'partly',
  goals: [
    { what: 'Elke dag op tijd komen', how: 'vier weken achter elkaar', when: 'vóór 1 januari' },
    {
      what: 'Uitleg in het Nederlands begrijpen',
      how: 'doet een taak na één keer uitleg',
      when: 'maart 2027',
    },
    { what: 'Kennismaken met een keuken', how: 'twee dagen meegelopen', when: 'april 2027' },
  ],
  texts: {
    opening: '',
    question: 'Wilt u akkoord geven op een traject van zes maanden, drie ochtenden per week?',
    question_before: '2026-12-04',
    wish: 'Ik wil weer werken, het liefst in een keuken. Thuis kook ik elke dag voor veel mensen.\nIk wil ook beter Nederlands leren, zodat ik met collega’s kan praten.',
    difference:
      'Zij wil graag meteen betaald werk. In een keuken gaat het snel en wordt veel geroepen: daarvoor is eerst meer Nederlands nodig. In de werkplaats oefent zij dat elke dag, en vanaf maart zoeken wij samen een keuken om mee te lopen.',
    needed: 'Een fiets of een buskaart. De taalles blijft op maandag en woensdag.',
    opinion: 'Ik vind het goed om hier te beginnen. Ik wil wel snel naar een echte keuken.',
    discussed_on: '2026-11-12',
    next_step: 'Kennismaken met de groep op 24 november',
    agreements: [
      { what: 'Traject aanmelden', who: 'mevrouw De Vries', when: 'vóór 4 december' },
      { what: 'Eerste dag in de werkplaats', who: 'mevrouw El Khatib', when: '1 december' },
    ],
  },
}

export const bareIntake: IntakeFacts = {
  ...around,
  kind: 'intake',
  number: null,
  period_from: '2026-11-03',
  period_to: '2026-11-03',
  referred_on: null,
  finished_on: null,
  talks_on: [],
  project: null,
  dream_job: '',
  sectors: [],
  advice: null,
  fits: null,
  goals: [],
  texts: {
    opening: '',
    question: '',
    question_before: null,
    wish: '',
    difference: '',
    needed: '',
    opinion: '',
    discussed_on: null,
    next_step: '',
    agreements: [],
  },
}
