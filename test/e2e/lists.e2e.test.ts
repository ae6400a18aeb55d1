/** Lists to a workbook and to the printer, from where they stand; each of these is written down without a name. */
import { readFileSync } from 'node:fs'
import readExcelFile from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { t } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 683, height: 340 },
]

describe('lists that leave the program', () => {
  let office: Practice
  beforeAll(async () => {
    office = await openPractice()
    // A window of the system opens for a printer: here it is only counted.
    await office.session.page.addInitScript(() => {
      Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) })
    })
    await office.session.page.reload()
  })
  afterAll(() => office?.close())
  afterEach(() => office.session.expectQuiet())

  const menu = () => office.session.page.getByRole('button', { name: t('common:list.menu'), exact: true })
  /** With the keyboard alone. */
  const choose = async (item: string) => {
    const { page } = office.session
    await menu().first().focus()
    await page.keyboard.press('Enter')
    const line = page.getByRole('menuitem', { name: item, exact: true })
    await line.waitFor()
    for (let n = 0; n < 3 && !(await line.evaluate((one) => one === document.activeElement)); n += 1)
      await page.keyboard.press('ArrowDown')
    await expect.poll(() => line.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
  }
  const workbook = async () => {
    const [download] = await Promise.all([
      office.session.page.waitForEvent('download'),
      choose(t('common:list.excel')),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    return await readExcelFile(readFileSync(await download.path()))
  }
  /** What the newest lines say of lists; without who and when. */
  const written = async () => {
    const client = await office.session.client()
    const { rows } = await client.audit.list({ before: null, participantId: null, limit: 50 })
    return rows
      .filter(({ what }) => what.startsWith('exports.'))
      .map(({ action, what, personName }) => ({ action, what, personName }))
  }
  const print = async () => {
    const { page } = office.session
    await page.evaluate(() => Object.assign(window, { printed: 0 }))
    await choose(t('common:print'))
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed') as number)).toBe(1)
  }

  it('the board: every place, as it is filtered, with real days', async () => {
    await office.show('/plekken')
    const client = await office.session.client()
    const board = await client.placements.board()
    const [sheet] = await workbook()
    const [head = [], ...rows] = sheet?.data ?? []
    expect(rows).toHaveLength(board.length)
    const since = head.indexOf(t('places:list.since'))
    const began = board.flatMap((one) => one.starts_on ?? []).toSorted()
    const days = rows.flatMap((row) =>
      row[since] instanceof Date ? [row[since].toISOString().slice(0, 10)] : [],
    )
    expect(days.toSorted()).toEqual(began)
    expect(await written()).toContainEqual({
      action: 'export',
      what: `exports.workbook placements ${board.length}`,
      personName: '',
    })
    await print()
    expect((await written())[0]).toEqual({
      action: 'print',
      what: `exports.printed placements ${board.length}`,
      personName: '',
    })
    // As a table, of one stage.
    const { page } = office.session
    await page.getByRole('button', { name: t('places:board.asList') }).click()
    await page.getByLabel(t('placing:board.stage')).selectOption('placed')
    const placed = board.filter((one) => one.stage === 'placed').length
    await expect.poll(() => page.locator('table.data-table tbody tr').count()).toBe(placed)
    const [some] = await workbook()
    expect(some?.data).toHaveLength(placed + 1)
  }, 180_000)

  it('what waits on Vandaag: a sheet for each kind', async () => {
    await office.show('/vandaag')
    const client = await office.session.client()
    const { tasks, lettersDue } = await client.today.get()
    const sheets = await workbook()
    const of = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? []
    const [head = [], ...rows] = of(t('today:tasks', { count: 2 }))
    expect(rows.map((row) => row[0])).toEqual(tasks.map((one) => one.title))
    const on = head.indexOf(t('today:file.on'))
    expect(rows.map((row) => (row[on] instanceof Date ? row[on].toISOString().slice(0, 10) : null))).toEqual(
      tasks.map((one) => one.due_on),
    )
    expect(of(t('today:letters', { count: 2 }))).toHaveLength(lettersDue.length + 1)
  }, 120_000)

  it('who changed what: of today, of a person, and who looked', async () => {
    const client = await office.session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 1 })
    const id = rows[0]?.id ?? 0
    await client.participants.save({ id, fields: { city: 'Proefstad aan Zee' } })
    await office.show('/wijzigingen')
    const [day] = await workbook()
    expect(day?.data[1]?.[0]).toBeInstanceOf(Date)
    await office.show(`/deelnemers/${id}/geschiedenis`)
    const [changes] = await workbook()
    expect(changes?.data.length).toBeGreaterThan(1)
    expect(changes?.data[1]?.[0]).toBeInstanceOf(Date)
    expect(JSON.stringify(changes?.data)).toContain('Proefstad aan Zee')
    expect((await written())[0]).toMatchObject({
      action: 'export',
      what: `exports.workbook history ${(changes?.data.length ?? 0) - 1}`,
      personName: expect.stringMatching(/\S/) as string,
    })
    await office.show('/instellingen/logboek')
    const { page } = office.session
    await page
      .getByRole('cell', { name: /geschiedenis van een deelnemer/ })
      .first()
      .waitFor()
    const before = await client.audit.list({ before: null, participantId: null, limit: 200 })
    const [audit] = await workbook()
    expect(audit?.data.length).toBeGreaterThan(before.rows.length - 1)
    expect(audit?.data.slice(1).every(([on]) => on instanceof Date)).toBe(true)
  }, 180_000)

  it('looks well at three sizes, also with the menu open', async () => {
    const { page } = office.session
    for (const [name, address] of [
      ['plekken', '/plekken'],
      ['wijzigingen', '/wijzigingen'],
      ['vandaag', '/vandaag'],
      ['wie-deed-wat', '/instellingen/logboek'],
    ] as const) {
      await office.show(address)
      for (const size of sizes) {
        await page.setViewportSize(size)
        await office.session.settled()
        await menu().first().focus()
        await menu().first().scrollIntoViewIfNeeded()
        await page.keyboard.press('Enter')
        await page.getByRole('menuitem', { name: t('common:list.excel') }).waitFor()
        await office.session.expectGood(`lijst-${name}-${size.width}`)
        expect
          .soft(await office.sideways(), `${name} scrolls sideways at ${size.width}`)
          .toBeLessThanOrEqual(0)
        await page.keyboard.press('Escape')
        await page.getByRole('menuitem', { name: t('common:list.excel') }).waitFor({ state: 'detached' })
      }
    }
  }, 300_000)
})
