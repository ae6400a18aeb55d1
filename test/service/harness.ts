import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { onTestFinished } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import type { HostServices } from '#service/host.ts'
import { startOffice, type OfficeServer, type OfficeServerOptions } from '#service/server.ts'
import { directClient } from '#service/transport/direct.ts'

export interface TestPc {
  /** Holds everything below; with a name as staff have them. */
  readonly root: string
  readonly profileDir: string
  readonly folder: string
  readonly visible: string
}

export function newPc(): TestPc {
  const root = mkdtempSync(join(tmpdir(), "Zoë Öztürk & Co's-"))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'Documenten'))
  const folder = join(root, 'Documenten', 'Trajectboek')
  return { root, profileDir: join(root, 'profiel'), folder, visible: join(folder, 'Trajectboek.db') }
}

const scrambled = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))

/** A host as on a PC with a secret store: what is sealed does not hold the words of what went in. */
export function sealingHost(): HostServices {
  return {
    canChooseFolder: false,
    seal: (secret) => Promise.resolve(scrambled(Buffer.from(secret)).toString('base64')),
    unseal: (sealed) => Promise.resolve(scrambled(Buffer.from(sealed, 'base64')).toString()),
    chooseFolder: () => Promise.resolve(null),
    openDocument: () => Promise.resolve({ path: null, url: null }),
  }
}

export interface Running {
  readonly server: OfficeServer
  readonly client: Client
}

export function start(pc: TestPc, options: Partial<OfficeServerOptions> = {}): Running {
  const server = startOffice({
    profileDir: pc.profileDir,
    suggestedFolder: pc.folder,
    host: sealingHost(),
    version: '0.1.0',
    passwordCost: 2 ** 10,
    delayAfter: () => 0,
    clock: () => new Date('2026-11-18T09:30:00Z'),
    ...options,
  })
  onTestFinished(() => server.close())
  return { server, client: directClient(server.router) }
}

export const password = 'groene-fiets-7'
export const staffName = 'Wilhelmina Proefpersoon'
export const officeName = 'Stichting Proefwerkplaats'

type Finish = Parameters<Client['setup']['finish']>[0]

export function finishInput(pc: TestPc, typedCode: string): Finish {
  return {
    office: {
      name: officeName,
      street: 'Proefstraat',
      house_number: '1',
      postcode: '1234ab',
      city: 'Lindwijk',
      phone: '',
    },
    folder: pc.folder,
    typedCode,
    staff: { name: staffName, function_title: 'begeleider', password },
  }
}

/** The first start, as a person does it. @returns the code on the paper. */
export async function setUp(pc: TestPc, client: Client): Promise<string> {
  const { code } = await client.setup.begin({ officeName })
  await client.setup.finish(finishInput(pc, code))
  return code
}

/** The error of a call that must fail. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ code: ErrorCode; data: never; defined: boolean; message: string }> {
  try {
    await call
  } catch (error) {
    if (error instanceof ORPCError) return error as never
    throw error
  }
  throw new Error('The call did not fail')
}

/** Every file under a folder with its bytes. */
export function filesUnder(folder: string): { file: string; bytes: Buffer }[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: readFileSync(file) }))
}
