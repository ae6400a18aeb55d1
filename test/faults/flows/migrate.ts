import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataKey, keyId } from '#db/keys/recovery-code.ts'
import { migrations } from '#db/migrations/index.ts'
import { profileFiles } from '#service/sidecar.ts'
import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

const released = join(import.meta.dirname, '..', '..', 'fixtures', 'databases', 'schema-1.db')

/** An office of the first schema, opened by the program of now, and worked in. */
export const migrate: Flow = {
  name: 'migrate',
  exists: () => migrations.length > 1,
  prepareFiles(place, facts) {
    const files = profileFiles(place.profileDir)
    const raw = new Database(files.live)
    key(raw, dataKey(facts.code))
    const uuid = String(raw.prepare('SELECT db_uuid FROM meta').pluck().get())
    raw.close()
    copyFileSync(released, files.live)
    const old = new Database(files.live)
    key(old, Buffer.alloc(32, 7))
    old.pragma('journal_mode = TRUNCATE')
    old.pragma(`rekey = "x'${dataKey(facts.code).toString('hex')}'"`)
    old.prepare('UPDATE meta SET db_uuid = ?, key_id = ?').run(uuid, keyId(facts.code))
    rmSync(place.visible)
    old.prepare('VACUUM INTO ?').run(place.visible)
    old.close()
    rmSync(files.snapshots, { recursive: true, force: true })
    const {
      published: _published,
      visible: _visible,
      last: _last,
      ...rest
    } = JSON.parse(readFileSync(files.place, 'utf8')) as Record<string, unknown>
    writeFileSync(files.place, JSON.stringify({ ...rest, published: null }))
  },
  async run({ client, save, publish }) {
    await save(() => client.tasks.create({ participant_id: null, title: `${planted} daarna`, due_on: null }))
    await publish()
  },
}

function key(raw: Database.Database, bytes: Buffer): void {
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
  raw.pragma(`key = "x'${bytes.toString('hex')}'"`)
}
