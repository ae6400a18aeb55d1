import { randomBytes } from 'node:crypto'
import { newRecoveryCode } from '#db/keys/recovery-code.ts'
import type { CreatePracticeOffice } from '../practice-door.ts'
import { foundPractice } from './found.ts'
import type { PracticeStep } from './found.ts'

type Options = Parameters<CreatePracticeOffice>[0] & {
  /** Of the program; the lowest that there can be when it is not given. */
  version: string
  onProgress?: (step: PracticeStep, done: number, total: number) => void
}

/**
 * Makes the office of `npm start -- --practice`, see practice-door.ts. Smaller than the demo's, so that nobody
 * waits long for it. Its recovery code is not kept: invented data need no second key.
 * @throws OfficeFileError, CommandError ALREADY_SET_UP; then nothing of it stands.
 */
export async function createPracticeOffice(options: Options): Promise<void> {
  const { profileDir, folder, today, log, version, onProgress } = options
  await foundPractice({
    profileDir,
    folder,
    code: newRecoveryCode(randomBytes),
    office: { today, active: 60, former: 120 },
    version,
    // Some are left for whoever wants to practise from the start.
    drafts: 0.6,
    formerLetters: 0.25,
    onProgress,
  })
  log({ event: 'practice_office_made' })
}
