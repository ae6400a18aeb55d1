/** What somebody can and wants, in short: beside the list of openings. */
import type { MatchProfile } from '../api/matching.ts'
import type { PersonFacts } from './facts.ts'
import { partsOf } from './parts.ts'

export function profileOf(person: PersonFacts): MatchProfile {
  return {
    available:
      person.available === null ? null : partsOf(person.available & ~person.lessons & ~person.placed),
    hours_per_day: person.hoursPerDay,
    days_per_week: person.daysPerWeek,
    travel_minutes: person.travelMinutes,
    body: [...person.body].flatMap(([item, answer]) => (answer === 'well' ? [] : [{ item, answer }])),
    sectors: [...(person.sectors ?? [])],
    surroundings: person.surroundings ?? '',
    company: person.company ?? '',
    advice: person.advice,
  }
}
