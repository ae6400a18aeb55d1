/** The network in use: an organisation and its people, a question and its answer, who can come, and who takes over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const screen = { width: 1366, height: 688 }
const zoomed = { width: 683, height: 340 }

describe('the network', () => {
  let office: Practice
  let session: Session
  let client: Client
  let names: string[] = []
  const addresses: Record<string, string> = {
    organisaties: '/organisaties',
    sleutelpersonen: '/sleutelpersonen',
    gemeenten: '/gemeenten',
    avonden: '/thema-avonden',
  }

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    client = await session.client()
    const active = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    names = active.rows.flatMap(({ listName }) => listName.split(/[ ,]+/)).filter((part) => part.length > 4)
    const [ambassador] = await client.ambassadors.list({
      query: '',
      language: null,
      weekday: null,
      part: null,
    })
    const [municipality] = await client.municipalities.list()
    const withPeople = (await client.hosts.list({ query: '' })).find((one) => one.placed > 0)
    addresses['organisatie'] = `/organisaties/${withPeople?.id}`
    addresses['sleutelpersoon'] = `/sleutelpersonen/${ambassador?.id}`
    addresses['gemeente'] = `/gemeenten/${municipality?.id}`
    addresses['klantmanager'] = `/klantmanagers/${municipality?.caseManagers[0]?.id}`
  })
  afterAll(() => office?.close())

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const sideways = () => office.sideways()

  it('is right on an office PC, at 200 % and in forced colours', async () => {
    for (const [size, suffix] of [
      [screen, ''],
      [zoomed, '-200'],
    ] as const) {
      await session.page.setViewportSize(size)
      for (const [name, address] of Object.entries(addresses)) {
        await show(address)
        await session.expectGood(`netwerk-${name}${suffix}`, { names })
        expect.soft(await sideways(), `${name}${suffix} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    }
    await session.page.setViewportSize(screen)
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const name of ['organisatie', 'sleutelpersoon', 'klantmanager']) {
      await show(addresses[name] ?? '')
      await session.expectGood(`netwerk-${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
  })

  it('writes down a contact with a question, and its answer, with the keyboard', async () => {
    const { page, keys } = session
    await show(addresses['organisatie'] ?? '')
    await keys.button(t('network:contact.add'))
    const dialog = page.getByRole('dialog')
    await keys.type(t('network:contact.body'), 'Gebeld over de werktijden.', dialog)
    await keys.type(t('network:contact.question'), 'Kan het ook op vrijdag?', dialog)
    await keys.choose(t('network:contact.satisfaction'), t('enums:satisfaction.4'), dialog)
    await session.expectGood('netwerk-contact')
    await keys.button(t('network:save'), dialog)
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Kan het ook op vrijdag?').waitFor()
    const answer = page.getByRole('listitem').filter({ hasText: 'Kan het ook op vrijdag?' })
    await keys.button(new RegExp(`^${t('network:contact.answer')}`), answer)
    await keys.type(t('network:contact.answerLabel'), 'Ja, vanaf januari.', dialog)
    await keys.button(t('network:save'), dialog)
    await dialog.waitFor({ state: 'detached' })
    await answer.getByText('Ja, vanaf januari.').waitFor()
    const open = await client.contacts.openQuestions({ of: 'hosts' })
    expect(open.map((one) => one.question)).not.toContain('Kan het ook op vrijdag?')
    session.expectQuiet()
  })

  it('has forms that are right, also at 200 %', async () => {
    const { page } = session
    const forms: [name: string, address: string, button: string | RegExp][] = [
      ['contactpersoon', addresses['organisatie'] ?? '', new RegExp(t('network:host.addPerson'))],
      ['nieuwe-sleutelpersoon', addresses['sleutelpersonen'] ?? '', t('network:ambassadors.new')],
      ['hulp', addresses['sleutelpersoon'] ?? '', t('network:ambassador.addHelp')],
      ['avond', addresses['avonden'] ?? '', new RegExp(`^${t('network:change')} `)],
      ['klantmanager-gegevens', addresses['klantmanager'] ?? '', t('network:manager.change')],
      ['klantmanager-vertrekt', addresses['klantmanager'] ?? '', t('network:manager.leave')],
    ]
    for (const [size, suffix] of [
      [screen, ''],
      [zoomed, '-200'],
    ] as const) {
      await page.setViewportSize(size)
      for (const [name, address, button] of forms) {
        await show(address)
        await page.getByRole('button', { name: button }).first().click()
        await page.getByRole('dialog').waitFor()
        await session.expectGood(`netwerk-formulier-${name}${suffix}`, { names })
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
    }
    await page.setViewportSize(screen)
  })

  it('does not let an organisation go while people have a place there', async () => {
    const { page } = session
    await show(addresses['organisatie'] ?? '')
    await page.getByRole('button', { name: t('network:host.stop') }).click()
    await page.getByText(t('network:host.hasPeople')).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: t('network:host.stopAnswer') }).isDisabled())
      .toBe(true)
    await session.expectGood('netwerk-organisatie-stopt-niet')
    await page.keyboard.press('Escape')

    const { id } = await client.hosts.create({ name: 'Zaal De Lege Stoel' })
    await show(`/organisaties/${id}`)
    await page.getByRole('button', { name: t('network:host.stop') }).click()
    await page.getByRole('button', { name: t('network:host.stopAnswer') }).click()
    await page.getByText(t('network:host.isGone')).waitFor()
    await show('/organisaties')
    await expect.poll(() => page.getByRole('link', { name: 'Zaal De Lege Stoel' }).count()).toBe(0)
    await page.getByLabel(t('network:show')).selectOption('gone')
    await page.getByRole('link', { name: 'Zaal De Lege Stoel' }).waitFor()
    session.expectQuiet()
  })

  it('finds who speaks Tigrinya and can come on Thursday morning', async () => {
    const { page, keys } = session
    await show('/sleutelpersonen')
    await keys.select(t('network:ambassadors.language'), 'Tigrinya')
    await keys.select(t('network:ambassadors.day'), 'donderdag')
    await keys.select(t('network:ambassadors.part'), t('enums:lessonPart.morning'))
    await page.getByText(t('network:ambassadors.found', { count: 1 })).waitFor()
    await page.getByRole('link', { name: 'Selam Voorbeeld' }).waitFor()
    await session.expectGood('netwerk-tigrinya')
  })

  it('a municipality that sends nobody any more cannot be chosen, until it is active again', async () => {
    const { page } = session
    const name = 'Proefgemeente'
    const { id } = await client.municipalities.create({
      name,
      address_line: 'Postbus 1',
      postcode: '1234 ZZ',
      city: name,
      phone: '',
      email: '',
    })
    const person = await client.participants.create({ given_names: 'Proef', surname: 'Aanmelding' })
    const expectChoices = async (count: number) => {
      await show('/vandaag')
      await show(`/deelnemers/${person.id}/aanmelding`)
      await page.locator('#municipality').waitFor()
      await expect
        .poll(() => page.locator('#municipality option').filter({ hasText: name }).count())
        .toBe(count)
    }
    await expectChoices(1)
    await show(`/gemeenten/${id}`)
    await page.getByRole('button', { name: t('network:municipality.stop') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('network:municipality.stopText')).waitFor()
    await session.expectGood('netwerk-gemeente-stopt')
    await dialog.getByRole('button', { name: t('network:municipality.stopAnswer') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(t('network:municipality.isGone')).waitFor()
    await session.expectGood('netwerk-gemeente-weg')
    await expectChoices(0)
    await show('/gemeenten')
    await page
      .getByRole('row')
      .filter({ hasText: `${name}, ${t('network:gone')}` })
      .waitFor()
    await show(`/gemeenten/${id}`)
    await page.getByRole('button', { name: t('network:municipality.comeBack') }).click()
    await page.getByText(t('network:municipality.isGone')).waitFor({ state: 'detached' })
    await expectChoices(1)
  })

  it("gives the clients of a case manager who left to a colleague, in the office's own word", async () => {
    const { page } = session
    await client.settings.saveOffice({ case_manager_word: 'consulent' })
    const [municipality] = await client.municipalities.list()
    const [leaves, takes] = municipality?.caseManagers ?? []
    if (!leaves || !takes) throw new Error('The practice office has fewer than two case managers')
    await page.reload()
    await show(`/klantmanagers/${leaves.id}`)
    await page.getByText(`Consulent bij ${municipality?.name}`).waitFor()
    await page.getByRole('button', { name: t('network:manager.leave') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('network:manager.leaveAnswer') }).click()
    await dialog.waitFor({ state: 'detached' })
    const form = page.locator('form').filter({ hasText: t('network:manager.move') })
    await form.waitFor()
    await session.expectGood('netwerk-klantmanager-weg')
    await form.getByRole('combobox').selectOption(String(takes.id))
    await form.getByRole('button', { name: t('network:manager.move') }).click()
    await form.waitFor({ state: 'detached' })
    const left = await client.caseManagers.get({ id: leaves.id })
    expect(left.active).toBe(false)
    expect(left.clients.filter(({ stage }) => stage === 'active' || stage === 'new')).toEqual([])
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: t('finding:palette.label') }).fill(takes.surname)
    await page.getByRole('option', { name: new RegExp(`consulent, ${municipality?.name}`) }).waitFor()
    await session.expectGood('netwerk-zoeken')
  })
})
