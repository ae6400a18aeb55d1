/** What ended in the period: where people went, whether it was as agreed, and what paid work it was. */
import { endKind, outflow as outflows } from '../api/fields.ts'
import {
  countRows,
  line,
  measure,
  partOfRows,
  within,
  type Counted,
  type OfPerson,
  type Part,
} from './count.ts'
import { isPlace, placesOut } from './places.ts'
import type { FigureRows, Span, PlacementRow, TrajectoryRow } from './rows.ts'

const jobsOut: ReadonlySet<string> = new Set(['job', 'job_subsidised'])
/** Who left for work or school before the last day did not break off. */
const goodEnds: ReadonlySet<string> = new Set(['planned', 'work', 'education'])
/** Under this many minutes a week a job is a small one. */
const smallJob = 12 * 60

export function ending(rows: FigureRows, period: Span): Part {
  const inPeriod = within(period)
  const ended = rows.trajectories.filter((t) => inPeriod(t.ended_on))
  const early = ended.filter(isEarly)
  const jobs = jobsOf(rows, ended, period)
  const figures = [
    countRows('ended', ended),
    partOfRows(
      'ended_with_place',
      ended.filter((t) => t.outflow !== null && placesOut.has(t.outflow)),
      ended,
    ),
    partOfRows(
      'job_under_12',
      jobs.filter(({ job }) => (job?.minutes_per_week ?? smallJob) < smallJob),
      jobs,
    ),
    partOfRows(
      'successful',
      ended.filter((t) => t.main_goal === 'reached'),
      ended,
    ),
    partOfRows('ended_early', early, ended),
    ...satisfaction('participant', ended),
    ...satisfaction('case_manager', ended),
  ]
  return {
    figures,
    breakdowns: [
      {
        code: 'outflow',
        lines: byKey(ended, (t) => t.outflow ?? 'unknown', [...outflows.options, 'unknown']),
      },
      { code: 'job_form', lines: byKey(jobs, formOf, [...forms, 'unknown']) },
      {
        code: 'early_reason',
        lines: byKey(early, (t) => t.end_kind ?? 'unknown', [...endKind.options, 'unknown']),
      },
    ],
  }
}

/** The mean of the answers, and how many gave one. */
function satisfaction(who: 'participant' | 'case_manager', ended: readonly TrajectoryRow[]): Counted[] {
  const code = `${who}_satisfaction` as const
  const score = (t: TrajectoryRow) => t[code]
  const answered = ended.filter((t) => score(t) !== null)
  const sum = answered.reduce((total, t) => total + (score(t) ?? 0), 0)
  const mean = answered.length === 0 ? null : sum / answered.length
  return [
    { ...measure(code, mean, answered), of: answered.length },
    partOfRows(`${who}_answered`, answered, ended),
  ]
}

function isEarly({ ended_on, planned_end_on, end_kind }: TrajectoryRow): boolean {
  return ended_on !== null && ended_on < planned_end_on && !goodEnds.has(end_kind ?? '')
}

type WithJob = OfPerson & { readonly outflow: string | null; readonly job: PlacementRow | null }

/** The trajectories that ended with paid work, each with the person's job that began last. */
function jobsOf(rows: FigureRows, ended: readonly TrajectoryRow[], period: Span): WithJob[] {
  const out = ended.filter((t) => t.outflow !== null && jobsOut.has(t.outflow))
  if (out.length === 0) return []
  const jobs = Map.groupBy(
    rows.placements.filter((p) => p.kind === 'job' && isPlace(p, period.to)),
    (p) => p.participant_id,
  )
  return out.map(({ participant_id, outflow }) => {
    const list = jobs.get(participant_id)
    const job = list?.reduce((a, b) => ((b.starts_on ?? 0) >= (a.starts_on ?? 0) ? b : a)) ?? null
    return { participant_id, outflow, job }
  })
}

const forms = ['regular', 'wage_subsidy', 'agency', 'self_employed'] as const

/** What stands in the agreement; without one the way out says whether the wage is subsidised. */
function formOf({ outflow, job }: WithJob): string {
  if (job !== null && job.job_form !== '') return job.job_form
  return outflow === 'job_subsidised' ? 'wage_subsidy' : 'unknown'
}

/** A line for each key that occurs, in the order of `keys`. */
function byKey<T extends OfPerson>(rows: readonly T[], keyOf: (row: T) => string, keys: readonly string[]) {
  const parts = Map.groupBy(rows, keyOf)
  return keys.flatMap((key) => {
    const part = parts.get(key)
    return part ? [line(key, part)] : []
  })
}
