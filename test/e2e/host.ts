/** The browser host as a program of its own, on an invented PC: a folder with a profile and a place for the file. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '#core/api/contract.ts'

/** A Wednesday in the middle of a trajectory that began on Monday 24 August. */
export const today = '2026-11-18'
/** Of the whole PC: the program and its page have the same days, also in the hours that are another day elsewhere. */
export const timeZone = 'Europe/Amsterdam'
const startLimit = 180_000
const program = path.join(import.meta.dirname, '../../service/browser-host/main.ts')

export interface Pc {
  readonly root: string
  readonly profile: string
  readonly folder: string
  /** The private database. */
  readonly live: string
  remove(): void
}

export function newPc(): Pc {
  const root = mkdtempSync(path.join(tmpdir(), 'trajectboek-e2e-'))
  const profile = path.join(root, 'profiel')
  mkdirSync(profile)
  return {
    root,
    profile,
    folder: path.join(root, 'Documenten', 'Trajectboek'),
    live: path.join(profile, 'live.db'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

export interface Host {
  /** With the key: opens once. */
  readonly address: string
  readonly origin: string
  readonly port: number
  /** What the program wrote on stderr. */
  said(): string
  /** In order, as at the end of the day. */
  stop(): Promise<void>
  /** Takes in calls and answers none. */
  freeze(): void
  /** At once, as when the power goes. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts the program and waits for its address. Throws with what it said when it ends before that. */
export async function startHost(pc: Pc, { port = 0, practice = false, day = today } = {}): Promise<Host> {
  const built = process.env['TRAJECTBOEK_RENDERER'] // another build of the page than out/renderer
  const args = [
    program,
    '--profile',
    pc.profile,
    '--folder',
    pc.folder,
    '--port',
    String(port),
    '--today',
    day,
  ]
  if (practice) args.push('--practice')
  if (built) args.push('--renderer', built)
  const env = { ...process.env, TZ: timeZone }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let output = ''
  let said = ''
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      running.delete(child)
      resolve()
    }),
  )
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The host did not start in time. ${said}`)), startLimit)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/.exec(output)?.[0]
      if (!found) return
      clearTimeout(late)
      resolve(found)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The host ended (${code}). ${said}`))
    })
  })
  const { origin, port: chosen } = new URL(address)
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    address,
    origin,
    port: Number(chosen),
    said: () => said,
    freeze: () => void child.kill('SIGSTOP'),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** The contract over HTTP, for who holds the cookie: to prepare an office, and to see what is really stored. */
export function clientOf(origin: string, cookie: string): Client {
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
}

/** Opens the address as a browser would; only before a browser has. */
export async function enter(host: Host): Promise<{ client: Client; cookie: string }> {
  const answer = await fetch(host.address, { redirect: 'manual' })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  if (cookie === '') throw new Error(`The address was refused: ${answer.status}`)
  return { client: clientOf(host.origin, cookie), cookie }
}
