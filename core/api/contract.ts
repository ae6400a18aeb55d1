/**
 * The one contract between the screens and the office's service.
 *
 * The service implements it (`service/router.ts`), the screens call it through a client made from it, and the
 * same router is served over a direct call, a MessagePort and HTTP. A method that one side forgets is a
 * compile error. Only plain data crosses: no Date, no class; bytes travel as base64.
 */
import type {
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract'
import { app, settings, setup, snapshots } from './app.ts'
import { access, audit, copies, drafts, restore, staffChanges } from './keeping.ts'
import { letters, results, search, today } from './paper.ts'
import { assessments, intakes, municipalities, notes, participants, referrals, tasks } from './people.ts'
import { aftercare, hosts, openings, placements } from './places.ts'
import { attendance, trajectories } from './programme.ts'

export const contract = {
  app,
  setup,
  snapshots,
  settings: { ...settings, ...staffChanges },
  copies,
  restore,
  access,
  drafts,
  audit,
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
export type Contract = typeof contract
export type Client = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
