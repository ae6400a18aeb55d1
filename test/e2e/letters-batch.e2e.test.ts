/** Letters on their way out: looked at by a colleague, finalised together, printed, again from a number, corrected, withdrawn. */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const screen = { width: 1366, height: 688 }
const zoomed = { width: 683, height: 340 }

describe('letters on their way out', () => {
  let office: Practice
  let session: Session
  let client: Client
  let names: string[] = []
  const drafts: number[] = []

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    // What opens in another program is only noted.
    await session.page.addInitScript(() => {
      window.open = (address) => {
        const opened = ((window as unknown as { opened?: string[] }).opened ??= [])
        opened.push(String(address))
        return null
      }
    })
    client = await session.client()
    for (const one of await client.letters.register({ query: '', state: 'draft' }))
      await client.letters.removeDraft({ id: one.id })
    const due = (await client.letters.due()).slice(0, 4)
    for (const { trajectoryId } of due.slice(0, 3))
      drafts.push((await client.letters.open({ kind: 'progress', about: trajectoryId })).id)
    await session.page.reload() // so that the page knows of them
    names = due.flatMap(({ personName }) => personName.split(/[ ,]+/)).filter((part) => part.length > 4)
  })
  afterAll(() => office?.close())

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const button = (name: string): Locator => session.page.getByRole('button', { name, exact: true })
  const opened = () => session.page.evaluate(() => (window as unknown as { opened?: string[] }).opened ?? [])

  async function everySize(name: string): Promise<void> {
    for (const [size, suffix] of [
      [screen, ''],
      [zoomed, '-200'],
    ] as const) {
      await session.page.setViewportSize(size)
      await session.settled()
      await session.expectGood(`brieven-${name}${suffix}`, { names })
      const sideways = await session.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways, `${name}${suffix} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await session.page.setViewportSize(screen)
    await session.page.emulateMedia({ forcedColors: 'active' })
    await session.expectGood(`brieven-${name}-contrast`)
    await session.page.emulateMedia({ forcedColors: 'none' })
  }

  it('a letter that is due is put off, and that is undone', async () => {
    await show('/brieven')
    const before = (await client.letters.due()).find((one) => one.draftId === null)
    const row = session.page.getByRole('row').filter({ hasText: before?.personName ?? '' })
    await row.getByRole('button', { name: t('sending:putOff.action') }).click()
    const dialog = session.page.getByRole('dialog')
    await dialog.getByRole('heading').waitFor()
    await everySize('uitstellen')
    await dialog.getByRole('radio', { name: t('sending:putOff.never') }).check()
    await dialog.getByRole('button', { name: t('sending:putOff.answerNever') }).click()
    await dialog.getByText(t('problems:required')).waitFor()
    await dialog.getByRole('textbox').fill('De gemeente vroeg er niet om')
    await dialog.getByRole('button', { name: t('sending:putOff.answerNever') }).click()
    await session.page.getByText(t('sending:putOff.doneNever')).waitFor()
    const now = (await client.letters.due()).find((one) => one.trajectoryId === before?.trajectoryId)
    expect(now?.momentOn).not.toBe(before?.momentOn)
    await button(t('common:undo')).click()
    await session.page.getByText(t('common:undone')).waitFor()
    const back = (await client.letters.due()).find((one) => one.trajectoryId === before?.trajectoryId)
    expect(back).toEqual(before)
    session.expectQuiet()
  })

  it('a colleague is asked to look', async () => {
    const [id = 0] = drafts
    await show(`/brieven/${id}`)
    await button(t('sending:review.ask')).click()
    await session.page.getByText(t('sending:review.lead')).waitFor()
    await everySize('nakijken')
    expect(await client.letterStates.get({ id })).toMatchObject({ state: 'review', approved: null })
    await button(t('sending:review.toDraft')).click()
    await button(t('sending:review.ask')).waitFor()
    session.expectQuiet()
  })

  it('three are finalised together, printed in one file, again from the second, and then sent', async () => {
    await show('/brieven?state=ready')
    await session.page.getByRole('table').waitFor()
    await everySize('vastleggen')
    // The second letter waits under way until somebody wants to stop: that one is finished, the third not begun.
    let calls = 0
    const stopped = Promise.withResolvers<undefined>()
    await session.page.route('**/rpc/letters/finalise', async (route) => {
      calls += 1
      if (calls === 2) await stopped.promise
      await route.continue()
    })
    await button(t('sending:ready.run', { count: 3 })).click()
    await session.page.getByText(t('sending:ready.busy', { done: 1, total: 3 })).waitFor()
    await button(t('sending:ready.stop')).click()
    stopped.resolve(undefined)
    await session.page.getByText(t('sending:ready.stopped', { done: 2, total: 3 })).waitFor()
    await session.page.unroute('**/rpc/letters/finalise')
    expect(await client.letters.register({ query: '', state: 'draft' })).toHaveLength(1)
    await everySize('gestopt')
    await button(t('sending:ready.run', { count: 1 })).click()
    await session.page.getByText(/brief is vastgelegd/).waitFor()
    await session.expectGood('brieven-vastgelegd', { names })
    const numbers = await Promise.all(drafts.map(async (id) => (await client.letters.get({ id })).number))
    expect(new Set(numbers).size).toBe(3)
    expect(numbers).not.toContain(null)

    await button(t('sending:ready.toPrint')).click()
    await session.page.getByRole('table', { name: t('sending:print.title') }).waitFor()
    await everySize('afdrukken')
    await button(t('sending:print.run', { count: 3 })).click()
    await session.page.getByRole('heading', { name: t('sending:print.question') }).waitFor()
    await everySize('goed-afgedrukt')
    expect(await opened()).toHaveLength(1)
    const second = [...numbers].sort()[1] ?? ''
    await session.page.getByLabel(t('sending:print.from')).selectOption({ label: second })
    await button(t('sending:print.no')).click()
    await expect.poll(async () => (await opened()).length).toBe(2)
    await session.settled()
    await button(t('sending:print.yes')).click()
    await session.page.getByText(t('sending:print.emptyTitle')).waitFor()
    const { rows } = await client.letterRegister.list({
      query: '',
      kind: null,
      state: null,
      from: null,
      to: null,
      page: 0,
    })
    const mine = rows
      .filter((row) => drafts.includes(row.id))
      .sort((a, b) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1))
    expect(mine.map(({ state, prints }) => ({ state, prints }))).toEqual([
      { state: 'sent', prints: 1 },
      { state: 'sent', prints: 2 },
      { state: 'sent', prints: 2 },
    ])
    session.expectQuiet()
  })

  it('a letter is corrected by a new one, and another is withdrawn; the register finds both', async () => {
    const [first = 0, second = 0] = drafts
    const oldNumber = (await client.letters.get({ id: first })).number ?? ''
    await show(`/brieven/${first}`)
    await button(t('sending:standing.replace')).click()
    await session.page.getByText(t('sending:standing.replacesDraft', { number: oldNumber })).waitFor()
    await session.settled()
    await everySize('correctie')
    await button(t('letters:letter.finalise')).click()
    await session.page
      .getByRole('dialog')
      .getByRole('button', { name: t('letters:finalise.answer') })
      .click()
    await session.page.getByText(t('sending:standing.replaces', { number: oldNumber })).waitFor()

    const number = (await client.letters.get({ id: second })).number ?? ''
    await show(`/brieven/${second}`)
    await session.expectGood('brieven-verstuurd', { names })
    await button(t('sending:standing.withdraw')).click()
    const dialog = session.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Naar de verkeerde gemeente')
    await session.expectGood('brieven-intrekken', { names })
    await dialog.getByRole('button', { name: t('sending:standing.withdraw') }).click()
    await session.page.getByText(t('letters:letter.withdrawnLead', { number })).waitFor()
    await session.expectGood('brieven-ingetrokken', { names })

    await show('/brieven?state=register')
    await everySize('register')
    await session.page.getByPlaceholder(t('letters:list.searchHint')).fill(oldNumber)
    await session.page.getByText(t('sending:register.count', { count: 1 })).waitFor()
    await session.page.getByRole('link', { name: /vervangen door/ }).click()
    await session.page.getByText(t('sending:standing.replaces', { number: oldNumber })).waitFor()
    session.expectQuiet()
  })

  it('a letter is mailed by the mail program of the office', async () => {
    const [, , id = 0] = drafts
    await show(`/brieven/${id}`)
    await button(t('sending:standing.mail')).click()
    const dialog = session.page.getByRole('dialog')
    await dialog.getByRole('link', { name: t('sending:standing.mailLink') }).waitFor()
    await session.expectGood('brieven-mailen', { names })
    const mail = (await opened()).find((address) => address.startsWith('mailto:')) ?? ''
    expect(mail).toContain('subject=Brief%20')
    for (const name of names) expect(decodeURIComponent(mail.split('?')[1] ?? '')).not.toContain(name)
    await dialog.getByRole('button', { name: t('sending:standing.mailYes') }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await client.letters.get({ id })).toMatchObject({ state: 'sent', sent_how: 'email' })
    session.expectQuiet()
  })

  it('a municipality says when it wants letters', async () => {
    const [municipality] = await client.municipalities.list()
    const id = municipality?.id ?? 0
    await show(`/gemeenten/${id}`)
    const field = session.page.getByLabel(t('sending:rule.interval'))
    await field.fill('13')
    await field.press('Tab')
    await expect.poll(async () => (await client.letterDues.rule({ id })).rule.interval_weeks).toBe(13)
    await everySize('gemeente')
    await show('/instellingen?deel=letters')
    await everySize('instellingen')
  })
})
