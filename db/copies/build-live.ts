import { dirname, basename, join } from 'node:path'
import { closeDb, openLive } from '../open.ts'
import { checkWhole } from '../check.ts'
import type { FileOps } from '../file-ops.ts'
import { nodeFiles } from '../file-ops.ts'
import { writeError } from '../file-errors.ts'
import type { OfficeContent } from './content.ts'
import { readContent } from './content.ts'

/**
 * Makes a live database under the name `target`, which must not exist, from a copy: copied, opened with its
 * key, migrated when it is older, read as a whole, flushed. The source stays as it is. Nothing of `target` is left when it fails.
 *
 * Throws OfficeFileError as `openLive`, and DISK_FULL, FOLDER_NOT_WRITABLE.
 */
export async function buildLive(input: {
  source: string
  target: string
  key: Buffer
  appVersion: string
  ops?: FileOps
}): Promise<OfficeContent> {
  const { source, target, key, appVersion, ops = nodeFiles } = input
  try {
    await ops.copy(source, target)
    if (ops.exists(`${source}-wal`)) await ops.copy(`${source}-wal`, `${target}-wal`)
    const db = openLive({ file: target, key, appVersion, ops })
    let content: OfficeContent
    try {
      checkWhole(db)
      content = readContent(db)
    } finally {
      closeDb(db)
    }
    // Besides the database itself: its empty journal, and the copy that a migration makes first.
    clear(target, ops, (name) => name !== basename(target))
    ops.sync(target)
    ops.syncFolder(dirname(target))
    return content
  } catch (error) {
    try {
      clear(target, ops, () => true)
    } catch {
      // What is left is in nobody's way; the reason itself must be told.
    }
    throw writeError(error, dirname(target))
  }
}

function clear(target: string, ops: FileOps, which: (name: string) => boolean): void {
  const folder = dirname(target)
  for (const name of ops.list(folder))
    if (name.startsWith(basename(target)) && which(name)) ops.remove(join(folder, name))
}
