import type { CopiesState } from '#core/api/keeping.ts'

export type CloudService = NonNullable<CopiesState['cloud']>['service']

/** Names that these programs give to their folders, as one part of a path. "OneDrive - Name of the organisation". */
const folders: readonly (readonly [RegExp, CloudService])[] = [
  [/^OneDrive( - .+)?$/i, 'onedrive'],
  [/^Dropbox( \(.+\))?$/i, 'dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|Mijn Drive)$/i, 'google_drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'icloud'],
]

/** Set by OneDrive itself, also where its folder has another name. */
const variables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const

/**
 * Which company on the internet keeps a copy of what is in this folder, as far as its path and the environment
 * tell; null when none is recognised.
 */
export function cloudOf(folder: string, env: NodeJS.ProcessEnv): CloudService | null {
  const parts = folder.split(/[\\/]+/)
  for (const name of variables) {
    const root = env[name]?.split(/[\\/]+/).filter((part) => part !== '')
    const path = parts.filter((part) => part !== '')
    if (root !== undefined && root.length > 0 && root.every((part, at) => same(part, path[at])))
      return 'onedrive'
  }
  for (const part of parts) for (const [pattern, service] of folders) if (pattern.test(part)) return service
  return null
}

const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase()
