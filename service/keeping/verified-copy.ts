import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { OfficeFileError } from '#db/database.ts'
import { writeError } from '#db/file-errors.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { openCopy } from '#db/open.ts'
import { renameWithPatience } from '#db/publish.ts'
import { clearUnfinished } from './snapshots.ts'

/** How long a file that a scanner holds is waited for, in ms. */
const patience = 10_000

/**
 * Copies a finished file to another disk: written under a temporary name and flushed, read back and compared with
 * the source, opened with the key and read as a whole; only then it gets its name. Bytes are moved beside other
 * work, so that a slow stick keeps nobody waiting.
 * @returns its path and size. @throws OfficeFileError COPY_DIFFERS, DISK_FULL, FOLDER_NOT_WRITABLE, FILE_IN_USE,
 * DAMAGED_FILE; then what stood under that name still does.
 */
export async function verifiedCopy(
  input: { source: string; folder: string; name: string; key: Buffer },
  ops: FileOps = nodeFiles,
): Promise<{ path: string; bytes: number }> {
  const { source, folder, name, key } = input
  const path = join(folder, name)
  const unfinished = `${path}.new-${randomBytes(4).toString('hex')}`
  try {
    clearUnfinished(folder, ops)
    const wanted = await ops.hash(source)
    await ops.copy(source, unfinished)
    if ((await ops.hash(unfinished)) !== wanted) throw new OfficeFileError('COPY_DIFFERS', path)
    openCopy({ file: unfinished, key }).close()
    const bytes = ops.size(unfinished)
    await renameWithPatience(unfinished, path, patience, ops)
    ops.syncFolder(folder)
    return { path, bytes }
  } catch (error) {
    try {
      clearUnfinished(folder, ops)
    } catch {
      // The stick was pulled out, or the next copy clears up.
    }
    const known = writeError(error, folder)
    if (!(known instanceof OfficeFileError)) throw known
    const about = known.code === 'FOLDER_NOT_WRITABLE' ? folder : path
    throw new OfficeFileError(known.code, about, { cause: error })
  }
}
