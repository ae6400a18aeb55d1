import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Files of the program itself. The bundle of the main process stands in out/main. */
const out = fileURLToPath(new URL('..', import.meta.url))
export const programFiles = {
  dataProcess: join(out, 'main', 'data-process.js'),
  preload: join(out, 'preload', 'preload.cjs'),
  renderer: join(out, 'renderer'),
}

/**
 * Where this PC keeps the office. On Windows in the *local* application data: Roaming is copied to servers and
 * other PCs at sign-in, and a live database must never be copied. The practice office has folders of its own,
 * so that it cannot be taken for the real one, and both can be open at once.
 */
export function officeFolders(env: NodeJS.ProcessEnv, home: string, documents: string, practice: boolean) {
  const elsewhere = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
  const windows = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
  const name = practice ? 'Trajectboek oefenen' : 'Trajectboek'
  const profileDir = join(process.platform === 'win32' ? windows : elsewhere, name)
  return { profileDir, suggestedFolder: join(documents, name), openedDir: join(profileDir, 'opened') }
}
