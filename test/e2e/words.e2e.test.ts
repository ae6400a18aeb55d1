/** The word of the day and what the group does together, in a full office at three sizes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 683, height: 340 },
]

describe('words and together', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const sideways = () => office.sideways()

  it('a word can be added, refused at its field, and put on a day with the keyboard', async () => {
    const { page } = session
    await show('/woorden')
    await page.getByRole('button', { name: t('words:add') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: t('words:edit.word'), exact: true }).fill('Hamer')
    await dialog.getByRole('button', { name: t('words:edit.create') }).click()
    await dialog.getByText(t('problems:word_taken')).waitFor()
    await dialog.getByText(t('problems:required')).waitFor()
    await session.expectGood('woorden-toevoegen')
    await dialog.getByRole('textbox', { name: t('words:edit.word'), exact: true }).fill('de proefbank')
    await dialog.getByLabel(t('words:edit.meaning')).fill('Een tafel om iets te proberen.')
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'tekening.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    })
    await dialog.getByText(t('problems:picture_kind')).waitFor()
    await dialog.getByRole('button', { name: t('words:edit.create') }).click()
    await dialog.waitFor({ state: 'detached' })

    const today = page.locator('[data-day="2026-11-18"]')
    await today.focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-day="2026-11-19"]:focus').waitFor()
    await session.settled()
    await page.getByRole('button', { name: t('words:day.change') }).click()
    await dialog.getByLabel(t('words:change.search')).fill('proefbank')
    await dialog.getByRole('radio', { name: /proefbank/ }).check()
    await dialog.getByRole('button', { name: t('words:change.answer') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-day="2026-11-19"]', { hasText: 'de proefbank' }).waitFor()
    session.expectQuiet()
  })

  it('a moment is kept with who was there', async () => {
    const { page } = session
    await show('/samen')
    await page.getByRole('button', { name: t('words:together.add') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('words:together.create') }).click()
    await dialog.getByText(t('problems:required')).waitFor()
    await dialog.getByLabel(t('words:together.what')).fill('Soep koken')
    await dialog.getByRole('checkbox').first().check()
    await session.expectGood('samen-toevoegen')
    await dialog.getByRole('button', { name: t('words:together.create') }).click()
    await page.getByRole('heading', { name: 'Soep koken' }).waitFor()
    session.expectQuiet()
  })

  it('the screens are right at three sizes and in forced colours', async () => {
    const screens = {
      'woorden': '/woorden',
      'woorden-lijst': '/woorden?deel=list',
      'woorden-gehoord': '/woorden?deel=heard',
      'samen': '/samen',
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
    await show('/woorden')
    await session.expectGood('woorden-contrast')
    await session.page.emulateMedia({ forcedColors: 'none' })
  })
})
