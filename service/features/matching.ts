/** Who fits where, and why. The rules are pure: core/matching. Here they meet what the office knows. */
import type { Match, MatchReason, MatchWish } from '#core/api/matching.ts'
import type { OpeningView } from '#core/api/places.ts'
import { placeKey, placeOf, type Place } from '#core/distance/place.ts'
import { openingFacts, type Between, type OpeningFacts, type PersonFacts } from '#core/matching/facts.ts'
import { partsMask } from '#core/matching/parts.ts'
import { profileOf } from '#core/matching/profile.ts'
import { byOrder, reasons, weigh, type Weight } from '#core/matching/reasons.ts'
import { saveTravelTime } from '#db/distances/commands.ts'
import { addChoice } from '#db/matching/commands.ts'
import {
  findMatchFacts,
  hostAddresses,
  listChoices,
  listMatchFacts,
  listPairsPlaced,
  namesOf,
  workshopParts,
  type ChoiceRow,
} from '#db/matching/queries.ts'
import { findOpening, listOpenings } from '#db/openings/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { waysFrom, whereIs } from '../matching/distances.ts'
import { parsedFacts } from '../matching/facts-cache.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'
import { standing } from './openings.ts'

/** One pair, weighed; `key` is the id of the side that differs. */
interface Candidate {
  readonly key: number
  readonly weight: Weight
  readonly all: MatchReason[]
  readonly distance: Match['distance']
}

interface Asked {
  readonly wishesOff: readonly MatchWish[]
  readonly limit: number
  readonly others: number
}

export const matching = {
  forPerson(ctx, { participantId, ...asked }) {
    const facts = parsedFacts(ctx.db, found(findMatchFacts(ctx.db, participantId)))
    const workshop = partsMask(workshopParts(ctx.db, ctx.today, participantId).get(participantId) ?? [])
    const there = new Set(listPairsPlaced(ctx.db, { participantId }).map((one) => one.openingId))
    const choices = Map.groupBy(listChoices(ctx.db, { participantId }), (one) => one.openingId)
    const hosts = hostAddresses(ctx.db)
    const way = waysFrom(ctx.db, facts.home)
    const all = listOpenings(ctx.db).map((one) => standing(one, ctx.today))
    const candidates = all.map((opening) =>
      weighed(ctx, asked, {
        key: opening.id,
        facts,
        opening: openingFacts(opening),
        place: addressOf(opening, hosts),
        way,
        to: addressOf(opening, hosts),
        already: there.has(opening.id),
        workshop,
        last: choices.get(opening.id)?.[0],
      }),
    )
    const name = namesOf(ctx.db, [participantId]).get(participantId) ?? ''
    const { proposed, others, ...totals } = chosen(candidates, asked)
    const match = ({ key, all: said, distance }: Candidate): Match => ({
      participantId,
      personName: name,
      openingId: key,
      distance,
      reasons: said,
      choices: linesOf(choices.get(key)),
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
    const workshop = workshopParts(ctx.db, ctx.today, null)
    const there = new Set(listPairsPlaced(ctx.db, { openingId }).map((one) => one.participantId))
    const choices = Map.groupBy(listChoices(ctx.db, { openingId }), (one) => one.participantId)
    const way = waysFrom(ctx.db, place)
    const asksFor = openingFacts(opening)
    const candidates = listMatchFacts(ctx.db).map((row) => {
      const facts = parsedFacts(ctx.db, row)
      return weighed(ctx, asked, {
        key: row.id,
        facts,
        opening: asksFor,
        place,
        way,
        to: facts.home,
        already: there.has(row.id),
        workshop: partsMask(workshop.get(row.id) ?? []),
        last: choices.get(row.id)?.[0],
      })
    })
    const { proposed, others, ...totals } = chosen(candidates, asked)
    const names = namesOf(
      ctx.db,
      [...proposed, ...others].map((one) => one.key),
    )
    const match = ({ key, all, distance }: Candidate): Match => ({
      participantId: key,
      personName: names.get(key) ?? '',
      openingId,
      distance,
      reasons: all,
      choices: linesOf(choices.get(key)),
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

function weighed(
  ctx: OfficeContext,
  asked: Asked,
  of: {
    readonly key: number
    readonly facts: PersonFacts
    readonly opening: OpeningFacts
    readonly place: Place
    /** From the side that is the same for all. */
    readonly way: ReturnType<typeof waysFrom>
    readonly to: Place
    readonly already: boolean
    readonly workshop: number
    readonly last: ChoiceRow | undefined
  },
): Candidate {
  const { km, minutes, unlisted } = of.way(of.to)
  const place = placeKey(of.place)
  const between: Between = {
    km,
    minutes,
    placeKnown: place !== '',
    already: of.already,
    workshop: of.workshop,
  }
  const all = reasons(of.facts, of.opening, between, ctx.today)
  const weight = weigh(all, between, { off: asked.wishesOff, declined: of.last?.choice === 'declined' })
  return {
    key: of.key,
    weight,
    all,
    distance: { km, minutes, unlisted: [...unlisted], home: placeKey(of.facts.home), place },
  }
}

/** In the order of the rule: those that are proposed, and the others with their reason. */
function chosen(candidates: readonly Candidate[], { limit, others }: Asked) {
  const sorted = candidates.toSorted((a, b) => byOrder(a.weight, b.weight))
  const proposedTotal = candidates.filter((one) => one.weight.proposed).length
  return {
    proposed: sorted.slice(0, Math.min(limit, proposedTotal)),
    proposedTotal,
    others: sorted.slice(proposedTotal, proposedTotal + others),
    othersTotal: sorted.length - proposedTotal,
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
