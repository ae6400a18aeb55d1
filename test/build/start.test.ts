import { describe, expect, it } from 'vitest'
import { browserPlaces, findBrowser } from '../../build/find-browser.mjs'
import { parseStart, profileFolder } from '../../build/profile.mjs'

describe('the profile folder', () => {
  it('is the local application data on Windows, never the roaming part', () => {
    const env = {
      LOCALAPPDATA: 'C:\\Users\\Zoë\\AppData\\Local',
      APPDATA: 'C:\\Users\\Zoë\\AppData\\Roaming',
    }
    expect(profileFolder(false, 'win32', env, 'C:\\Users\\Zoë')).toBe(
      'C:\\Users\\Zoë\\AppData\\Local\\Trajectboek',
    )
    expect(profileFolder(false, 'win32', {}, 'C:\\Users\\Zoë')).toBe(
      'C:\\Users\\Zoë\\AppData\\Local\\Trajectboek',
    )
  })

  it('follows XDG on Linux', () => {
    expect(profileFolder(false, 'linux', {}, '/home/a')).toBe('/home/a/.local/share/Trajectboek')
    expect(profileFolder(false, 'linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/Trajectboek')
  })

  it('keeps the practice office apart', () => {
    for (const platform of ['win32', 'linux', 'darwin']) {
      const [real, practice] = [false, true].map((one) => profileFolder(one, platform, {}, '/home/a'))
      expect(practice).not.toBe(real)
      expect(practice?.startsWith(`${real}/`)).toBe(false)
    }
  })
})

describe('the command line of npm start', () => {
  it('reads the known words and passes the rest on', () => {
    expect(parseStart(['--practice', '--port', '4100'])).toEqual({
      practice: true,
      browser: false,
      open: true,
      rest: ['--port', '4100'],
    })
    expect(parseStart(['--browser', '--no-open'])).toMatchObject({ browser: true, open: false, rest: [] })
  })
})

describe('findBrowser', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' }

  it('takes the first that exists', () => {
    const there = new Set(['/usr/bin/google-chrome', '/usr/bin/microsoft-edge'])
    expect(findBrowser('linux', env, (file) => there.has(file))).toBe('/usr/bin/google-chrome')
  })

  it('lets TRAJECTBOEK_BROWSER win, when it exists', () => {
    const named = { ...env, TRAJECTBOEK_BROWSER: '/opt/own/chrome' }
    expect(findBrowser('linux', named, () => true)).toBe('/opt/own/chrome')
    expect(findBrowser('linux', named, (file) => file === '/usr/bin/chromium')).toBe('/usr/bin/chromium')
  })

  it('is null where there is none', () => {
    expect(findBrowser('linux', env, () => false)).toBeNull()
  })

  it('knows where Edge is on Windows', () => {
    const windows = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(browserPlaces('win32', windows)).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    )
  })
})
