/** What each part of a letter rests on: from its own facts, and from what the office finds behind them. Pure. */
import type { Source, SourcedPart } from '../api/letter-sources.ts'
import type { Measured } from '../api/assessments.ts'
import type { AttendanceMark } from '../api/fields.ts'
import { monthTotals } from '../attendance/totals.ts'
import { addDays, mondayOf } from '../calendar/dates.ts'
import type { BlockCode } from './arrange.ts'
import type { EndFacts, NoShowFacts } from './kind-facts.ts'
import type { FrameFacts, HoursFacts, IntakeFacts, ProgressFacts, ReadyFacts } from './facts.ts'

/** What is behind the figures of a draft. Of a letter that stands only `written`: its facts say the rest. */
export interface Found {
  readonly marks: readonly {
    readonly day: string
    readonly mark: AttendanceMark
    readonly planned_minutes: number
    readonly present_minutes: number
    readonly note: string
  }[]
  readonly measured: Measured
  readonly notes: readonly { readonly id: number; readonly who: string; readonly body: string }[]
  readonly placements: readonly { readonly id: number; readonly host: string }[]
  /** Who typed which words last, by the name of the text. */
  readonly written: ReadonlyMap<string, { readonly who: string; readonly at: string }>
}

/** Facts of any kind: a part is there when its facts are. */
export type AnyFacts = FrameFacts &
  Partial<
    Pick<
      ProgressFacts,
      'participant' | 'trajectory' | 'attendance' | 'skills' | 'ladder' | 'placements' | 'notes'
    > &
      Pick<IntakeFacts, 'talks_on' | 'sectors' | 'dream_job' | 'advice' | 'fits'> &
      Pick<HoursFacts, 'months' | 'total' | 'unfilled_parts'> &
      Pick<ReadyFacts, 'signalled_on' | 'place'>
  > & {
    readonly language?: readonly (ProgressFacts['language'][number] | ReadyFacts['language'][number])[]
    readonly goals?: readonly (ProgressFacts['goals'][number] | IntakeFacts['goals'][number])[]
    readonly days?: NoShowFacts['days']
    readonly contacts?: NoShowFacts['contacts']
    readonly story?: string
    readonly tasks?: string
    readonly end?: EndFacts['end']
    readonly texts?: Readonly<Record<string, unknown>>
  }

type Reader = (facts: AnyFacts, found: Found) => readonly Source[]

/** In the order of a letter. What staff type in a part stands in `texts` under these names. */
const parts: readonly (readonly [BlockCode, readonly string[], Reader])[] = [
  ['opening', ['opening'], (facts) => [...talks(facts), ...signal(facts)]],
  ['question', ['question'], () => []],
  ['seen', ['seen'], signal],
  [
    'glance',
    ['next_step'],
    (facts, found) => [...plan(facts), ...steps(facts, found), ...ownPlace(facts, found)],
  ],
  ['table', [], hours],
  ['days', [], missedDays],
  ['tried', ['tried'], tries],
  ['told', ['told'], () => []],
  ['ended', ['explanation'], () => []],
  ['attendance', ['attendance'], attendance],
  ['language', [], language],
  ['skills', ['skills'], skills],
  ['wish', ['wish'], (facts) => answers(facts, ['dream_job', 'sectors'])],
  ['advice', ['difference', 'advice'], (facts) => answers(facts, ['advice', 'advice_fits'])],
  ['needed', ['needed'], () => []],
  ['goals', [], goals],
  ['places', [], places],
  ['notes', [], notes],
  ['evidence', ['evidence'], () => []],
  ['helps', ['helps'], () => []],
  ['remark', ['remark'], () => []],
  ['opinion', ['opinion'], (facts) => (facts.end?.satisfied === undefined ? [] : plan(facts))],
  ['advice_opinion', ['advice_opinion'], () => []],
  ['agreements', ['agreements'], () => []],
]

/** The parts with something behind them, in the order of the letter. */
export function sourcedParts(facts: AnyFacts, found: Found): SourcedPart[] {
  return parts
    .map(([code, texts, read]) => ({
      code,
      hours: code === 'attendance' ? sumOf(facts.attendance) : code === 'table' ? sumOf(facts.total) : null,
      sources: [...read(facts, found), ...texts.flatMap((name) => own(name, facts, found))],
    }))
    .filter((part) => part.sources.length > 0)
}

const sumOf = (sums: SourcedPart['hours'] | undefined): SourcedPart['hours'] =>
  sums ? { planned_minutes: sums.planned_minutes, present_minutes: sums.present_minutes } : null

/** Words of this letter alone. */
function own(name: string, { texts }: AnyFacts, { written }: Found): Source[] {
  const value = texts?.[name]
  const something = typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0
  if (!something) return []
  const by = written.get(name)
  return [{ kind: 'written', who: by?.who ?? '', at: by?.at ?? null }]
}

function attendance({ attendance: facts }: AnyFacts, { marks }: Found): Source[] {
  if (!facts) return []
  const weeks = facts.weeks
    .filter((week) => week.planned_minutes > 0 || week.present_minutes > 0)
    .map(({ monday, planned_minutes, present_minutes }): Source => {
      const sunday = addDays(monday, 6)
      const sums = monthTotals(marks.filter(({ day }) => day >= monday && day <= sunday))
      return {
        kind: 'week',
        monday,
        planned_minutes,
        present_minutes,
        absent_minutes: marks.length === 0 ? null : sums.notified_minutes + sums.no_show_minutes,
      }
    })
  const known = absences(marks)
  const kept = facts.no_show_days.map((day): Source => ({
    kind: 'absence',
    day,
    mark: 'no_show',
    minutes: null,
    remark: '',
  }))
  return [
    ...weeks,
    ...(marks.length === 0 ? kept : known),
    ...facts.closed.map(({ day, reason }): Source => ({ kind: 'closed', day, reason })),
    ...(facts.heard && facts.heard.count > 0 ? [{ kind: 'heard', count: facts.heard.count } as const] : []),
  ]
}

/** Of a day with the same mark twice one line, with what was noted at either. */
function absences(marks: Found['marks']): Source[] {
  const gone = marks.filter(({ mark }) => notThere.has(mark))
  return [...Map.groupBy(gone, ({ day, mark }) => `${day} ${mark}`).values()].flatMap((halves) => {
    const [first] = halves
    if (!first) return []
    const remarks = new Set(halves.map(({ note }) => note.trim()).filter((note) => note !== ''))
    return [
      {
        kind: 'absence',
        day: first.day,
        mark: first.mark,
        minutes: halves.reduce((sum, { planned_minutes }) => sum + planned_minutes, 0),
        remark: [...remarks].join('\n'),
      },
    ]
  })
}

const notThere: ReadonlySet<AttendanceMark> = new Set(['no_show', 'ill', 'leave', 'school'])

/** The weeks of a statement of hours are not among its facts: they come from the marks, or the months stand for them. */
function hours({ months }: AnyFacts, { marks }: Found): Source[] {
  if (!months) return []
  const weeks = Map.groupBy(marks, ({ day }) => mondayOf(day))
  if (weeks.size === 0)
    return months
      .filter((month) => month.planned_minutes + month.present_minutes > 0)
      .map(({ month, planned_minutes, present_minutes }) => ({
        kind: 'week',
        monday: mondayOf(`${month}-01`),
        planned_minutes,
        present_minutes,
        absent_minutes: null,
      }))
  return [...weeks].map(([monday, days]): Source => {
    const sums = monthTotals(days)
    return {
      kind: 'week',
      monday,
      planned_minutes: sums.planned_minutes,
      present_minutes: sums.present_minutes,
      absent_minutes: sums.notified_minutes + sums.no_show_minutes,
    }
  })
}

function plan({ trajectory }: AnyFacts): Source[] {
  // A statement of hours knows the days only.
  if (trajectory?.minutes_per_week === undefined) return []
  const { starts_on, planned_end_on, minutes_per_week } = trajectory
  return [{ kind: 'plan', starts_on, planned_end_on, minutes_per_week }]
}

function language({ language: rows = [] }: AnyFacts, { measured }: Found): Source[] {
  return rows.flatMap((row) => {
    const levels = 'level' in row ? [row] : [row.start, row.now].filter((one) => one !== null)
    return levels.map(({ level, date, source }): Source => ({
      kind: 'language',
      day: date,
      skill: row.skill,
      level,
      source,
      who:
        measured.language.find(
          (one) => one.skill === row.skill && one.assessed_on === date && one.level === level,
        )?.who ?? '',
    }))
  })
}

function skills({ skills: facts }: AnyFacts, { measured }: Found): Source[] {
  if (!facts) return []
  if (measured.skills.length > 0)
    return measured.skills.map(({ assessed_on, skill, score, own_score, who }) => ({
      kind: 'skill',
      day: assessed_on,
      name: skill,
      score,
      own: own_score,
      who,
    }))
  return facts.rows.flatMap(({ name, start, now, own: mine }) => [
    ...(start === null
      ? []
      : [{ kind: 'skill', day: facts.start_on, name, score: start, own: null, who: '' } as const]),
    ...(now === null && mine === null
      ? []
      : [{ kind: 'skill', day: facts.now_on, name, score: now, own: mine, who: '' } as const]),
  ])
}

function steps({ ladder }: AnyFacts, { measured }: Found): Source[] {
  if (!ladder) return []
  if (measured.ladder.length > 0)
    return measured.ladder.map(({ assessed_on, step, who }) => ({
      kind: 'ladder',
      day: assessed_on,
      step,
      who,
    }))
  return [ladder.start, ladder.now]
    .filter((step) => step !== null)
    .map((step) => ({ kind: 'ladder', day: null, step, who: '' }))
}

function goals({ goals: rows = [] }: AnyFacts): Source[] {
  return rows.map((goal) =>
    'what' in goal
      ? { kind: 'goal', what: goal.what, state: null }
      : { kind: 'goal', what: goal.description, state: goal.state },
  )
}

function places({ placements = [] }: AnyFacts, { placements: known }: Found): Source[] {
  return placements.map(({ host, stage, starts_on }) => ({
    kind: 'place',
    host,
    stage,
    starts_on,
    placementId: idOf(host, known),
  }))
}

function ownPlace({ place }: AnyFacts, { placements: known }: Found): Source[] {
  if (!place) return []
  return [
    {
      kind: 'place',
      host: place.host,
      stage: null,
      starts_on: place.starts_on,
      placementId: idOf(place.host, known),
    },
  ]
}

/** Two places at the same host cannot be told apart by what the letter keeps. */
function idOf(host: string, known: Found['placements']): number | null {
  const there = known.filter((one) => one.host === host)
  return there.length === 1 ? (there[0]?.id ?? null) : null
}

function notes({ notes: rows = [] }: AnyFacts, { notes: known }: Found): Source[] {
  return rows.map(({ date, body, id }) => {
    const note = known.find((one) => one.id === id)
    return {
      kind: 'note',
      day: date,
      body,
      who: note?.who ?? '',
      shortened: note ? note.body !== body : false,
    }
  })
}

/** Of a message about days without notice: each with what was noted beside it. */
function missedDays({ days = [] }: AnyFacts, { marks }: Found): Source[] {
  return days.map(({ day, minutes }) => ({
    kind: 'absence',
    day,
    mark: 'no_show',
    minutes,
    remark: marks.find((mark) => mark.day === day && mark.note.trim() !== '')?.note ?? '',
  }))
}

function tries({ contacts = [] }: AnyFacts): Source[] {
  return contacts.map(({ on, body }) => ({ kind: 'note', day: on, body, who: '', shortened: false }))
}

function talks({ talks_on = [] }: AnyFacts): Source[] {
  return [...new Set(talks_on)].sort().map((day) => ({ kind: 'talk', day }))
}

function signal({ signalled_on }: AnyFacts): Source[] {
  return signalled_on === undefined ? [] : [{ kind: 'signal', day: signalled_on }]
}

function answers(
  facts: AnyFacts,
  questions: readonly ('dream_job' | 'sectors' | 'advice' | 'advice_fits')[],
): Source[] {
  const value = {
    dream_job: facts.dream_job ?? '',
    sectors: facts.sectors?.join(', ') ?? '',
    advice: facts.advice ?? '',
    advice_fits: facts.fits ?? '',
  }
  return questions
    .filter((question) => value[question] !== '')
    .map((question) => ({ kind: 'answer', question, value: value[question] }))
}
