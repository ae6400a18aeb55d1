/**
 * The line to the office's service: a MessagePort in the desktop program, HTTP in the browser host.
 *
 * The line can break (the data process restarts once by itself) and come back with a new port. Calls that were
 * under way are rejected at once, and never repeated here: whoever called still has what was typed, and
 * decides. Only what was refused because the office is locked is asked again when it is open. Everything else reaches `connection`, which the start screen and the banner listen to.
 */
import { createORPCClient, ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Client } from '#core/api/contract.ts'
import { officeMessage, type OfficeMessage } from '#core/api/shell.ts'
import { saveEverything } from './forms/autosaver.ts'
import { LineLostError, connection } from './office/connection.ts'
import { lock, waitsForLock } from './office/lock.ts'

type Context = Record<never, never>
type Line = { link: ClientLink<Context>; closed: Promise<never> }

let line: Line | null = null
let waiting: (() => void)[] = []

function take(next: Line): void {
  line = next
  connection.set({ state: 'ready' })
  for (const go of waiting) go()
  waiting = []
}

function portLine(port: MessagePort): Line {
  const link = new PortLink<Context>({ port })
  const closed = new Promise<never>((_, reject) => {
    port.addEventListener('close', () => {
      if (line?.link === link) connection.set({ state: 'lost' })
      reject(new LineLostError())
    })
  })
  closed.catch(() => undefined) // at that moment nobody may be waiting
  port.start()
  return { link, closed }
}

async function onSignal({ signal }: OfficeMessage, port: MessagePort | undefined): Promise<void> {
  if (signal.state === 'ready' && port) take(portLine(port))
  else if (signal.state === 'starting') connection.set({ state: line ? 'lost' : 'starting' })
  else if (signal.state === 'failed')
    connection.set({ state: 'failed', code: signal.code, path: signal.path ?? '', ref: signal.ref ?? '' })
  else if (signal.state === 'closing') {
    await saveEverything()
    window.shell?.formsStored()
  }
}

/** Opens the line. Call once, before the first call of the client. */
export function openLine(): void {
  if (!window.shell) {
    take({
      link: new FetchLink<Context>({ url: `${window.location.origin}/rpc` }),
      closed: new Promise<never>(() => undefined),
    })
    return
  }
  window.addEventListener('message', (event: MessageEvent<OfficeMessage | undefined>) => {
    // Only this same window can hand over a port: frames and other windows are not listened to.
    if (event.source === window && event.data?.type === officeMessage)
      void onSignal(event.data, event.ports[0])
  })
  window.shell.connect()
}

/** "Opnieuw": a failed data process is started anew; over HTTP the next call tries by itself. */
export function tryLineAgain(): void {
  window.shell?.connect()
}

const link: ClientLink<Context> = {
  async call(path, input, options) {
    if (!waitsForLock(path)) return callNow(path, input, options)
    for (;;) {
      await lock.opened()
      try {
        return await callNow(path, input, options)
      } catch (error) {
        // Nothing was carried out: it is asked again when somebody is in.
        if (!(error instanceof ORPCError && error.code === 'LOCKED')) throw error
        const reopening = lock.byItself()
        if (reopening) await reopening.catch(() => undefined)
        else lock.close()
      }
    }
  },
}

async function callNow(...[path, input, options]: Parameters<ClientLink<Context>['call']>): Promise<unknown> {
  if (!line) await new Promise<void>((resolve) => waiting.push(resolve))
  const now = line as unknown as Line
  try {
    const answer = await Promise.race([now.link.call(path, input, options), now.closed])
    if (!window.shell) connection.set({ state: 'ready' })
    return answer
  } catch (error) {
    // `fetch` says nothing better than a TypeError when nobody answers.
    if (!(error instanceof TypeError && /fetch|network/i.test(error.message))) throw error
    connection.set({ state: 'lost' })
    throw new LineLostError()
  }
}

export const client: Client = createORPCClient(link)
