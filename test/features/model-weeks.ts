/**
 * The weeks of the property test in plain objects, counted without the program: its own calendar (`Date` in UTC), its own
 * plans and rules. Cells that come twice in one call are kept as the last of them.
 */
import { trajectories } from '#service/features/trajectories.ts'
import { aParticipant, aReferral, aTrajectory } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

/** A Sunday, the last day of week 53 of 2026; the week after it has not begun. */
export const today = '2027-01-03'
export const firstDay = '2025-01-01'
const secondPlan = '2026-03-02'
const partNames = ['morning', 'afternoon'] as const

/** Minutes since midnight, [morning, afternoon], before and after the schedule changed; null: not planned. An hour lies
 * between the two, so that times never overlap. */
const plans = [
  [[540, 720], [780, 915], [540, 660], null],
  [[555, 690], null, [600, 720], [780, 960]],
  [null, [765, 900], [540, 700], [790, 901]],
  [[500, 735], [800, 960], null, [800, 990]],
  [
    [540, 720],
    [800, 960],
    [530, 715],
    [790, 980],
  ],
] as const
/** Weekdays (1 is Monday). The last person comes on Sundays as well: the days on which the clock changes. */
const weekdays = [
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 3, 5, 7],
] as const
/** Without a word the whole time. Whit Monday and Boxing Day are closed days; the last person came back after a first end. */
const spans = [
  [['2025-01-01', '2027-01-31']],
  [['2025-01-01', '2026-12-26']],
  [['2025-01-01', '2026-05-25']],
  [
    ['2025-01-01', '2025-12-25'],
    ['2026-01-12', '2027-06-30'],
  ],
  [['2025-01-01', '2027-03-31']],
] as const
const pause = { person: 1, from: '2025-08-04', to: '2025-08-22' }
const holidays = ['2025-12-25', '2025-12-26', '2026-05-25', '2026-12-25', '2026-12-26']

export interface Person {
  readonly id: number
  readonly trajectories: readonly { id: number; from: string; to: string }[]
}

/** A half-day as it is typed: `person` and `part` by number, the times from the plan. */
export interface Cell {
  person: number
  day: string
  part: number
  mark: string | null
  late: number
  times: string
  early: number
  leave: number
  note: string | undefined
}

interface Kept {
  person: number
  trajectory: number
  day: string
  part: 'morning' | 'afternoon'
  mark: string
  planned: number
  present: number
  from: number | null
  until: number | null
  note: string
}

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const mondayOf = (day: string) => plus(day, 1 - weekdayOf(day))

/** Counted from the Monday of the week that holds 4 January. */
export function weekNumber(monday: string): number {
  const of = (year: number) => Date.parse(mondayOf(`${year}-01-04`))
  const [at, year] = [Date.parse(monday), Number(monday.slice(0, 4))]
  const first = at >= of(year + 1) ? of(year + 1) : at >= of(year) ? of(year) : of(year - 1)
  return (at - first) / (7 * 86_400_000) + 1
}

/** The people in the office, with their trajectories, schedules and the pause. */
export function somePeople(office: TestOffice): Person[] {
  return spans.map((list, person) => {
    const id = aParticipant(office)
    const made = list.map(([from, to]) => {
      const trajectory = aTrajectory(office, {
        participant_id: id,
        referral_id: aReferral(office, { participant_id: id }),
        months: 24,
        starts_on: from,
        planned_end_on: to,
        parts: schedule(person, from >= secondPlan ? 2 : 0),
      })
      if (from < secondPlan && to >= secondPlan)
        trajectories.setSchedule(office.ctx, {
          id: trajectory,
          valid_from: secondPlan,
          parts: schedule(person, 2),
        })
      if (person === pause.person)
        trajectories.pause(office.ctx, {
          id: trajectory,
          starts_on: pause.from,
          ends_on: pause.to,
          reason: 'Vakantie',
        })
      return { id: trajectory, from, to }
    })
    return { id, trajectories: made }
  })
}

function schedule(person: number, from: number) {
  return (weekdays[person] ?? []).flatMap((day) =>
    [0, 1].flatMap((n) => {
      const time = plans[person]?.[from + n]
      return time
        ? [{ weekday: day, part: partNames[n] ?? 'morning', start_minute: time[0], end_minute: time[1] }]
        : []
    }),
  )
}

export class ModelWeeks {
  readonly people: readonly Person[]
  kept = new Map<string, Kept>()
  closed = new Set<string>(holidays)
  /** Mondays. */
  settled = new Set<string>()

  constructor(people: readonly Person[]) {
    this.people = people
  }

  copy(): ModelWeeks {
    const copy = new ModelWeeks(this.people)
    copy.become(this)
    return copy
  }

  become(other: ModelWeeks): void {
    this.kept = new Map(other.kept)
    this.closed = new Set(other.closed)
    this.settled = new Set(other.settled)
  }

  /** All that is kept of one week, to compare. */
  weekText(monday: string): string {
    return JSON.stringify(this.rows().filter((row) => row.day >= monday && row.day <= plus(monday, 6)))
  }

  private trajectoryOn(person: number, day: string) {
    return this.people[person]?.trajectories.find((one) => one.from <= day && day <= one.to)
  }

  private plan(person: number, day: string, part: number): readonly [number, number] | null {
    if (!this.trajectoryOn(person, day) || isPaused(person, day)) return null
    if (!weekdays[person]?.some((one) => one === weekdayOf(day))) return null
    return plans[person]?.[part + (day >= secondPlan ? 2 : 0)] ?? null
  }

  /** Why this cannot be, by the rules as the office knows them; null when it can. */
  problem({ person, day, mark }: Cell): string | null {
    if (this.settled.has(mondayOf(day))) return 'week_closed'
    if (mark === null) return null
    if (!this.trajectoryOn(person, day)) return 'outside_trajectory'
    if (this.closed.has(day)) return 'closed_day'
    return isPaused(person, day) ? 'in_pause' : null
  }

  /** Of a cell that comes twice the last one counts. */
  lastOnes(cells: readonly Cell[]): Cell[] {
    return [...new Map(cells.map((one) => [keyOf(one), one])).values()]
  }

  /** As INVALID has them. */
  problems(cells: readonly Cell[]): { field: string; problem: string }[] {
    const last = new Set(this.lastOnes(cells))
    return cells.flatMap((one, n) => {
      const problem = last.has(one) ? this.problem(one) : null
      return problem === null ? [] : [{ field: `cells.${n}.day`, problem }]
    })
  }

  /** What was typed: where nothing is planned both times, early or late enough to meet no other half-day. */
  private typed(cell: Cell): { late: number | null; from: number | null; until: number | null } {
    const plan = this.plan(cell.person, cell.day, cell.part)
    const here = cell.mark === 'present' || cell.mark === 'late' || cell.mark === 'elsewhere'
    const late = cell.mark === 'late' ? cell.late : null
    if (!here || cell.times === 'none') return { late, from: null, until: null }
    if (plan === null) {
      if (cell.mark === 'late') return { late, from: null, until: null }
      const start = cell.part === 0 ? 300 : 1100
      return { late, from: start, until: start + 50 + cell.late }
    }
    const until = cell.times === 'from' ? null : plan[1] + cell.leave
    if (late !== null && cell.times === 'until') return { late, from: null, until }
    if (late !== null) return { late: null, from: plan[0] + late, until }
    return { late, from: cell.times === 'until' ? null : plan[0] + cell.early, until }
  }

  input(cell: Cell) {
    const { late, from, until } = this.typed(cell)
    return {
      participantId: this.people[cell.person]?.id ?? 0,
      day: cell.day,
      part: partNames[cell.part] ?? 'morning',
      mark: cell.mark as 'present' | null,
      lateMinutes: late,
      fromMinute: from,
      untilMinute: until,
      ...(cell.note === undefined ? {} : { note: cell.note }),
    }
  }

  keep(cell: Cell): void {
    const key = keyOf(cell)
    if (cell.mark === null) return void this.kept.delete(key)
    const plan = this.plan(cell.person, cell.day, cell.part)
    const typed = this.typed(cell)
    const planned = plan ? plan[1] - plan[0] : 0
    const usual = planned || 150
    let present = 0
    if (cell.mark === 'present' || cell.mark === 'elsewhere' || cell.mark === 'late') {
      present = usual - (typed.late ?? 0)
      if (plan) {
        present -= typed.from === null ? 0 : Math.max(0, typed.from - plan[0])
        present -= typed.until === null ? 0 : Math.max(0, plan[1] - typed.until)
      } else if (typed.from !== null && typed.until !== null) present = typed.until - typed.from
    }
    // Late and gone early: then it is known from when.
    const came = typed.late !== null && typed.until !== null && plan ? plan[0] + typed.late : typed.from
    this.kept.set(key, {
      person: this.people[cell.person]?.id ?? 0,
      trajectory: this.trajectoryOn(cell.person, cell.day)?.id ?? 0,
      day: cell.day,
      part: partNames[cell.part] ?? 'morning',
      mark: cell.mark,
      planned,
      present,
      from: came,
      until: typed.until,
      note: cell.note?.trim() ?? this.kept.get(key)?.note ?? '',
    })
  }

  /** As the grid shows it. */
  cell(trajectory: number, day: string, part: 'morning' | 'afternoon') {
    const person = this.people.findIndex((one) => one.trajectories.some((item) => item.id === trajectory))
    const n = partNames.indexOf(part)
    const kept = this.kept.get(keyOf({ person, day, part: n }))
    if (kept?.trajectory === trajectory)
      return {
        day,
        part,
        planned_minutes: kept.planned,
        mark: kept.mark,
        present_minutes: kept.present,
        from_minute: kept.from,
        until_minute: kept.until,
        note: kept.note,
      }
    const mine = this.trajectoryOn(person, day)?.id === trajectory && !this.closed.has(day)
    const plan = mine ? this.plan(person, day, n) : null
    return {
      day,
      part,
      planned_minutes: plan ? plan[1] - plan[0] : 0,
      mark: null,
      present_minutes: 0,
      from_minute: null,
      until_minute: null,
      note: '',
    }
  }

  /** As the table has them. */
  rows() {
    const order = (a: Kept, b: Kept) =>
      a.person - b.person || compare(a.day, b.day) || compare(a.part, b.part)
    return [...this.kept.values()].toSorted(order).map((row) => ({
      participant_id: row.person,
      day: row.day,
      part: row.part,
      trajectory_id: row.trajectory,
      mark: row.mark,
      planned_minutes: row.planned,
      present_minutes: row.present,
      from_minute: row.from,
      until_minute: row.until,
      note: row.note,
    }))
  }

  /** Of the half-days that count: not those of closed days. */
  sums(wanted: (row: Kept) => boolean) {
    const sums = { planned_minutes: 0, present_minutes: 0, notified_minutes: 0, no_show_minutes: 0 }
    for (const row of this.kept.values()) {
      if (!wanted(row) || this.closed.has(row.day)) continue
      sums.planned_minutes += row.planned
      sums.present_minutes += row.present
      if (/^(ill|leave|school)$/.test(row.mark)) sums.notified_minutes += row.planned
      if (row.mark === 'no_show') sums.no_show_minutes += row.planned
    }
    return { ...sums, rate: sums.planned_minutes > 0 ? sums.present_minutes / sums.planned_minutes : null }
  }
}

const keyOf = ({ person, day, part }: Pick<Cell, 'person' | 'day' | 'part'>) => `${person} ${day} ${part}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const isPaused = (person: number, day: string) =>
  person === pause.person && day >= pause.from && day <= pause.to
