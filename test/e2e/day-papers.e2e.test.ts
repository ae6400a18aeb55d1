/** The papers of the days from their screens, and a statement of hours from the first press to the register. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]

describe('papers of the days', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  /** What is opened beside the window is a PDF. An address opens once, so it is kept from the browser's own viewer. */
  const expectPaper = async (press: () => Promise<void>) => {
    await session.page.evaluate(() => {
      document.documentElement.dataset['opened'] = ''
      window.open = (address) => {
        document.documentElement.dataset['opened'] = String(address)
        return null
      }
    })
    await press()
    await session.page.waitForFunction(() => document.documentElement.dataset['opened'] !== '', null, {
      timeout: 60_000,
    })
    const paper = await session.page.evaluate(async () => {
      const answer = await fetch(document.documentElement.dataset['opened'] ?? '')
      return { type: answer.headers.get('content-type'), text: (await answer.text()).slice(0, 5) }
    })
    expect(paper).toMatchObject({ type: expect.stringContaining('application/pdf'), text: '%PDF-' })
  }

  it('the week prints each sign-in sheet and its own sheet, empty and filled', async () => {
    const { page } = session
    for (const size of sizes) {
      await page.setViewportSize(size)
      await show('/week')
      const more = page.getByRole('button', { name: t('common:more'), exact: true })
      if (await more.isVisible()) await more.click()
      const open = page
        .getByRole('button', { name: t('papers:menu.title'), exact: true })
        .filter({ visible: true })
      await open.click()
      await page.getByRole('menuitem', { name: t('papers:menu.week'), exact: true }).waitFor()
      await session.expectGood(`week-afdrukken-${size.width}`)
      const menu = await page.getByRole('menu').boundingBox()
      expect((menu?.y ?? -1) >= 0 && (menu?.y ?? 0) + (menu?.height ?? 9999) <= size.height).toBe(true)
      await page.keyboard.press('Escape')
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await show('/week')
    for (const name of [
      t('papers:menu.week'),
      t('papers:menu.weekFilled'),
      t('papers:menu.signIn', { day: 'wo 18 nov' }),
    ])
      await expectPaper(async () => {
        await page
          .getByRole('button', { name: t('papers:menu.title'), exact: true })
          .filter({ visible: true })
          .click()
        await page.getByRole('menuitem', { name, exact: true }).click()
      })
    session.expectQuiet()
  })

  it('Vandaag prints its one page', async () => {
    await show('/vandaag')
    await expectPaper(() => session.page.getByRole('button', { name: t('today:print') }).click())
    session.expectQuiet()
  })

  it('a statement of hours: begun on the page of a person, for one month, finished, printed, in the register', async () => {
    const { page } = session
    const client = await session.client()
    const week = await client.attendance.week({ monday: '2026-11-09' })
    const id = week.rows.find((row) => row.totals.present_minutes > 0)?.participantId ?? 0
    await show(`/deelnemers/${id}`)
    await page.getByRole('button', { name: t('people:person.more'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('letters:hours.make') }).click()
    const which = page.getByLabel(t('letters:hours.which'))
    await which.waitFor()
    await which.selectOption('2026-10')
    await page.getByText('31 oktober 2026').first().waitFor({ state: 'attached' })
    await page.getByLabel(t('letters:hours.to'), { exact: true }).fill('1-1-2027')
    await page.keyboard.press('Tab')
    await page.getByText(t('problems:date_in_future')).waitFor()
    await session.expectGood('urenverklaring-periode')
    await which.selectOption('2026-11')
    await page.getByText(t('problems:date_in_future')).waitFor({ state: 'detached' })
    await page.getByLabel(t('letters:hours.remark')).fill('Met de hand gecontroleerd.')
    await page.keyboard.press('Tab')
    await page.getByText('Met de hand gecontroleerd.').first().waitFor({ state: 'attached' })
    for (const size of sizes) {
      await page.setViewportSize(size)
      await session.expectGood(`urenverklaring-${size.width}`)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ forcedColors: 'active' })
    await session.expectGood('urenverklaring-contrast')
    await page.emulateMedia({ forcedColors: 'none' })

    await page.getByRole('button', { name: t('letters:letter.finalise') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('letters:finalise.answer') })
      .click()
    const print = page.getByRole('button', { name: t('letters:letter.print') })
    await print.waitFor()
    await expectPaper(() => print.click())
    await session.expectGood('urenverklaring-vastgelegd')
    await show('/brieven?state=register')
    await page
      .getByRole('cell', { name: t('letters:kind.hours'), exact: true })
      .first()
      .waitFor()
    session.expectQuiet()
  })
})
