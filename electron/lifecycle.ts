/** Every message between the processes. Participants' data never stand in one: those go over the port. */
import type { OfficeSignal } from '#core/api/shell.ts'

/** Where the office lives on this PC; the data process is told, it does not look. */
export interface OfficePlace {
  /** Private folder with the live database. */
  readonly profileDir: string
  /** Where the visible file is proposed at set-up. */
  readonly suggestedFolder: string
  /** Documents are written here for the PDF program, and removed at the end and at the next start. */
  readonly openedDir: string
  readonly version: string
  readonly practice: boolean
}

/** What the data process may ask of the main process: a name, and one text or nothing. */
export type HostMethod = 'seal' | 'unseal' | 'chooseFolder' | 'chooseFile' | 'openDocument'

/** `port` comes with one port; the page is at its other end. */
export type ToDataProcess =
  | { type: 'start'; place: OfficePlace }
  | { type: 'hostAnswer'; id: number; value: string | null }
  | { type: 'port' | 'publish' | 'quit' }

export type FailedSignal = Extract<OfficeSignal, { state: 'failed' }>
export type FromDataProcess =
  | { type: 'ready' }
  | { type: 'failed'; failure: FailedSignal }
  | { type: 'hostCall'; id: number; method: HostMethod; argument: string | null }

/** Page to main; nothing else is heard. Main to page: an `OfficeSignal` with its port, and a `MenuCommand`. */
export const pageChannels = ['connect', 'formsStored', 'setLanguage', 'quit'] as const
export const officeChannel = 'office'
export const menuChannel = 'menu'
