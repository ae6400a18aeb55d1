import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaFile, schemaText } from '#db/migrate.ts'

test('db/schema.sql is what the migrations make', () => {
  const written = readFileSync(join(import.meta.dirname, '..', '..', schemaFile), 'utf8').replaceAll(
    '\r\n',
    '\n',
  )
  const right = written === schemaText()
  expect(
    right,
    `${schemaFile} is not what db/migrations make: run npm run schema, and look at the difference`,
  ).toBe(true)
  expect(written).toMatch(/CREATE TABLE participant \(/)
  expect(written).toMatch(/CREATE TRIGGER "history_participant_delete"/)
})
