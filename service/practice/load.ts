import { setImmediate } from 'node:timers/promises'
import type { ProjectFields } from '#core/api/projects.ts'
import type { WritableDb } from '#db/database.ts'
import { bulkLoad } from '#db/history/commands.ts'
import { addHostPerson, createHost } from '#db/hosts/commands.ts'
import { createStaff } from '#db/office/commands.ts'
import { createParticipant } from '#db/participants/commands.ts'
import { insertRows } from '#db/practice/commands.ts'
import { createProject } from '#db/projects/commands.ts'
import type { PracticeTable } from '#db/practice/rows.ts'
import { loadBeside } from './beside.ts'
import type { Dossier, PracticeData } from './generate.ts'
import { loadNetwork } from './network.ts'
import { projectName, projectRemarks } from './texts/project.ts'

export interface LoadOptions {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** Between two chunks. What was loaded stays: throw the file away. */
  readonly signal?: AbortSignal | undefined
}

/** Rows by table. */
export type Counts = Record<string, number>

/** People per transaction: large enough that an index page is written once for many marks. */
const chunkSize = 250

/** In the order that the references between tables ask. */
const dossierTables = [
  'referral',
  'intake',
  'intake_answer',
  'trajectory',
  'trajectory_phase',
  'trajectory_extension',
  'schedule',
  'schedule_part',
  'goal',
  'attendance',
  'contact_note',
  'task',
  'language_assessment',
  'skill_assessment',
  'ladder_assessment',
  'placement',
  'ready_signal',
  'permission',
  'placement_part',
  'aftercare',
  'aftercare_attempt',
] as const satisfies (keyof Dossier & PracticeTable)[]

/**
 * Fills a new office with an invented one, without row history. The office has its first member of staff and
 * its skills already, and nothing else.
 * @returns how many rows each table got.
 * @throws the signal's reason when it is aborted.
 */
export async function loadPractice(
  db: WritableDb,
  data: PracticeData,
  { onProgress, signal }: LoadOptions = {},
): Promise<Counts> {
  const total = data.specs.length
  const counts: Counts = { participant: total, host: data.host.length, opening: data.opening.length }
  bulkLoad(db, () => loadSurroundings(db, data))
  const dossiers = data.dossiers()[Symbol.iterator]()
  for (let done = 0; done < total;) {
    signal?.throwIfAborted()
    bulkLoad(db, () => {
      const until = Math.min(total, done + chunkSize)
      for (; done < until; done += 1) {
        const { value, done: ended } = dossiers.next()
        if (ended === true) throw new RangeError('fewer dossiers than people')
        loadDossier(db, value)
        for (const table of dossierTables) counts[table] = (counts[table] ?? 0) + value[table].length
      }
    })
    onProgress?.(done, total)
    await setImmediate()
  }
  bulkLoad(db, () => insertRows(db, 'appointment', data.appointments))
  bulkLoad(db, () => loadNetwork(db, data))
  bulkLoad(db, () => loadBeside(db, data))
  return counts
}

function loadSurroundings(db: WritableDb, data: PracticeData): void {
  for (const one of data.staff.slice(1)) expectId(one.id, createStaff(db, one, data.options.today))
  insertRows(db, 'municipality', data.municipality)
  insertRows(db, 'case_manager', data.case_manager)
  insertRows(db, 'closure', data.calendar.closures)
  expectId(1, createProject(db, projectOf(data.options.today)))
  for (const { id, ...host } of data.host) expectId(id, createHost(db, host))
  for (const person of data.hostPerson) addHostPerson(db, person)
  insertRows(db, 'opening', data.opening)
  insertRows(db, 'opening_part', data.opening_part)
  insertRows(db, 'opening_demand', data.opening_demand)
  insertRows(db, 'travel_time', data.travel_time)
  insertRows(db, 'task', data.officeTasks)
}

/** People who are all talked to first; some of them start. */
function projectOf(today: string): ProjectFields {
  return {
    name: projectName,
    municipality_id: null,
    starts_on: `${Number(today.slice(0, 4)) - 1}-10-01`,
    ends_on: `${today.slice(0, 4)}-12-31`,
    target_screened: 60,
    target_started: 30,
    target_placed: 20,
    remarks: projectRemarks,
    active: true,
  }
}

function loadDossier(db: WritableDb, dossier: Dossier): void {
  const { id, created_on, ...fields } = dossier.participant
  expectId(id, createParticipant(db, fields, created_on))
  for (const table of dossierTables) insertRows(db, table, dossier[table])
}

/** The generator numbers from 1: rows that hang on this one are made already. */
function expectId(id: number, given: number): void {
  if (id !== given) throw new Error('a practice office is loaded into an empty one')
}
