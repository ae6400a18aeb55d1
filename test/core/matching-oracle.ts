/**
 * The rules of docs/matching.md written a second time, as plainly as they stand there and with nothing of
 * core/matching: half-days are words in sets, and every rule is one function.
 */

/** What was answered, as the intake stores it; what is left out was not answered. */
export interface OracleAnswers {
  available?: string[]
  hours_per_day?: number
  days_per_week?: number
  travel_minutes?: number
  body_work?: Record<string, string>
  driving?: string[]
  sectors?: string[]
  inside_outside?: string
  alone_together?: string
  advice?: string
}
export interface OraclePerson {
  postcode: string
  town: string
  answers: OracleAnswers
  lessons: string[]
  placed: string[]
  workshop: string[]
  speaking: string | null
  over: string | null
}
export interface OracleOpening {
  kind: string
  closed: boolean
  open_from: string | null
  open_until: string | null
  capacity: number
  taken: number
  parts: string[]
  parts_needed: number | null
  minutes_per_week: number | null
  language_level: string
  heavy: { item: string; amount: string }[]
  licence: string
  sector: string
  surroundings: string
  company: string
}
export interface OracleBetween {
  km: number | null
  minutes: number | null
  placeKnown: boolean
  already: boolean
}

/** `rule verdict`, with `!` for what is hard, `*` for a wish that is met, and the item behind a demand. */
export type Said = string

export function oracle(p: OraclePerson, o: OracleOpening, b: OracleBetween, today: string): Said[] {
  return [
    ...room(o, today),
    ...(b.already ? ['already not !'] : []),
    ...(p.over !== null && p.over < today ? ['programme not !'] : []),
    ...when(p, o),
    ...o.heavy.map((demand) => heavy(p, demand)),
    ...licence(p, o),
    ...journey(p, b),
    ...dutch(p, o),
    ...sector(p, o),
    ...like('surroundings', p.answers.inside_outside, o.surroundings),
    ...like('company', p.answers.alone_together, o.company),
    ...(p.answers.advice === o.kind ? ['advice fits *'] : []),
  ]
}

function room(o: OracleOpening, today: string): Said[] {
  if (o.closed) return ['closed not !']
  if (o.open_until !== null && today > o.open_until) return ['over not !']
  if (o.open_from !== null && today < o.open_from) return ['not_yet not']
  return o.taken >= o.capacity ? ['full not !'] : []
}

/** The half-days that somebody has for this work. */
export function freeParts(p: OraclePerson, o: OracleOpening): string[] {
  const gone = new Set([...p.lessons, ...p.placed])
  return o.parts.filter((part) => (p.answers.available ?? []).includes(part) && !gone.has(part))
}

const dayOf = (part: string) => part.slice(0, 1)
const daysOf = (parts: string[]) => [...new Set(parts.map(dayOf))]

function when(p: OraclePerson, o: OracleOpening): Said[] {
  const { answers } = p
  if (o.parts.length === 0) return ['parts unknown', ...hours(p, o, 7)]
  if (answers.available === undefined) return ['parts unknown', ...hours(p, o, daysOf(o.parts).length)]
  const needed = o.parts_needed === null ? o.parts.length : Math.min(o.parts_needed, o.parts.length)
  const free = freeParts(p, o)
  if (free.length < needed) return ['parts not !']
  const said = ['parts fits']
  if (free.filter((part) => !p.workshop.includes(part)).length < needed) said.push('workshop not')
  // The days with the most room first.
  const perDay = daysOf(free).map((day) => free.filter((part) => dayOf(part) === day).length)
  let [days, done] = [0, 0]
  for (const count of perDay.toSorted((x, y) => y - x)) {
    if (done >= needed) break
    days += 1
    done += count
  }
  if (days >= 2) {
    if (answers.days_per_week === undefined) said.push('days unknown')
    else said.push(days > answers.days_per_week ? 'days not !' : 'days fits')
  }
  return [...said, ...hours(p, o, perDay.length)]
}

function hours({ answers }: OraclePerson, o: OracleOpening, days: number): Said[] {
  if (!o.minutes_per_week) return []
  if (answers.hours_per_day === undefined) return ['hours unknown']
  const most = Math.min(days, answers.days_per_week ?? 7) * answers.hours_per_day * 60
  return [o.minutes_per_week > most ? 'hours not !' : 'hours fits']
}

function heavy({ answers }: OraclePerson, { item, amount }: { item: string; amount: string }): Said {
  const answer = answers.body_work?.[item]
  if (answer === undefined) return `body unknown ${item}`
  const fits = answer === 'well' || (answer === 'sometimes' && amount === 'some')
  return fits ? `body fits ${item}` : `body not ! ${item}`
}

function licence({ answers }: OraclePerson, o: OracleOpening): Said[] {
  if (o.licence === '') return []
  const has = answers.driving
  if (has === undefined) return ['licence unknown']
  const enough: Record<string, string[]> = {
    am: ['am', 'a', 'b', 'be', 'c1', 'c', 'd'],
    b: ['b', 'be', 'c1', 'c', 'd'],
    c1: ['c1', 'c'],
  }
  const ok = has.some((one) => (enough[o.licence] ?? [o.licence]).includes(one))
  const exchanged = has.includes('exchanged')
  if (ok) return [has.includes('foreign') && !exchanged ? 'licence unknown' : 'licence fits']
  return [exchanged ? 'licence unknown' : 'licence not !']
}

function journey(p: OraclePerson, b: OracleBetween): Said[] {
  if (b.minutes === null) return b.km === null ? ['travel unknown'] : []
  const most = p.answers.travel_minutes
  if (most === undefined) return ['travel unknown']
  return [b.minutes > most ? 'travel not !' : 'travel fits']
}

const ladder = ['A0', 'A1', 'A1+', 'A2', 'A2+', 'B1', 'B1+', 'B2', 'C1', 'C2']
function dutch(p: OraclePerson, o: OracleOpening): Said[] {
  if (o.language_level === '') return []
  const [asked, speaks] = [ladder.indexOf(o.language_level), ladder.indexOf(p.speaking ?? '')]
  if (asked < 0 || speaks < 0) return ['language unknown']
  return [speaks >= asked ? 'language fits' : 'language not']
}

function sector({ answers }: OraclePerson, o: OracleOpening): Said[] {
  if (o.sector === '') return []
  if (answers.sectors === undefined) return ['sector unknown']
  return [answers.sectors.includes(o.sector) ? 'sector fits *' : 'sector not']
}

function like(rule: string, wish: string | undefined, offered: string): Said[] {
  if (offered === '') return []
  if (wish === undefined) return [`${rule} unknown`]
  return [wish === offered || wish === 'both' || offered === 'both' ? `${rule} fits *` : `${rule} not`]
}
