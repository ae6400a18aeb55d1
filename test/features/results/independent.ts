/**
 * Every figure of the results counted once more, from the definitions in `results:definition.*`, with plain loops over
 * whole tables. Nothing here comes from core/figures or db/results: the two may only agree because they are right.
 */
import { prepared } from '#db/prepare.ts'
import type { ReadableDb } from '#db/database.ts'

type Row = Record<string, string | number | null>
export interface Question {
  from: string
  to: string
  projectId: number | null
  municipalityId: number | null
}
export interface Answer {
  value: number | null
  of: number | null
  behind: number
}

const day = (text: unknown): number => Date.parse(`${String(text)}T00:00:00Z`) / 86_400_000
const middle = (list: number[]): number | null => {
  if (list.length === 0) return null
  const sorted = [...list].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

/** Whole tables, read once. */
export function tables(db: ReadableDb) {
  const all = (sql: string): Row[] => prepared<[], Row>(db, sql).all()
  return {
    referral: all('SELECT * FROM referral ORDER BY referred_on, id'),
    manager: all('SELECT * FROM case_manager'),
    intake: all('SELECT * FROM intake'),
    trajectory: all('SELECT * FROM trajectory'),
    goal: all('SELECT * FROM goal ORDER BY position'),
    placement: all('SELECT * FROM placement'),
    opening: all('SELECT * FROM opening'),
    host: all('SELECT * FROM host'),
    aftercare: all('SELECT * FROM aftercare ORDER BY id'),
    permission: all("SELECT * FROM permission WHERE kind = 'aftercare'"),
    language: all('SELECT * FROM language_assessment ORDER BY assessed_on, id'),
    ladder: all('SELECT * FROM ladder_assessment ORDER BY assessed_on, id'),
    skill: all('SELECT * FROM skill_assessment ORDER BY assessed_on'),
    attendance: all('SELECT * FROM attendance'),
    closure: all('SELECT * FROM closure'),
    contact: all('SELECT * FROM network_contact'),
    evening: all(
      'SELECT e.happens_on, h.host_id, h.satisfaction FROM theme_evening_host h JOIN theme_evening e ON e.id = h.evening_id',
    ),
    letter: all('SELECT * FROM letter WHERE number IS NOT NULL'),
    office: all('SELECT * FROM office'),
  }
}
type Tables = ReturnType<typeof tables>

export function countAgain(data: Tables, question: Question) {
  const { from, to, projectId, municipalityId } = question
  const during = (value: string | number | null | undefined): boolean =>
    value !== null && String(value) >= from && String(value) <= to
  const everybody = projectId === null && municipalityId === null
  const municipalityOf = new Map(data.manager.map((m) => [m['id'], m['municipality_id']]))
  const referralById = new Map(data.referral.map((r) => [r['id'], r]))
  const trajectoryById = new Map(data.trajectory.map((t) => [t['id'], t]))
  const hostOf = new Map(data.opening.map((o) => [o['id'], o['host_id']]))
  const referralsOf = (person: unknown): Row[] => data.referral.filter((r) => r['participant_id'] === person)

  const fits = (referral: Row | undefined): boolean => {
    if (everybody) return true
    if (referral === undefined) return false
    if (projectId !== null && referral['project_id'] !== projectId) return false
    return municipalityId === null || municipalityOf.get(referral['case_manager_id'] ?? 0) === municipalityId
  }
  const referralOfIntake = (i: Row): Row | undefined =>
    i['referral_id'] === null ? referralsOf(i['participant_id'])[0] : referralById.get(i['referral_id'] ?? 0)
  const lastBefore = (person: unknown, on: unknown): Row | undefined =>
    referralsOf(person)
      .filter((r) => String(r['referred_on']) <= String(on))
      .at(-1)

  const referrals = data.referral.filter(fits)
  const trajectories = data.trajectory.filter((t) => fits(referralById.get(t['referral_id'] ?? 0)))
  const mine = new Set(trajectories.map((t) => t['id']))
  const placements = data.placement.filter((p) => {
    if (p['trajectory_id'] !== null) return mine.has(p['trajectory_id'] ?? 0)
    return everybody || fits(lastBefore(p['participant_id'], p['starts_on']))
  })
  const measured = (row: Row): boolean => everybody || fits(lastBefore(row['participant_id'], to))

  const answers: Record<string, Answer> = {}
  const distinct = (rows: Row[]): number => new Set(rows.map((r) => r['participant_id'])).size
  const rowsAre = (code: string, rows: Row[]) => {
    answers[code] = { value: rows.length, of: null, behind: distinct(rows) }
  }
  const peopleAre = (code: string, rows: Row[]) => {
    answers[code] = { value: distinct(rows), of: null, behind: distinct(rows) }
  }
  const partIs = (code: string, part: Row[], whole: Row[]) => {
    answers[code] = {
      value: whole.length === 0 ? null : part.length,
      of: whole.length,
      behind: distinct(part),
    }
  }
  const daysAre = (code: string, list: { row: Row; days: number }[]) => {
    const rows = list.map(({ row }) => row)
    answers[code] = { value: middle(list.map(({ days }) => days)), of: list.length, behind: distinct(rows) }
  }

  // Arrival.
  rowsAre(
    'referred',
    referrals.filter((r) => during(r['referred_on'])),
  )
  const screened = data.intake.filter(
    (i) => during(i['finished_on']) && (everybody || fits(referralOfIntake(i))),
  )
  peopleAre('screened', screened)
  const started = trajectories.filter((t) => during(t['starts_on']))
  rowsAre('started', started)
  peopleAre('started_people', started)
  peopleAre(
    'waiting',
    referrals.filter((r) => {
      if (r['kind'] === 'screening' || String(r['referred_on']) > to) return false
      for (const t of data.trajectory)
        if (
          t['participant_id'] === r['participant_id'] &&
          String(t['starts_on']) >= String(r['referred_on']) &&
          String(t['starts_on']) <= to
        )
          return false
      return true
    }),
  )
  daysAre(
    'days_to_intake',
    screened.flatMap((row) => {
      const referred = referralOfIntake(row)?.['referred_on']
      const days = referred === undefined ? -1 : day(row['finished_on']) - day(referred)
      return days < 0 ? [] : [{ row, days }]
    }),
  )
  daysAre(
    'days_intake_to_start',
    started.flatMap((row) => {
      const before = data.intake
        .filter((i) => i['participant_id'] === row['participant_id'] && i['finished_on'] !== null)
        .map((i) => day(i['finished_on']))
        .filter((on) => on <= day(row['starts_on']))
      return before.length === 0 ? [] : [{ row, days: day(row['starts_on']) - Math.max(...before) }]
    }),
  )
  daysAre(
    'days_to_start',
    started.flatMap((row) => {
      const days = day(row['starts_on']) - day(referralById.get(row['referral_id'] ?? 0)?.['referred_on'])
      return days < 0 ? [] : [{ row, days }]
    }),
  )
  peopleAre(
    'active',
    trajectories.filter(
      (t) => String(t['starts_on']) <= to && (t['ended_on'] === null || String(t['ended_on']) >= to),
    ),
  )

  // Places.
  const places = placements.filter(
    (p) =>
      ['trial', 'placed', 'ended'].includes(String(p['stage'])) &&
      p['starts_on'] !== null &&
      String(p['starts_on']) <= to,
  )
  peopleAre('placed_ever', places)
  peopleAre(
    'placed_now',
    places.filter((p) => p['ended_on'] === null || String(p['ended_on']) >= to),
  )
  const kinds: Record<string, number> = {}
  for (const kind of new Set(places.map((p) => String(p['kind']))))
    kinds[kind] = distinct(places.filter((p) => p['kind'] === kind))
  const order = ['job', 'education', 'learn_work', 'trial', 'work_experience', 'internship', 'volunteer']
  const highest: Record<string, number> = {}
  for (const person of new Set(started.map((t) => t['participant_id']))) {
    const had = places.filter((p) => p['participant_id'] === person).map((p) => String(p['kind']))
    const best = order.find((kind) => had.includes(kind)) ?? 'none'
    highest[best] = (highest[best] ?? 0) + 1
  }

  // Hours: from the marks themselves, day by day.
  const closed = new Set(data.closure.map((c) => c['day']))
  const marks = data.attendance.filter(
    (a) => during(a['day']) && !closed.has(a['day'] ?? '') && mine.has(a['trajectory_id'] ?? 0),
  )
  const sum = (rows: Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const planned = sum(marks, 'planned_minutes')
  const there = sum(marks, 'present_minutes')
  const withHours = marks.filter((m) => Number(m['planned_minutes']) + Number(m['present_minutes']) > 0)
  const share = (rows: Row[], column: string): Answer => ({
    value: planned === 0 ? null : sum(rows, column) / planned,
    of: null,
    behind: distinct(rows.filter((row) => Number(row['planned_minutes']) > 0)),
  })
  answers['attendance_rate'] = share(marks, 'present_minutes')
  answers['absent_notified'] = share(
    marks.filter((m) => ['ill', 'leave', 'school'].includes(String(m['mark']))),
    'planned_minutes',
  )
  answers['absent_no_show'] = share(
    marks.filter((m) => m['mark'] === 'no_show'),
    'planned_minutes',
  )
  const people = distinct(withHours)
  answers['hours_present'] = { value: people === 0 ? null : there, of: null, behind: people }
  answers['hours_per_person'] = { value: people === 0 ? null : there / people, of: people, behind: people }
  const twoYears = `${Number(from.slice(0, 4)) + 2}${from.slice(4)}`
  const inARow = new Set<unknown>()
  for (const person of new Set(marks.map((m) => m['participant_id']))) {
    const list = marks
      .filter((m) => m['participant_id'] === person && m['mark'] !== 'school')
      .sort((a, b) =>
        `${a['day']}${a['part'] === 'morning' ? 0 : 1}`.localeCompare(
          `${b['day']}${b['part'] === 'morning' ? 0 : 1}`,
        ),
      )
    for (let n = 0; n + 2 < list.length; n += 1)
      if ([0, 1, 2].every((more) => ['no_show', 'ill', 'leave'].includes(String(list[n + more]?.['mark']))))
        inARow.add(person)
  }
  answers['absent_in_a_row'] =
    to >= twoYears
      ? { value: null, of: null, behind: 0 }
      : { value: inARow.size, of: null, behind: inARow.size }

  // Growth.
  const scale = new Map(
    [
      ['Alfa A', 'Alfa B', 'Alfa C'],
      ['A0', 'A1', 'A1+', 'A2', 'A2+', 'B1', 'B1+', 'B2', 'C1', 'C2'],
    ].flatMap((list, which) => list.map((level, n) => [level, which * 100 + n] as const)),
  )
  const languages = new Set<unknown>()
  const grown = new Set<unknown>()
  for (const person of new Set(data.language.map((l) => l['participant_id']))) {
    if (!measured({ participant_id: person ?? null })) continue
    for (const skill of ['listening', 'speaking', 'reading', 'writing']) {
      for (const source of ['exam', 'school', 'coach', 'participant']) {
        const list = data.language.filter(
          (l) =>
            l['participant_id'] === person &&
            l['skill'] === skill &&
            l['source'] === source &&
            String(l['assessed_on']) <= to,
        )
        if (list.length < 2 || String(list.at(-1)?.['assessed_on']) < from) continue
        const [first = 0, last = 0] = [list[0], list.at(-1)].map((l) => scale.get(String(l?.['level'])) ?? 0)
        if (Math.floor(first / 100) !== Math.floor(last / 100)) continue
        languages.add(person)
        if (last > first) grown.add(person)
      }
    }
  }
  const ofPeople = (part: ReadonlySet<unknown>, whole: ReadonlySet<unknown>): Answer => ({
    value: whole.size === 0 ? null : part.size,
    of: whole.size,
    behind: part.size,
  })
  answers['language_growth'] = ofPeople(grown, languages)
  const steps: Record<string, number> = {}
  const [climbed, onLadder] = [new Set<unknown>(), new Set<unknown>()]
  for (const person of new Set(data.ladder.map((l) => l['participant_id']))) {
    if (!measured({ participant_id: person ?? null })) continue
    const list = data.ladder.filter((l) => l['participant_id'] === person && String(l['assessed_on']) <= to)
    const [first, last] = [list[0], list.at(-1)]
    if (!first || !last || first['assessed_on'] === last['assessed_on'] || String(last['assessed_on']) < from)
      continue
    const change = Number(last['step']) - Number(first['step'])
    onLadder.add(person)
    if (change > 0) climbed.add(person)
    steps[String(change)] = (steps[String(change)] ?? 0) + 1
  }
  answers['ladder_growth'] = ofPeople(climbed, onLadder)
  const skills: Record<string, { value: number; of: number }> = {}
  for (const skill of new Set(data.skill.map((s) => s['skill_id']))) {
    const changes: number[] = []
    for (const person of new Set(data.skill.map((s) => s['participant_id']))) {
      if (!measured({ participant_id: person ?? null })) continue
      const list = data.skill.filter(
        (s) =>
          s['participant_id'] === person &&
          s['skill_id'] === skill &&
          s['score'] !== null &&
          String(s['assessed_on']) <= to,
      )
      if (list.length < 2 || String(list.at(-1)?.['assessed_on']) < from) continue
      changes.push(Number(list.at(-1)?.['score']) - Number(list[0]?.['score']))
    }
    if (changes.length > 0)
      skills[String(skill)] = {
        value: changes.reduce((a, b) => a + b, 0) / changes.length,
        of: changes.length,
      }
  }

  // Endings.
  const ended = trajectories.filter((t) => during(t['ended_on']))
  rowsAre('ended', ended)
  const toPlace = [
    'job',
    'job_subsidised',
    'learn_work',
    'trial',
    'work_experience',
    'education',
    'volunteer',
  ]
  partIs(
    'ended_with_place',
    ended.filter((t) => toPlace.includes(String(t['outflow']))),
    ended,
  )
  const main = (t: Row) => data.goal.find((g) => g['trajectory_id'] === t['id'])?.['state']
  partIs(
    'successful',
    ended.filter((t) => main(t) === 'reached'),
    ended,
  )
  const early = ended.filter(
    (t) =>
      String(t['ended_on']) < String(t['planned_end_on']) &&
      !['planned', 'work', 'education'].includes(String(t['end_kind'])),
  )
  partIs('ended_early', early, ended)
  const jobs = ended.filter((t) => t['outflow'] === 'job' || t['outflow'] === 'job_subsidised')
  const jobOf = (t: Row) =>
    places
      .filter((p) => p['kind'] === 'job' && p['participant_id'] === t['participant_id'])
      .sort((a, b) => String(a['starts_on']).localeCompare(String(b['starts_on'])))
      .at(-1)
  partIs(
    'job_under_12',
    jobs.filter((t) => {
      const minutes = jobOf(t)?.['minutes_per_week']
      return minutes !== null && minutes !== undefined && Number(minutes) < 720
    }),
    jobs,
  )
  const tally = (rows: Row[], key: (row: Row) => string) => {
    const counted: Record<string, number> = {}
    for (const row of rows) counted[key(row)] = (counted[key(row)] ?? 0) + 1
    return counted
  }

  // Afterwards.
  const after: Record<string, Record<string, number>> = {}
  const cares = data.aftercare.filter((a) => mine.has(a['trajectory_id'] ?? 0))
  const blocked = (a: Row): string | null => {
    if (a['dropped_on'] !== null) return String(a['dropped_on'])
    if (a['done_on'] !== null) return null
    const died = data.trajectory.filter(
      (t) => t['participant_id'] === a['participant_id'] && t['end_kind'] === 'deceased',
    )
    if (died.length > 0)
      return (
        died
          .map((t) => String(t['ended_on']))
          .sort()
          .at(-1) ?? null
      )
    const asked = data.permission.filter((p) => p['participant_id'] === a['participant_id'])
    const taken = asked
      .map((p) => p['withdrawn_on'])
      .filter((on) => on !== null)
      .map(String)
      .sort()
      .at(-1)
    const given = asked
      .filter((p) => p['withdrawn_on'] === null)
      .map((p) => String(p['given_on']))
      .sort()
      .at(-1)
    return taken === undefined || (given !== undefined && given >= taken) ? null : taken
  }
  for (const month of [3, 6, 12, 18]) {
    const last = new Map<unknown, Row>()
    for (const a of cares)
      if (a['month'] === month && during(a['due_on'])) {
        const known = last.get(a['participant_id'])
        if (known === undefined || String(a['due_on']) >= String(known['due_on']))
          last.set(a['participant_id'], a)
      }
    const count = { passed: 0, reached: 0, still: 0, not_reached: 0, stopped: 0, open: 0 }
    for (const a of last.values()) {
      count.passed += 1
      const stopped = blocked(a)
      if (a['done_on'] !== null && String(a['done_on']) <= to) {
        if (a['outcome'] === 'not_reached') count.not_reached += 1
        else count.reached += 1
        if (a['outcome'] === 'still_there' || a['outcome'] === 'moved_on') count.still += 1
      } else if (stopped !== null && stopped <= to) count.stopped += 1
      else count.open += 1
    }
    if (count.passed > 0) after[`after_${month}`] = count
    answers[`still_there_${month}`] = {
      value: count.reached === 0 ? null : count.still,
      of: count.reached,
      behind: count.still,
    }
  }
  const told = new Map<unknown, Row>()
  for (const a of cares)
    if (a['benefit_ended'] !== null && during(a['done_on'])) {
      const known = told.get(a['participant_id'])
      if (known === undefined || String(a['done_on']) >= String(known['done_on']))
        told.set(a['participant_id'], a)
    }
  const lastPlace = new Map<unknown, Row>()
  for (const p of places)
    if (p['stage'] === 'ended' && p['meaningful'] !== null && during(p['ended_on'])) {
      const known = lastPlace.get(p['participant_id'])
      if (known === undefined || String(p['ended_on']) >= String(known['ended_on']))
        lastPlace.set(p['participant_id'], p)
    }
  const meant = [...lastPlace.values()].filter((p) => p['meaningful'] === 'yes')
  answers['meaningful'] = {
    value: lastPlace.size === 0 ? null : meant.length,
    of: lastPlace.size,
    behind: meant.length,
  }

  // Organisations and letters.
  const hosts = new Set(
    places
      .filter((p) => p['ended_on'] === null || String(p['ended_on']) >= from)
      .map((p) => hostOf.get(p['opening_id'] ?? 0)),
  )
  const coached = new Set(
    data.contact
      .filter((c) => c['kind'] === 'coaching' && during(c['happened_on']) && hosts.has(c['host_id'] ?? 0))
      .map((c) => c['host_id']),
  )
  const scores = [
    ...data.contact.map((c) => ({ host: c['host_id'], on: c['happened_on'], score: c['satisfaction'] })),
    ...data.evening.map((e) => ({ host: e['host_id'], on: e['happens_on'], score: e['satisfaction'] })),
  ].filter(({ host, on, score }) => score !== null && during(on) && hosts.has(host ?? 0))
  answers['hosts_active'] = { value: hosts.size, of: null, behind: hosts.size }
  answers['hosts_coached'] = {
    value: hosts.size === 0 ? null : coached.size,
    of: hosts.size,
    behind: coached.size,
  }
  answers['host_satisfaction'] = {
    value:
      scores.length === 0
        ? null
        : scores.reduce((total, { score }) => total + Number(score), 0) / scores.length,
    of: scores.length,
    behind: new Set(scores.map(({ host }) => host)).size,
  }
  // What both said at the end of what ended.
  const over = trajectories.filter((t) => during(t['ended_on']))
  for (const who of ['participant', 'case_manager']) {
    let sum = 0
    const said: Row[] = []
    for (const t of over) {
      const score = t[`${who}_satisfaction`]
      if (score === null || score === undefined) continue
      sum += Number(score)
      said.push(t)
    }
    const behind = new Set(said.map((t) => t['participant_id'])).size
    answers[`${who}_satisfaction`] = {
      value: said.length === 0 ? null : sum / said.length,
      of: said.length,
      behind,
    }
    answers[`${who}_answered`] = {
      value: over.length === 0 ? null : said.length,
      of: over.length,
      behind,
    }
  }
  let free = 0
  for (const o of data.opening) {
    const host = data.host.find((h) => h['id'] === o['host_id'])
    if (o['closed'] === 1 || host?.['active'] !== 1) continue
    if (o['open_from'] !== null && String(o['open_from']) > to) continue
    if (o['open_until'] !== null && String(o['open_until']) < to) continue
    const taken = data.placement.filter(
      (p) =>
        p['opening_id'] === o['id'] &&
        ['trial', 'placed', 'ended'].includes(String(p['stage'])) &&
        p['starts_on'] !== null &&
        String(p['starts_on']) <= to &&
        (p['ended_on'] === null || String(p['ended_on']) >= to),
    ).length
    free += Math.max(0, Number(o['capacity']) - taken)
  }
  answers['open_places'] = { value: everybody ? free : null, of: null, behind: 0 }
  const letters = data.letter.filter(
    (l) =>
      mine.has(l['trajectory_id'] ?? 0) &&
      during(l['dated_on']) &&
      ['final', 'sent'].includes(String(l['state'])),
  )
  const ends = letters.filter((l) => l['kind'] === 'end')
  daysAre(
    'days_to_report',
    ends.flatMap((row) => {
      const end = trajectoryById.get(row['trajectory_id'] ?? 0)?.['ended_on']
      return end === null ? [] : [{ row, days: Math.max(0, day(row['dated_on']) - day(end)) }]
    }),
  )
  const progress = letters.filter((l) => l['kind'] === 'progress')
  const weeks = Number(data.office[0]?.['letter_interval_weeks'])
  const beforeEnd = Number(data.office[0]?.['letter_before_end_weeks'])
  const onTime = progress.filter((l) => {
    const t = trajectoryById.get(l['trajectory_id'] ?? 0) ?? {}
    const plannedEnd = day(t['planned_end_on'])
    const end = t['ended_on'] === null ? plannedEnd : Math.min(day(t['ended_on']), plannedEnd)
    const covered = data.letter
      .filter(
        (o) =>
          o['trajectory_id'] === t['id'] &&
          o['kind'] === 'progress' &&
          String(o['period_to']) < String(l['period_to']),
      )
      .map((o) => day(o['period_to']))
    const last = covered.length === 0 ? null : Math.max(...covered)
    const lastMoment = Math.max(end - 7 * beforeEnd, day(t['starts_on']))
    // 1 January 1970 was a Thursday: the Monday of a day, and the Friday before it.
    const monday = lastMoment - ((lastMoment + 3) % 7)
    if (last !== null && last >= monday - 3) return true
    const next = (last ?? day(t['starts_on']) - 1) + 7 * weeks
    const due = next < lastMoment ? next : end < plannedEnd ? end : lastMoment
    return day(l['dated_on']) <= due + 7
  })
  partIs('letters_on_time', onTime, progress)

  return {
    answers,
    breakdowns: {
      highest_place: highest,
      placed_kind: kinds,
      outflow: tally(ended, (t) => String(t['outflow'] ?? 'unknown')),
      job_form: tally(jobs, (t) => {
        const form = jobOf(t)?.['job_form']
        if (form) return String(form)
        return t['outflow'] === 'job_subsidised' ? 'wage_subsidy' : 'unknown'
      }),
      early_reason: tally(early, (t) => String(t['end_kind'] ?? 'unknown')),
      ladder_change: steps,
      benefit: tally([...told.values()], (a) => String(a['benefit_ended'])),
      ...after,
    } as Record<string, Record<string, number>>,
    skills,
  }
}
