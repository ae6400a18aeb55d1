import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#core/api/contract.ts'
import type { WritableDb } from '#db/database.ts'
import type { FileOps } from '#db/file-ops.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { closeDb, openCopy } from '#db/open.ts'
import { createClock } from '#service/clock.ts'
import { OfficeDesk } from '#service/desk.ts'
import type { HostServices } from '#service/host.ts'
import type { PublisherTimes } from '#service/publisher.ts'
import { createRouter } from '#service/router.ts'
import { directClient } from '#service/transport/direct.ts'
import {
  foundOfficeAt,
  hostOf,
  password,
  placeIn,
  planted,
  publishNever,
  today,
  type OfficeFacts,
  type Place,
} from '../faults/office.ts'
import { contentOf } from '../faults/state.ts'

export { password }

/** One office on one Windows PC, in a folder with a name as people have them. */
export interface Pc {
  readonly place: Place
  readonly facts: OfficeFacts
  /** Puts everything back as it was when the office was founded. Nothing of it may be open. */
  reset(): void
}

/** Node's own `cpSync` ends the program under Windows where a name has letters outside ASCII. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else copyFileSync(source, target)
  }
}

export async function newPc(home: string, name: string): Promise<Pc> {
  const root = join(home, `Zoë Öztürk & Co's ገጽ ${name}`)
  rmSync(root, { recursive: true, force: true })
  const place = placeIn(join(root, 'kantoor'))
  const facts = await foundOfficeAt(place)
  const kept = join(root, 'zoals het was')
  copyFolder(place.root, kept)
  return {
    place,
    facts,
    reset() {
      rmSync(place.root, { recursive: true, force: true })
      copyFolder(kept, place.root)
    },
  }
}

export interface Office {
  readonly desk: OfficeDesk
  readonly client: Client
  readonly logged: string[]
  db(): WritableDb
  content(): string
  signIn(): Promise<void>
  close(): Promise<void>
  /** Lets go of the files without the work of closing, as when the program is killed. */
  drop(): void
}

export interface Options {
  readonly times?: PublisherTimes
  readonly ops?: FileOps
  readonly host?: HostServices
  readonly now?: () => Date
}

/** The office's service as it starts on this PC. Nobody is signed in. */
export async function start({ place, facts }: Pick<Pc, 'place' | 'facts'>, options: Options = {}) {
  const logged: string[] = []
  const desk = new OfficeDesk({
    profileDir: place.profileDir,
    suggestedFolder: place.folder,
    host: options.host ?? hostOf(place),
    version: '0.1.0',
    clock: createClock(options.now ?? (() => new Date(`${today}T09:30:00Z`))),
    practice: false,
    log: ({ event, error }) => logged.push(`${event}: ${String(error)}`),
    publisherTimes: options.times ?? publishNever,
    delayAfter: () => 0,
    passwordCost: 2 ** 6,
    ops: options.ops,
  })
  await desk.look()
  const client = directClient(createRouter(desk, () => undefined))
  const db = () => desk.withOffice((context) => context.db)
  const office: Office = {
    desk,
    client,
    logged,
    db,
    content: () => contentOf(db()),
    async signIn() {
      await client.app.signIn({ staffId: facts.staffId, password })
    },
    close: () => desk.close(),
    drop() {
      try {
        closeDb(db())
      } catch {
        // nobody was in
      }
    },
  }
  return office
}

let notes = 0
/** One save, as a screen makes it. */
export async function save(client: Client, { people }: OfficeFacts): Promise<void> {
  await client.notes.create({
    participant_id: people[0] ?? 0,
    happened_on: today,
    kind: 'talk',
    body: `${planted} ${(notes += 1)} ${'en nog wat. '.repeat(notes % 20)}`,
    in_report: false,
  })
}

/** What a copy holds for somebody with nothing but the file and the code on paper. */
export function readCopy<T>(
  file: string,
  facts: OfficeFacts,
  read: (copy: ReturnType<typeof openCopy>) => T,
): T {
  const copy = openCopy({ file, key: dataKey(facts.code) })
  try {
    return read(copy)
  } finally {
    copy.close()
  }
}

export function newFolder(home: string, name: string): string {
  const folder = join(home, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}
