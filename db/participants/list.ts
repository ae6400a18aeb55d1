import type { ParticipantRow, ParticipantStage } from '#core/api/people.ts'
import { participantStage } from '#core/api/people.ts'
import type { Phase } from '#core/api/fields.ts'
import { nextLetterDue } from '#core/letters/due.ts'
import { fullName, listName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { contactSql, openSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import { letterTerms, withdrawnDays, type LetterTerms } from '../letters/terms.ts'
import { peopleSentFor } from '../projects/queries.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { nameColumns, namePartsOf } from './rows.ts'
import { findPeopleIds } from './search.ts'
import { stagesOfAll } from './stage.ts'

export interface ListQuery {
  readonly query: string
  readonly stage: ParticipantStage | null
  /** Only who was sent for this project. */
  readonly projectId?: number | null | undefined
  /** The last one of the page before; null for the first page. */
  readonly after: ListPosition | null
  readonly limit: number
}
export interface ListPosition {
  readonly sortKey: string
  readonly id: number
}
export interface ListPage {
  rows: ParticipantRow[]
  next: ListPosition | null
  /** How many fit, with the stage when one was asked. */
  total: number
  /** How many fit what was typed, per stage. */
  counts: Record<ParticipantStage, number>
}

interface PageRow extends NameParts {
  id: number
  also_known_as: string
  own_script_name: string
  own_script_lang: string
  birth_date: string | null
  city: string
  sort_key: string
}

const pageColumns = `p.id, ${columnsOf('p', nameColumns)}, p.also_known_as, p.own_script_name, p.own_script_lang,
       p.birth_date, p.city, p.sort_key`

/** A page of everybody, in the order of the index participant_sort, so that no page costs more than the first. */
export const pageSql = `SELECT ${pageColumns} FROM participant p
 WHERE (p.sort_key, p.id) > (@sortKey, @id) AND p.merged_into IS NULL
 ORDER BY p.sort_key, p.id LIMIT @limit`

/** The same among some. */
const someSql = `SELECT ${pageColumns}
  FROM json_each(@ids) some CROSS JOIN participant p ON p.id = some.value
 WHERE (p.sort_key, p.id) > (@sortKey, @id) ORDER BY p.sort_key, p.id LIMIT @limit`

/** One page of people by surname, with what the list shows of each. A few statements, whatever the size. */
export function listParticipants(db: ReadableDb, list: ListQuery, today: string): ListPage {
  const stages = stagesOfAll(db, today)
  const sent = list.projectId ? peopleSentFor(db, list.projectId) : null
  const found = findPeopleIds(db, list.query, today)
  const counts = Object.fromEntries(participantStage.options.map((stage) => [stage, 0])) as Record<
    ParticipantStage,
    number
  >
  const some: number[] = []
  for (const id of (found ?? stages).keys()) {
    const stage = stages.get(id)
    if (stage === undefined || sent?.has(id) === false) continue
    counts[stage] += 1
    if (list.stage === null || stage === list.stage) some.push(id)
  }
  const place = { sortKey: list.after?.sortKey ?? '', id: list.after?.id ?? 0, limit: list.limit + 1 }
  const all =
    found === null && sent === null && list.stage === null
      ? prepared<[typeof place], PageRow>(db, pageSql).all(place)
      : prepared<[typeof place & { ids: string }], PageRow>(db, someSql).all({
          ...place,
          ids: JSON.stringify(some),
        })
  const page = all.slice(0, list.limit).map((row) => ({ ...row, stage: stages.get(row.id) ?? 'new' }))
  const last = page.at(-1)
  return {
    rows: withDetails(db, page, today),
    next: all.length > page.length && last ? { sortKey: last.sort_key, id: last.id } : null,
    total: some.length,
    counts,
  }
}

interface DetailRow {
  participantId: number
  trajectoryId: number | null
  phase: Phase
  starts_on: string
  planned_end_on: string
  ended_on: string | null
  coachName: string | null
  lastPeriodTo: string | null
  municipalityId: number | null
  weekdays: string | null
  taskOn: string | null
  taskTitle: string | null
  aftercareOn: string | null
}

/** One row a person: the trajectory that goes on, or else the last one, and what is due. */
const detailSql = `SELECT ids.value AS participantId, t.id AS trajectoryId, t.phase, t.starts_on, t.planned_end_on,
       t.ended_on, s.name AS coachName,
       (SELECT max(l.period_to) FROM letter l
         WHERE l.trajectory_id = t.id AND l.kind = 'progress' AND l.state IN ('final', 'sent')) AS lastPeriodTo,
       (SELECT c.municipality_id FROM referral r JOIN case_manager c ON c.id = r.case_manager_id
         WHERE r.id = t.referral_id) AS municipalityId,
       (SELECT group_concat(DISTINCT d.weekday) FROM schedule_part d
         WHERE d.schedule_id = (SELECT c.id FROM schedule c
                                 WHERE c.trajectory_id = t.id AND c.valid_from <= max(@today, t.starts_on)
                                 ORDER BY c.valid_from DESC LIMIT 1)) AS weekdays,
       k.due_on AS taskOn, k.title AS taskTitle,
       (SELECT min(coalesce(a.try_on, a.due_on)) FROM trajectory e JOIN aftercare a ON a.trajectory_id = e.id
         WHERE e.participant_id = p.id AND e.ended_on IS NOT NULL AND ${openSql}
           AND ${contactSql} IN ('may', 'not_asked')) AS aftercareOn
  FROM json_each(@ids) ids
  JOIN participant p ON p.id = ids.value
  LEFT JOIN trajectory t ON t.id = (
       SELECT e.id FROM trajectory e WHERE e.participant_id = ids.value
        ORDER BY (e.ended_on IS NULL OR e.ended_on > @today) DESC, e.starts_on DESC, e.id DESC LIMIT 1)
  LEFT JOIN staff s ON s.id = t.coach_id
  LEFT JOIN task k ON k.id = (
       SELECT o.id FROM task o WHERE o.participant_id = ids.value AND o.done_on IS NULL AND o.due_on IS NOT NULL
        ORDER BY o.due_on, o.id LIMIT 1)`

function withDetails(
  db: ReadableDb,
  page: readonly (PageRow & { stage: ParticipantStage })[],
  today: string,
): ParticipantRow[] {
  if (page.length === 0) return []
  const details = prepared<[{ ids: string; today: string }], DetailRow>(db, detailSql).all({
    ids: JSON.stringify(page.map(({ id }) => id)),
    today,
  })
  const byPerson = new Map(details.map((detail) => [detail.participantId, detail]))
  const terms = letterTerms(db)
  const withdrawn = withdrawnDays(db)
  return page.map((row) => {
    const detail = byPerson.get(row.id)
    const active = row.stage === 'active'
    const name = namePartsOf(row)
    return {
      id: row.id,
      listName: listName(name),
      fullName: fullName(name),
      alsoKnownAs: row.also_known_as,
      ownScriptName: row.own_script_name,
      ownScriptLang: row.own_script_lang,
      birthDate: row.birth_date,
      city: row.city,
      stage: row.stage,
      phase: active ? (detail?.phase ?? null) : null,
      weekdays: active ? weekdaysOf(detail?.weekdays ?? null) : [],
      coachName: detail?.coachName ?? null,
      next: detail ? nextThing(detail, row.stage, terms, withdrawn) : null,
    }
  })
}

function weekdaysOf(list: string | null): number[] {
  if (list === null) return []
  return list
    .split(',')
    .map(Number)
    .toSorted((a, b) => a - b)
}

/** The nearest of what is due; on one day the letter goes before the task, the aftercare and the end. */
function nextThing(
  detail: DetailRow,
  stage: ParticipantStage,
  terms: LetterTerms,
  withdrawn: ReturnType<typeof withdrawnDays>,
): ParticipantRow['next'] {
  const things: NonNullable<ParticipantRow['next']>[] = []
  if (detail.trajectoryId !== null && stage === 'active') {
    const letter = nextLetterDue({
      startsOn: detail.starts_on,
      plannedEndOn: detail.planned_end_on,
      endedOn: detail.ended_on,
      lastPeriodTo: detail.lastPeriodTo,
      withdrawn: (withdrawn.get(detail.trajectoryId) ?? []).map(({ to }) => to),
      ...terms(detail.municipalityId, detail.trajectoryId),
    })
    if (letter !== null) things.push({ kind: 'letter', on: letter.on, title: '' })
  }
  if (detail.taskOn !== null) things.push({ kind: 'task', on: detail.taskOn, title: detail.taskTitle ?? '' })
  if (detail.aftercareOn !== null) things.push({ kind: 'aftercare', on: detail.aftercareOn, title: '' })
  if (detail.trajectoryId !== null && stage === 'active')
    things.push({ kind: 'end', on: detail.ended_on ?? detail.planned_end_on, title: '' })
  return things.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null
}
