/** The list of everybody's aftercare: what waits, what comes, what nobody asks any more, what is done. */
import { askedOn, stateOf, statesOfView } from '#core/aftercare/moments.ts'
import type { AftercareContact, AftercareRow, AftercareState, AftercareView } from '#core/api/aftercare.ts'
import { fold } from '#core/names/fold.ts'
import { listName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { contactSql } from './contact.ts'

export interface ListFilter {
  view: AftercareView
  query: string
  month: number | null
  coachId: number | null
  limit: number
}

interface Light {
  id: number
  month: number
  due_on: string
  try_on: string | null
  done_on: string | null
  dropped_on: string | null
  ended: 0 | 1
  contact: AftercareContact
}

type Placed = Light & { state: AftercareState; on: string }

const views = Object.keys(statesOfView) as AftercareView[]

/** A page of the list, with how many there are in each view and which months occur. */
export function aftercareList(
  db: ReadableDb,
  { view, query, month, coachId, limit }: ListFilter,
  today: string,
): { rows: AftercareRow[]; total: number; counts: Record<AftercareView, number>; months: number[] } {
  const found = prepared<[{ fold: string; coachId: number | null }], Light>(
    db,
    `WITH person AS MATERIALIZED (SELECT p.id, p.name_fold, ${contactSql} AS contact FROM participant p
        WHERE p.id IN (SELECT participant_id FROM aftercare) AND p.merged_into IS NULL)
     SELECT a.id, a.month, a.due_on, a.try_on, a.done_on, a.dropped_on, t.ended_on IS NOT NULL AS ended, person.contact
       FROM aftercare a JOIN person ON person.id = a.participant_id JOIN trajectory t ON t.id = a.trajectory_id
      WHERE (@fold = '' OR person.name_fold LIKE '%' || @fold || '%') AND (@coachId IS NULL OR t.coach_id = @coachId)`,
  )
    .all({ fold: fold(query), coachId })
    .map((row): Placed => {
      const state = stateOf(row, { trajectoryEnded: row.ended === 1, contact: row.contact, today })
      return { ...row, state, on: row.done_on ?? row.dropped_on ?? askedOn(row) }
    })
  const months = [...new Set(found.map((row) => row.month))].toSorted((a, b) => a - b)
  const ofMonth = month === null ? found : found.filter((row) => row.month === month)
  const inView = (one: AftercareView) => ofMonth.filter(({ state }) => statesOfView[one].includes(state))
  const shown = inView(view)
  // What is past reads from its newest end.
  const back = view === 'done' || view === 'stopped' ? -1 : 1
  shown.sort((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -back : back))
  const page = shown.slice(0, limit)
  return {
    rows: withPeople(db, page),
    total: shown.length,
    counts: Object.fromEntries(views.map((one) => [one, inView(one).length])) as Record<
      AftercareView,
      number
    >,
    months,
  }
}

type Detail = NameParts &
  Pick<AftercareRow, 'id' | 'participantId' | 'phone' | 'outcome' | 'attempts' | 'lastTriedOn' | 'coachName'>

function withPeople(db: ReadableDb, page: readonly Placed[]): AftercareRow[] {
  const details = prepared<[string], Detail>(
    db,
    `SELECT a.id, a.participant_id AS participantId, p.phone, a.outcome, ${columnsOf('p', nameColumns)},
       s.name AS coachName, (SELECT count(*) FROM aftercare_attempt x WHERE x.aftercare_id = a.id) AS attempts,
       (SELECT max(x.tried_on) FROM aftercare_attempt x WHERE x.aftercare_id = a.id) AS lastTriedOn
     FROM json_each(?) ids JOIN aftercare a ON a.id = ids.value JOIN participant p ON p.id = a.participant_id
       JOIN trajectory t ON t.id = a.trajectory_id JOIN staff s ON s.id = t.coach_id`,
  ).all(JSON.stringify(page.map(({ id }) => id)))
  const byId = new Map(details.map((detail) => [detail.id, detail]))
  return page.flatMap(({ id, month, state, on, contact }) => {
    const detail = byId.get(id)
    if (detail === undefined) return []
    const { participantId, phone, outcome, attempts, lastTriedOn, coachName } = detail
    const name = listName(namePartsOf(detail))
    return [
      {
        id,
        participantId,
        listName: name,
        phone,
        month,
        on,
        state,
        outcome,
        attempts,
        lastTriedOn,
        contact,
        coachName,
      },
    ]
  })
}
