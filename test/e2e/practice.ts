/** The practice office in a browser of its own: how most walks begin and end. */
import type { Browser } from 'playwright-core'
import { launchBrowser, Session } from './harness.ts'
import { newPc, startHost, type Host, type Pc } from './host.ts'

export interface Practice {
  readonly pc: Pc
  readonly host: Host
  readonly browser: Browser
  readonly session: Session
  /** Goes to this address within the program, and waits until it stands there. */
  show(address: string): Promise<void>
  /** How far the page itself can be scrolled sideways, in CSS pixels. */
  sideways(): Promise<number>
  close(): Promise<void>
}

export async function openPractice(): Promise<Practice> {
  const pc = newPc()
  const host = await startHost(pc, { practice: true })
  const browser = await launchBrowser()
  const session = await Session.on(browser, host)
  const { page } = session
  await page.getByRole('heading', { level: 1 }).waitFor()
  return {
    pc,
    host,
    browser,
    session,
    async show(address) {
      await page.goto(`${host.origin}/#${address}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await session.settled()
    },
    sideways: () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    async close() {
      await browser.close()
      await host.stop()
      pc.remove()
    },
  }
}
