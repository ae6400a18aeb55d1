/** Who fits where, and why. The rules are pure: core/matching. Here they meet what the office knows. */
import type { Match, MatchReason, MatchWish } from '#core/api/matching.ts'
import type { OpeningView } from '#core/api/places.ts'
import { placeKey, placeOf, type Place } from '#core/distance/place.ts'
import { openingFacts, type OpeningFacts, type PersonFacts } from '#core/matching/facts.ts'
import { partsMask } from '#core/matching/parts.ts'
import { profileOf } from '#core/matching/profile.ts'
import { byOrder, reasons, weigh, type Weight } from '#core/matching/reasons.ts'
import { saveTravelTime } from '#db/distances/commands.ts'
import { addChoice } from '#db/matching/commands.ts'
import {
  findMatchFacts,
  hostAddresses,
  listChoices,
  listPairsPlaced,
  namesOf,
  workshopParts,
  type ChoiceRow,
} from '#db/matching/queries.ts'
import { findOpening, listOpenings } from '#db/openings/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { waysFrom, whereIs, type Way } from '../matching/distances.ts'
import { everybodysFacts, parsedFacts } from '../matching/facts-cache.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'
import { standing } from './openings.ts'

/** One pair; `key` is the id of the side that differs. */
interface Pair {
  readonly key: number
  readonly facts: PersonFacts
  readonly opening: OpeningFacts
  readonly place: Place
  readonly way: Way
  readonly already: boolean
  readonly last: ChoiceRow | undefined
}
interface Candidate {
  readonly pair: Pair
  readonly weight: Weight
}

interface Asked {
  readonly wishesOff: readonly MatchWish[]
  readonly limit: number
  readonly others: number
}

export const matching = {
  forPerson(ctx, { participantId, ...asked }) {
    const facts = parsedFacts(ctx.db, found(findMatchFacts(ctx.db, participantId)))
    const workshop = workshopOf(ctx, participantId)
    const there = new Set(listPairsPlaced(ctx.db, { participantId }).map((one) => one.openingId))
    const choices = Map.groupBy(listChoices(ctx.db, { participantId }), (one) => one.openingId)
    const hosts = hostAddresses(ctx.db)
    const way = waysFrom(ctx.db, facts.home)
    const all = listOpenings(ctx.db).map((one) => standing(one, ctx.today))
    const pairWith = (opening: OpeningView): Pair => {
      const place = addressOf(opening, hosts)
      return {
        key: opening.id,
        facts,
        opening: openingFacts(opening),
        place,
        way: way(place),
        already: there.has(opening.id),
        last: choices.get(opening.id)?.[0],
      }
    }
    const candidates = all.map((opening) => weighed(ctx, asked, pairWith(opening)))
    const name = namesOf(ctx.db, [participantId]).get(participantId) ?? ''
    const { proposed, others, ...totals } = chosen(candidates, asked)
    const match = (pair: Pair): Match => ({
      participantId,
      personName: name,
      openingId: pair.key,
      ...explained(ctx, pair, workshop),
      choices: linesOf(choices.get(pair.key)),
    })
    const shown = new Set([...proposed, ...others].map((one) => one.key))
    return {
      ...totals,
      personName: name,
      overOn: facts.over !== null && facts.over < ctx.today ? facts.over : null,
      profile: profileOf(facts),
      proposed: proposed.map(match),
      others: others.map(match),
      openings: all.filter((one) => shown.has(one.id)),
    }
  },

  forOpening(ctx, { openingId, ...asked }) {
    const opening = standing(found(findOpening(ctx.db, openingId)), ctx.today)
    const place = addressOf(opening, hostAddresses(ctx.db))
    const there = new Set(listPairsPlaced(ctx.db, { openingId }).map((one) => one.participantId))
    const choices = Map.groupBy(listChoices(ctx.db, { openingId }), (one) => one.participantId)
    const way = waysFrom(ctx.db, place)
    const asksFor = openingFacts(opening)
    const candidates = everybodysFacts(ctx.db).map((row) => {
      const { facts } = row
      return weighed(ctx, asked, {
        key: row.id,
        facts,
        opening: asksFor,
        place,
        way: way(facts.home),
        already: there.has(row.id),
        last: choices.get(row.id)?.[0],
      })
    })
    const { proposed, others, ...totals } = chosen(candidates, asked)
    const names = namesOf(
      ctx.db,
      [...proposed, ...others].map((one) => one.key),
    )
    const match = (pair: Pair): Match => ({
      participantId: pair.key,
      personName: names.get(pair.key) ?? '',
      openingId,
      ...explained(ctx, pair, workshopOf(ctx, pair.key)),
      choices: linesOf(choices.get(pair.key)),
    })
    return { ...totals, opening, proposed: proposed.map(match), others: others.map(match) }
  },

  setMinutes(ctx, { participantId, openingId, minutes }) {
    const { home } = parsedFacts(ctx.db, found(findMatchFacts(ctx.db, participantId)))
    const place = addressOf(found(findOpening(ctx.db, openingId)), hostAddresses(ctx.db))
    const [from, to] = [placeKey(home), placeKey(place)]
    if (from === '' || to === '') throw invalid('minutes', 'required')
    const { changeSetId } = ctx.command('matching.setMinutes', () =>
      saveTravelTime(ctx.db, from, to, minutes),
    )
    return { changeSetId }
  },

  choose(ctx, { participantId, openingId, choice, reason }) {
    const { result: id, changeSetId } = ctx.command('matching.choose', () =>
      addChoice(ctx.db, {
        participant_id: participantId,
        opening_id: openingId,
        choice,
        reason: reason.trim(),
        chosen_on: ctx.today,
        staff_id: ctx.staff.id,
      }),
    )
    return { id, changeSetId }
  },
} satisfies Feature<'matching'>

/** Half-days that the workshop's schedule takes now. */
const workshopOf = (ctx: OfficeContext, participantId: number): number =>
  partsMask(workshopParts(ctx.db, ctx.today, participantId))

/** All there is to say about a pair. */
function reasonsOf(ctx: OfficeContext, pair: Pair, workshop: number): MatchReason[] {
  const { km, minutes } = pair.way
  const placeKnown = placeKey(pair.place) !== ''
  return reasons(
    pair.facts,
    pair.opening,
    { km, minutes, placeKnown, already: pair.already, workshop },
    ctx.today,
  )
}

/** Only what decides the order is kept: of thousands, a few are shown. The workshop's days decide nothing. */
function weighed(ctx: OfficeContext, asked: Asked, pair: Pair): Candidate {
  const declined = pair.last?.choice === 'declined'
  return { pair, weight: weigh(reasonsOf(ctx, pair, 0), pair.way, { off: asked.wishesOff, declined }) }
}

function explained(ctx: OfficeContext, pair: Pair, workshop: number): Pick<Match, 'reasons' | 'distance'> {
  const { km, minutes, unlisted } = pair.way
  const [home, place] = [placeKey(pair.facts.home), placeKey(pair.place)]
  return {
    reasons: reasonsOf(ctx, pair, workshop),
    distance: { km, minutes, unlisted: [...unlisted], home, place },
  }
}

/** In the order of the rule: those that are proposed, and the others with their reason. */
function chosen(candidates: readonly Candidate[], { limit, others }: Asked) {
  const can = candidates.filter((one) => one.weight.proposed)
  const cannot = candidates.filter((one) => !one.weight.proposed)
  const first = (list: Candidate[], count: number): Pair[] =>
    count === 0
      ? []
      : list
          .sort((a, b) => byOrder(a.weight, b.weight))
          .slice(0, count)
          .map((one) => one.pair)
  return {
    proposed: first(can, limit),
    proposedTotal: can.length,
    others: first(cannot, others),
    othersTotal: cannot.length,
  }
}

function addressOf(
  opening: Omit<OpeningView, 'state'>,
  hosts: ReadonlyMap<number, { postcode: string; city: string }>,
): Place {
  const { postcode, town } = whereIs(opening, hosts)
  return placeOf(postcode, town)
}

const linesOf = (rows: readonly ChoiceRow[] | undefined): Match['choices'] =>
  (rows ?? []).map(({ id, choice, reason, on, who }) => ({ id, choice, reason, on, who }))
