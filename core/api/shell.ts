/**
 * What the desktop shell and the page say to each other besides the contract. In the browser host there is
 * no shell: `window.shell` is undefined there, and the page does without (see `ShellApi`).
 */
import type { ErrorCode } from './errors.ts'

/**
 * What a choice in the menu asks of the page. The menu only shows the keys of these (Ctrl+K and so on): the
 * page handles its keys itself, so that they work the same in the browser.
 */
export const menuCommands = [
  'newParticipant',
  'print',
  'save',
  'lock',
  'undo',
  'redo',
  'find',
  'palette',
  'goToday',
  'goPeople',
  'goPlaces',
  'goLetters',
  'goResults',
  'goSettings',
  'refresh',
  'help',
  'shortcuts',
  'about',
] as const
export type MenuCommand = (typeof menuCommands)[number]

/**
 * How the data process is doing.
 * - `starting`: nothing can be asked yet.
 * - `ready`: comes with a new port of its own each time. `again` is true after a crash: calls that were under
 *   way are lost and are not repeated by the shell; what is being typed stays on the screen.
 * - `failed`: the office cannot be opened. Words: `errors.<code>`. `path` is the file or folder it is about.
 * - `closing`: the window is about to close. Store what is being typed, then call `shell.formsStored()`.
 */
export type OfficeSignal =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly again: boolean }
  | {
      readonly state: 'failed'
      readonly code: ErrorCode
      readonly path: string | null
      readonly ref: string | null
    }
  | { readonly state: 'closing' }

/** The mark on the window messages that carry an `OfficeSignal`; a port cannot pass the context bridge. */
export const officeMessage = 'trajectboek:office'
/** `window` message event data; with `ready`, `event.ports[0]` is the port of the contract. */
export interface OfficeMessage {
  readonly type: typeof officeMessage
  readonly signal: OfficeSignal
}

/** `window.shell`: all that the page can ask of the desktop shell. */
export interface ShellApi {
  /**
   * Asks for the state of the office. The answer, and each later change, comes as an `OfficeMessage`; listen
   * on `window` before the call. May be called again, for instance after "Probeer opnieuw": a failed data
   * process is then started anew.
   */
  connect(): void
  /** Answers how to stop listening. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void
  /** What was being typed is stored: the window may close. */
  formsStored(): void
  /** The language of the menu and the system's dialogs; remembered for the next start. */
  setLanguage(language: 'nl' | 'en'): void
  /** Closes the program, after saving and publishing. */
  quit(): void
}

declare global {
  // The page's `window`; core knows no DOM, so the name stands on globalThis.
  var shell: ShellApi | undefined
}
