/** An invented letter "klaar voor de arbeidsmarkt" that uses every part, and one of which hardly anything is known. */
import type { ReadyFacts } from '#core/letters/facts.ts'
import { fullFacts } from './example.ts'

const { version, office, municipality, caseManager, participant, coach } = fullFacts

export const fullReady: ReadyFacts = {
  version,
  office,
  municipality,
  caseManager,
  participant,
  coach,
  dated_on: '2026-11-18',
  period_from: '2026-11-10',
  period_to: '2026-11-10',
  number: '2026-0151',
  referred_on: '2026-04-12',
  kind: 'ready_for_work',
  signalled_on: '2026-11-10',
  told_by: 'host',
  place: {
    host: 'Restaurant De Voorbeeldlepel',
    title: 'Keukenhulp',
    kind: 'work_experience',
    starts_on: '2026-08-03',
    ended_on: null,
    minutes_per_week: 1080,
  },
  language: [
    { skill: 'speaking', level: 'A2', date: '2026-10-01', source: 'school' },
    { skill: 'reading', level: 'A1', date: '2026-10-01', source: 'school' },
  ],
  texts: {
    seen: 'Mevrouw El Khatib komt al vijftien weken elke dag op tijd.\nZij kookt zelfstandig voor dertig gasten en legt een nieuwe collega het werk uit. De kok wil haar graag meer uren geven.',
    question:
      'Wilt u met mevrouw El Khatib en met ons bespreken welk betaald werk nu past? Kan de gemeente loonkostensubsidie aanvragen?',
    question_before: '2026-12-04',
    opinion: 'Ik wil graag werken en mijn eigen geld verdienen.',
    discussed_on: '2026-11-16',
  },
}

export const bareReady: ReadyFacts = {
  ...fullReady,
  number: null,
  referred_on: null,
  told_by: 'coach',
  place: null,
  language: [],
  texts: { seen: '', question: '', question_before: null, opinion: '', discussed_on: null },
}
