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
import * as branches from './branches.ts'

/** By name: spelled out as one literal, its type is longer than the compiler writes into a declaration. */
export type Contract = typeof branches
export const contract: Contract = { ...branches }
export type Client = ContractRouterClient<Contract>
export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
