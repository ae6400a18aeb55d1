import type { Contract } from '#core/api/contract.ts'
import type { AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { OfficeContext } from '../context.ts'

type Handler<P, C> =
  P extends ContractProcedure<infer I extends AnySchema, infer O extends AnySchema, infer _E, infer _M>
    ? (
        context: C,
        input: InferSchemaOutput<I>,
        signal: AbortSignal | undefined,
      ) => InferSchemaInput<O> | Promise<InferSchemaInput<O>>
    : never

/**
 * The handlers of one branch of the contract: a plain function per procedure, with exactly the contract's
 * names, inputs and outputs. See README.md in this folder for how one is written.
 */
export type Feature<K extends keyof Contract, C = OfficeContext> = {
  readonly [P in keyof Contract[K]]: Handler<Contract[K][P], C>
}
