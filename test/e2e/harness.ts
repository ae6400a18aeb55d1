/** One real browser on the real program. Everything that goes wrong in the page is kept and fails the test. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { expect } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { createI18n } from '#core/i18n/index.ts'
import { findBrowser } from '../../build/find-browser.mjs'
import { axeFindings } from './axe.ts'
import { clientOf, timeZone, type Host } from './host.ts'
import { Keyboard } from './keyboard.ts'

/** The words of the screens, as they are now. */
export const t: ReturnType<typeof createI18n>['t'] = createI18n('nl').t

export const pictures: string = path.join(import.meta.dirname, '../output/e2e')
/** How long a screen may take, ms: a slow machine under load, not what anybody should have to wait. */
const patience = 30_000
/** Longer than the pause after the last key, ms, after which what was typed is sent to be kept. */
const typingPause = 1_500
const officeScreen = { width: 1366, height: 688 }
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge: set TRAJECTBOEK_BROWSER to its path')
  return chromium.launch({ executablePath, args: flags })
}

/** A window of the browser at work in one office. */
export class Session {
  readonly context: BrowserContext
  readonly page: Page
  readonly keys: Keyboard
  readonly #origin: string
  /** What went wrong in the page since the last `expectQuiet`. */
  #problems: string[] = []
  readonly #underWay = new Set<Request>()
  /** While the server is away on purpose. */
  #offline = false

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.context = context
    this.page = page
    this.keys = new Keyboard(page, (problem) => this.#problems.push(problem))
    this.#origin = origin
  }

  /** `address` with the key, or the origin when `cookie` already opens it. */
  static async open(browser: Browser, address: string, cookie = ''): Promise<Session> {
    const { origin } = new URL(address)
    const context = await browser.newContext({
      viewport: officeScreen,
      locale: 'nl-NL',
      timezoneId: timeZone,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(patience)
    const [name = '', value = ''] = cookie.split('=')
    if (cookie !== '') await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    const session = new Session(context, page, origin)
    session.#listen(page)
    await page.goto(cookie === '' ? address : `${origin}/`)
    return session
  }

  static on(browser: Browser, host: Host): Promise<Session> {
    return Session.open(browser, host.address)
  }

  #listen(page: Page): void {
    const note = (text: string) => this.#problems.push(text)
    page.on('pageerror', (error) => note(`error in the page: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      // A refused call is an answer like any other; its status is judged below.
      if (/Failed to load resource/.test(message.text())) return
      note(`console: ${message.text()}`)
    })
    page.on('response', (response) => {
      const isCall = new URL(response.url()).pathname.startsWith('/rpc/')
      const refused = response.status() >= (isCall ? 500 : 400)
      if (refused && !this.#offline) note(`${response.status()} for ${response.url()}`)
    })
    page.on('requestfailed', (request) => {
      this.#underWay.delete(request)
      const why = request.failure()?.errorText ?? ''
      if (why === 'net::ERR_ABORTED' || this.#offline) return // a query that nobody waits for any more
      note(`${why}: ${request.url()}`)
    })
    page.on('request', (request) => this.#underWay.add(request))
    page.on('requestfinished', (request) => this.#underWay.delete(request))
    this.context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (['blob:', 'data:', 'chrome-extension:', 'about:'].includes(protocol)) return
      if (origin !== this.#origin) note(`a request leaves this PC: ${request.url()}`)
    })
  }

  /** From here on calls may fail: the test takes the server away itself. */
  expectOffline(offline: boolean): void {
    this.#offline = offline
  }

  /** Fails on anything that went wrong in the page since the last time. */
  expectQuiet(): void {
    const problems = this.#problems
    this.#problems = []
    expect.soft([...new Set(problems)], 'what went wrong in the page').toEqual([])
  }

  /** The screen as it stands: axe finds nothing, the title names nobody, and a picture is kept. */
  async expectGood(name: string, { names = [] as string[] } = {}): Promise<void> {
    await this.settled()
    await this.picture(name)
    expect.soft(await axeFindings(this.page), `axe on ${name}`).toEqual([])
    const title = await this.page.title()
    expect(title).toMatch(/Trajectboek/)
    for (const one of names) expect(title).not.toContain(one)
    this.expectQuiet()
  }

  /** Waits until nothing has been fetched or saved for `quiet` ms: an answer is drawn, what it asks for has begun. */
  async settled(quiet = 150): Promise<void> {
    // A key is saved in the task after its frame.
    await this.page.evaluate(
      () => new Promise<void>((go) => void requestAnimationFrame(() => setTimeout(go))),
    )
    const late = Date.now() + patience
    for (let since = Date.now(); Date.now() - since < quiet;) {
      if (this.#underWay.size > 0) since = Date.now()
      if (since > late)
        throw new Error(`No answer yet: ${[...this.#underWay].map((one) => one.url()).join(' ')}`)
      await this.page.waitForTimeout(30)
    }
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined))
  }

  /** Takes the last change back. The news before it may still be on its way out, with a way back of its own. */
  async undo(): Promise<void> {
    const way = this.page.getByRole('button', { name: t('common:undo') })
    await expect.poll(() => way.count()).toBe(1)
    await way.click()
  }

  /** Waits until what was typed last has been kept as a draft, or saved. */
  async typedIsKept(): Promise<void> {
    await this.settled(typingPause)
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true })
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`) })
  }

  /** The service itself, as this browser reaches it. */
  async client(): Promise<Client> {
    const cookies = await this.context.cookies(this.#origin)
    return clientOf(this.#origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
