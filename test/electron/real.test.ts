/**
 * The built program in the real Electron, where its runtime is on this machine (node_modules/electron/dist):
 * that the parts fit a Chromium, which the other tests of this folder can only play.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'node_modules', 'electron', 'dist')
const runtime = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
const display =
  process.platform === 'win32' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const canRun = existsSync(runtime) && existsSync(join(root, 'out', 'main', 'index.js')) && display

describe.skipIf(!canRun)('the program in the real Electron (needs its runtime and a display)', () => {
  let program: ElectronApplication
  let page: Page
  beforeAll(async () => {
    const profile = mkdtempSync(join(tmpdir(), 'electron-'))
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    program = await _electron.launch({
      executablePath: runtime,
      args: [...asRoot, root, '--practice'],
      env: { ...process.env, XDG_DATA_HOME: profile, LOCALAPPDATA: profile } as Record<string, string>,
    })
    page = await program.firstWindow()
    await page.waitForLoadState('domcontentloaded')
  }, 60_000)
  afterAll(() => program?.close())

  it('shows the page on its own scheme, without a way to Node', async () => {
    expect(page.url()).toMatch(/^app:\/\/trajectboek\//)
    expect(
      await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis)),
    ).toEqual([])
    expect(await page.evaluate(() => Object.keys(window.shell ?? {}).toSorted())).toEqual([
      'connect',
      'formsStored',
      'onMenuCommand',
      'quit',
      'setLanguage',
    ])
  })

  it('opens the practice office over the port', async () => {
    await page.getByRole('navigation').first().waitFor({ timeout: 30_000 })
    expect(await page.title()).not.toBe('')
  })

  it('reaches no network, no file and no other window', async () => {
    const tries = await page.evaluate(async () => {
      const failed = async (address: string): Promise<boolean> => {
        try {
          await fetch(address)
          return false
        } catch {
          return true
        }
      }
      return [
        await failed('https://example.nl/'),
        await failed('http://127.0.0.1:9/'),
        await failed('file:///etc/hostname'),
        window.open('https://example.nl/') === null,
      ]
    })
    expect(tries).toEqual([true, true, true, true])
  })

  it('refuses permissions, and code from a text', async () => {
    expect(
      await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state),
    ).toBe('denied')
    expect(
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.head.append(script)
        return 'ran' in window
      }),
    ).toBe(false)
  })

  it('has the key function that the sidecar needs: Electron links BoringSSL, not OpenSSL', async () => {
    const length = await program.evaluate(() => {
      const { scryptSync } = process.getBuiltinModule('node:crypto')
      return scryptSync('a', 'b', 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }).length
    })
    expect(length).toBe(32)
  })
})
