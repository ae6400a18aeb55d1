import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../connect.ts'

/**
 * Runs `read` on a private copy of a file that another program has put in WAL mode, without that mode. The
 * engine would make files beside the original, and could not open it at all on a write-protected stick. What
 * waits in a `-wal` beside it counts.
 */
export function withoutWal<T>(
  input: { file: string; key: Buffer; scratch: string },
  read: (file: string) => T,
): T {
  const folder = join(input.scratch, `wal-${randomBytes(4).toString('hex')}`)
  mkdirSync(folder, { recursive: true })
  try {
    const file = join(folder, 'copy.db')
    copyFileSync(input.file, file)
    if (existsSync(`${input.file}-wal`)) copyFileSync(`${input.file}-wal`, `${file}-wal`)
    const raw = connect(file, input.key, { readonly: false, mustExist: true })
    try {
      raw.pragma('journal_mode = TRUNCATE')
    } finally {
      raw.close()
    }
    return read(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
