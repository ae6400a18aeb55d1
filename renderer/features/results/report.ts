/** The report on the screen: what it is about, and reading one number out of it. */
import type { Behind, BreakdownLine, Figure, Report, ReportAbout } from '#core/api/results.ts'
import type { BreakdownCode, FigureCode } from '#core/figures/registry.ts'

/** A number of which somebody wants to see the people. `count` says how often they count; they stand there once. */
export type Chosen = { title: string; value: string; count: number; of: Behind }
export type Open = (chosen: Chosen) => void

export function figureOf(report: Report, code: FigureCode): Figure {
  return report.figures.find((one) => one.code === code) ?? { code, value: null, of: null, behind: 0 }
}

export function linesOf(report: Report, code: BreakdownCode): readonly BreakdownLine[] {
  return report.breakdowns.find((one) => one.code === code)?.lines ?? []
}

/** From an address: a number or nothing. */
export const idOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

export type About = ReportAbout
