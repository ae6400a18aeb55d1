import type { Client } from '#core/api/contract.ts'
import type { OfficeFacts, Place, RunningOffice } from '../office.ts'

/** What a flow works with; each command is one call, as a screen makes it. */
export interface FlowTools {
  readonly office: RunningOffice
  readonly client: Client
  readonly facts: OfficeFacts
  /** A call that saves: what it answered must be there after any power cut. */
  save<T>(call: () => Promise<T>): Promise<T>
  /** Brings the visible file up to date and tells that it was. */
  publish(): Promise<void>
  /** Types on in a form that is not saved; `number` grows. */
  type(number: number): Promise<void>
  /** A code that opens the office from now on. */
  tellCode(code: string): void
}

/** A piece of real work of which the harness records every call to the disk. One file each in this folder. */
export interface Flow {
  readonly name: string
  /** False where the program cannot do this yet. */
  readonly exists?: () => boolean
  /** Before the recording, with somebody signed in. */
  readonly prepare?: (tools: FlowTools) => Promise<void>
  /** Changes the closed office before the recording, in the place of what `prepare` would do. */
  readonly prepareFiles?: (place: Place, facts: OfficeFacts) => Promise<void> | void
  readonly run: (tools: FlowTools) => Promise<void>
}
