import type { ProjectFields, ProjectPeople } from '#core/api/projects.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export type ProjectRow = ProjectFields & { id: number }
type Stored = Omit<ProjectRow, 'active'> & { active: number }

const columns =
  'id, name, municipality_id, starts_on, ends_on, target_screened, target_started, target_placed, remarks, active'

/** The active ones first, by name. */
export function listProjects(db: ReadableDb): ProjectRow[] {
  return prepared<[], Stored>(
    db,
    `SELECT ${columns} FROM project ORDER BY active DESC, name COLLATE NOCASE, id`,
  )
    .all()
    .map(withFlag)
}

export function findProject(db: ReadableDb, id: number): ProjectRow | null {
  const row = prepared<[number], Stored>(db, `SELECT ${columns} FROM project WHERE id = ?`).get(id)
  return row ? withFlag(row) : null
}

const withFlag = (row: Stored): ProjectRow => ({ ...row, active: row.active === 1 })

/** An intake that was begun before there was a request belongs to the first one that came. */
const screenedSql = `EXISTS (
  SELECT 1 FROM intake i WHERE i.participant_id = r.participant_id AND i.finished_on <= @today
     AND (i.referral_id = r.id OR (i.referral_id IS NULL AND r.id = (
       SELECT e.id FROM referral e WHERE e.participant_id = r.participant_id ORDER BY e.referred_on, e.id LIMIT 1))))`
const startedSql = `EXISTS (SELECT 1 FROM trajectory t WHERE t.referral_id = r.id AND t.starts_on <= @today)`
/** A place of a trajectory of this project; one outside any trajectory counts from the day of the request. */
const placedSql = `EXISTS (
  SELECT 1 FROM placement p LEFT JOIN trajectory t ON t.id = p.trajectory_id
   WHERE p.participant_id = r.participant_id AND p.stage IN ('trial', 'placed', 'ended') AND p.starts_on <= @today
     AND (t.referral_id = r.id OR (t.id IS NULL AND p.starts_on >= r.referred_on)))`

interface CountedRow {
  project_id: number
  participant_id: number
  screened: number
  started: number
  placed: number
}

/** Per project who is counted for what, in the order of the list of names. Somebody sent twice counts once. */
export function peopleOfProjects(db: ReadableDb, today: string): ReadonlyMap<number, ProjectPeople> {
  const rows = prepared<[{ today: string }], CountedRow>(
    db,
    `SELECT r.project_id, r.participant_id, max(${screenedSql}) AS screened, max(${startedSql}) AS started,
            max(${placedSql}) AS placed
       FROM referral r JOIN participant w ON w.id = r.participant_id
      WHERE r.project_id IS NOT NULL AND w.merged_into IS NULL
      GROUP BY r.project_id, r.participant_id ORDER BY w.sort_key, w.id`,
  ).all({ today })
  const people = new Map<number, { [K in keyof ProjectPeople]: number[] }>()
  for (const row of rows) {
    const of = people.get(row.project_id) ?? { referred: [], screened: [], started: [], placed: [] }
    people.set(row.project_id, of)
    of.referred.push(row.participant_id)
    if (row.screened) of.screened.push(row.participant_id)
    if (row.started) of.started.push(row.participant_id)
    if (row.placed) of.placed.push(row.participant_id)
  }
  return people
}

/** Who was sent for this project. */
export function peopleSentFor(db: ReadableDb, projectId: number): ReadonlySet<number> {
  const rows = prepared<[number], { id: number }>(
    db,
    'SELECT DISTINCT participant_id AS id FROM referral WHERE project_id = ?',
  ).all(projectId)
  return new Set(rows.map(({ id }) => id))
}
