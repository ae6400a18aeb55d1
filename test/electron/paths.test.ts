import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { profileFolder } from '../../build/profile.mjs'
import { officeFolders, programFiles } from '../../electron/paths.ts'

describe('where the office lives', () => {
  it.each([true, false])('is where the browser host looks for it (practice: %s)', (practice) => {
    const env = { XDG_DATA_HOME: '/data/local', LOCALAPPDATA: '/data/local' }
    const { profileDir } = officeFolders(env, '/home/coach', '/home/coach/Documents', practice)
    expect(profileDir).toBe(profileFolder(practice, process.platform, env, '/home/coach'))
    const bare = officeFolders({}, '/home/coach', '/home/coach/Documents', practice)
    expect(bare.profileDir).toBe(profileFolder(practice, process.platform, {}, '/home/coach'))
  })

  it('is beside the program in no case', () => {
    for (const file of Object.values(programFiles))
      expect(file.startsWith(join(import.meta.dirname, '..', '..'))).toBe(true)
    const { profileDir, openedDir } = officeFolders({}, '/home/coach', '/d', false)
    expect(profileDir.startsWith('/home/coach')).toBe(true)
    expect(openedDir.startsWith(profileDir)).toBe(true)
  })
})
