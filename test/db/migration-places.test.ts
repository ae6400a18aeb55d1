import { expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { migrations } from '#db/migrations/index.ts'

/** A bare file with the steps up to this version. */
function fileOf(version: number): Database.Database {
  const raw = new Database(':memory:')
  for (const step of migrations.slice(0, version)) raw.exec(step.sql)
  return raw
}

test('who was the contact of an organisation becomes its first person, and known sectors get their key', () => {
  const raw = fileOf(5)
  raw.exec(`INSERT INTO host (id, name, sector, contact_name, contact_function, name_fold) VALUES
    (1, 'Een', ' Horeca', 'Marja Test', 'teamleider', 'een'), (2, 'Twee', 'imkerij', '', 'balie', 'twee'),
    (3, 'Drie', '', '', '', 'drie')`)
  raw.exec(migrations[5]?.sql ?? '')
  expect(
    raw.prepare('SELECT host_id, name, function_title, active FROM host_person ORDER BY id').all(),
  ).toEqual([
    { host_id: 1, name: 'Marja Test', function_title: 'teamleider', active: 1 },
    { host_id: 2, name: 'balie', function_title: '', active: 1 },
  ])
  expect(raw.prepare('SELECT sector FROM host ORDER BY id').pluck().all()).toEqual([
    'catering',
    'imkerij',
    '',
  ])
  expect(raw.prepare("SELECT name FROM pragma_table_info('host') WHERE name LIKE 'contact%'").all()).toEqual(
    [],
  )
  raw.close()
})
