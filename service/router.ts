import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '#core/api/contract.ts'
import type { OfficeDesk } from './desk.ts'
import { toContractError } from './errors.ts'
import { aftercare } from './features/aftercare.ts'
import { app } from './features/app.ts'
import { assessments } from './features/assessments.ts'
import { attendance } from './features/attendance.ts'
import { hosts } from './features/hosts.ts'
import { intakes } from './features/intakes.ts'
import { letters } from './features/letters.ts'
import { municipalities } from './features/municipalities.ts'
import { notes } from './features/notes.ts'
import { openings } from './features/openings.ts'
import { participants } from './features/participants.ts'
import { placements } from './features/placements.ts'
import { referrals } from './features/referrals.ts'
import { results } from './features/results.ts'
import { search } from './features/search.ts'
import { settings } from './features/settings.ts'
import { setup } from './features/setup.ts'
import { snapshots } from './features/snapshots.ts'
import { tasks } from './features/tasks.ts'
import { today } from './features/today.ts'
import { trajectories } from './features/trajectories.ts'
import type { Feature } from './features/feature.ts'
import type { Log } from './log.ts'
import { isStream, watchStream } from './stream.ts'

/** What works without an opened office: it decides whether and how the office is opened. */
type DeskBranch = 'app' | 'setup' | 'snapshots'
type DeskFeatures = { readonly [K in DeskBranch]: Feature<K, OfficeDesk> }
type OfficeFeatures = { readonly [K in Exclude<keyof Contract, DeskBranch>]: Feature<K> }

const deskFeatures: DeskFeatures = { app, setup, snapshots }
const officeFeatures: OfficeFeatures = {
  settings,
  participants,
  referrals,
  intakes,
  notes,
  assessments,
  tasks,
  municipalities,
  trajectories,
  attendance,
  hosts,
  openings,
  placements,
  aftercare,
  letters,
  results,
  today,
  search,
}

export type OfficeRouter = Router<Contract, Record<never, never>>

type AnyHandler = (context: unknown, input: unknown, signal: AbortSignal | undefined) => unknown

/**
 * The contract, implemented: every procedure of every branch with its feature's function of the same name.
 * Each call gets a fresh context, is counted (so that closing can wait for it), and fails only with an error of
 * the contract.
 */
export function createRouter(desk: OfficeDesk, log: Log): OfficeRouter {
  const os = implement(contract).use(async ({ next, path }) => {
    const procedure = path.join('.')
    try {
      desk.assertServing()
      await desk.started
      const result = await next()
      return isStream(result.output)
        ? {
            ...result,
            output: watchStream(result.output, { onError: (e) => toContractError(e, procedure, log) }),
          }
        : result
    } catch (error) {
      throw toContractError(error, procedure, log)
    }
  })
  const router: Record<string, Record<string, unknown>> = {}
  for (const [branch, handlers] of Object.entries({ ...deskFeatures, ...officeFeatures })) {
    const needsOffice = !(branch in deskFeatures)
    router[branch] = {}
    for (const [name, handler] of Object.entries(handlers as Record<string, AnyHandler>)) {
      const implementer = (os as unknown as Record<string, Record<string, Implementer>>)[branch]?.[name]
      if (implementer === undefined) throw new Error(`Not in the contract: ${branch}.${name}`)
      router[branch][name] = implementer.handler(({ input, signal }) =>
        needsOffice
          ? desk.withOffice((ctx, closing) => handler(ctx, input, either(signal, closing)))
          : handler(desk, input, signal),
      )
    }
  }
  return router as unknown as OfficeRouter
}

function either(signal: AbortSignal | undefined, closing: AbortSignal): AbortSignal {
  return signal === undefined ? closing : AbortSignal.any([signal, closing])
}

interface Implementer {
  handler(run: (call: { input: unknown; signal: AbortSignal | undefined }) => unknown): unknown
}
