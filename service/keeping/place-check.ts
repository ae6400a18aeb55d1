import { existsSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { OfficeFileError } from '#db/database.ts'
import { checkWritable, isInside } from '../folder.ts'

/** What a platform tells of a path; a test plays another PC with it. */
export interface Disks {
  /** On another machine: locks do not hold there, and a cut connection is a cut write. */
  isNetwork(path: string): boolean
  /** The disk (or the part of it) that the path is on; null when unknown. */
  device(path: string): number | null
}

/** Linux' numbers of file systems that are on another machine: NFS, SMB, CIFS, SMB2 (linux/magic.h). */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

export const thisPcsDisks: Disks = {
  isNetwork(path) {
    if (isUnc(path)) return true
    try {
      const real = realpathSync.native(nearest(path))
      // On Windows a drive letter of a network folder gives the folder itself.
      return isUnc(real) || (process.platform !== 'win32' && networkTypes.has(statfsSync(real).type >>> 0))
    } catch {
      return false
    }
  },
  device(path) {
    try {
      return statSync(nearest(path)).dev
    } catch {
      return null
    }
  },
}

/** `\\server\share` and `\\?\UNC\server\share`; not `\\?\C:\` and `\\.\`. */
export function isUnc(path: string): boolean {
  return /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path) || /^[\\/]{2}[^\\/?.][^\\/]*[\\/]/.test(path)
}

/** The path itself, or the first folder above it that is there. */
function nearest(path: string): string {
  let at = resolve(path)
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return at
}

/**
 * Looks whether copies can go to `folder`, by really writing there.
 * @returns the folder as a full path. @throws OfficeFileError NOT_THIS_PLACE, CommandError FOLDER_NOT_WRITABLE.
 */
export function checkCopyFolder(folder: string, profileDir: string, visibleFolder: string): string {
  const path = folder.trim()
  if (isAbsolute(path)) {
    const full = real(path)
    if (isInside(full, real(profileDir)))
      throw new OfficeFileError('NOT_THIS_PLACE', resolve(path), { why: 'inside_profile' })
    if (full === real(visibleFolder))
      throw new OfficeFileError('NOT_THIS_PLACE', resolve(path), { why: 'same_disk' })
  }
  return checkWritable(folder, profileDir).folder
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
