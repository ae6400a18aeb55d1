/** Which facts belong to a report: the rows that its figures are counted from. */
import { within } from './count.ts'
import { benefitAnswers, measured, outcomes, type Facts, type Growth, type OfReferral } from './facts.ts'
import { isPlace } from './places.ts'
import { durableMonths } from './registry.ts'
import type { BenefitRow, ChangeRow, FigureRows, HoursRow, MomentRow, Scope, SkillRow, Span } from './rows.ts'
import { never } from './table.ts'

/** What the facts of people say. Skills are still without their names. */
export type PeopleRows = Omit<FigureRows, 'hours' | 'hosts' | 'openPlaces' | 'skills'> & {
  readonly skills: readonly Omit<SkillRow, 'skill'>[]
  /** Where somebody of the report had a place on a day of the period. */
  readonly hostIds: ReadonlySet<number>
}

/** Whether what was done after this referral belongs to the report; null: after none. */
type Belongs = (referralId: number | null) => boolean

function belongsTo(all: readonly Facts[], { projectId, municipalityId }: Scope): Belongs {
  if (projectId === null && municipalityId === null) return () => true
  const ids = new Set<number | null>()
  for (const { referrals } of all)
    for (const { id, project_id, municipality_id } of referrals)
      if (
        (projectId === null || project_id === projectId) &&
        (municipalityId === null || municipality_id === municipalityId)
      )
        ids.add(id)
  return (id) => ids.has(id)
}

/** @param earlier growth up to the last day, of what was measured again after it. */
export function selectRows(all: readonly Facts[], scope: Scope, span: Span, earlier: Growth): PeopleRows {
  const [inSpan, belongs] = [within(span), belongsTo(all, scope)]
  const { from, to } = span
  /** Of everybody, what belongs to the report by its referral and counts in it. */
  function rows<T extends OfReferral>(of: (facts: Facts) => readonly T[], counts: (row: T) => boolean): T[] {
    const picked: T[] = []
    for (const facts of all)
      for (const row of of(facts)) if (counts(row) && belongs(row.referral_id)) picked.push(row)
    return picked
  }
  const placements = rows(
    (facts) => facts.placements,
    (placement) => isPlace(placement, to),
  )
  const ran = placements.filter(({ ended_on }) => ended_on === null || ended_on >= from)
  return {
    referrals: all.flatMap(({ referrals }) =>
      referrals.filter(({ id, referred_on }) => inSpan(referred_on) && belongs(id)),
    ),
    waiting: all.flatMap((facts) => waitingIn(facts, belongs, to)),
    intakes: rows(
      (facts) => facts.intakes,
      ({ finished_on }) => inSpan(finished_on),
    ),
    trajectories: rows(
      (facts) => facts.trajectories,
      ({ starts_on, ended_on }) => starts_on <= to && (ended_on === null || ended_on >= from),
    ),
    placements,
    hostIds: new Set(ran.map(({ host_id }) => host_id)),
    moments: all.flatMap((facts) => momentsIn(facts, belongs, span)),
    benefits: all.flatMap((facts) => benefitsIn(facts, belongs, span)),
    ...growthIn(all, scope, belongs, span, earlier),
    letters: rows(
      (facts) => facts.letters,
      ({ dated_on }) => inSpan(dated_on),
    ),
  }
}

/** Ids of the trajectories of a project or municipality; null: of everybody, all of them. */
export function trajectoriesOf(all: readonly Facts[], scope: Scope): ReadonlySet<number> | null {
  if (scope.projectId === null && scope.municipalityId === null) return null
  const belongs = belongsTo(all, scope)
  return new Set(
    all.flatMap(({ trajectories }) =>
      trajectories.filter(({ referral_id }) => belongs(referral_id)).map(({ id }) => id),
    ),
  )
}

/** Hours of whole months; a row for each trajectory. @param span the first day of the first and of the last month. */
export function hoursOfMonths(all: readonly Facts[], scope: Scope, { from, to }: Span): HoursRow[] {
  const belongs = belongsTo(all, scope)
  const rows: HoursRow[] = []
  for (const { months } of all) {
    let [row, trajectory]: [HoursRow | null, number | undefined] = [null, 0]
    for (let n = 0; n < months.starts_on.length; n += 1) {
      const starts_on = months.starts_on[n] ?? never
      if (starts_on < from || starts_on > to || !belongs(months.referral_id[n] ?? null)) continue
      if (row === null || months.trajectory_id[n] !== trajectory) {
        trajectory = months.trajectory_id[n]
        row = {
          participant_id: months.participant_id[n] ?? 0,
          planned_minutes: 0,
          present_minutes: 0,
          notified_minutes: 0,
          no_show_minutes: 0,
        }
        rows.push(row)
      }
      row.planned_minutes += months.planned_minutes[n] ?? 0
      row.present_minutes += months.present_minutes[n] ?? 0
      row.notified_minutes += months.notified_minutes[n] ?? 0
      row.no_show_minutes += months.no_show_minutes[n] ?? 0
    }
  }
  return rows
}

/** Of whom something was measured on or before this day and again after it. */
export function measuredAfter(all: readonly Facts[], day: number): ReadonlySet<number> {
  const people = new Set<number>()
  for (const { growth } of all)
    for (let n = 0; n < growth.last_on.length; n += 1)
      if ((growth.last_on[n] ?? 0) > day && (growth.first_on[n] ?? never) <= day)
        people.add(growth.participant_id[n] ?? 0)
  return people
}

/** Sent for more than a screening, and no trajectory began on or after that, up to this day. */
function waitingIn({ referrals, trajectories }: Facts, belongs: Belongs, to: number): number[] {
  const sent = referrals.filter(
    ({ id, kind, referred_on }) => kind !== 'screening' && referred_on <= to && belongs(id),
  )
  const starts = Map.groupBy(trajectories, ({ participant_id }) => participant_id)
  return sent
    .filter(
      ({ participant_id, referred_on }) =>
        starts.get(participant_id)?.some(({ starts_on }) => starts_on >= referred_on && starts_on <= to) !==
        true,
    )
    .map(({ participant_id }) => participant_id)
}

function momentsIn({ moments }: Facts, belongs: Belongs, { from, to }: Span): MomentRow[] {
  const rows: MomentRow[] = []
  for (let n = 0; n < moments.due_on.length; n += 1) {
    const due_on = moments.due_on[n] ?? never
    if (due_on < from || due_on > to) continue
    const month = moments.month[n] ?? 0
    if (!(durableMonths as readonly number[]).includes(month)) continue
    if (!belongs(moments.referral_id[n] ?? null)) continue
    rows.push({
      participant_id: moments.participant_id[n] ?? 0,
      month,
      due_on,
      done_on: dayOf(moments.done_on[n]),
      outcome: outcomes[moments.outcome[n] ?? -1] ?? null,
      stopped_on: dayOf(moments.stopped_on[n]),
    })
  }
  return rows
}

/** The last answer of each person; of two on one day the one that was written down last. */
function benefitsIn({ moments }: Facts, belongs: Belongs, { from, to }: Span): BenefitRow[] {
  const last: number[] = []
  for (let n = 0; n < moments.done_on.length; n += 1) {
    const done_on = moments.done_on[n] ?? never
    if (done_on < from || done_on > to || benefitAnswers[moments.benefit_ended[n] ?? -1] === undefined)
      continue
    if (!belongs(moments.referral_id[n] ?? null)) continue
    const known = last.at(-1) ?? -1
    if (moments.participant_id[known] !== moments.participant_id[n]) last.push(n)
    else if (isLater(n, known)) last[last.length - 1] = n
  }
  return last.flatMap((n) => {
    const benefit_ended = benefitAnswers[moments.benefit_ended[n] ?? -1]
    const done_on = moments.done_on[n] ?? never
    return benefit_ended === undefined
      ? []
      : [{ participant_id: moments.participant_id[n] ?? 0, done_on, benefit_ended }]
  })

  function isLater(n: number, known: number): boolean {
    const days = (moments.done_on[n] ?? 0) - (moments.done_on[known] ?? 0)
    return days > 0 || (days === 0 && (moments.id[n] ?? 0) > (moments.id[known] ?? 0))
  }
}

function dayOf(day: number | undefined): number | null {
  return day === undefined || day === never ? null : day
}

/** What was measured of a person belongs to the person's last referral on or before the last day. */
function growthIn(
  all: readonly Facts[],
  scope: Scope,
  belongs: Belongs,
  { from, to }: Span,
  earlier: Growth,
): Pick<PeopleRows, 'language' | 'ladder' | 'skills'> {
  const language: { measured: number[]; risen: number[] } = { measured: [], risen: [] }
  const ladder: ChangeRow[] = []
  const skills = new Map<number, { skill_id: number; gained: number; people: number[] }>()
  const last = new Map<number, number>()
  if (scope.projectId !== null || scope.municipalityId !== null)
    for (const { referrals } of all)
      for (const { id, participant_id, referred_on } of referrals)
        if (referred_on <= to) last.set(participant_id, id)
  const add = (growth: Growth) => {
    for (let n = 0; n < growth.last_on.length; n += 1) {
      const last_on = growth.last_on[n] ?? never
      if (last_on < from || last_on > to) continue
      const participant_id = growth.participant_id[n] ?? 0
      if (!belongs(last.get(participant_id) ?? null)) continue
      const what = growth.what[n] ?? 0
      const change = growth.change[n] ?? 0
      if (what === measured.language) {
        language.measured.push(participant_id)
        if (change > 0) language.risen.push(participant_id)
      } else if (what === measured.ladder) {
        if (last_on > (growth.first_on[n] ?? never)) ladder.push({ participant_id, change })
      } else {
        let row = skills.get(what)
        if (row === undefined) skills.set(what, (row = { skill_id: what, gained: 0, people: [] }))
        row.gained += change
        row.people.push(participant_id)
      }
    }
  }
  for (const { growth } of all) add(growth)
  add(earlier)
  return { language, ladder, skills: [...skills.values()] }
}
