/** A period as whole months, which are counted already, and the days at its edges. */
import { addDays, monthBounds } from '../calendar/dates.ts'

export type Days = { readonly from: string; readonly to: string }
export type Period = {
  /** The whole months, `YYYY-MM`, both ends included; null when there is none. */
  readonly months: Days | null
  /** What is left at the beginning and at the end; at most two. */
  readonly edges: readonly Days[]
}

/** `from` and `to` both count; `to` before `from` is a period without a day. */
export function splitPeriod(from: string, to: string): Period {
  if (to < from) return { months: null, edges: [] }
  const [first, last] = [monthBounds(from.slice(0, 7)), monthBounds(to.slice(0, 7))]
  const begin = from === first.from ? from : addDays(first.to, 1)
  const end = to === last.to ? to : addDays(last.from, -1)
  if (begin > end) return { months: null, edges: [{ from, to }] }
  const edges = []
  if (from < begin) edges.push({ from, to: addDays(begin, -1) })
  if (to > end) edges.push({ from: addDays(end, 1), to })
  return { months: { from: begin.slice(0, 7), to: end.slice(0, 7) }, edges }
}
