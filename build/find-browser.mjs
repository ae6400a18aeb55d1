/** Finds a Chromium, Chrome or Edge for the end-to-end tests. No dependencies. */
import { existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

/** The places to look, in order, for one platform; only names, nothing is checked. */
export function browserPlaces(platform = process.platform, env = process.env) {
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean)
    const tails = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ]
    return tails.flatMap((tail) => roots.map((base) => path.win32.join(base, ...tail)))
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  return NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)))
}

/**
 * The path of a browser, or null. TRAJECTBOEK_BROWSER wins when it is set and exists.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {(file: string) => boolean} exists
 * @returns {string | null}
 */
export function findBrowser(platform = process.platform, env = process.env, exists = existsSync) {
  const named = env.TRAJECTBOEK_BROWSER
  if (named && exists(named)) return named
  return browserPlaces(platform, env).find((place) => exists(place)) ?? null
}
