import type { WritableDb } from '#db/database.ts'
import { withoutWaiting } from '#db/practice/fast.ts'
import { foundOffice } from '../founding.ts'
import type { Founding } from '../founding.ts'
import { practicePassword } from '../practice-door.ts'
import { noHost } from './context.ts'
import { generateOffice } from './generate.ts'
import type { PracticeData, PracticeOptions } from './generate.ts'
import { draftDueLetters, writeEarlierLetters } from './letters.ts'
import { loadPractice } from './load.ts'
import type { Counts } from './load.ts'
import { office } from './texts/names.ts'

export type PracticeStep = 'people' | 'letters' | 'copy'

export interface PracticeFounding extends Pick<Founding, 'profileDir' | 'folder' | 'code'> {
  readonly office: Partial<PracticeOptions> & { readonly today: string }
  readonly version: string
  /** Of the letters that are due on the day, how many have a draft: 0 to 1. */
  readonly drafts: number
  readonly formerLetters: number
  /** What else has to be done before the file is published. */
  readonly before?: (made: PracticeMade) => Promise<void>
  readonly onProgress?: ((step: PracticeStep, done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** The office as it is just before its file is published. */
export interface PracticeMade {
  readonly db: WritableDb
  readonly data: PracticeData
  readonly counts: Counts
  readonly earlierLetters: number
  /** Ids of the drafts of letters that are due on the day. */
  readonly dueDrafts: readonly number[]
}

/** No secret and no real data behind it: the password only has to be quick. */
const passwordCost = 2 ** 12

/**
 * Makes a practice office in an empty profile, with its visible file in `folder`: all of it, or nothing when it
 * fails or is aborted. @throws OfficeFileError, CommandError, the signal's reason.
 */
export async function foundPractice(founding: PracticeFounding): Promise<void> {
  const data = generateOffice(founding.office)
  const { today } = data.options
  const { onProgress, signal } = founding
  const [founder] = data.staff
  if (founder === undefined) throw new RangeError('nobody works here')
  await foundOffice({
    profileDir: founding.profileDir,
    folder: founding.folder,
    code: founding.code,
    office,
    staff: { name: founder.name, function_title: founder.function_title, password: practicePassword },
    version: founding.version,
    today,
    now: `${today}T07:00:00Z`,
    practice: true,
    host: noHost,
    passwordCost,
    fill: (db) =>
      withoutWaiting(db, async () => {
        const counts = await loadPractice(db, data, {
          signal,
          onProgress: (done, total) => onProgress?.('people', done, total),
        })
        const earlierLetters = await writeEarlierLetters(db, data, {
          signal,
          formerShare: founding.formerLetters,
          onProgress: (done, total) => onProgress?.('letters', done, total),
        })
        const dueDrafts = draftDueLetters(db, data, founding.drafts)
        await founding.before?.({ db, data, counts, earlierLetters, dueDrafts })
        onProgress?.('copy', 0, 1)
      }),
  })
  onProgress?.('copy', 1, 1)
}
