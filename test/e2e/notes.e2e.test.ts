/** Notes with tasks, tasks by keyboard, the two lists, and one person open in two windows. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { launchBrowser, Session, t } from './harness.ts'
import { named } from './keyboard.ts'
import { newPc, startHost, today, type Host, type Pc } from './host.ts'

const wild = `<img src=x onerror="document.title='y'"> \u202Eomgekeerd\u202c سميرة 😀`
const sizes = { kantoor: [1366, 688], kleiner: [1093, 614], groot: [683, 340] } as const

describe('notes, tasks and lists', () => {
  let pc: Pc
  let host: Host
  let browser: Browser
  let session: Session
  let client: Client
  let id: number

  beforeAll(async () => {
    pc = newPc()
    host = await startHost(pc, { practice: true })
    browser = await launchBrowser()
    session = await Session.on(browser, host)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    client = await session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    id = rows[3]?.id ?? 0
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    pc?.remove()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('notities-mislukt')
  })
  const show = async (address: string, { page } = session) => {
    await page.goto(`${host.origin}/#${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  it('warns next to the text and saves all the same, with the tasks that follow', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    const box = page.locator('#note-box')
    await box.fill('Vertelde over de hersteloperatie en over de moskee.')
    await page.getByText(t('notes:look.health', { word: 'hersteloperatie' })).waitFor()
    await page.getByText(t('notes:look.belief', { word: 'moskee' })).waitFor()
    await box.fill(`Kwam met een nieuw plan. ${wild}`)
    await page.getByText(t('notes:look.health', { word: 'hersteloperatie' })).waitFor({ state: 'detached' })
    await page.getByRole('textbox', { name: t('notes:present') }).fill('Tolk')
    await page.getByRole('button', { name: t('notes:addFollowUp') }).click()
    await page
      .getByRole('textbox', { name: t('notes:followUp', { number: 1 }), exact: true })
      .fill('Rooster sturen')
    await page.getByRole('textbox', { name: t('notes:followUpDue', { number: 1 }) }).fill('20-11-2026')
    await session.expectGood('notitie-met-taak')
    await box.focus()
    await page.keyboard.press('Control+Enter')
    await page.getByText(t('notes:savedWith', { count: 1 })).waitFor()
    await session.settled()
    const [note] = await client.notes.list({ participantId: id })
    expect(note).toMatchObject({ body: `Kwam met een nieuw plan. ${wild}`, present: 'Tolk' })
    expect(await client.tasks.list({ participantId: id })).toContainEqual(
      expect.objectContaining({ title: 'Rooster sturen', due_on: '2026-11-20', note_id: note?.id }),
    )
    await expect.poll(() => box.inputValue()).toBe('')
  })

  it('changes a note, and the undo puts it back', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    await page.locator('.timeline-menu').first().click()
    await page.getByRole('menuitem', { name: t('notes:change') }).click()
    const text = page.getByRole('dialog').getByRole('textbox', { name: t('notes:note') })
    await text.fill('Anders')
    await session.expectGood('notitie-wijzigen')
    await page.keyboard.press('Tab')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:save') })
      .click()
    await page.getByText(t('notes:changed')).waitFor()
    await session.settled()
    expect((await client.notes.list({ participantId: id }))[0]?.body).toBe('Anders')
    await session.undo()
    await page.getByText(t('common:undone')).waitFor()
    expect((await client.notes.list({ participantId: id }))[0]?.body).toContain('Kwam met een nieuw plan.')
  })

  it('ticks off tasks with one key, walks with the arrows, and puts off', async () => {
    const { page } = session
    for (const title of ['Eerste taak', 'Tweede taak', `Derde taak ${wild}`])
      await client.tasks.create({
        participant_id: id,
        title,
        due_on: today,
        staff_id: (await client.app.state()).me?.id ?? null,
      })
    await show('/vandaag')
    const key = (title: string) => page.getByRole('button', { name: t('notes:task.doneKey', { title }) })
    await key('Eerste taak').focus()
    await session.expectGood('vandaag-taken')
    await page.keyboard.press('ArrowDown')
    expect(await key('Tweede taak').evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('d')
    await page.getByText(t('notes:task.isDone', { title: 'Tweede taak' })).waitFor()
    await key('Tweede taak').waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('Derde taak')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await key('Eerste taak').waitFor({ state: 'detached' })
    await session.undo()
    await key('Eerste taak').waitFor()
    await page.getByRole('button', { name: t('notes:task.more', { title: 'Eerste taak' }) }).click()
    await page.getByRole('menuitem', { name: t('notes:task.toDay', { day: 'woensdag 25 november' }) }).click()
    await page
      .getByText(t('notes:task.putOff', { title: 'Eerste taak', day: 'woensdag 25 november' }))
      .waitFor()
    await session.settled()
    const tasks = await client.tasks.list({ participantId: id })
    expect(tasks.find(({ title }) => title === 'Eerste taak')?.due_on).toBe('2026-11-25')
    expect(tasks.find(({ title }) => title === 'Tweede taak')?.done_on).toBe(today)
    session.expectQuiet()
  })

  it('adds and changes a task of the office', async () => {
    const { page } = session
    await show('/vandaag')
    await page.getByRole('button', { name: t('notes:task.add') }).click()
    await page.getByRole('textbox', { name: t('notes:task.title') }).fill('Koffie kopen')
    await session.expectGood('taak-nieuw')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:add') })
      .click()
    await page.getByText(t('notes:task.added')).waitFor()
    await page.getByRole('button', { name: t('notes:task.more', { title: 'Koffie kopen' }) }).click()
    await page.getByRole('menuitem', { name: t('notes:task.change') }).click()
    await page.getByRole('textbox', { name: t('notes:task.due') }).fill('31-2-2027')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:save') })
      .click()
    await page.getByText(t('problems:date_impossible')).waitFor()
    await page.getByRole('textbox', { name: t('notes:task.due') }).fill('19-11-2026')
    await page.getByLabel(t('notes:task.owner')).selectOption('')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:save') })
      .click()
    await page.getByText(t('notes:task.isChanged')).waitFor()
    const task = (await client.tasks.list({ participantId: null })).find(
      ({ title }) => title === 'Koffie kopen',
    )
    expect(task).toMatchObject({ due_on: '2026-11-19', staff_id: null, participant_id: null })
    session.expectQuiet()
  })

  it('shows who was not spoken to and what is missing, in every size, and leads to the field', async () => {
    const { page } = session
    await show('/deelnemers')
    await page.getByRole('link', { name: new RegExp(t('notes:lists.missing')) }).click()
    await page.getByRole('heading', { level: 1, name: t('notes:lists.title') }).waitFor()
    for (const [name, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height })
      for (const lijst of ['contact', 'gegevens']) {
        await show(`/deelnemers/lijsten?lijst=${lijst}&dagen=3`)
        await session.expectGood(`lijst-${lijst}-${name}`)
        expect.soft(await sideways(), `${lijst} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      await show(`/deelnemers/${id}/gegevens`)
      await session.expectGood(`gegevens-${name}`)
      expect.soft(await sideways(), 'the details scroll sideways').toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1366, height: 688 })
    await show('/deelnemers/lijsten?lijst=gegevens&wat=emergency')
    await page.locator('.list-missing a').first().click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('veld-emergency_phone')
    session.expectQuiet()
  })

  it('is the same in forced colours, and the part of the settings is good', async () => {
    const { page } = session
    await page.emulateMedia({ forcedColors: 'active' })
    for (const address of ['/deelnemers/lijsten?lijst=gegevens', '/vandaag', `/deelnemers/${id}/gegevens`]) {
      await show(address)
      await session.expectGood(`notities-kleuren-${address.replace(/\W+/g, '-')}`)
    }
    await page.emulateMedia({ forcedColors: 'none' })
    await show('/instellingen?deel=notes')
    await session.expectGood('instellingen-notities')
  })
})

describe('one person in two windows', () => {
  let pc: Pc
  let host: Host
  let browser: Browser
  let session: Session
  let client: Client
  let id: number

  beforeAll(async () => {
    pc = newPc()
    host = await startHost(pc, { practice: true })
    browser = await launchBrowser()
    session = await Session.on(browser, host)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    client = await session.client()
    id = (await client.participants.create({ given_names: 'Venster', city: 'Lindwijk', phone: '' })).id
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    pc?.remove()
  })

  it('says that the other changed it, shows both, and loses neither', async () => {
    const first = session.page
    const second = await session.context.newPage()
    const address = `${host.origin}/#/deelnemers/${id}/gegevens`
    const city = (page: typeof first) => page.getByRole('textbox', { name: named(t('people:fields.city')) })
    for (const page of [first, second]) {
      await page.goto(address)
      await city(page).waitFor()
    }
    const stored = async () => (await client.participants.get({ id })).city
    // Both begin to type before either is saved.
    await city(second).pressSequentially('X', { delay: 0 })
    await city(first).fill('Van de eerste')
    await expect.poll(stored).not.toBe('Lindwijk')
    const said = (page: typeof first) => page.getByText(t('notes:elsewhere.title'))
    const asked = await Promise.any(
      [first, second].map((page) =>
        said(page)
          .waitFor()
          .then(() => page),
      ),
    )
    await asked.bringToFront()
    await asked.screenshot({ path: 'test/output/e2e/twee-vensters.png' })
    const mine = await city(asked).inputValue()
    const theirs = await stored()
    expect(mine).not.toBe(theirs)
    const message = asked.getByRole('alert')
    await message.getByText(mine, { exact: true }).waitFor()
    await message.getByText(theirs, { exact: true }).waitFor()

    // Another page and back: what was typed is still there to be chosen.
    await asked.goto(`${host.origin}/#/vandaag`)
    await asked.goto(address)
    await asked.getByRole('alert').getByText(mine, { exact: true }).waitFor()
    await asked.getByRole('button', { name: t('notes:elsewhere.keepMine') }).click()
    await expect.poll(stored).toBe(mine)
    await said(asked).waitFor({ state: 'detached' })
    await expect.poll(() => city(asked).inputValue()).toBe(mine)
    await second.close()
  })

  it('keeps what was typed when the page is left at once, and asks when it is opened again', async () => {
    const { page } = session
    const details = `${host.origin}/#/deelnemers/${id}/gegevens`
    const city = page.getByRole('textbox', { name: named(t('people:fields.city')) })
    const message = page.getByRole('alert')
    const stored = async () => (await client.participants.get({ id })).city
    await page.goto(`${host.origin}/#/vandaag`)
    for (const [leftAfterMs, mine] of [
      [0, 'Meteen weg'],
      [450, 'Net te vroeg weg'],
    ] as const) {
      const theirs = `Van de ander ${leftAfterMs}`
      await page.goto(details)
      await city.waitFor()
      await session.settled()
      await client.participants.save({ id, fields: { city: theirs } })
      await city.fill(mine)
      // Away and back within a second: nothing on the page has been read anew, and nothing was waited for.
      await page.waitForTimeout(leftAfterMs)
      await page.goto(`${host.origin}/#/vandaag`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.goto(details)
      await message.getByText(mine, { exact: true }).waitFor()
      await message.getByText(theirs, { exact: true }).waitFor()
      expect(await stored()).toBe(theirs)
      // And away again at once after the choice.
      await page.getByRole('button', { name: t('notes:elsewhere.keepMine') }).click()
      await page.goto(`${host.origin}/#/vandaag`)
      await expect.poll(stored).toBe(mine)
      await page.goto(details)
      await expect.poll(() => city.inputValue()).toBe(mine)
      await session.settled()
      await expect.poll(() => page.getByText(t('notes:elsewhere.title')).count()).toBe(0)
      expect((await client.drafts.get({ form: `elsewhere:${id}` })).content).toBeNull()
    }
    session.expectQuiet()
  })

  it('does not ask again after the choice, also not when the window is left', async () => {
    const { page } = session
    await page.goto(`${host.origin}/#/vandaag`)
    await page.goto(`${host.origin}/#/deelnemers/${id}/gegevens`)
    const city = page.getByRole('textbox', { name: named(t('people:fields.city')) })
    await city.waitFor()
    await session.settled()
    await client.participants.save({ id, fields: { city: 'Van de ander' } })
    await city.fill('Toch niet')
    await page.getByText(t('notes:elsewhere.title')).waitFor()
    await page.goto(`${host.origin}/#/vandaag`)
    await page.goto(`${host.origin}/#/deelnemers/${id}/gegevens`)
    await page.getByRole('button', { name: t('notes:elsewhere.takeTheirs') }).click()
    await page.getByText(t('notes:elsewhere.title')).waitFor({ state: 'detached' })
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    await session.settled()
    await expect.poll(() => page.getByText(t('notes:elsewhere.title')).count()).toBe(0)
    await expect.poll(() => city.inputValue()).toBe('Van de ander')
    expect((await client.drafts.get({ form: `elsewhere:${id}` })).content).toBeNull()
    session.expectQuiet()
  })

  it("takes the other's on request, and a field of their own each is no question", async () => {
    const { page } = session
    await page.goto(`${host.origin}/#/vandaag`)
    await page.goto(`${host.origin}/#/deelnemers/${id}/gegevens`)
    const street = page.getByRole('textbox', { name: named(t('people:fields.street')) })
    await street.waitFor()
    await session.settled()
    await client.participants.save({ id, fields: { street: 'Andere laan', house_number: '9' } })
    await street.fill('Mijn straat')
    await page.getByText(t('notes:elsewhere.title')).waitFor()
    await page.getByRole('button', { name: t('notes:elsewhere.takeTheirs') }).click()
    await expect.poll(() => street.inputValue()).toBe('Andere laan')
    await page.getByRole('textbox', { name: named(t('people:fields.phone')) }).fill('06 12345678')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await client.participants.get({ id })).phone).toBe('06 12345678')
    expect(await client.participants.get({ id })).toMatchObject({ street: 'Andere laan', house_number: '9' })
    await expect.poll(() => page.getByText(t('notes:elsewhere.title')).count()).toBe(0)
    session.expectQuiet()
  })

  it('keeps what cannot be, with what to do, at the field', async () => {
    const { page } = session
    const field = (name: string) => page.getByRole('textbox', { name: named(name) })
    const said = async (name: string, typed: string, message: string) => {
      await field(name).fill(typed)
      await page.keyboard.press('Tab')
      await page.getByText(message).first().waitFor()
      await expect.poll(() => field(name).inputValue()).toBe(typed)
    }
    const birth = t('people:fields.birth_date')
    await said(birth, '31-2-1990', t('problems:date_impossible'))
    await said(birth, '1-1-2030', t('problems:date_in_future'))
    await said(birth, 'ergens in mei', t('problems:date_not_understood'))
    await said(t('notes:details.emergency_phone'), 'bel mijn zus', t('problems:phone_invalid'))
    await said(t('people:fields.surname'), 'a'.repeat(501), t('problems:too_long'))
    await field(t('people:fields.surname')).fill('a'.repeat(300))
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await client.participants.get({ id })).surname).toBe('a'.repeat(300))
    await field(t('people:fields.given_names')).fill(wild)
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await client.participants.get({ id })).given_names).toBe(wild)
    await field(t('notes:details.emergency_phone')).fill('+252615550000')
    await page.keyboard.press('Tab')
    await expect
      .poll(async () => (await client.participants.get({ id })).emergency_phone)
      .toBe('+252 61 555 0000')
    expect(await page.title()).not.toBe('y')
    await session.expectGood('gegevens-onmogelijk')
  })
})
