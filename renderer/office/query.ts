/** What the screens read, through one cache. Reads are local and quick, so nothing is kept when in doubt. */
import { QueryClient } from '@tanstack/react-query'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { client } from '../client.ts'
import { failureOf } from './failure.ts'

export const queryClient = new QueryClient({
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

export const orpc = createTanstackQueryUtils(client)

/** After a save: everything on the screen is asked again. A save is rare, a read costs a millisecond. */
export async function refreshAll(): Promise<void> {
  await queryClient.invalidateQueries()
}
