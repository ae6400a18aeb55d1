/** What matching rests on, ready to compare. */
import {
  languageLevel,
  placementKind,
  type LanguageLevel,
  type OpeningState,
  type PlacementKind,
  type WeekPart,
} from '../api/fields.ts'
import type { OpeningDemand, OpeningView } from '../api/places.ts'
import { placeOf, type Place } from '../distance/place.ts'
import { dayPartKey } from '../intake/types.ts'
import { partsMask } from './parts.ts'

/** The ladder of speaking. Alfa A to C are about reading and writing. */
export const spokenLevels: readonly LanguageLevel[] = languageLevel.options.filter(
  (level) => !level.startsWith('Alfa'),
)

export type BodyAnswer = 'well' | 'sometimes' | 'not'
export type Surroundings = 'inside' | 'outside' | 'both'
export type Company = 'alone' | 'together' | 'both'

/** Null and absent: not asked, or not answered. Half-days as in parts.ts. */
export interface PersonFacts {
  readonly available: number | null
  readonly hoursPerDay: number | null
  readonly daysPerWeek: number | null
  readonly travelMinutes: number | null
  readonly body: ReadonlyMap<string, BodyAnswer>
  readonly driving: readonly string[] | null
  readonly sectors: readonly string[] | null
  readonly surroundings: Surroundings | null
  readonly company: Company | null
  /** The kind of place that the coach advised at the intake. */
  readonly advice: PlacementKind | null
  readonly lessons: number
  /** What placements that run take. */
  readonly placed: number
  /** The newest spoken level. */
  readonly speaking: LanguageLevel | null
  /** When the last trajectory ended; null while one runs, or before the first. */
  readonly over: string | null
  readonly home: Place
}

export interface OpeningFacts {
  readonly kind: PlacementKind
  readonly state: OpeningState
  readonly openFrom: string | null
  readonly openUntil: string | null
  readonly capacity: number
  readonly parts: number
  /** How many of its half-days; null: all. */
  readonly partsNeeded: number | null
  readonly minutesPerWeek: number | null
  readonly languageLevel: string
  readonly heavy: readonly OpeningDemand[]
  readonly licence: string
  readonly sector: string
  readonly surroundings: '' | Surroundings
  readonly company: '' | Company
}

/** What lies between one person and one opening. */
export interface Between {
  /** As the crow flies; null without a table, or when a postcode is not in it. */
  readonly km: number | null
  /** As somebody typed it. */
  readonly minutes: number | null
  /** Whether the opening says where it is. */
  readonly placeKnown: boolean
  /** This person has a placement there that has not ended. */
  readonly already: boolean
  /** Half-days that the workshop's schedule takes now. */
  readonly workshop: number
}

/** As the database keeps them per person: `match_facts`, with the answers as they were given. */
interface StoredFacts {
  readonly postcode: string
  readonly town: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly lessons: readonly string[]
  readonly placed: readonly string[]
  readonly speaking: string | null
  readonly over: string | null
}

/** Answers of a shape that the question does not have count as not given. */
export function personFacts(json: string): PersonFacts {
  const stored = JSON.parse(json) as StoredFacts
  const { answers } = stored
  const available = textList(answers['available'])
  return {
    available: available && partsMask(available),
    hoursPerDay: wholeNumber(answers['hours_per_day']),
    daysPerWeek: wholeNumber(answers['days_per_week']),
    travelMinutes: wholeNumber(answers['travel_minutes']),
    body: bodyAnswers(answers['body_work']),
    driving: textList(answers['driving']),
    sectors: textList(answers['sectors']),
    surroundings: oneOf(['inside', 'outside', 'both'], answers['inside_outside']),
    company: oneOf(['alone', 'together', 'both'], answers['alone_together']),
    advice: oneOf(placementKind.options, answers['advice']),
    lessons: partsMask(stored.lessons),
    placed: partsMask(stored.placed),
    speaking: oneOf(languageLevel.options, stored.speaking),
    over: stored.over,
    home: placeOf(stored.postcode, stored.town),
  }
}

export function openingFacts(opening: Omit<OpeningView, 'hostName' | 'hostPlace' | 'taken'>): OpeningFacts {
  return {
    kind: opening.kind,
    state: opening.state,
    openFrom: opening.open_from,
    openUntil: opening.open_until,
    capacity: opening.capacity,
    parts: partsMask(opening.parts.map(partKey)),
    partsNeeded: opening.parts_needed,
    minutesPerWeek: opening.minutes_per_week,
    languageLevel: opening.language_level,
    heavy: opening.heavy,
    licence: opening.licence,
    sector: opening.sector,
    surroundings: opening.surroundings,
    company: opening.company,
  }
}

const partKey = ({ weekday, part }: WeekPart): string => dayPartKey(weekday, part)

const wholeNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) ? value : null

const textList = (value: unknown): string[] | null =>
  Array.isArray(value) && value.length > 0
    ? value.filter((one): one is string => typeof one === 'string')
    : null

function oneOf<T extends string>(options: readonly T[], value: unknown): T | null {
  return options.find((one) => one === value) ?? null
}

function bodyAnswers(value: unknown): ReadonlyMap<string, BodyAnswer> {
  const answers = new Map<string, BodyAnswer>()
  if (typeof value !== 'object' || value === null) return answers
  for (const [item, answer] of Object.entries(value)) {
    const known = oneOf(['well', 'sometimes', 'not'], answer)
    if (known !== null) answers.set(item, known)
  }
  return answers
}
