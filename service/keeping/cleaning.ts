/** What an office that moved aside costs no longer: the rule is docs/decisions/0007. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { daysBetween } from '#core/calendar/dates.ts'
import { keptAside } from '#core/keeping/retention.ts'
import type { FileOps } from '#db/file-ops.ts'
import { Access } from '../access.ts'
import { removeEmpty } from '../folder.ts'
import type { DeskDoor } from './door.ts'
import { setNames } from './swap.ts'

const stampPattern = /^(\d{4}-\d{2}-\d{2}) \d{2}\.\d{2}\.\d{2}(?:-\d+)?$/
const unfinishedMigration = /^live\.db\.before-v\d+-\d+\.new(-journal)?$/

/**
 * Takes away old sets in `aside`, and what a broken-off migration left. Only with the office open and right after a
 * snapshot of it was written and read back, so that two good copies of it stand: the live file and that one. Of
 * another office, or one that cannot be told, nothing goes: it may be the only copy of it. Never throws.
 */
export async function cleanUp(
  door: Pick<DeskDoor, 'files' | 'host' | 'clock' | 'access' | 'place' | 'log' | 'ops'>,
): Promise<void> {
  const { files, ops, log } = door
  try {
    for (const name of ops.list(files.dir))
      if (unfinishedMigration.test(name)) ops.remove(join(files.dir, name))
    for (const name of oldSets(door)) if (await isOurs(door, name)) removeSet(join(files.aside, name), ops)
  } catch (error) {
    log({ event: 'cleaning_failed', error }) // the next snapshot brings the next attempt
  }
}

/** Names in `aside` that the rule does not keep. A name that is no moment is nobody's to remove. */
function oldSets({ files, clock, place, ops }: Parameters<typeof cleanUp>[0]): string[] {
  if (!existsSync(files.aside)) return []
  const today = clock.today()
  const sets = ops.list(files.aside).flatMap((name) => {
    const day = stampPattern.exec(name)?.[1]
    if (day === undefined) return []
    return [{ name, age: daysBetween(day, today), whole: existsSync(join(files.aside, name, 'live.db')) }]
  })
  const stay = keptAside(sets)
  const undoable = place()?.restored?.aside
  return sets.map(({ name }) => name).filter((name) => !stay.has(name) && name !== undoable)
}

/** Without its database it is what a removal that was cut off left, or a journal without a use. */
async function isOurs(
  { files, host, access }: Parameters<typeof cleanUp>[0],
  name: string,
): Promise<boolean> {
  const folder = join(files.aside, name)
  if (!existsSync(join(folder, 'live.db'))) return true
  const keyring = await Access.load(join(folder, basename(files.keyring)), host).catch(() => null)
  return keyring !== null && keyring.dbUuid === access()?.dbUuid
}

/** The database first: what is left when this is cut off is no office any more, and goes the next time. */
function removeSet(folder: string, ops: FileOps): void {
  for (const name of setNames) if (ops.exists(join(folder, name))) ops.remove(join(folder, name))
  ops.syncFolder(folder)
  removeEmpty(folder, folder)
}
