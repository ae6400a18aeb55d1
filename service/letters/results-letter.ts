/** The results report: the figures of a project or a municipality as they leave the office. */
import type { ResultsDraft } from '#core/api/letters.ts'
import type { ReportAbout } from '#core/api/results.ts'
import { periodBefore } from '#core/figures/figures.ts'
import { publishBreakdown, publishFigures } from '#core/figures/publish.ts'
import { createI18n } from '#core/i18n/index.ts'
import type { ResultsFacts } from '#core/letters/facts.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { findProject } from '#db/projects/queries.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'
import { targetsOf, wholeReport, withoutPeople } from '../results/report.ts'
import { frameFacts } from './parties.ts'

/** Letters go to a municipality: Dutch. */
const language = 'nl'

export function resultsLetterFacts(ctx: OfficeContext, letter: LetterHead): ResultsFacts {
  const t = createI18n(language).getFixedT(language, 'results')
  const about = aboutOf(letter)
  const before = periodBefore(about)
  const report = withoutPeople(wholeReport(ctx, about))
  const earlier = new Map(
    publishFigures(withoutPeople(wholeReport(ctx, { ...about, ...before })).figures).map((one) => [
      one.code,
      one,
    ]),
  )
  return {
    ...frameFacts(ctx, letter),
    kind: 'results',
    project: (about.projectId === null ? null : findProject(ctx.db, about.projectId)?.name) ?? '',
    before,
    figures: publishFigures(report.figures).map((figure) => ({
      ...figure,
      beforeValue: earlier.get(figure.code)?.value ?? null,
      beforeOf: earlier.get(figure.code)?.of ?? null,
      definition: t(`definition.${figure.code}`),
    })),
    breakdowns: report.breakdowns.map(({ code, lines }) => {
      const published = publishBreakdown(code, lines)
      const kept = published.lines?.map(({ key, name, value, of }) => ({ key, name, value, of })) ?? null
      return { code, lines: kept, definition: t(`breakdownHow.${code}`) }
    }),
    targets: targetsOf(ctx, about),
    texts: (JSON.parse(letter.draft) as ResultsDraft).texts,
  }
}

/** A letter about a project is about everybody in it, whoever sent them. */
function aboutOf({ period_from, period_to, project_id, municipality_id }: LetterHead): ReportAbout {
  return {
    from: period_from,
    to: period_to,
    projectId: project_id,
    municipalityId: project_id === null ? municipality_id : null,
  }
}

/** This year up to today, for a municipality. Inside a command. */
export function openResultsLetter(ctx: OfficeContext, municipalityId: number): number {
  const from = `${ctx.today.slice(0, 4)}-01-01`
  return openReport(ctx, { from, to: ctx.today, projectId: null, municipalityId })
}

/**
 * A new draft about exactly this. It goes to the municipality of the report, or of its project. Inside a command.
 * @throws CommandError INVALID on `municipalityId` when there is none, on `to` before `from`.
 */
export function openReport(ctx: OfficeContext, { from, to, projectId, municipalityId }: ReportAbout): number {
  if (to < from) throw invalid('to', 'end_before_start')
  const commissioner = projectId === null ? null : (findProject(ctx.db, projectId)?.municipality_id ?? null)
  const receiver = municipalityId ?? commissioner
  if (receiver === null) throw invalid('municipalityId', 'required')
  const draft: ResultsDraft = { texts: { opening: '', remark: '' } }
  return createDraft(ctx.db, {
    kind: 'results',
    participant_id: null,
    case_manager_id: null,
    project_id: projectId,
    municipality_id: receiver,
    staff_id: ctx.staff.id,
    period_from: from,
    period_to: to,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}
