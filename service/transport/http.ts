import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'

export const rpcPrefix = '/rpc'

/**
 * Serves the router under /rpc. Who may call is the caller's business: see browser-host/server.ts.
 * @returns a handler that answers whether the request was a call.
 */
export function httpHandler(
  router: AnyRouter,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const handler = new RPCHandler(router as never)
  return async (request, response) => {
    const { matched } = await handler.handle(request, response, { prefix: rpcPrefix, context: {} as never })
    return matched
  }
}
