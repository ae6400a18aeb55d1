/**
 * From a key to the painted mark, in Chromium with sixty people in the week: a letter on one cell, and a letter over all
 * of them. Counted from the key event to the frame after the one in which the mark stands there, so at least one frame
 * (16.7 ms at 60 Hz) is in it. `npm run build` first, then
 * `npm run bench -- week-paint`.
 */
import { launchBrowser } from '../e2e/harness.ts'
import { aCrowd } from '../e2e/models/crowd.ts'
import { openOffice } from '../e2e/models/office.ts'

const people = 60
const browser = await launchBrowser()
const office = await openOffice(browser)
try {
  const { page } = office.session
  await aCrowd(office.client, people)
  await page.goto(`${office.host.origin}/#/week?maandag=2026-11-09`)
  const grid = page.getByRole('grid')
  await grid.locator('[data-row="59"]').first().waitFor()
  await office.session.settled()
  // In the page: when the key came, when its work was done, when it stood on the screen.
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { paintTimes: times })
    const waiting = new MessageChannel()
    let began = 0
    waiting.port1.addEventListener('message', () => {
      performance.measure('key to paint', { start: began })
      times.push(performance.now() - began)
    })
    waiting.port1.start()
    window.addEventListener(
      'keydown',
      (event) => {
        began = event.timeStamp
        // React has worked through the key before the frame; the message comes behind it.
        requestAnimationFrame(() => waiting.port2.postMessage(null))
      },
      true,
    )
  })
  const times = (first: number) =>
    page.evaluate((n) => (window as unknown as { paintTimes: number[] }).paintTimes.slice(n), first)
  // On a busy machine the clock says how long others took; the processor time of the page's own thread does not.
  const line = await page.context().newCDPSession(page)
  await line.send('Performance.enable', { timeDomain: 'threadTicks' })
  const processor = async () => {
    const { metrics } = await line.send('Performance.getMetrics')
    return 1000 * (metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0)
  }
  const tell = (what: string, all: readonly number[], own: number) => {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)
    console.log(
      `  ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${sorted.length} keys); processor ${(own / sorted.length).toFixed(1)} ms a key, with saving and reading`,
    )
  }
  let from = 0
  const measure = async (what: string, keys: readonly string[]) => {
    const before = await processor()
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(60) // somebody who types fast
    }
    await office.session.settled()
    const all = await times(from)
    from += all.length
    tell(what, all, (await processor()) - before)
  }
  await grid.locator('[data-row="0"][data-column="1"]').focus()
  await measure('to warm up', ['a', 'z', 'a', 'z', 'Control+Home'])
  await measure(
    'a letter, cursor goes on',
    Array.from({ length: 58 }, (_, n) => 'azvo'.charAt(n % 4)),
  )
  await measure(
    'an arrow',
    Array.from({ length: 40 }, () => 'ArrowUp'),
  )
  await measure(
    'Shift and an arrow',
    Array.from({ length: 18 }, () => 'Shift+ArrowDown'),
  )
  await page.keyboard.press('Control+a')
  await office.session.settled()
  from = (await times(0)).length
  await measure(
    'a letter over all of them',
    Array.from({ length: 12 }, (_, n) => 'az'.charAt(n % 2)),
  )
} finally {
  await office.close()
  await browser.close()
}
