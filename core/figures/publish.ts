/**
 * The figures as they leave the office: a number of 1 to 4 in a breakdown could be somebody whom the reader knows, so
 * it is not printed. Nor is it to be worked out from what is printed: where a total is known and the rest stands there,
 * another number is left out as well. Totals are printed as they are: docs/decisions/0013-small-numbers.md.
 */
import { placesOut } from './places.ts'
import { codesOf, definitions, linesOverlap, type BreakdownCode, type FigureCode } from './registry.ts'

/** Below this many a number of a breakdown is not printed. */
export const fewest = 5

/** `few`: 1 to 4. `hidden`: left out so that a `few` cannot be worked out. */
export type Published = number | 'few' | 'hidden'

const isFew = (value: number): boolean => value > 0 && value < fewest

/**
 * The lines of a breakdown whose sum the reader may know. Null where no choice of lines keeps the small ones to
 * themselves: then nothing of it can be printed.
 * @param known lines of which the total stands in the report as well. Then the total of the others is known too, and
 * each of the two has to keep its small numbers by itself.
 */
export function publishLines(
  values: readonly number[],
  known: ReadonlySet<number> = new Set(),
): readonly Published[] | null {
  const hidden = new Set(values.flatMap((value, n) => (isFew(value) ? [n] : [])))
  if (hidden.size === 0) return values
  const all = values.map((_, n) => n)
  const groups = [all.filter((n) => known.has(n)), all.filter((n) => !known.has(n))]
  // The smallest of the others first: as little as possible is lost.
  const others = values
    .map((value, n) => ({ value, n }))
    .filter(({ value }) => value >= fewest)
    .toSorted((a, b) => a.value - b.value)
  for (;;) {
    const open = groups.find((group) => givesAway(values, hidden, group))
    if (open === undefined) break
    const next = others.find(({ n }) => open.includes(n) && !hidden.has(n))
    if (next === undefined) return null
    hidden.add(next.n)
  }
  return values.map((value, n) => (hidden.has(n) ? (isFew(value) ? 'few' : 'hidden') : value))
}

/** Whether the sum of this group, less what is printed of it, leaves some small number only one possibility. */
function givesAway(
  values: readonly number[],
  hidden: ReadonlySet<number>,
  group: readonly number[],
): boolean {
  const secret = group.filter((n) => hidden.has(n))
  const small = secret.filter((n) => isFew(values[n] ?? 0))
  if (small.length === 0) return false
  const sum = secret.reduce((total, n) => total + (values[n] ?? 0), 0)
  const large = secret.length - small.length
  // Every small one is 1 to 4 and every other one 5 or more: what one small number can be, given the sum.
  const most = Math.min(fewest - 1, sum - (small.length - 1) - large * fewest)
  const least = large > 0 ? 1 : Math.max(1, sum - (small.length - 1) * (fewest - 1))
  return least >= most
}

/** A part of a whole is a breakdown of two lines: who is in it, and who is not. */
export function publishPart(value: number, of: number): { value: Published; of: Published } {
  if (isFew(of)) return { value: 'few', of: 'few' }
  if (isFew(value)) return { value: 'few', of }
  return { value: isFew(of - value) ? 'hidden' : value, of }
}

export interface PublishedFigure {
  readonly code: FigureCode
  readonly value: Published | null
  readonly of: Published | null
}
export interface PublishedLine {
  readonly key: string
  readonly name: string
  readonly value: Published
  readonly of: Published | null
}
export interface PublishedBreakdown {
  readonly code: BreakdownCode
  /** Null: there are too few people to split up. */
  readonly lines: readonly PublishedLine[] | null
}

type Figure = { readonly code: FigureCode; readonly value: number | null; readonly of: number | null }
type Line = {
  readonly key: string
  readonly name: string
  readonly value: number
  readonly of: number | null
}

/** All figures of one report. Of one to four people with hours, every hour and every share of them is about them. */
export function publishFigures(figures: readonly Figure[]): PublishedFigure[] {
  const withHours = figures.find(({ code }) => code === 'hours_per_person')?.of ?? 0
  return figures.map((figure) => {
    const ofFew = isFew(withHours) && hourCodes.has(figure.code) && figure.value !== null
    return ofFew ? { code: figure.code, value: 'hidden', of: null } : publishFigure(figure)
  })
}

const hourCodes: ReadonlySet<FigureCode> = new Set(codesOf('hours'))

/** How many gave an answer stands beside their mean as well, and is no secret; that it was only a few is. */
const answered: ReadonlySet<FigureCode> = new Set(['participant_answered', 'case_manager_answered'])

function publishFigure({ code, value, of }: Figure): PublishedFigure {
  if (value === null) return { code, value, of }
  const { unit, part } = definitions[code]
  if (part && of !== null)
    return { code, ...(answered.has(code) && !isFew(value) ? { value, of } : publishPart(value, of)) }
  // A middle or a mean of one to four is about them.
  if (of !== null && isFew(of) && (unit === 'days' || unit === 'score'))
    return { code, value: 'hidden', of: null }
  // How somebody behaves is no total of what the reader asked for.
  if (code === 'absent_in_a_row' && isFew(value)) return { code, value: 'few', of }
  return { code, value, of }
}

/** Ways out that are a place stand together in a figure of their own: their sum is known. */
const knownSums: Partial<Record<BreakdownCode, ReadonlySet<string>>> = { outflow: placesOut }

export function publishBreakdown(code: BreakdownCode, lines: readonly Line[]): PublishedBreakdown {
  if (code === 'skill_growth')
    return {
      code,
      lines: lines.map((line) => (isFew(line.of ?? 0) ? { ...line, value: 'few', of: 'few' } : line)),
    }
  if (code.startsWith('after_')) return { code, lines: moments(lines) }
  const known = knownSums[code]
  const inSum = new Set(lines.flatMap(({ key }, n) => (known?.has(key) ? [n] : [])))
  // Lines that overlap have no sum to work back from.
  const values = lines.map(({ value }) => value)
  const published = linesOverlap.has(code)
    ? values.map((value) => (isFew(value) ? 'few' : value))
    : publishLines(values, inSum)
  return { code, lines: published && lines.map((line, n) => ({ ...line, value: published[n] ?? 'hidden' })) }
}

/** Passed is the sum of the four ways in which it went, and `still` is a part of `reached`. */
function moments(lines: readonly Line[]): PublishedLine[] | null {
  const at = (key: string) => lines.find((line) => line.key === key)?.value ?? 0
  const ways = ['reached', 'not_reached', 'stopped', 'open']
  const published = publishLines(ways.map(at))
  if (published === null || isFew(at('passed'))) return null
  const still = publishPart(at('still'), at('reached')).value
  return lines.map((line) => {
    const way = ways.indexOf(line.key)
    const value = way >= 0 ? (published[way] ?? 'hidden') : line.key === 'still' ? still : line.value
    return { ...line, value }
  })
}
