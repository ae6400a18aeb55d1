import { readFileSync, writeFileSync } from 'node:fs'
import { closeDb, createLive, openLive } from '#db/open.ts'
import type { WritableDb } from '#db/database.ts'

type NewOffice = Pick<Parameters<typeof createLive>[0], 'file' | 'key' | 'meta'>

/** The bytes of the files that `createLive` made, by what it made them with. */
const made = new Map<string, Buffer>()

/**
 * An empty office as `createLive` makes it, open. Building the schema is most of the work of a small test, so it is
 * built once for each file of tests; whoever asks for the same again gets a copy.
 */
export function newOffice({ file, key, meta }: NewOffice): WritableDb {
  const asked = JSON.stringify([key.toString('hex'), meta])
  const bytes = made.get(asked)
  if (bytes) writeFileSync(file, bytes)
  else {
    closeDb(createLive({ file, key, meta }))
    made.set(asked, readFileSync(file))
  }
  return openLive({ file, key })
}
