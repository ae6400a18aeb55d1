/** The page of the morning in a full office: at three sizes, on a quiet day, and what is done from it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]

describe('Vandaag', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = async () => {
    // From the start, so that what the test changed behind the page's back is on it.
    await session.page.goto(`${office.host.origin}/#/vandaag`)
    await session.page.reload()
    await session.page.getByRole('heading', { level: 2, name: t('today:who') }).waitFor()
    await session.settled()
  }

  it('shows a few of each kind, and all when asked', async () => {
    const { page } = session
    await show()
    const all = page.getByRole('button', { name: new RegExp(`^Toon alle \\d+ ${t('today:aftercare')}$`) })
    const group = page.locator('.today-kind', { has: all })
    await expect.poll(() => group.getByRole('listitem').count()).toBe(2)
    const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThan(3)
    await all.click()
    await all.waitFor({ state: 'detached' })
    const heading = page.getByRole('heading', { level: 3, name: t('today:aftercare') })
    await expect
      .poll(() => page.locator('.today-kind', { has: heading }).getByRole('listitem').count())
      .toBe(count)
    await page.getByRole('button', { name: t('today:why') }).click()
    await page.getByText(/halve dagen achter elkaar weg was/).waitFor()
    session.expectQuiet()
  })

  it('somebody who stayed away is called, and what came of it is told', async () => {
    const { page } = session
    const client = await session.client()
    const week = await client.attendance.week({ monday: '2026-11-16' })
    const row = week.rows.find(({ cells }) => (cells[2]?.planned_minutes ?? 0) > 0)
    const participantId = row?.participantId ?? 0
    await client.attendance.mark({
      cells: [{ participantId, day: '2026-11-17', part: 'morning', mark: 'no_show', lateMinutes: null }],
    })
    await show()
    const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Noteren/ }) })
    await line.first().waitFor()
    await line.first().getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('today:called.body')).fill('Was naar de tandarts, komt morgen weer.')
    await session.expectGood('vandaag-bellen')
    await dialog.getByRole('button', { name: t('common:save') }).click()
    await dialog.waitFor({ state: 'detached' })
    await line.getByText('Telefoon, woensdag 18 november').waitFor()
    session.expectQuiet()
  })

  it('tells the appointments of today, by time, with the way to the person and the agenda', async () => {
    const { page } = session
    const client = await session.client()
    const [person] = (await client.participants.list({ query: '', stage: null, after: null, limit: 1 })).rows
    const meeting = {
      happens_on: '2026-11-18',
      start_minute: 840,
      end_minute: 885,
      title: 'Voortgang bespreken',
      place: 'Spreekkamer',
      remark: '',
      staff_id: null,
      participant_id: person?.id ?? 0,
      host_id: null,
      case_manager_id: null,
    }
    await client.agenda.create(meeting)
    await client.agenda.create({ ...meeting, start_minute: 560, end_minute: 600, title: 'Eerst dit' })
    await show()
    const list = page.locator('.today-appointments')
    const titles = await list
      .getByRole('link', { name: /^(Voortgang bespreken|Eerst dit)$/ })
      .allTextContents()
    expect(titles).toEqual(['Eerst dit', 'Voortgang bespreken'])
    const line = list.getByRole('listitem').filter({ hasText: 'Voortgang bespreken' })
    await expect.poll(() => line.textContent()).toMatch(/14\.00 tot 14\.45 uur.*met .+, Spreekkamer/)
    await expect.poll(() => line.getByRole('link').count()).toBe(2)
    await line.getByRole('link', { name: 'Voortgang bespreken' }).click()
    await page.locator('.agenda-week').getByText('Voortgang bespreken').first().waitFor()
    session.expectQuiet()
  })

  it('is right at two sizes and in forced colours', async () => {
    for (const size of sizes) {
      await session.page.setViewportSize(size)
      await show()
      await session.expectGood(`vandaag-${size.width}`)
      const sideways = await session.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways).toBeLessThanOrEqual(0)
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    await show()
    await session.expectGood('vandaag-contrast')
    await session.page.emulateMedia({ forcedColors: 'none' })
  })

  it('is friendly on a closed day', async () => {
    const client = await session.client()
    await client.settings.addClosure({ day: '2026-11-18', reason: 'Studiedag' })
    await show()
    await session.page.getByText(t('today:lead.closed', { reason: 'Studiedag' })).waitFor()
    await session.page.getByText(/Op donderdag 19 november komen \d+ mensen/).waitFor()
    await session.expectGood('vandaag-gesloten')
  })
})
