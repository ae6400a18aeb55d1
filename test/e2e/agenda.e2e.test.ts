/** The agenda in a full office: a week by keyboard, what deserves a second look, cancelling, and the calendar file. */
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]
const wide = { width: 1366, height: 768 }

describe('agenda', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    await session.page.setViewportSize(wide)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const sideways = () => office.sideways()

  it('is in the rail and in the palette', async () => {
    const { page } = session
    await page
      .locator('#rail')
      .getByRole('link', { name: t('app:shell.nav.agenda') })
      .click()
    await page.getByRole('heading', { level: 1, name: /Week 47/ }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(t('app:shell.nav.agenda'))
    await page.getByRole('option', { name: t('app:shell.nav.agenda') }).waitFor()
    await page.keyboard.press('Escape')
    session.expectQuiet()
  })

  it('an appointment is made with the keyboard, warned about, changed, cancelled and taken back', async () => {
    const { page } = session
    const client = await session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 1 })
    const [person] = rows
    if (!person) throw new Error('nobody is active')
    await client.civic.setLessons({ participantId: person.id, lessons: [{ weekday: 4, part: 'morning' }] })
    await show('/agenda?maandag=2027-01-18')
    await page.getByText(t('agenda:emptyHint')).waitFor()
    // One stop for Tab; the arrows go from day to day, N begins.
    await page.locator('[data-agenda="0 0"]').focus()
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight')
    await page.locator('[data-agenda="3 0"]:focus').waitFor()
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('agenda:form.what')).waitFor()
    await expect.poll(() => dialog.getByLabel(t('agenda:form.day')).inputValue()).toBe('21-01-2027')

    // What cannot be is said at its field, and stays as it was typed.
    await dialog.getByLabel(t('agenda:form.until'), { exact: true }).fill('9.45')
    await dialog.getByRole('button', { name: t('agenda:form.create') }).click()
    await dialog.getByText(t('problems:required')).waitFor()
    await dialog.getByText(t('problems:time_order')).waitFor()
    await dialog.getByLabel(t('agenda:form.until'), { exact: true }).fill('24:30')
    await page.keyboard.press('Tab')
    await dialog.getByText(t('problems:time_not_understood')).waitFor()
    await session.expectGood('agenda-fouten')

    await dialog.getByLabel(t('agenda:form.what')).fill('Proefgesprek')
    // The end goes along with the beginning, and typing goes on replacing it.
    const [from, until] = [t('agenda:form.from'), t('agenda:form.until')].map((label) =>
      dialog.getByLabel(label, { exact: true }),
    ) as [Locator, Locator]
    await until.fill('0:00') // the end of the day
    await page.keyboard.press('Tab')
    await vi.waitFor(async () => expect(await until.inputValue()).toBe('24.00'))
    await until.fill('11')
    await from.fill('9')
    await page.keyboard.press('Tab')
    await vi.waitFor(async () => expect(await until.inputValue()).toBe('10.00'))
    await page.keyboard.type('10u15')
    await page.keyboard.press('Tab')
    await vi.waitFor(async () => expect(await until.inputValue()).toBe('10.15'))
    await dialog.getByLabel(t('places:form.findPerson')).fill(person.fullName)
    await dialog.getByRole('button', { name: person.fullName }).first().click()
    await dialog.getByText(t('agenda:warn.lesson.morning')).waitFor()
    await session.expectGood('agenda-nieuw', { names: [person.fullName] })
    await dialog.getByRole('button', { name: t('agenda:form.create') }).click()
    await dialog.waitFor({ state: 'detached' })

    const made = page.locator('[data-agenda="3 1"]')
    await made.getByText('Proefgesprek').waitFor()
    await made.click()
    await dialog.getByRole('button', { name: t('agenda:form.cancel') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('.agenda-cancelled').waitFor()
    await session.undo()
    await page.locator('.agenda-cancelled').waitFor({ state: 'detached' })
    await made.getByText('Proefgesprek').waitFor()

    // It stands with the person, and on the line of time.
    await show(`/deelnemers/${person.id}`)
    await page.getByRole('heading', { name: t('agenda:card.title') }).waitFor()
    const list = await client.agenda.ofPerson({ participantId: person.id, from: '2026-11-18', to: null })
    expect(list.map((one) => one.title)).toContain('Proefgesprek')
    await page.locator('.timeline').getByText('9.00-10.15 Proefgesprek').waitFor()
    await session.expectGood('agenda-persoon', { names: [person.fullName] })
  })

  it('the calendar file says no more than was chosen, and another program reads it', async () => {
    const { page } = session
    await show('/agenda')
    await page.getByRole('button', { name: t('agenda:file.action') }).click()
    const dialog = page.getByRole('dialog')
    const preview = dialog.locator('.agenda-preview')
    await preview.getByText(t('agenda:file.neutral')).first().waitFor()
    await session.expectGood('agenda-bestand')
    await dialog.getByRole('radio', { name: t('agenda:file.what'), exact: true }).check()
    await preview.getByText(t('agenda:file.neutral'), { exact: true }).first().waitFor({ state: 'detached' })
    await dialog.getByRole('radio', { name: t('agenda:file.time'), exact: true }).check()
    await session.settled()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: t('agenda:file.answer') }).click(),
    ])
    expect(download.suggestedFilename()).toBe('agenda-2026-week-47.ics')
    const text = readFileSync(await download.path(), 'utf8')
    const found = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent')
    const { appointments } = await (await session.client()).agenda.week({ monday: '2026-11-16' })
    expect(found).toHaveLength(appointments.length)
    expect(appointments.length).toBeGreaterThan(3)
    for (const one of appointments.filter((each) => each.participantName !== ''))
      expect(text).not.toContain(one.participantName)
    expect(new Set(found.map((part) => String(part.getFirstPropertyValue('summary'))))).toEqual(
      new Set([t('agenda:file.neutral')]),
    )
    session.expectQuiet()
  })

  it('the week is right at each size, in forced colours, and on a Saturday that holds something', async () => {
    const client = await session.client()
    const none = { staff_id: null, participant_id: null, host_id: null, case_manager_id: null }
    await client.agenda.create({
      ...none,
      happens_on: '2026-11-21',
      start_minute: 600,
      end_minute: 720,
      title: 'Open dag',
      place: 'Werkplaats',
      remark: '',
    })
    for (const size of sizes) {
      await session.page.setViewportSize(size)
      await show('/agenda')
      await session.page.reload() // what this test made by itself is not on the screen yet
      await session.page.getByText('Open dag').waitFor()
      await session.expectGood(`agenda-${size.width}`)
      expect.soft(await sideways(), `scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
    }
    await session.page.setViewportSize(wide)
    await expect.poll(() => session.page.locator('.agenda-day').count()).toBe(6)
    await session.page.emulateMedia({ forcedColors: 'active' })
    await show('/agenda?maandag=2026-12-21') // with closed days
    await session.expectGood('agenda-contrast')
    await session.page.emulateMedia({ forcedColors: 'none' })
    await show('/agenda?maandag=2026-12-21')
    await session.expectGood('agenda-gesloten')
    await expect.poll(() => session.page.locator('.agenda-day').count()).toBe(5)
  })
})
