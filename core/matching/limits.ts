/** Time, body, licence, language and travel: what is possible. The rules in words: docs/matching.md. */
import type { MatchReason } from '../api/matching.ts'
import { compareLevels } from '../progress/growth.ts'
import { spokenLevels, type Between, type BodyAnswer, type OpeningFacts, type PersonFacts } from './facts.ts'
import { countDays, countParts, fewestDays, partsOf } from './parts.ts'
import { differs, fits, stops, unknown } from './reason.ts'

/** Whether there is room, and whether this is somebody to look for. */
export function standing(
  person: PersonFacts,
  opening: OpeningFacts,
  between: Between,
  today: string,
): MatchReason[] {
  const reasons: MatchReason[] = []
  const { state } = opening
  if (state === 'closed') reasons.push(stops('closed', 'closed', [null, 'closed']))
  if (state === 'over')
    reasons.push(stops('over', 'over', [null, 'open_until'], { date: opening.openUntil ?? today }))
  if (state === 'full') reasons.push(stops('full', 'full', [null, 'capacity'], { count: opening.capacity }))
  if (state === 'not_yet')
    reasons.push(differs('not_yet', 'not_yet', [null, 'open_from'], { date: opening.openFrom ?? today }))
  if (between.already) reasons.push(stops('already', 'already', ['placements', null]))
  if (person.over !== null && person.over < today)
    reasons.push(stops('programme', 'programme_over', ['trajectory', null], { date: person.over }))
  return reasons
}

/** Half-days, the workshop's days, days a week and hours a day. */
export function time(person: PersonFacts, opening: OpeningFacts, between: Between): MatchReason[] {
  const at = ['available', 'parts'] as const
  const hours = (days: number) => hoursADay(person, opening, days)
  if (opening.parts === 0) return [unknown('parts', 'parts_empty', [null, 'parts']), ...hours(7)]
  const count = countParts(opening.parts)
  const needed = Math.min(opening.partsNeeded ?? count, count)
  if (person.available === null)
    return [unknown('parts', 'parts_unasked', at, { needed }), ...hours(countDays(opening.parts))]
  const free = opening.parts & person.available & ~person.lessons & ~person.placed
  if (countParts(free) < needed)
    return [
      stops('parts', 'parts_few', at, {
        parts: partsOf(free),
        lessons: partsOf(opening.parts & person.lessons),
        placed: partsOf(opening.parts & person.placed),
        needed,
        count,
      }),
    ]
  const reasons = [fits('parts', 'parts_fit', at, { parts: partsOf(free), needed, count })]
  const workshop = free & between.workshop
  if (countParts(free & ~workshop) < needed)
    reasons.push(differs('workshop', 'workshop_then', ['schedule', 'parts'], { parts: partsOf(workshop) }))
  return [...reasons, ...daysAWeek(person, fewestDays(free, needed)), ...hours(countDays(free))]
}

/** One day a week is never too much to ask. */
function daysAWeek(person: PersonFacts, needed: number): MatchReason[] {
  const at = ['days_per_week', 'parts'] as const
  if (needed < 2) return []
  if (person.daysPerWeek === null) return [unknown('days', 'days_unasked', at, { needed })]
  const most = person.daysPerWeek
  return [
    needed > most
      ? stops('days', 'days_many', at, { needed, most })
      : fits('days', 'days_fit', at, { needed, most }),
  ]
}

/** @param days on which the work can be done at most, as far as is known. */
function hoursADay(person: PersonFacts, opening: OpeningFacts, days: number): MatchReason[] {
  const { minutesPerWeek: minutes } = opening
  const at = ['hours_per_day', 'minutes_per_week'] as const
  if (minutes === null || minutes === 0) return []
  if (person.hoursPerDay === null) return [unknown('hours', 'hours_unasked', at, { minutes })]
  const most = person.hoursPerDay
  const room = most * 60 * Math.min(days, person.daysPerWeek ?? 7)
  return [
    room < minutes
      ? stops('hours', 'hours_many', at, { minutes, most })
      : fits('hours', 'hours_fit', at, { minutes, most }),
  ]
}

/** How much of something somebody can do: less than the work asks is a limit. */
const can: Readonly<Record<BodyAnswer, number>> = { not: 0, sometimes: 1, well: 2 }
const asks = { some: 1, much: 2 } as const

export function body(person: PersonFacts, opening: OpeningFacts): MatchReason[] {
  const at = ['body_work', 'heavy'] as const
  return opening.heavy.map(({ item, amount }) => {
    const answer = person.body.get(item)
    const params = { item, amount }
    if (answer === undefined) return unknown('body', 'body_unasked', at, params)
    if (can[answer] >= asks[amount]) return fits('body', 'body_fits', at, params)
    return stops('body', answer === 'not' ? 'body_not' : 'body_much', at, params)
  })
}

/** What a licence also allows (rdw.nl, categories): who drives a lorry drives a car. */
const alsoAllows: Readonly<Record<string, readonly string[]>> = {
  a: ['am'],
  b: ['am'],
  be: ['b', 'am'],
  c1: ['b', 'am'],
  c: ['c1', 'b', 'am'],
  d: ['b', 'am'],
}

export function licence(person: PersonFacts, opening: OpeningFacts): MatchReason[] {
  const { licence: key } = opening
  const at = ['driving', 'licence'] as const
  if (key === '') return []
  const { driving } = person
  if (driving === null) return [unknown('licence', 'licence_unasked', at, { key })]
  const exchanged = driving.includes('exchanged')
  const has = driving.some((one) => one === key || alsoAllows[one]?.includes(key))
  // A licence of another country holds for half a year; one that was exchanged may be of any category.
  if (has && driving.includes('foreign') && !exchanged)
    return [unknown('licence', 'licence_foreign', at, { key })]
  if (has) return [fits('licence', 'licence_fits', at, { key })]
  return [
    exchanged
      ? unknown('licence', 'licence_foreign', at, { key })
      : stops('licence', 'licence_none', at, { key }),
  ]
}

/** Too little Dutch is talked about, and stops nothing: it is learnt there. */
export function language(person: PersonFacts, opening: OpeningFacts): MatchReason[] {
  const { languageLevel: words } = opening
  const at = ['language', 'language_level'] as const
  if (words === '') return []
  const asked = spokenLevels.find((one) => one === words)
  if (asked === undefined)
    return [unknown('language', 'language_words', [null, 'language_level'], { asked: words })]
  const difference = person.speaking === null ? null : compareLevels(asked, person.speaking)
  if (person.speaking === null || difference === null)
    return [unknown('language', 'language_unmeasured', at, { asked })]
  const params = { asked, level: person.speaking }
  return [
    difference < 0
      ? differs('language', 'language_low', at, params)
      : fits('language', 'language_fits', at, params),
  ]
}

/** Only minutes are held against somebody's own maximum; kilometres say nothing about the bus. */
export function travel(person: PersonFacts, between: Between): MatchReason[] {
  const { minutes, km } = between
  const at = ['travel_minutes', 'place'] as const
  if (minutes !== null) {
    if (person.travelMinutes === null) return [unknown('travel', 'travel_unasked', at, { minutes })]
    const params = { minutes, most: person.travelMinutes }
    return [
      minutes > person.travelMinutes
        ? stops('travel', 'travel_far', at, params)
        : fits('travel', 'travel_fits', at, params),
    ]
  }
  if (km !== null) return []
  if (!between.placeKnown) return [unknown('travel', 'travel_place_unknown', [null, 'place'])]
  if (person.home.postcode === '' && person.home.town === '')
    return [unknown('travel', 'travel_home_unknown', ['address', null])]
  return [unknown('travel', 'travel_untyped', ['address', 'place'])]
}
