/** The week of sixty people: entered with the keyboard, in blocks, from and to a spreadsheet, closed and opened. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBlock } from '#core/attendance/block.ts'
import { launchBrowser, t } from './harness.ts'
import { aCrowd } from './models/crowd.ts'
import { openOffice, type Office } from './models/office.ts'
import { fromWorkbook, hasLibreOffice, throughWorkbook } from './spreadsheet.ts'

const people = 60
const [entered, pastedWeek] = ['2026-11-09', '2026-11-02']
const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 683, height: 340 },
]

describe('the week grid', () => {
  let browser: Browser
  let office: Office
  let grid: Locator
  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    await aCrowd(office.client, people)
    await office.session.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    grid = office.session.page.getByRole('grid')
  }, 180_000)
  afterAll(async () => {
    await office?.close()
    await browser?.close()
  })

  const cell = (row: number, column: number) => grid.locator(`[data-row="${row}"][data-column="${column}"]`)
  const show = async (monday: string) => {
    const { page } = office.session
    await page.goto(`${office.host.origin}/#/week?maandag=${monday}`)
    const { weekNumber } = await office.client.attendance.week({ monday })
    await page.getByRole('heading', { level: 1, name: new RegExp(`^Week ${weekNumber}`) }).waitFor()
    await office.session.settled()
  }
  const marks = async (monday: string) => {
    const { rows } = await office.client.attendance.week({ monday })
    return rows.map((row) => row.cells.map((one) => [one.mark, one.present_minutes, one.note]))
  }
  // The one before it may still be going away.
  const toast = (text: string) => office.session.page.locator('.toast', { hasText: text }).last().waitFor()
  const planned = async (monday: string) => {
    const { rows } = await office.client.attendance.week({ monday })
    return rows.flatMap((row) => row.cells).filter((one) => one.planned_minutes > 0).length
  }
  let afterEntry: unknown
  let steps = 0

  it('a full week of sixty people takes no more keys than exceptions and ten', async () => {
    const { page } = office.session
    await show(entered)
    await cell(0, 1).focus()
    let keys = 0
    const press = async (...all: string[]) => {
      for (const key of all) await page.keyboard.press(key)
      keys += all.length
    }
    const down = async (to: number) => {
      await press('PageDown')
      await grid.locator(`[data-row="${to}"]:focus`).waitFor()
    }
    await press('Control+A', 'a') // everybody, where they were planned
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+End', 'z') // ill, all week
    await down(13)
    await press('Shift+Home', 'z')
    await down(23)
    await press('Shift+End', 'v')
    await down(33)
    await press('o') // Friday afternoon
    await down(44)
    await press('o')
    await down(55)
    await press('l', '2', '0', 'Enter')
    await grid.locator('[data-row="56"][data-column="10"]:focus').waitFor()
    await press('s')
    steps = 8
    await office.session.settled()
    const { rows } = await office.client.attendance.week({ monday: entered })
    const cells = rows.flatMap((row) => row.cells).filter((one) => one.planned_minutes > 0)
    const exceptions = cells.filter((one) => one.mark !== 'present').length
    expect(cells.every((one) => one.mark !== null)).toBe(true)
    expect(rows.flatMap((row) => row.cells).filter((one) => one.planned_minutes === 0 && one.mark)).toEqual(
      [],
    )
    expect(exceptions).toBe(20)
    expect(keys).toBeLessThanOrEqual(exceptions + 10)
    expect(rows[55]?.cells[9]).toMatchObject({ mark: 'late', present_minutes: 130 })
    console.log(`  ${cells.length} half-days, ${exceptions} exceptions, ${keys} keys`)
    afterEntry = await marks(entered)
    await office.session.expectGood('week-ingevuld', { names: ['Proef'] })
  })

  it('what stays in place never lies over the cell with the cursor', async () => {
    const { page } = office.session
    const hidden: string[] = []
    const walk = async (key: string, times: number) => {
      for (let n = 0; n < times; n += 1) {
        await page.keyboard.press(key)
        const [row, over] = await page.evaluate(() => {
          const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
          const [here, head, foot] = [edge('td:focus'), edge('.week thead'), edge('.week tfoot')]
          const free = here && head && foot && here.top >= head.bottom - 1 && here.bottom <= foot.top + 1
          return [document.activeElement?.getAttribute('data-row'), free !== true] as const
        })
        if (over) hidden.push(`${key} ${row}`)
      }
    }
    await cell(0, 1).focus()
    await walk('ArrowDown', people - 1)
    await walk('ArrowUp', people - 1)
    expect(hidden).toEqual([])
  })

  it('every step goes back and forth, to the same state', async () => {
    const { page } = office.session
    const turn = async (key: string, said: string, times: number) => {
      for (let n = 0; n < times; n += 1) {
        const answer = page.waitForResponse((one) => one.url().includes('/rpc/app/undo'))
        await page.keyboard.press(key)
        await answer
      }
      await toast(said)
      await office.session.settled()
    }
    await cell(3, 3).focus()
    await turn('Control+z', 'Ongedaan gemaakt', steps)
    expect((await marks(entered)).flat().filter(([mark]) => mark !== null)).toEqual([])
    await page.keyboard.press('Control+z')
    await toast(t('programme:week.nothingToUndo'))
    await turn('Control+y', 'Weer gedaan', steps - 1)
    await turn('Control+Shift+Z', 'Weer gedaan', 1)
    expect(await marks(entered)).toEqual(afterEntry)
    office.session.expectQuiet()
  })

  it('blocks are chosen with Shift, a click and by dragging, and filled', async () => {
    const { page } = office.session
    await show('2026-11-16')
    const chosen = () => grid.locator('td[aria-selected="true"]').count()
    await cell(0, 1).focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`)
    expect(await chosen()).toBe(6)
    await page.keyboard.press('Escape')
    await cell(0, 1).click()
    await cell(4, 2).click({ modifiers: ['Shift'] })
    expect(await chosen()).toBe(10)
    await cell(1, 1).hover()
    await page.mouse.down()
    await cell(2, 2).hover()
    await page.mouse.up()
    expect(await chosen()).toBe(4)
    // The first planned on Monday: ill, filled down over the others and to the right.
    await cell(2, 1).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    await cell(2, 1).click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+r')
    await cell(2, 2).getByText(t('enums:attendanceMark.ill')).waitFor()
    await cell(4, 2).click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+d')
    for (const row of [3, 4])
      for (const column of [1, 2]) await cell(row, column).getByText(t('enums:attendanceMark.ill')).waitFor()
    await page.keyboard.press('Delete')
    await office.session.settled()
    expect((await marks('2026-11-16')).flat().filter(([mark]) => mark !== null)).toEqual([])
    // A letter over days to come and half-days that nobody planned: what was left is said.
    await page.keyboard.press('Control+a')
    await page.keyboard.press('a')
    await toast('Overgeslagen')
    await office.session.settled()
    await page.keyboard.press('Control+z')
    await toast('Ongedaan gemaakt')
    await office.session.settled()
    expect((await marks('2026-11-16')).flat().filter(([mark]) => mark !== null)).toEqual([])
    // One cell on a day to come says why not, beside it.
    await cell(0, 9).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    await cell(0, 9).getByText(t('problems:date_in_future')).waitFor()
    await office.session.expectGood('week-komt-nog')
  })

  it('F2 keeps times and a note; Esc leaves the cell as it was', async () => {
    const { page } = office.session
    await show('2026-11-16')
    await cell(0, 1).focus()
    await page.keyboard.press('F2')
    const form = page.getByRole('dialog')
    const from = form.getByLabel(t('programme:week.fromField'), { exact: true })
    const until = form.getByLabel(t('programme:week.untilField'), { exact: true })
    // On its way in the form may still take the focus to its first field.
    await from.fill('25')
    await from.press('Enter')
    await form.getByText(t('programme:week.timeHow')).waitFor()
    await from.fill('930')
    await until.fill('9.00')
    await until.press('Enter')
    await form.getByText(t('problems:time_order')).waitFor()
    await office.session.expectGood('week-tijden')
    await until.fill('11.30')
    await form.getByLabel(t('programme:week.noteField')).fill('tandarts')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await grid.locator('[data-row="0"][data-column="1"]:focus').waitFor()
    await cell(0, 1).getByText('tandarts').waitFor()
    const stored = async () =>
      (await office.client.attendance.week({ monday: '2026-11-16' })).rows[0]?.cells[0]
    const kept = {
      mark: 'present',
      from_minute: 570,
      until_minute: 690,
      present_minutes: 120,
      note: 'tandarts',
    }
    expect(await stored()).toMatchObject(kept)
    // What is typed right behind it goes into the note, not into the week.
    await page.keyboard.press('Shift+F2')
    await page.keyboard.type(' en meer')
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    expect(await stored()).toMatchObject(kept)
    await office.session.expectGood('week-notitie', { names: ['Proef'] })
    await page.keyboard.press('Control+z')
    await toast('Ongedaan gemaakt')
    expect(await stored()).toMatchObject({ mark: null })
  })

  it('a block with what we do not know says which cells and why, and takes the rest in one step', async () => {
    const { page } = office.session
    await show(pastedWeek)
    await page.evaluate(() => navigator.clipboard.writeText('Aanwezig\tX\nL 15\tL\n'))
    await cell(58, 9).focus()
    await page.keyboard.press('Control+v')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Proef59.*vr 6 nov middag.*X/).waitFor()
    await dialog.getByText(t('programme:week.why.minutes_missing')).waitFor()
    await office.session.expectGood('week-plakken')
    await dialog.getByRole('button', { name: t('programme:week.pasteTake', { count: 2 }) }).click()
    await dialog.waitFor({ state: 'detached' })
    await cell(59, 9).getByText('15 minuten').waitFor()
    await office.session.settled()
    expect((await marks(pastedWeek)).flat().filter(([mark]) => mark !== null)).toHaveLength(2)
    await page.keyboard.press('Control+z')
    await toast('Ongedaan gemaakt')
    await office.session.settled()
    expect((await marks(pastedWeek)).flat().filter(([mark]) => mark !== null)).toEqual([])
  })

  it.skipIf(!hasLibreOffice)(
    'a workbook opened in LibreOffice goes in, out, and into LibreOffice again',
    async () => {
      const { page } = office.session
      const { rows } = await office.client.attendance.week({ monday: pastedWeek })
      const written = ['A', 'Ziek gemeld', 'L 15', 'Verlof', 'O', 'taalles', 'S']
      const block = rows.map((row, n) =>
        row.cells.map((one, at) =>
          one.planned_minutes > 0 ? (written[(n + at) % written.length] ?? '') : '',
        ),
      )
      const text = await fromWorkbook(office.pc.root, block)
      expect(readBlock(text)).toHaveLength(people)
      await show(pastedWeek)
      await page.evaluate((all) => navigator.clipboard.writeText(all), text)
      await cell(0, 1).focus()
      await page.keyboard.press('Control+v')
      await toast('geplakt')
      await office.session.settled()
      expect((await marks(pastedWeek)).flat().filter(([mark]) => mark !== null)).toHaveLength(
        await planned(pastedWeek),
      )
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+c')
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      const letters: Record<string, string> = { 'Ziek gemeld': 'Z', Verlof: 'V', taalles: 'T' }
      const expected = block.map((row) => row.map((one) => letters[one] ?? one))
      expect(readBlock(copied)).toEqual(expected)
      expect(readBlock(throughWorkbook(office.pc.root, copied))).toEqual(expected)
      // The whole paste is one step.
      await page.keyboard.press('Control+z')
      await toast('Ongedaan gemaakt')
      await office.session.settled()
      expect((await marks(pastedWeek)).flat().filter(([mark]) => mark !== null)).toEqual([])
      office.session.expectQuiet()
    },
    300_000,
  )

  it('a week closes with its empty cells told, takes nothing, and opens again', async () => {
    const { page } = office.session
    await show(entered)
    await cell(7, 9).focus()
    await page.keyboard.press('Delete')
    await cell(7, 9).getByText(t('programme:week.toFill')).waitFor()
    await office.session.settled()
    await show('2026-11-16')
    // Earlier weeks with empty cells, quietly, with the way there.
    await page.getByRole('button', { name: /Naar week 46/ }).click()
    await grid.locator('[data-row="7"][data-column="9"]:focus').waitFor()
    const close = page.getByRole('button', { name: t('programme:week.close'), exact: true }).first()
    await close.click()
    const dialog = page.getByRole('dialog')
    await office.session.expectGood('week-sluiten')
    await dialog.getByRole('button', { name: /Proef08/ }).click()
    await grid.locator('[data-row="7"][data-column="9"]:focus').waitFor()
    await close.click()
    await dialog.getByRole('button', { name: t('programme:week.closeAnyway') }).click()
    await page.getByRole('button', { name: t('programme:week.reopen') }).waitFor()
    const before = await marks(entered)
    await cell(7, 9).focus()
    await page.keyboard.press('a')
    await cell(7, 9).getByText(t('problems:week_closed')).waitFor()
    await office.session.expectGood('week-gesloten', { names: ['Proef'] })
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await toast('in een gesloten week')
    expect(await marks(entered)).toEqual(before)
    await page.getByRole('button', { name: t('programme:week.reopen') }).click()
    await close.waitFor()
    await cell(7, 9).click()
    await page.keyboard.press('a')
    await cell(7, 9).getByText(t('enums:attendanceMark.present')).waitFor()
    await office.session.settled()
    expect(await marks(entered)).toEqual(afterEntry)
  })

  it('is one stop for Tab, counts its rows and columns, and is right in groups, at three sizes and in forced colours', async () => {
    const { page } = office.session
    await show(entered)
    await expect.poll(() => grid.locator('[tabindex="0"]').count()).toBe(1)
    await page.getByLabel(t('programme:week.grouping')).selectOption('days')
    await grid.getByText('Maandag, woensdag en vrijdag').waitFor()
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(2 + 2 + people + 1))
    const indices = await grid
      .locator('tr')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-rowindex')))
    expect(indices).toEqual(Array.from({ length: 2 + 2 + people + 1 }, (_, n) => String(n + 1)))
    await expect.poll(() => cell(0, 10).getAttribute('aria-colindex')).toBe('11')
    for (const size of sizes) {
      await page.setViewportSize(size)
      await office.session.expectGood(`week-${size.width}`, { names: ['Proef'] })
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways, `the week scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ forcedColors: 'active' })
    await cell(0, 1).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await office.session.expectGood('week-contrast')
    await page.emulateMedia({ forcedColors: 'none' })
    // It is remembered, and on the screens of others as well.
    expect((await office.client.attendance.week({ monday: entered })).grouping).toBe('days')
  })
})
