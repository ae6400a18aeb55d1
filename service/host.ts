/**
 * What the service asks of the program around it. Two implementations: the desktop shell (electron/) and the
 * browser host. Everything else the service does by itself, in plain Node.
 */
export interface HostServices {
  /** Wraps a secret with the operating system's store; null where there is none. */
  seal(secret: string): Promise<string | null>
  /** Null when this PC or this user cannot open it any more: never a reason to fail, the code still works. */
  unseal(sealed: string): Promise<string | null>
  /** The system's folder dialog; null when it was cancelled. Only where `canChooseFolder`. */
  chooseFolder(): Promise<string | null>
  readonly canChooseFolder: boolean
  /** The system's file dialog, likewise; not there where a path is typed. */
  chooseFile?(): Promise<string | null>
  /** Shows a finished document in the PDF program. `url` where the screen has to open it itself. */
  openDocument(document: {
    fileName: string
    bytes: Uint8Array
  }): Promise<{ path: string | null; url: string | null }>
}
