import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '#core/api/contract.ts'
import type { OfficeDesk } from './desk.ts'
import { toContractError } from './errors.ts'
import { access } from './features/access.ts'
import { aftercare } from './features/aftercare.ts'
import { agenda } from './features/agenda.ts'
import { ambassadors } from './features/ambassadors.ts'
import { app } from './features/app.ts'
import { assessments } from './features/assessments.ts'
import { attachments } from './features/attachments.ts'
import { attendance } from './features/attendance.ts'
import { caseManagers } from './features/case-managers.ts'
import { civic } from './features/civic.ts'
import { contacts } from './features/contacts.ts'
import { audit } from './features/audit.ts'
import { copies } from './features/copies.ts'
import { dayPapers } from './features/day-papers.ts'
import { distances } from './features/distances.ts'
import { dossier } from './features/dossier.ts'
import { drafts } from './features/drafts.ts'
import { history } from './features/history.ts'
import { exports } from './features/exports.ts'
import { hosts } from './features/hosts.ts'
import { intakeForms } from './features/intake-forms.ts'
import { intakes } from './features/intakes.ts'
import { letterDues } from './features/letter-dues.ts'
import { letterStates } from './features/letter-states.ts'
import { letterRegister } from './features/letter-register.ts'
import { letterSending } from './features/letter-sending.ts'
import { letterTemplates } from './features/letter-templates.ts'
import { letterhead } from './features/letterhead.ts'
import { letterSources } from './features/letter-sources.ts'
import { letters } from './features/letters.ts'
import { meaning } from './features/meaning.ts'
import { matching } from './features/matching.ts'
import { merge } from './features/merge.ts'
import { municipalities } from './features/municipalities.ts'
import { lists } from './features/lists.ts'
import { notes } from './features/notes.ts'
import { openings } from './features/openings.ts'
import { participants } from './features/participants.ts'
import { permissions } from './features/permissions.ts'
import { placements } from './features/placements.ts'
import { placing } from './features/placing.ts'
import { projects } from './features/projects.ts'
import { referrals } from './features/referrals.ts'
import { restore } from './features/restore.ts'
import { results } from './features/results.ts'
import { search } from './features/search.ts'
import { settings } from './features/settings.ts'
import { setup } from './features/setup.ts'
import { signals } from './features/signals.ts'
import { snapshots } from './features/snapshots.ts'
import { talentCard } from './features/talent-card.ts'
import { tasks } from './features/tasks.ts'
import { themeEvenings } from './features/theme-evenings.ts'
import { today } from './features/today.ts'
import { trajectories } from './features/trajectories.ts'
import { moments } from './features/moments.ts'
import { words } from './features/words.ts'
import type { Feature } from './features/feature.ts'
import { assertAllowed, managerOnly } from './keeping/roles.ts'
import type { Log } from './log.ts'
import { isStream, watchStream } from './stream.ts'

/** What works without an opened office: it decides whether and how the office is opened. */
type DeskBranch = 'app' | 'setup' | 'snapshots' | 'access' | 'copies' | 'restore'
type DeskFeatures = { readonly [K in DeskBranch]: Feature<K, OfficeDesk> }
type OfficeFeatures = { readonly [K in Exclude<keyof Contract, DeskBranch>]: Feature<K> }

const deskFeatures: DeskFeatures = { app, setup, snapshots, access, copies, restore }
const officeFeatures: OfficeFeatures = {
  settings,
  participants,
  referrals,
  projects,
  exports,
  permissions,
  intakes,
  intakeForms,
  notes,
  assessments,
  civic,
  tasks,
  lists,
  dossier,
  attachments,
  talentCard,
  history,
  municipalities,
  trajectories,
  attendance,
  dayPapers,
  words,
  moments,
  agenda,
  hosts,
  contacts,
  themeEvenings,
  ambassadors,
  caseManagers,
  openings,
  matching,
  distances,
  placements,
  placing,
  aftercare,
  signals,
  meaning,
  letterSources,
  letters,
  letterStates,
  letterDues,
  letterSending,
  letterRegister,
  letterTemplates,
  letterhead,
  results,
  today,
  search,
  merge,
  drafts,
  audit,
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
            output: watchStream(result.output, {
              onError: (e) => toContractError(e, procedure, log, desk.door.files),
            }),
          }
        : result
    } catch (error) {
      throw toContractError(error, procedure, log, desk.door.files)
    }
  })
  const router: Record<string, Record<string, unknown>> = {}
  for (const [branch, handlers] of Object.entries({ ...deskFeatures, ...officeFeatures })) {
    const needsOffice = !(branch in deskFeatures)
    router[branch] = {}
    for (const [name, handler] of Object.entries(handlers as Record<string, AnyHandler>)) {
      const implementer = (os as unknown as Record<string, Record<string, Implementer>>)[branch]?.[name]
      if (implementer === undefined) throw new Error(`Not in the contract: ${branch}.${name}`)
      const call = { procedure: `${branch}.${name}`, handler }
      router[branch][name] = implementer.handler(({ input, signal }) =>
        needsOffice ? inOffice(desk, call, input, signal) : atDesk(desk, call, input, signal),
      )
    }
  }
  return router as unknown as OfficeRouter
}

interface Call {
  readonly procedure: string
  readonly handler: AnyHandler
}

/** For who may; and what is of a kind that is written down, is, before anybody sees the answer. */
function inOffice(
  desk: OfficeDesk,
  { procedure, handler }: Call,
  input: unknown,
  signal: AbortSignal | undefined,
): unknown {
  return desk.withOffice((ctx, closing) => {
    assertAllowed(procedure, ctx)
    const answer = handler(ctx, input, either(signal, closing))
    if (answer instanceof Promise) return answer.then((output: unknown) => answered(output))
    return isStream(answer) ? answer : answered(answer)

    function answered(output: unknown): unknown {
      desk.audit.answered(procedure, ctx, input, output)
      return output
    }
  })
}

async function atDesk(
  desk: OfficeDesk,
  { procedure, handler }: Call,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (managerOnly.has(procedure)) desk.withOffice((ctx) => assertAllowed(procedure, ctx))
  const staffId = desk.door.opened()?.staff.id ?? null
  const output = await handler(desk, input, signal)
  desk.audit.answeredAtDesk(procedure, staffId, input)
  return output
}

function either(signal: AbortSignal | undefined, closing: AbortSignal): AbortSignal {
  return signal === undefined ? closing : AbortSignal.any([signal, closing])
}

interface Implementer {
  handler(run: (call: { input: unknown; signal: AbortSignal | undefined }) => unknown): unknown
}
