import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#core/api/contract.ts'
import type { WritableDb } from '#db/database.ts'
import { closeDb } from '#db/open.ts'
import { createClock } from '#service/clock.ts'
import { OfficeDesk } from '#service/desk.ts'
import type { HostServices } from '#service/host.ts'
import type { Log } from '#service/log.ts'
import type { PublisherTimes } from '#service/publisher.ts'
import { createRouter } from '#service/router.ts'
import { directClient } from '#service/transport/direct.ts'

/** One PC of the harness: a profile and the folder of the visible file, in one root. */
export interface Place {
  readonly root: string
  readonly profileDir: string
  readonly live: string
  readonly folder: string
  readonly visible: string
}

export function placeIn(root: string): Place {
  const profileDir = join(root, 'profile')
  const folder = join(root, 'documents')
  return {
    root,
    profileDir,
    live: join(profileDir, 'live.db'),
    folder,
    visible: join(folder, 'Trajectboek.db'),
  }
}

export const password = 'groene-fiets-7'
export const colleaguePassword = 'blauwe-stoel-3'
export const today = '2026-11-18'
/** Stands in names and texts of people, so that it may be in no file in the clear. */
export const planted = 'Merktekenduidelijk'
/** The form in which somebody is typing. */
export const draftForm = 'participant:1:note'

/**
 * A host with a store for secrets. What it seals says `@ROOT@` for the folder of the place, so that a place can be
 * copied elsewhere and looked at there.
 */
export function hostOf(place: Place): HostServices {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
  const host = {
    canChooseFolder: false,
    seal: (text: string) =>
      Promise.resolve(turn(Buffer.from(text.replaceAll(place.root, '@ROOT@'))).toString('base64')),
    unseal: (sealed: string) =>
      Promise.resolve(turn(Buffer.from(sealed, 'base64')).toString().replaceAll('@ROOT@', place.root)),
    chooseFolder: () => Promise.resolve(null),
    chooseFile: () => Promise.resolve(null),
    openDocument: () => Promise.resolve({ path: null, url: null }),
  }
  return host
}

/** So long that nothing is published by itself while the harness runs. */
export const never = 2 ** 30
export const publishNever: PublisherTimes = { debounce: never, atMost: never, retry: never }

export interface RunningOffice {
  readonly place: Place
  readonly desk: OfficeDesk
  readonly client: Client
  /** The opened database. @throws CommandError when nobody is signed in. */
  db(): WritableDb
  /** What went to the log. */
  readonly logged: string[]
  close(): Promise<void>
  /** Lets go of the files without the work of closing, as when the program is killed. */
  drop(): void
}

/** The office's service on a place, as its start finds it. Nobody is signed in. */
export async function startAt(
  place: Place,
  options: { times?: PublisherTimes; host?: Partial<HostServices>; now?: () => Date } = {},
): Promise<RunningOffice> {
  const logged: string[] = []
  const log: Log = ({ event, error }) => {
    const { message, stack } = error instanceof Error ? error : { message: '', stack: '' }
    logged.push(`${event}: ${message} ${stack ?? ''}`)
  }
  const desk = new OfficeDesk({
    profileDir: place.profileDir,
    suggestedFolder: place.folder,
    host: { ...hostOf(place), ...options.host },
    version: '0.1.0',
    clock: createClock(options.now ?? (() => new Date(`${today}T09:30:00Z`))),
    practice: false,
    log,
    publisherTimes: options.times ?? publishNever,
    delayAfter: () => 0,
    passwordCost: 2 ** 6,
  })
  const router = createRouter(desk, log)
  await desk.look()
  return {
    place,
    desk,
    client: directClient(router),
    db: () => desk.withOffice((context) => context.db),
    logged,
    close: () => desk.close(),
    drop() {
      try {
        desk.withOffice(({ db }) => closeDb(db))
      } catch {
        // nobody was in
      }
    },
  }
}

export interface OfficeFacts {
  /** As on paper. */
  readonly code: string
  readonly staffId: number
  readonly colleagueId: number
  readonly people: readonly number[]
  readonly trajectories: readonly number[]
}

/** A small office as staff make it, closed afterwards: two in the office, three people with days to fill in. */
export async function foundOfficeAt(place: Place): Promise<OfficeFacts> {
  mkdirSync(place.root, { recursive: true })
  const office = await startAt(place)
  const { client } = office
  try {
    const { code } = await client.setup.begin({ officeName: 'Stichting Proefwerkplaats' })
    await client.setup.finish({
      office: {
        name: 'Stichting Proefwerkplaats',
        street: 'Proefstraat',
        house_number: '1',
        postcode: '1234 AB',
        city: 'Lindwijk',
        phone: '',
      },
      folder: place.folder,
      typedCode: code,
      staff: { name: 'Wilhelmina Proefpersoon', function_title: 'begeleider', password },
    })
    const { id: colleagueId } = await client.settings.addStaff({
      name: 'Karel Proefpersoon',
      function_title: 'begeleider',
      role: 'coach',
      password: colleaguePassword,
    })
    const { id: municipality_id } = await client.municipalities.create({
      name: 'Gemeente Lindwijk',
      address_line: 'Postbus 1',
      postcode: '1234 AB',
      city: 'Lindwijk',
      phone: '',
      email: '',
    })
    const { id: case_manager_id } = await client.municipalities.createCaseManager({
      municipality_id,
      initials: 'K.',
      prefix: 'van',
      surname: 'Proef',
      form_of_address: 'mevrouw',
      function_title: 'klantmanager',
      phone: '',
      email: '',
    })
    const people: number[] = []
    const trajectories: number[] = []
    for (const given_names of ['Een', 'Twee', 'Drie']) {
      const { id: participant_id } = await client.participants.create({
        given_names,
        surname: planted,
        form_of_address: 'mevrouw',
      })
      const { id: referral_id } = await client.referrals.create({
        participant_id,
        case_manager_id,
        referred_on: '2026-06-01',
        client_number: 'CL-1',
        kind: 'months_6',
        purpose: '',
        tried_before: '',
      })
      const { id } = await client.trajectories.create({
        participant_id,
        referral_id,
        coach_id: 1,
        months: 6,
        starts_on: '2026-08-24',
        purpose: '',
        parts: [2, 4].map((weekday) => ({ weekday, part: 'morning', start_minute: 540, end_minute: 720 })),
        goals: [`${planted} leert Nederlands`],
      })
      people.push(participant_id)
      trajectories.push(id)
    }
    return { code, staffId: 1, colleagueId, people, trajectories }
  } finally {
    await office.close()
  }
}
