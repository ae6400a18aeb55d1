/** The stretches of days that a statement of hours is mostly about: all of it, a quarter, a month. */
import { addMonths, monthBounds } from '../calendar/dates.ts'

export interface StatementPeriod {
  /** 'all', '2026-Q4' or '2026-11'. */
  readonly key: string
  readonly kind: 'all' | 'quarter' | 'month'
  readonly from: string
  readonly to: string
}

/**
 * All of it first, then quarters and then months, the newest first; none reaches beyond `earliest` and `latest`.
 * @param latest not before `earliest`.
 */
export function statementPeriods(earliest: string, latest: string): StatementPeriod[] {
  const within = (key: string, kind: StatementPeriod['kind'], from: string, to: string): StatementPeriod => ({
    key,
    kind,
    from: from < earliest ? earliest : from,
    to: to > latest ? latest : to,
  })
  const months: StatementPeriod[] = []
  const quarters: StatementPeriod[] = []
  for (let day = `${earliest.slice(0, 7)}-01`; day <= latest; day = addMonths(day, 1)) {
    const month = day.slice(0, 7)
    const { from, to } = monthBounds(month)
    months.unshift(within(month, 'month', from, to))
    const quarter = Math.ceil(Number(month.slice(5)) / 3)
    const key = `${month.slice(0, 4)}-Q${quarter}`
    if (quarters[0]?.key === key) continue
    const first = `${month.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}`
    const last = monthBounds(addMonths(`${first}-01`, 2).slice(0, 7))
    quarters.unshift(within(key, 'quarter', `${first}-01`, last.to))
  }
  return [{ key: 'all', kind: 'all', from: earliest, to: latest }, ...quarters, ...months]
}
