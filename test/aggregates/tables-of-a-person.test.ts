import { expect, test } from 'vitest'
import { connection } from '#db/database.ts'
import { tablesInHistory } from '#db/history/person-changes.ts'
import { historyTables } from '#db/history/triggers.ts'
import { openTestOffice } from '../builders/index.ts'

/** Of these nobody asks "who changed what", each for its reason. */
const elsewhere: Readonly<Record<string, string>> = {
  attendance: 'the week shows it, with an undo of its own',
  lesson_part: 'saved as a whole with the days',
  letter: 'the register and the timeline; what is final never changes',
  letter_print: 'the register',
  letter_put_off: 'the list of letters that are due',
  print_run_letter: 'the register',
  group_moment_person: 'the moment shows who was there',
  schedule: 'the page of the trajectory keeps every one',
  schedule_part: 'goes with its schedule',
  trajectory_phase: 'the page of the trajectory keeps every one',
}

/** Rows that belong to a person: by a reference to one, or to a row that does. */
function tablesOfPeople(raw: ReturnType<typeof connection>): Set<string> {
  const found = new Set<string>()
  const tables = historyTables(raw).map(({ name }) => name)
  for (let size = -1; size < found.size;) {
    size = found.size
    for (const table of tables) {
      const keys = raw.pragma(`foreign_key_list(${table})`) as { table: string }[]
      if (keys.some((key) => key.table === 'participant' || found.has(key.table))) found.add(table)
    }
  }
  found.delete('participant')
  return found
}

test('every table with something about people stands in the history of the person, or says where else', () => {
  using office = openTestOffice()
  const tables = tablesOfPeople(connection(office.db))
  expect(tables.size).toBeGreaterThan(25)
  expect(tables).toContain('aftercare_attempt')
  for (const table of tables)
    expect(tablesInHistory.includes(table) || table in elsewhere, `table ${table} is forgotten`).toBe(true)
  for (const table of Object.keys(elsewhere)) expect(tablesInHistory).not.toContain(table)
})
