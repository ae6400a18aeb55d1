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
import { merge, search } from './finding.ts'
import { letters, results, today } from './paper.ts'
import { assessments } from './assessments.ts'
import { attachments } from './attachments.ts'
import { civic } from './civic.ts'
import { history } from './history.ts'
import { intakes } from './intake.ts'
import { intakeForms } from './intake-form.ts'
import { lists } from './lists.ts'
import { notes, tasks } from './notes.ts'
import { municipalities, participants, referrals } from './people.ts'
import { permissions } from './permissions.ts'
import { aftercare } from './aftercare.ts'
import { hosts, openings, placements } from './places.ts'
import { meaning } from './meaning.ts'
import { signals } from './signals.ts'
import { talentCard } from './talent-card.ts'
import { projects } from './projects.ts'
import { dossier } from './timeline.ts'
import { attendance } from './attendance.ts'
import { closures } from './closures.ts'
import { trajectories } from './programme.ts'
import { moments } from './moments.ts'
import { words } from './words.ts'

export const contract = {
  app,
  setup,
  snapshots,
  settings: { ...settings, ...staffChanges, ...closures },
  copies,
  restore,
  access,
  drafts,
  audit,
  participants,
  referrals,
  projects,
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
  words,
  moments,
  hosts,
  openings,
  placements,
  aftercare: aftercare as typeof aftercare, // by name: written out, the whole is too long for the compiler
  signals: signals as typeof signals,
  meaning: meaning as typeof meaning,
  letters,
  results,
  today,
  search,
  merge,
}
export type Contract = typeof contract
export type Client = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
