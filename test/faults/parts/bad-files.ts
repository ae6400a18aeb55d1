import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { errorMap } from '#core/api/errors.ts'
import type { CopyCause } from '#core/api/keeping.ts'
import { dataKey, formatCode, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import { foundOfficeAt, password, placeIn, startAt, type RunningOffice } from '../office.ts'
import { chance, type Chance } from '../random.ts'
import { contentOf } from '../state.ts'
import { addTally, noTally, type Row, type Tally } from '../table.ts'

const page = 4096

/** Makes a file out of a good copy; gives the causes that are right for it. */
interface Kind {
  readonly name: string
  readonly right: readonly CopyCause[]
  readonly make: (file: string, good: Buffer, random: Chance) => void
  /** Looked at with the code of another office only, by nobody who is signed in. */
  readonly otherCode?: boolean
}

const write = writeFileSync
const notGood: readonly CopyCause[] = ['damaged', 'needs_code']

function flip(good: Buffer, bit: number): Buffer {
  const bytes = Buffer.from(good)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes
}

function overwrite(good: Buffer, at: number, bytes: Buffer): Buffer {
  const copy = Buffer.from(good)
  bytes.copy(copy, at)
  return copy
}

/** The first page holds what tells that it is ours: damage there looks like another code. So: behind it. */
const behind = (good: Buffer, random: Chance, size: number) => page + random.below(good.length - page - size)

export function keyed(file: string, key: Buffer): Database.Database {
  const raw = new Database(file)
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
  raw.pragma(`key = "x'${key.toString('hex')}'"`)
  return raw
}

function changed(file: string, good: Buffer, key: Buffer, change: (raw: Database.Database) => void): void {
  write(file, good)
  const raw = keyed(file, key)
  raw.pragma('journal_mode = DELETE')
  change(raw)
  raw.close()
}

function kinds(key: Buffer, other: { file: string }): Kind[] {
  const bits: Kind = {
    name: 'one bit flipped',
    right: ['damaged'],
    make: (file, good, random) => write(file, flip(good, behind(good, random, 1) * 8 + random.below(8))),
  }
  const begins = (name: string, head: string): Kind => ({
    name,
    right: ['not_a_database'],
    make: (file, good) => write(file, Buffer.concat([Buffer.from(head, 'latin1'), randomBytes(good.length)])),
  })
  return [
    bits,
    {
      ...bits,
      name: 'one bit flipped in the first page',
      right: notGood,
      make: (file, good, random) => write(file, flip(good, random.below(page * 8))),
    },
    {
      ...bits,
      name: 'one bit flipped at the end',
      make: (file, good, random) => write(file, flip(good, (good.length - 1 - random.below(page)) * 8)),
    },
    {
      name: 'cut off',
      right: ['damaged'],
      make: (file, good, random) => write(file, good.subarray(0, page + random.below(good.length - page))),
    },
    {
      name: 'cut off at a page',
      right: ['damaged'],
      make: (file, good, random) =>
        write(file, good.subarray(0, page * (1 + random.below(good.length / page - 1)))),
    },
    {
      name: 'without its last byte',
      right: ['damaged'],
      make: (file, good) => write(file, good.subarray(0, -1)),
    },
    {
      name: 'less than a page',
      right: ['not_a_database'],
      make: (file, good, random) => write(file, good.subarray(0, 1 + random.below(page - 1))),
    },
    { name: 'one byte', right: ['not_a_database'], make: (file) => write(file, 'x') },
    { name: 'empty', right: ['empty'], make: (file) => write(file, '') },
    {
      name: 'longer than it says',
      right: ['damaged'],
      make: (file, good, random) => write(file, Buffer.concat([good, randomBytes(1 + random.below(9000))])),
    },
    {
      name: 'a sector of something else',
      right: ['damaged'],
      make: (file, good, random) => write(file, overwrite(good, behind(good, random, 512), randomBytes(512))),
    },
    {
      name: 'a hole of zeros',
      right: ['damaged'],
      make: (file, good, random) =>
        write(file, overwrite(good, page * (1 + random.below(good.length / page - 1)), Buffer.alloc(page))),
    },
    {
      name: 'two pages changed places',
      right: notGood,
      make(file, good, random) {
        const [a, b] = [1 + random.below(good.length / page - 1), 0].map((n) => n * page) as [number, number]
        const one = Buffer.from(good.subarray(a, a + page))
        write(file, overwrite(overwrite(good, a, good.subarray(b, b + page)), b, one))
      },
    },
    {
      name: 'unencrypted database',
      right: ['not_ours'],
      make(file, _good, random) {
        const raw = new Database(file)
        raw.exec(
          `CREATE TABLE participant (id, call_name); INSERT INTO participant VALUES (1, 'n${random.below(9e6)}')`,
        )
        raw.close()
      },
    },
    {
      name: 'database of another program, same key',
      right: ['not_ours'],
      make(file, _good, random) {
        const raw = keyed(file, key)
        raw.exec(
          `CREATE TABLE participant (id, call_name); INSERT INTO participant VALUES (1, 'n${random.below(9e6)}')`,
        )
        raw.close()
      },
    },
    {
      name: 'newer schema',
      right: ['newer_version'],
      make: (file, good) =>
        changed(file, good, key, (raw) => {
          raw.prepare(`UPDATE meta SET min_app_version = '9.9.9'`).run()
          raw.pragma('user_version = 99')
        }),
    },
    {
      name: 'another office, its code',
      right: ['needs_code'],
      make: (file) => copyFileSync(other.file, file),
    },
    {
      name: 'ours, with the code of another office',
      right: ['needs_code'],
      otherCode: true,
      make: (file, good) => write(file, good),
    },
    {
      name: 'WAL mode',
      right: ['good'],
      make: (file, good) => changed(file, good, key, (raw) => void raw.pragma('journal_mode = WAL')),
    },
    {
      name: 'write-protected',
      right: ['good'],
      make(file, good) {
        write(file, good)
        chmodSync(file, 0o444)
      },
    },
    begins('the zip', 'PK\u0003\u0004'),
    begins('the PDF', '%PDF-1.7\n'),
    begins('a picture', '\u0089PNG\r\n\u001a\n'),
    {
      name: 'a text',
      right: ['not_a_database'],
      make: (file, _good, random) => write(file, 'Beste collega, '.repeat(500 + random.below(20_000))),
    },
    {
      name: 'zeros',
      right: ['not_a_database'],
      make: (file, good) => write(file, Buffer.alloc(good.length)),
    },
    // Nothing tells it from a file under another code, and nothing is claimed.
    { name: 'noise', right: ['needs_code'], make: (file, good) => write(file, randomBytes(good.length)) },
    { name: 'a folder', right: ['unreadable'], make: (file) => mkdirSync(file) },
    { name: 'missing', right: ['missing'], make: () => undefined },
    { name: 'a good copy', right: ['good'], make: (file, good) => write(file, good) },
  ]
}

const hash = (file: string) =>
  statSync(file, { throwIfNoEntry: false })?.isFile()
    ? createHash('sha256').update(readFileSync(file)).digest('hex')
    : ''

async function inspect(office: RunningOffice, path: string, typedCode: string | null) {
  return await office.client.restore.inspect({ source: { kind: 'file', path }, typedCode })
}

/** Files that are not what they should be: told by their cause, and nothing changes. */
export const badFiles: Part = async (harness) => {
  harness.say('bad files')
  const { work, template, seed } = harness
  const root = join(newFolder(work, 'bad'), 'office')
  cpSync(template.place.root, root, { recursive: true })
  const place = placeIn(root)
  const otherPlace = placeIn(join(newFolder(work, 'bad'), 'other'))
  const other = { file: otherPlace.visible, facts: await foundOfficeAt(otherPlace) }
  const { code, staffId } = template.facts
  const good = readFileSync(place.visible)
  const key = dataKey(code)
  const [open, locked] = [await startAt(place), await startAt(otherPlace)]
  await open.client.app.signIn({ staffId, password })
  const before = [place.visible, place.live].map(hash)
  const random = chance(seed + 5)
  const list = kinds(key, other)
  const each = Math.ceil(harness.count(2_000, list.length * 2) / list.length)
  const tallies = new Map<string, Tally>()
  const refused: Refused = { tally: noTally(), told: new Set() }
  let longest = 0
  try {
    for (const kind of list) {
      const tally = noTally()
      tallies.set(kind.name, tally)
      for (let i = 0; i < each; i += 1) {
        const file = join(newFolder(work, 'bad-file'), 'Trajectboek.db')
        kind.make(file, good, random)
        const [was, beside] = [hash(file), readdirSync(dirname(file)).join()]
        const began = performance.now()
        const seen = await (kind.otherCode
          ? inspect(locked, file, formatCode(other.facts.code))
          : inspect(open, file, null))
        longest = Math.max(longest, performance.now() - began)
        tally.count += 1
        const untouched = hash(file) === was && readdirSync(dirname(file)).join() === beside
        const versionTold = seen.cause !== 'newer_version' || seen.version === '9.9.9'
        if (!kind.right.includes(seen.cause) || !versionTold) {
          tally[seen.cause === 'good' ? 'corrupt' : 'half'] += 1
          if (tally.examples.length < 2) tally.examples.push(`told as ${seen.cause}`)
        } else if (!untouched) {
          tally.lost += 1
          if (tally.examples.length < 2)
            tally.examples.push(`the file or its folder was changed: ${readdirSync(dirname(file)).join()}`)
        } else tally.ok += 1
        rmSync(dirname(file), { recursive: true, force: true })
      }
    }
    if ([place.visible, place.live].map(hash).join() !== before.join())
      throw new Error('looking changed the office itself')
    for (const kind of list) await putBack(harness, open, kind, good, random, refused)
  } finally {
    await open.close()
    await locked.close()
  }
  // One line for each answer that is right, and one for the bits.
  const groups = Map.groupBy(list, ({ name, right }) =>
    name.includes('bit') ? 'one bit flipped' : right.join(' or '),
  )
  const rows: Row[] = [...groups].map(([what, some]) => {
    const tally = noTally()
    for (const { name } of some) {
      const one = tallies.get(name) ?? noTally()
      addTally(tally, { ...one, examples: one.examples.map((example) => `${name}: ${example}`) })
    }
    return { what: `bad files: ${what}`, tally, note: some.map(({ name }) => name).join(', ') }
  })
  const told = [...refused.told].sort().join(', ')
  rows.push({
    what: 'bad files: put back all the same, refused',
    tally: refused.tally,
    note: `told: ${told}`,
  })
  return [...rows, await large(harness, longest)]
}

interface Refused {
  readonly tally: Tally
  readonly told: Set<string>
}

/** Somebody puts such a file back all the same: refused with a code that has words, and the office is as it was. */
async function putBack(
  { work }: Harness,
  office: RunningOffice,
  kind: Kind,
  good: Buffer,
  random: Chance,
  { tally, told }: Refused,
): Promise<void> {
  if (kind.right.includes('good') || kind.otherCode) return
  const before = contentOf(office.db())
  for (let i = 0; i < 3; i += 1) {
    const file = join(newFolder(work, 'bad-file'), 'Trajectboek.db')
    kind.make(file, good, random)
    const source = { kind: 'file', path: file } as const
    const call = office.client.restore.apply({ source, typedCode: null, staff: null, folder: null })
    const code = await call.then(
      () => 'nothing',
      (error: unknown) => String((error as { code?: unknown }).code),
    )
    told.add(code)
    tally.count += 1
    if (!(code in errorMap) || code === 'UNEXPECTED') tally.half += 1
    else if (contentOf(office.db()) !== before) tally.lost += 1
    else tally.ok += 1
    if (tally.ok < tally.count && tally.examples.length < 3) tally.examples.push(`${kind.name}: says ${code}`)
    rmSync(dirname(file), { recursive: true, force: true })
  }
}

/** The same with a file of 100 MB, by the clock. */
async function large(harness: Harness, longestSmall: number): Promise<Row> {
  const { work, template } = harness
  const megabytes = harness.scale >= 0.5 ? 100 : 8
  const root = join(newFolder(work, 'large'), 'office')
  cpSync(template.place.root, root, { recursive: true })
  const place = placeIn(root)
  const { code, staffId } = template.facts
  const key = dataKey(code)
  const file = join(newFolder(work, 'large'), 'Trajectboek.db')
  copyFileSync(place.visible, file)
  const raw = keyed(file, key)
  raw.pragma('journal_mode = MEMORY')
  raw.exec('BEGIN')
  const insert = raw.prepare(
    `INSERT INTO change (change_set_id, table_name, op, row_key, old, new) VALUES (1, 'note', 'insert', ?, NULL, ?)`,
  )
  for (let i = 0; i < megabytes * 50; i += 1) insert.run(String(i), randomBytes(10_000).toString('hex'))
  raw.exec('COMMIT')
  raw.close()
  const good = readFileSync(file)
  const office = await startAt(place)
  await office.client.app.signIn({ staffId, password })
  const wrong = formatCode(newRecoveryCode(() => randomBytes(16)))
  const cases: [string, CopyCause, Buffer][] = [
    ['good', 'good', good],
    ['cut off', 'damaged', good.subarray(0, good.length - page)],
    ['one bit at the end', 'damaged', flip(good, (good.length - 100) * 8)],
    ['one bit in the middle', 'damaged', flip(good, (good.length >> 1) * 8)],
    ['not ours', 'needs_code', randomBytes(good.length)],
  ]
  const tally = noTally()
  const told: string[] = []
  for (const [name, right, bytes] of cases) {
    write(file, bytes)
    const began = process.cpuUsage()
    const { cause } = await inspect(office, file, name === 'not ours' ? wrong : null)
    // By the processor's own clock: other programs on this machine have their turn too.
    const { user, system } = process.cpuUsage(began)
    const seconds = (user + system) / 1e6
    tally.count += 1
    told.push(`${name}: ${cause} in ${seconds.toFixed(2)} s`)
    if (seconds < 2 && cause === right) tally.ok += 1
    else {
      tally.half += 1
      tally.examples.push(`${name}: told as ${cause} in ${seconds.toFixed(2)} s`)
    }
  }
  office.drop()
  rmSync(root, { recursive: true, force: true })
  rmSync(dirname(file), { recursive: true, force: true })
  const size = (good.length / 1e6).toFixed(0)
  return {
    what: `bad files: within 2 s at ${size} MB`,
    tally,
    note: `${told.join('; ')}; small ones at most ${(longestSmall / 1000).toFixed(2)} s`,
  }
}
