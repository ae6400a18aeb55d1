import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFile, schemaText } from '#db/migrate.ts'

/** `npm run schema`: writes db/schema.sql, the whole schema as the migrations leave it, to be read by people. */
const root = join(import.meta.dirname, '..')
writeFileSync(join(root, schemaFile), schemaText())
process.stdout.write(`${schemaFile}\n`)
