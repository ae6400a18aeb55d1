import type { OfficeFacts } from './office.ts'
import type { Tally } from './table.ts'
import { kinds } from './trace.ts'

/** One way in which the disk refuses. */
export interface IoFault {
  readonly error: 'ENOSPC' | 'EIO' | 'EBUSY' | 'EPERM' | 'EACCES'
  /** Not one call, but that one and all after it. */
  readonly sticky: boolean
  /** The calls that are counted and fail; numbers as in the trace. */
  readonly kinds: readonly number[]
  /** In the run with all counts: one of so many calls fails. */
  readonly oneOf: number
}

export interface IoJob {
  readonly flow: string
  /** An office as the flow needs it; it is copied for each try. */
  readonly prepared: string
  readonly first: string
  readonly facts: OfficeFacts
  readonly folder: string
  readonly control: string
  readonly faults: readonly IoFault[]
  /** One of so many calls fails in turn, to the end of the flow; `from` shifts which. */
  readonly from: number
  readonly step: number
}

/** What came of one fault in one flow. */
export interface IoResult {
  readonly fault: string
  readonly tally: Tally
  /** Codes that a person was told. */
  readonly told: readonly string[]
  /** Saves that were refused at their last flush and are there all the same. */
  readonly anyway: number
  /** How many calls the flow has; what shows that they were seen. */
  readonly calls: number
}

const changing = [kinds.open, kinds.truncate, kinds.sync, kinds.rename, kinds.unlink, kinds.mkdir]
const writing = [...changing, kinds.write]
const once = { sticky: false, oneOf: 1 }

/**
 * The engine tells a full disk from every other reason why a page cannot be written, and no more than that. So EIO
 * stands for those, and the other three fail at all calls but the writes of pages.
 */
export const ioFaults: readonly IoFault[] = [
  { ...once, error: 'ENOSPC', kinds: writing },
  { ...once, error: 'EIO', kinds: writing },
  { ...once, error: 'EBUSY', kinds: changing },
  { ...once, error: 'EPERM', kinds: changing },
  { ...once, error: 'EACCES', kinds: changing },
  { error: 'ENOSPC', sticky: true, kinds: writing, oneOf: 5 },
  { error: 'EIO', sticky: true, kinds: writing, oneOf: 5 },
  { ...once, error: 'EIO', kinds: [kinds.read] },
]

export const faultName = ({ error, sticky, kinds: which }: IoFault) =>
  `${error}${sticky ? ' from then on' : ''}${which.includes(kinds.read) ? ' on reading' : ''}`
