import { RPCHandler } from '@orpc/server/message-port'
import type { AnyRouter } from '@orpc/server'

/**
 * What a port has to be able to do: a `MessagePort` of Node's worker_threads, or Electron's `MessagePortMain`.
 * Both keep messages until `start`.
 */
export interface ServicePort {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

/**
 * Serves the router on a port until it closes. A port that closes in the middle of a call is no failure: the
 * call's own transaction finishes or rolls back, and the answer is dropped.
 */
export function servePort(router: AnyRouter, port: ServicePort): void {
  const handler = new RPCHandler(router as never)
  let open = true
  port.on('close', () => {
    open = false
  })
  const quiet = {
    on(event: 'message' | 'close', listener: (event?: { data: unknown }) => void) {
      if (event === 'close') port.on('close', () => listener())
      // Node gives the message itself, Electron an event that holds it in `data`.
      else port.on('message', (message) => listener(isEvent(message) ? message : { data: message }))
    },
    postMessage(message: unknown) {
      if (!open) return
      try {
        port.postMessage(message)
      } catch {
        open = false // closed between the two lines
      }
    },
  }
  handler.upgrade(quiet as never, { context: {} as never })
  port.start()
}

function isEvent(message: unknown): message is { data: unknown } {
  return typeof message === 'object' && message !== null && 'data' in message && 'ports' in message
}
