/** What somebody would like: a wish that is met is a plus, one that is not stops nothing. */
import type { MatchReason } from '../api/matching.ts'
import type { OpeningFacts, PersonFacts } from './facts.ts'
import { differs, unknown, wished } from './reason.ts'

/** A field of the opening that is empty says nothing. */
export function wishes(person: PersonFacts, opening: OpeningFacts): MatchReason[] {
  return [
    ...sector(person, opening),
    ...surroundings(person, opening),
    ...company(person, opening),
    ...advice(person, opening),
  ]
}

function sector({ sectors }: PersonFacts, { sector: key }: OpeningFacts): MatchReason[] {
  const at = ['sectors', 'sector'] as const
  if (key === '') return []
  if (sectors === null) return [unknown('sector', 'sector_unasked', at, { key })]
  return [
    sectors.includes(key)
      ? wished('sector', 'sector_fits', at, { key })
      : differs('sector', 'sector_differs', at, { key }),
  ]
}

/** Who likes both is content with either, and a place that has both has what somebody wants. */
const meets = (wish: string, offered: string) => wish === 'both' || offered === 'both' || wish === offered

function surroundings(
  { surroundings: wish }: PersonFacts,
  { surroundings: key }: OpeningFacts,
): MatchReason[] {
  const at = ['inside_outside', 'surroundings'] as const
  if (key === '') return []
  if (wish === null) return [unknown('surroundings', 'surroundings_unasked', at, { key })]
  return [
    meets(wish, key)
      ? wished('surroundings', 'surroundings_fit', at, { key })
      : differs('surroundings', 'surroundings_differ', at, { key }),
  ]
}

function company({ company: wish }: PersonFacts, { company: key }: OpeningFacts): MatchReason[] {
  const at = ['alone_together', 'company'] as const
  if (key === '') return []
  if (wish === null) return [unknown('company', 'company_unasked', at, { key })]
  return [
    meets(wish, key)
      ? wished('company', 'company_fits', at, { key })
      : differs('company', 'company_differs', at, { key }),
  ]
}

/** Other advice says nothing against a place. */
function advice(person: PersonFacts, { kind }: OpeningFacts): MatchReason[] {
  return person.advice === kind ? [wished('advice', 'advice_fits', ['advice', 'kind'], { key: kind })] : []
}
