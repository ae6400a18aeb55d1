/** Invented facts for the two papers with a form of their own; see sample.ts. Pure. */
import { addDays, addMonths } from '../calendar/dates.ts'
import type { LetterFacts } from './facts.ts'
import type { CertificateFacts, PlacementFacts } from './kind-facts.ts'
import type { Say } from './sample.ts'

/** @param today `YYYY-MM-DD`, the day that it carries. */
export function samplePlacement(facts: LetterFacts, say: Say, today: string): PlacementFacts {
  return {
    ...facts,
    kind: 'placement',
    full_name: nameOf(say),
    own_script_name: '',
    host: {
      name: say('sample.host'),
      street: say('sample.street'),
      house_number: '1',
      postcode: '1234 AB',
      city: say('sample.municipality'),
    },
    title: say('sample.job'),
    tasks: say('sample.tasks'),
    placement: {
      kind: 'work_experience',
      goal: 'language',
      goal_own_words: say('sample.ownWords'),
      explained_on: today,
      explained_language: '',
      understood: true,
      starts_on: addDays(today, 7),
      expected_end_on: addMonths(today, 3),
      days: '',
      minutes_per_week: 420,
      supervisor: say('sample.supervisor'),
      parts: [
        { weekday: 1, part: 'morning' },
        { weekday: 4, part: 'morning' },
      ],
      allowance: '',
      insurance: 'host',
      supervisor_phone: '',
      agreed_on: null,
      job_form: '',
    },
  }
}

export function sampleCertificate(facts: LetterFacts, say: Say): CertificateFacts {
  return {
    ...facts,
    kind: 'certificate',
    full_name: nameOf(say),
    ended: true,
    present_minutes: 385 * 60,
    learnt: [1, 2, 3].map((n) => `${say('sample.skill')} ${n}`),
    heard: { count: 46, examples: [say('sample.heard')] },
    texts: { learnt: '', wish: say('sample.goodWish') },
  }
}

const nameOf = (say: Say): string => `${say('sample.given')} ${say('sample.surname')}`
