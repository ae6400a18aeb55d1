import { createRouterClient } from '@orpc/server'
import type { Client } from '#core/api/contract.ts'
import type { OfficeRouter } from '../router.ts'

/** The contract's client in the same process: for tests and for programs without a window. */
export function directClient(router: OfficeRouter): Client {
  return createRouterClient(router, { context: {} }) as unknown as Client
}
