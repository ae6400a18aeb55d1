/** The profile folder of this PC; the practice office has its own. */
export function profileFolder(
  practice: boolean,
  platform?: string,
  env?: Record<string, string | undefined>,
  home?: string,
): string
export interface StartOptions {
  practice: boolean
  browser: boolean
  open: boolean
  rest: string[]
}
/** Reads the command line of `npm start`; what is not known goes on to the program. */
export function parseStart(args: string[]): StartOptions
