import type { Log } from './log.ts'

/**
 * The password of everybody in a practice office. No secret: the data behind it are invented, and the program
 * fills it in by itself.
 */
export const practicePassword = 'oefenkantoor'

/** And therefore cheap to try: `foundOffice({ passwordCost })`. */
export const practicePasswordCost = 2 ** 10

/**
 * What service/practice/create.ts exports: makes a practice office in an empty profile, with `foundOffice`
 * (`practice: true`, `staff.password: practicePassword`, `passwordCost: practicePasswordCost`, `fill`), and its visible file in `folder`.
 */
export type CreatePracticeOffice = (options: {
  profileDir: string
  folder: string
  /** The office's day, `YYYY-MM-DD`. */
  today: string
  version: string
  log: Log
}) => Promise<void>
