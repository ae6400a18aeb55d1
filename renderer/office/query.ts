/** What the screens read, through one cache. Reads are local and quick, so nothing is kept when in doubt. */
import { QueryCache, QueryClient, hashKey } from '@tanstack/react-query'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import type { Client } from '#core/api/contract.ts'
import { client } from '../client.ts'
import { failureOf } from './failure.ts'
import { lock } from './lock.ts'

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A screen keeps what it showed when a later look fails, unless the thing itself is gone.
    onError: (error, query) => {
      if (failureOf(error).code === 'NOT_FOUND' && query.state.data !== undefined)
        void queryClient.resetQueries({ queryKey: query.queryKey, exact: true })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always', // the service is on this PC: a missing internet connection says nothing about it
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 1 && failureOf(error).code === 'LINE_LOST',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

// Written out: the contract is too large for the compiler to print what it infers.
export const orpc: RouterUtils<Client> = createTanstackQueryUtils(client)

/** After a save: everything on the screen is asked again. A save is rare, a read costs a millisecond. */
export async function refreshAll(): Promise<void> {
  // On the lock screen the rest waits for it, and must not be waited for.
  if (lock.now()) await queryClient.invalidateQueries(orpc.app.state.queryOptions())
  else await queryClient.invalidateQueries()
}

/** What a screen keeps outside the queries, to be thrown away with them. */
export const forgetWith = new Set<() => void>()

/** After locking: the next screen is signing in, and nothing of what was read stays behind. */
export async function forgetAll(): Promise<void> {
  const { queryKey } = orpc.app.state.queryOptions()
  await queryClient.refetchQueries({ queryKey })
  for (const forget of forgetWith) forget()
  queryClient.removeQueries({ predicate: (query) => query.queryHash !== hashKey(queryKey) })
}
