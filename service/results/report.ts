/** The report as it crosses: numbers, without who is behind them. */
import type { Behind, Report, ReportAbout, Target } from '#core/api/results.ts'
import type { Counted } from '#core/figures/count.ts'
import { countReport, periodBefore, type CountedReport } from '#core/figures/figures.ts'
import { absentInARow } from '#core/figures/hours.ts'
import type { Period } from '#core/figures/rows.ts'
import { findProject, peopleOfProjects } from '#db/projects/queries.ts'
import { figureRows, marksOf } from '#db/results/queries.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'

/** @throws CommandError INVALID when the first day comes after the last. */
export function countedReport(ctx: OfficeContext, about: ReportAbout): CountedReport {
  if (about.to < about.from) throw invalid('to', 'end_before_start')
  return countReport(figureRows(ctx.db, about, about), about)
}

export function inARowOf(ctx: OfficeContext, about: ReportAbout): Counted {
  if (about.to < about.from) throw invalid('to', 'end_before_start')
  return absentInARow(marksOf(ctx.db, about, about))
}

/** The same with the one figure that goes day by day. */
export function wholeReport(ctx: OfficeContext, about: ReportAbout): CountedReport {
  const { figures, breakdowns } = countedReport(ctx, about)
  const inARow = inARowOf(ctx, about)
  return { figures: figures.map((figure) => (figure.code === inARow.code ? inARow : figure)), breakdowns }
}

/** The period before as the report has it, with its own days. */
export function reportBefore(
  ctx: OfficeContext,
  about: ReportAbout,
): { period: Period; report: CountedReport } {
  const period = periodBefore(about)
  return { period, report: countedReport(ctx, { ...about, ...period }) }
}

export function withoutPeople({ figures, breakdowns }: CountedReport): Report {
  return {
    figures: figures.map(({ code, value, of, people, hosts }) => ({
      code,
      value,
      of,
      behind: Math.max(people.length, hosts.length),
    })),
    breakdowns: breakdowns.map(({ code, lines }) => ({
      code,
      lines: lines.map((line) => ({ ...line, people: line.people.length })),
    })),
  }
}

/** Ids behind one number: of people, or of organisations. */
export function behindNumber(
  report: CountedReport,
  of: Behind,
): { people: readonly number[]; hosts: readonly number[] } {
  if ('breakdown' in of) {
    const lines = report.breakdowns.find(({ code }) => code === of.breakdown)?.lines
    return { people: lines?.find(({ key }) => key === of.key)?.people ?? [], hosts: [] }
  }
  const figure = report.figures.find(({ code }) => code === of.figure)
  return { people: (of.whole ? figure?.whole : figure?.people) ?? [], hosts: figure?.hosts ?? [] }
}

/** What was agreed about the project, and how far it is on the last day of the report. */
export function targetsOf(ctx: OfficeContext, { projectId, to }: ReportAbout): Target[] {
  const project = projectId === null ? null : findProject(ctx.db, projectId)
  if (project === null) return []
  const agreed = [
    ['screened', project.target_screened],
    ['started', project.target_started],
    ['placed', project.target_placed],
  ] as const
  if (agreed.every(([, target]) => target === null)) return []
  const people = peopleOfProjects(ctx.db, to).get(project.id)
  return agreed.flatMap(([count, target]) =>
    target === null ? [] : [{ count, target, people: people?.[count].length ?? 0 }],
  )
}
