/** When the workshop is closed, how many people fit, and the days of one person, in a full office. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]

describe('closures, capacity and days', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const sideways = () => office.sideways()
  const undo = () => session.undo()

  it('closes days in a row, says what falls out, and undoes it from the message', async () => {
    const { page } = session
    await show('/instellingen?deel=closures')
    const form = page.getByRole('region', { name: t('settings:closures.addTitle') })
    await form.getByRole('textbox', { name: t('settings:closures.day'), exact: true }).fill('23-11-2026')
    await form.getByRole('textbox', { name: t('settings:closures.until') }).fill('20-11-2026')
    await form.getByRole('textbox', { name: t('settings:closures.reason'), exact: true }).fill('Verbouwing')
    await form.getByRole('button', { name: t('settings:closures.add'), exact: true }).click()
    await form.getByText(t('problems:end_before_start')).waitFor()
    await form.getByRole('textbox', { name: t('settings:closures.until') }).fill('27-11-2026')
    await form.getByRole('textbox', { name: t('settings:closures.reason'), exact: true }).focus()
    await form.getByText(/\d+ halve dagen van \d+ deelnemers vallen uit/).waitFor()
    await session.expectGood('sluitingen-vijf-dagen')
    await form.getByRole('button', { name: t('settings:closures.add'), exact: true }).click()
    await page.getByText(t('settings:closures.addedDays', { count: 5 })).waitFor()
    await page
      .getByRole('rowheader', { name: /maandag 23 november tot en met vrijdag 27 november/ })
      .waitFor()
    await undo()
    const row = page.getByRole('rowheader', { name: /maandag 23 november/ })
    await row.waitFor({ state: 'detached' })
    session.expectQuiet()
  })

  it('does not close a day of a closed week, says which week, and goes there', async () => {
    const { page } = session
    const client = await session.client()
    await client.attendance.closeWeek({ monday: '2026-11-09' })
    await show('/instellingen?deel=closures')
    const form = page.getByRole('region', { name: t('settings:closures.addTitle') })
    const reason = form.getByRole('textbox', { name: t('settings:closures.reason'), exact: true })
    await form.getByRole('textbox', { name: t('settings:closures.day'), exact: true }).fill('10-11-2026')
    await reason.fill('Studiedag')
    await reason.press('Enter')
    const link = page.getByRole('link', { name: t('errors:WEEK_CLOSED.link', { week: 46 }) })
    await link.waitFor()
    await expect.poll(() => form.getByRole('alert').textContent()).toContain('Week 46 is gesloten')
    await expect.poll(() => reason.inputValue()).toBe('Studiedag')
    await session.expectGood('sluiting-gesloten-week')
    await link.click()
    await page.getByRole('button', { name: t('programme:week.reopen') }).click()
    await page.getByRole('button', { name: t('programme:week.reopen') }).waitFor({ state: 'detached' })
  })

  it('ticks the public holidays of a year', async () => {
    const { page } = session
    await show('/instellingen?deel=closures')
    await page.getByRole('button', { name: t('settings:closures.next') }).click()
    await page.getByRole('heading', { name: t('settings:closures.year', { year: 2027 }) }).waitFor()
    const box = page.getByRole('checkbox', { name: /Goede Vrijdag/ })
    await box.check()
    await session.expectGood('sluitingen-feestdagen')
    await page.getByRole('button', { name: t('settings:closures.addHolidays', { count: 1 }) }).click()
    await page.getByRole('rowheader', { name: 'vrijdag 26 maart' }).waitFor()
    const cells = await page.getByRole('cell', { name: 'Goede Vrijdag' }).count()
    expect(cells).toBe(1)
    session.expectQuiet()
  })

  it('a full half-day is told where days are agreed, and nothing is refused', async () => {
    const { page } = session
    await show('/instellingen?deel=capacity')
    const name = t('settings:capacity.people', { day: 'maandag', part: 'ochtend' })
    await page.getByRole('textbox', { name }).fill('veel')
    await page.getByRole('textbox', { name }).press('Enter')
    await page.getByText(t('problems:number_range')).waitFor()
    await page.getByRole('textbox', { name }).fill('10')
    await page.getByRole('textbox', { name }).press('Enter')
    await page.getByText(/te veel: er komen/).waitFor()
    await session.expectGood('plek-in-de-groep')

    const { rows } = await (await session.client()).attendance.week({ monday: '2026-11-16' })
    const id = rows[0]?.participantId ?? 0
    await show(`/deelnemers/${id}/dagen`)
    await page.getByText(t('trajectory:schedule.now')).waitFor()
    const monday = page.getByRole('checkbox', { name: 'maandag ochtend' })
    await monday.check()
    await page.getByText(/Maandag ochtend: \d+ mensen, plek voor 10/i).waitFor()
    const morning = t('trajectory:agreed.partTimes.morning')
    const until = page.getByRole('textbox', { name: `${morning} ${t('trajectory:agreed.to')}` })
    await until.fill('8.00')
    await page.getByRole('button', { name: t('trajectory:schedule.save') }).click()
    await page.getByText(t('problems:time_order')).first().waitFor()
    await session.expectGood('dagen-vol')
    // Each time the button moves while it is pressed: a message comes or goes as the field is left.
    const save = page.getByRole('button', { name: t('trajectory:schedule.save') })
    await until.fill('na de lunch')
    await save.click()
    await page.getByText(t('problems:time_not_understood')).waitFor()
    expect(await until.evaluate((field) => field === document.activeElement)).toBe(true)
    await until.fill('12.00')
    await save.click()
    await page.getByText(/De nieuwe dagen gelden vanaf 18 november 2026/).waitFor()

    await show(`/deelnemers/${id}/dagen`)
    await page.getByText(t('trajectory:schedule.since', { date: '18-11-2026' })).waitFor()
    expect(await page.getByText(/^Vanaf \d/).count()).toBeGreaterThan(1) // the days before stay to be seen
    session.expectQuiet()

    await show('/wijzigingen')
    await page
      .getByText(/Plekken in de groep/)
      .first()
      .waitFor()
  })

  it('the settings stand in a list; in a narrow window it is folded, and folds again after a choice', async () => {
    const { page } = session
    await show('/instellingen')
    const list = page.getByRole('navigation', { name: t('settings:sections') })
    await list.getByRole('link', { name: t('settings:section.capacity'), exact: true }).click()
    await page.getByRole('heading', { name: t('settings:capacity.title') }).waitFor()
    expect(await list.locator('[aria-current="page"]').allTextContents()).toEqual([
      t('settings:section.capacity'),
    ])
    await page.setViewportSize({ width: 683, height: 340 })
    const now = (part: 'capacity' | 'closures') =>
      list.getByRole('button', { name: t('settings:now', { part: t(`settings:section.${part}`) }) })
    const closures = list.getByRole('link', { name: t('settings:section.closures'), exact: true })
    await now('capacity').focus()
    expect(await closures.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    await closures.waitFor()
    await session.expectGood('instellingen-open-683')
    expect(await sideways()).toBeLessThanOrEqual(0)
    await closures.click()
    await now('closures').waitFor()
    await closures.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1366, height: 768 })
    session.expectQuiet()
  })

  it('are right at two sizes and in forced colours', async () => {
    const { rows } = await (await session.client()).attendance.week({ monday: '2026-11-16' })
    const screens = {
      'sluitingen': '/instellingen?deel=closures',
      'plekken-in-de-groep': '/instellingen?deel=capacity',
      'werkplaats': '/instellingen?deel=office',
      'dagen': `/deelnemers/${rows[1]?.participantId ?? 0}/dagen`,
    } // prettier-ignore
    for (const size of sizes) {
      await session.page.setViewportSize(size)
      for (const [name, address] of Object.entries(screens)) {
        await show(address)
        await session.expectGood(`${name}-${size.width}`)
        expect.soft(await sideways(), `${name} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
      }
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const [name, address] of Object.entries(screens)) {
      await show(address)
      await session.expectGood(`${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
  })
})
