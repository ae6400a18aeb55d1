/** The results in a full office: choose, read the sentence, open who is behind a number, to Excel, and a letter of it. */
import { readFileSync } from 'node:fs'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 683, height: 340 },
]

describe('results', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const saved = async (click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
    const [download] = await Promise.all([session.page.waitForEvent('download'), click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  it('reads well at three sizes', async () => {
    const { page } = session
    await show('/resultaten')
    for (const size of sizes) {
      await page.setViewportSize(size)
      await session.settled()
      await session.expectGood(`resultaten-${size.width}`)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  }, 180_000)

  it('a project: its time, what was agreed, the sentence, and who is behind a number', async () => {
    const { page } = session
    await page.getByLabel(t('results:project'), { exact: true }).selectOption({ index: 1 })
    await page.getByRole('button', { name: t('results:period.project') }).click()
    await page.getByRole('heading', { name: t('results:targets.title') }).waitFor()
    await session.settled()
    await session.expectGood('resultaten-project')
    const sentence = page.getByRole('region', { name: t('results:sentence.label') })
    const figure = sentence.getByRole('button').first()
    const count = Number((await figure.innerText()).split(' ')[0])
    expect(count).toBeGreaterThan(0)
    await figure.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('listitem').first().waitFor()
    expect(await dialog.getByRole('listitem').count()).toBe(count)
    await session.expectGood('resultaten-wie')
    await dialog.getByRole('button', { name: t('common:close') }).click()
    await dialog.waitFor({ state: 'detached' })
    session.expectQuiet()
  }, 120_000)

  it('goes to Excel and to text without a name; with names only after a question', async () => {
    const { page } = session
    const excel = await saved(() =>
      page.getByRole('button', { name: t('results:excelButton'), exact: true }).click(),
    )
    const sheets = await readExcelFile(excel.bytes)
    expect(sheets.map(({ sheet }) => sheet)).not.toContain(t('results:excel.peopleSheet'))
    const choose = async (item: string) => {
      await page.getByRole('button', { name: t('results:more.label'), exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    const text = await saved(() => choose(t('results:more.csv')))
    expect(text.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    await choose(t('results:more.excelPeople'))
    const dialog = page.getByRole('dialog')
    const named = await saved(() =>
      dialog.getByRole('button', { name: t('results:more.excelPeopleYes') }).click(),
    )
    expect((await readExcelFile(named.bytes)).map(({ sheet }) => sheet)).toContain(
      t('results:excel.peopleSheet'),
    )
    await dialog.waitFor({ state: 'detached' })
    session.expectQuiet()
  }, 120_000)

  it('a period without anything, and one that ends before it begins', async () => {
    const { page } = session
    await show('/resultaten?van=2031-01-01&tot=2031-12-31')
    await page.getByText(t('results:places.none')).waitFor()
    await page.getByText(t('results:facts.noAttendance')).waitFor()
    // Nothing is divided by nothing; organisations there are, without a talk.
    await expect.poll(() => page.getByText(/van 0\b|NaN|Infinity/).count()).toBe(0)
    await session.expectGood('resultaten-niets')
    await show('/resultaten?van=2026-05-01&tot=2026-01-01')
    await page.getByText(t('results:period.swapped')).waitFor()
    expect(await page.getByRole('button', { name: t('results:excelButton'), exact: true }).isDisabled()).toBe(
      true,
    )
    session.expectQuiet()
  }, 120_000)

  it('becomes a letter to a municipality', async () => {
    const { page } = session
    await show('/resultaten?gemeente=1')
    await page.getByRole('button', { name: t('results:letterButton') }).click()
    await page.getByLabel(t('letters:results.opening')).fill('Hierbij de resultaten van dit jaar.')
    await page.locator('canvas').first().waitFor()
    await session.settled()
    await session.expectGood('resultaten-brief')
    session.expectQuiet()
  }, 120_000)

  it('every list can go to Excel: all participants, also those that are further down', async () => {
    const { page } = session
    await show('/deelnemers')
    const everybody = await (
      await session.client()
    ).participants.list({ query: '', stage: null, projectId: null, after: null, limit: 1 })
    await page.getByRole('button', { name: t('common:list.menu'), exact: true }).click()
    const { bytes } = await saved(() => page.getByRole('menuitem', { name: t('common:list.excel') }).click())
    const [sheet] = await readExcelFile(bytes)
    expect(sheet?.data.length).toBeGreaterThan(100)
    expect(sheet?.data).toHaveLength(everybody.total + 1)
  }, 120_000)
})
