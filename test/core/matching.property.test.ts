/** Matching against the rules written a second time, over generated pairs. */
import { describe, expect, it } from 'vitest'
import type { MatchReason } from '#core/api/matching.ts'
import type { OpeningView } from '#core/api/places.ts'
import { openingFacts, personFacts } from '#core/matching/facts.ts'
import { partsMask } from '#core/matching/parts.ts'
import { byOrder, reasons, weigh } from '#core/matching/reasons.ts'
import { openingState } from '#core/places/opening-state.ts'
import {
  freeParts,
  oracle,
  type OracleAnswers,
  type OracleOpening,
  type OraclePerson,
} from './matching-oracle.ts'

const today = '2026-11-18'
const pairs = 2000

/** mulberry32: the same pairs on every machine. */
function randomOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const chance = (share: number) => next() < share
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const some = <T>(list: readonly T[], share: number) => list.filter(() => chance(share))
  const maybe = <T>(share: number, value: () => T) => (chance(share) ? value() : undefined)
  return { chance, int, pick, some, maybe }
}
type Random = ReturnType<typeof randomOf>

const parts = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  ['morning', 'afternoon', 'evening'].map((part) => `${day}-${part}`),
)
const items = ['standing', 'lifting', 'bending', 'heights', 'cold_heat', 'dust', 'noise']
const sectors = ['catering', 'care', 'green', 'wood', 'own_3']
const licences = ['am', 'a', 'b', 'be', 'c1', 'c', 'd']
const levels = ['Alfa B', 'A0', 'A1', 'A1+', 'A2', 'B1', 'C1']

function makePerson(r: Random): OraclePerson {
  const answers: Record<string, unknown> = {
    available: r.maybe(0.85, () => r.some(parts, 0.6)),
    hours_per_day: r.maybe(0.7, () => r.int(1, 9)),
    days_per_week: r.maybe(0.7, () => r.int(1, 6)),
    travel_minutes: r.maybe(0.7, () => r.int(0, 90)),
    body_work: r.maybe(0.8, () =>
      Object.fromEntries(
        r.some(items, 0.8).map((item) => [item, r.pick(['well', 'well', 'sometimes', 'not'])]),
      ),
    ),
    driving: r.maybe(0.8, () => [r.pick([...licences, 'none']), ...r.some(['foreign', 'exchanged'], 0.2)]),
    sectors: r.maybe(0.8, () => [r.pick(sectors)]),
    inside_outside: r.maybe(0.8, () => r.pick(['inside', 'outside', 'both'])),
    alone_together: r.maybe(0.8, () => r.pick(['alone', 'together', 'both'])),
    advice: r.maybe(0.6, () => r.pick(['volunteer', 'job', 'learn_work', 'workshop'])),
  }
  for (const [key, value] of Object.entries(answers))
    if (value === undefined || (Array.isArray(value) && value.length === 0)) delete answers[key]
  return {
    postcode: r.pick(['1234 AB', '', '9999 ZZ']),
    town: r.pick(['Teststad', '']),
    answers: answers as OracleAnswers,
    lessons: r.some(parts, 0.08),
    placed: r.some(parts, 0.06),
    workshop: r.some(parts, 0.15),
    speaking: r.pick([...levels, null]),
    over: r.pick([null, null, null, null, '2026-11-17', '2026-11-18', '2027-01-01']),
  }
}

function makeOpening(r: Random): OracleOpening {
  const own = r.chance(0.9) ? r.some(parts, r.pick([0.05, 0.15, 0.4])) : []
  return {
    kind: r.pick(['volunteer', 'job', 'learn_work']),
    closed: r.chance(0.07),
    open_from: r.pick([null, null, null, '2026-11-18', '2026-12-01']),
    open_until: r.pick([null, null, null, '2026-11-17', '2026-11-18']),
    capacity: r.int(1, 3),
    taken: r.pick([0, 0, 0, 1, 2, 3]),
    parts: own,
    parts_needed: r.chance(0.6) ? r.int(1, Math.max(1, own.length)) : null,
    minutes_per_week: r.pick([null, 0, 240, 480, 960, 1920]),
    language_level: r.pick(['', '', 'A0', 'A1', 'A2', 'B1', 'met gebaren', 'Alfa A']),
    heavy: r.some(items, 0.2).map((item) => ({ item, amount: r.pick(['some', 'much']) })),
    licence: r.pick(['', '', '', 'b', 'c1', 'am', 'd']),
    sector: r.pick(['', ...sectors]),
    surroundings: r.pick(['', 'inside', 'outside', 'both']),
    company: r.pick(['', 'alone', 'together', 'both']),
  }
}

const said = (one: MatchReason) =>
  [
    one.rule,
    one.verdict,
    one.hard ? '!' : '',
    one.wish ? '*' : '',
    one.rule === 'body' ? one.params.item : '',
  ]
    .filter(Boolean)
    .join(' ')

function makePair(seed: number) {
  const r = randomOf(seed)
  const person = makePerson(r)
  const opening = makeOpening(r)
  const between = {
    km: r.pick([null, null, 0.4, 12]),
    minutes: r.pick([null, 10, 45, 80]),
    placeKnown: r.chance(0.8),
    already: r.chance(0.05),
  }
  const facts = personFacts(JSON.stringify({ ...person, answers: person.answers, workshop: undefined }))
  const { taken, ...fields } = opening
  const view = {
    ...fields,
    parts: opening.parts.map((key) => ({ weekday: Number(key[0]), part: key.slice(2) })),
    state: openingState(opening, taken, today),
  } as unknown as OpeningView
  const ours = reasons(facts, openingFacts(view), { ...between, workshop: partsMask(person.workshop) }, today)
  return { person, opening, between, ours }
}

describe('matching', () => {
  it(`says what the rules say, for ${pairs} generated pairs`, () => {
    const seen = new Set<string>()
    for (let seed = 1; seed <= pairs; seed += 1) {
      const { person, opening, between, ours } = makePair(seed)
      const theirs = oracle(person, opening, between, today)
      expect(ours.map(said).toSorted(), `pair ${seed}`).toEqual(theirs.toSorted())
      for (const one of ours) seen.add(one.said)
    }
    // Every sentence occurs, so that no rule is only right because it never spoke.
    expect([...seen].toSorted()).toEqual(
      [
        'already', 'advice_fits', 'body_fits', 'body_much', 'body_not', 'body_unasked', 'closed', 'company_fits',
        'company_differs', 'company_unasked', 'days_fit', 'days_many', 'days_unasked', 'full', 'hours_fit', 'hours_many',
        'hours_unasked', 'language_fits', 'language_low', 'language_unmeasured', 'language_words', 'licence_fits',
        'licence_foreign', 'licence_none', 'licence_unasked', 'not_yet', 'over', 'parts_empty', 'parts_few', 'parts_fit',
        'parts_unasked', 'programme_over', 'sector_fits', 'sector_differs', 'sector_unasked', 'surroundings_fit',
        'surroundings_differ', 'surroundings_unasked', 'travel_far', 'travel_fits', 'travel_home_unknown',
        'travel_place_unknown', 'travel_unasked', 'travel_untyped', 'workshop_then',
      ].toSorted(),
    ) // prettier-ignore
  })

  it('never proposes a pair that a hard limit forbids, and proposes every other', () => {
    for (let seed = 1; seed <= pairs; seed += 1) {
      const { person, opening, between, ours } = makePair(seed)
      const forbidden = oracle(person, opening, between, today).some((one) => one.includes('!'))
      expect(weigh(ours, between, { off: [], declined: false }).proposed, `pair ${seed}`).toBe(!forbidden)
    }
  })

  it('points each reason at fields that are as it says', () => {
    for (let seed = 1; seed <= pairs; seed += 1) {
      const { person, opening, ours } = makePair(seed)
      const answers = person.answers as Record<string, unknown>
      for (const one of ours) {
        const where = `pair ${seed}: ${one.said}`
        expect(one.person !== null || one.opening !== null, where).toBe(true)
        const asked = ['available', 'hours_per_day', 'days_per_week', 'travel_minutes', 'driving', 'sectors', 'inside_outside', 'alone_together', 'advice'] // prettier-ignore
        if (one.person !== null && asked.includes(one.person) && one.said !== 'licence_foreign')
          expect(answers[one.person] === undefined, where).toBe(one.verdict === 'unknown')
        if (one.person === 'body_work')
          expect(person.answers.body_work?.[one.params.item ?? ''] === undefined, where).toBe(
            one.verdict === 'unknown',
          )
        if (one.opening === 'heavy')
          expect(opening.heavy, where).toContainEqual({ item: one.params.item, amount: one.params.amount })
        if (
          one.opening !== null &&
          ['licence', 'sector', 'surroundings', 'company', 'kind'].includes(one.opening)
        )
          expect(opening[one.opening as 'licence'], where).toBe(one.params.key)
        if (one.opening === 'language_level') expect(opening.language_level, where).toBe(one.params.asked)
        if (one.opening === 'minutes_per_week')
          expect(opening.minutes_per_week, where).toBe(one.params.minutes)
        if (one.said === 'parts_fit' || one.said === 'parts_few')
          expect(one.params.parts, where).toEqual(freeParts(person, opening))
        if (one.person === 'trajectory') expect(person.over, where).toBe(one.params.date)
      }
    }
  })

  it('orders by the rule on the screen', () => {
    const weight = (of: Partial<ReturnType<typeof weigh>>) => ({
      proposed: true,
      declined: false,
      wishes: 0,
      unknown: 0,
      km: null,
      minutes: null,
      ...of,
    })
    const inOrder = [
      weight({ wishes: 2, unknown: 1 }),
      weight({ wishes: 1, unknown: 0, km: 2 }),
      weight({ wishes: 1, unknown: 0, km: 3, minutes: 5 }),
      weight({ wishes: 1, unknown: 0, minutes: 5 }),
      weight({ wishes: 1, unknown: 0 }),
      weight({ wishes: 1, unknown: 2, km: 1 }),
      weight({ wishes: 4, declined: true }),
      weight({ proposed: false, wishes: 4 }),
    ]
    for (let from = 0; from < inOrder.length; from += 1)
      for (let to = from + 1; to < inOrder.length; to += 1)
        expect(
          byOrder(inOrder[from] ?? weight({}), inOrder[to] ?? weight({})),
          `${from} before ${to}`,
        ).toBeLessThan(0)
  })

  it('leaves a wish that is switched off out of the order only', () => {
    const { ours, between } = makePair(
      Array.from({ length: pairs }, (_, n) => n + 1).find((seed) =>
        makePair(seed).ours.some((one) => one.said === 'sector_fits'),
      ) ?? 1,
    )
    const on = weigh(ours, between, { off: [], declined: false })
    const off = weigh(ours, between, { off: ['sector'], declined: false })
    expect(off).toEqual({ ...on, wishes: on.wishes - 1 })
  })
})
