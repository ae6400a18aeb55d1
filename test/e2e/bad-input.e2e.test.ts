/** What people type wrong: a message in words at its place, nothing typed is lost, nothing half-done is stored. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, Session, t } from './harness.ts'
import { newPc, startHost } from './host.ts'
import { fillOffice, officeName, password } from './models/first-start.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** The message that stands under a field, as a screen reader finds it. */
async function expectUnder(session: Session, field: string, message: string): Promise<void> {
  const box = session.page.getByRole('textbox', { name: field })
  await session.page.getByText(message).first().waitFor()
  await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true')
  const described = (await box.getAttribute('aria-describedby')) ?? ''
  const texts = await Promise.all(
    described
      .split(' ')
      .filter(Boolean)
      .map((id) => session.page.locator(`[id="${id}"]`).innerText()),
  )
  expect(texts.join(' ')).toContain(message)
}

describe('typing in an office', () => {
  let office: Office
  let session: Session

  beforeAll(async () => {
    office = await openOffice(browser)
    session = office.session
  })
  afterAll(async () => {
    await office?.close()
  })
  beforeEach(async () => {
    await session.page.goto(`${office.host.origin}/#/vandaag`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('bad-input-failed')
    session.expectQuiet()
  })

  async function newParticipant(): Promise<void> {
    await session.keys.press('Control+n')
    await session.page.getByRole('heading', { level: 1, name: t('people:new.title') }).waitFor()
  }
  const stored = async () =>
    (await office.client.participants.list({ query: '', stage: null, after: null, limit: 100 })).rows

  it('asks for a name when there is none', async () => {
    await newParticipant()
    const before = (await stored()).length
    await session.keys.type(t('people:fields.phone'), '0612345678')
    await session.keys.button(t('people:new.create'))
    await expectUnder(session, t('people:fields.given_names'), 'Vul minstens één naam in.')
    expect(await session.page.getByRole('textbox', { name: t('people:fields.phone') }).inputValue()).toBe(
      '06 12345678',
    )
    expect(await stored()).toHaveLength(before)
    await session.expectGood('fout-geen-naam')
  })

  it('keeps an impossible date as it was typed, says so, and waits', async () => {
    await newParticipant()
    const before = (await stored()).length
    await session.keys.type(t('people:fields.given_names'), 'Bezem')
    await session.keys.type(t('people:fields.birth_date'), '31-2-1990')
    await session.keys.button(t('people:new.create'))
    const box = session.page.getByRole('textbox', { name: t('people:fields.birth_date') })
    await expectUnder(session, t('people:fields.birth_date'), 'Deze dag bestaat niet.')
    await expect.poll(() => box.inputValue()).toBe('31-2-1990')
    await session.settled()
    expect(await stored()).toHaveLength(before)
    await session.expectGood('fout-datum')
  })

  it('shows a person who exists, and adds another one only when asked to', async () => {
    await office.client.participants.create({
      given_names: 'Mohamed',
      surname: 'Verzonnen',
      birth_date: '1988-05-01',
    })
    const before = (await stored()).length
    await newParticipant()
    await session.keys.type(t('people:fields.given_names'), 'Muhammad')
    await session.keys.type(t('people:fields.surname'), 'Verzonnen')
    const likely = session.page.getByRole('region', { name: t('people:new.duplicates') })
    await likely.getByRole('link', { name: 'Mohamed Verzonnen' }).waitFor()
    await likely.getByText('01-05-1988').waitFor()
    expect(await stored()).toHaveLength(before)
    await session.keys.button(t('people:new.create'))
    await session.page.getByRole('heading', { level: 1, name: 'Muhammad Verzonnen' }).waitFor()
    expect(await stored()).toHaveLength(before + 1)
  })

  it('keeps a postcode that is none, with what to do', async () => {
    const { id } = await office.client.participants.create({ given_names: 'Kwast' })
    await session.page.goto(`${office.host.origin}/#/deelnemers/${id}/gegevens`)
    await session.keys.type(t('people:fields.postcode'), '12 AB')
    await session.keys.press('Tab')
    await expectUnder(
      session,
      t('people:fields.postcode'),
      'Typ vier cijfers en twee letters, bijvoorbeeld 1234 AB.',
    )
    const box = session.page.getByRole('textbox', { name: t('people:fields.postcode') })
    await expect.poll(() => box.inputValue()).toBe('12 AB')
    await session.expectGood('fout-postcode')
    await session.keys.type(t('people:fields.postcode'), '4531xb')
    await session.keys.press('Tab')
    await expect.poll(() => box.inputValue()).toBe('4531 XB')
    await expect.poll(async () => (await office.client.participants.get({ id })).postcode).toBe('4531 XB')
  })

  it('does not finalise a letter without an address: it says what is needed, and takes no number', async () => {
    const nowhere = { address_line: '', postcode: '', city: '' }
    const somebody = await somebodyUnderWay(
      office.client,
      { given_names: 'Ladder', surname: 'Verzonnen' },
      nowhere,
    )
    const { id } = await office.client.letters.open({ kind: 'progress', about: somebody.trajectoryId })
    await session.page.goto(`${office.host.origin}/#/brieven/${id}`)
    const needed = session.page.getByRole('region', { name: /^Nog \d+ ding/ })
    await needed
      .getByRole('listitem')
      .filter({ hasText: 'Adres van de gemeente' })
      .getByText('Eerst nodig')
      .waitFor()
    await session.expectGood('fout-brief-zonder-adres')
    await session.keys.button(t('letters:letter.finalise'))
    const dialog = session.page.getByRole('dialog')
    await dialog.getByText('Dit is eerst nodig:').waitFor()
    await expect
      .poll(() => dialog.getByRole('button', { name: t('letters:finalise.answer') }).isDisabled())
      .toBe(true)
    await session.keys.press('Enter', 'Escape')
    await expect(office.client.letters.finalise({ id })).rejects.toMatchObject({ code: 'LETTER_INCOMPLETE' })
    expect(await office.client.letters.get({ id })).toMatchObject({ number: null, state: 'draft' })
  })

  it('refuses an end before the start, under the date', async () => {
    const { participantId } = await somebodyUnderWay(office.client, {
      given_names: 'Emmer',
      surname: 'Verzonnen',
    })
    await session.page.goto(`${office.host.origin}/#/deelnemers/${participantId}`)
    await session.keys.menu(t('people:person.more'), t('people:person.menu.end'))
    const dialog = session.page.getByRole('dialog')
    await dialog.waitFor()
    await session.keys.type(t('trajectory:end.endedOn'), '1-8-2026', dialog)
    await session.keys.select(t('trajectory:end.kind'), t('enums:endKind.work'), dialog)
    await session.keys.select(t('trajectory:end.outflow'), t('enums:outflow.volunteer'), dialog)
    await session.keys.button(t('trajectory:end.save'), dialog)
    await expectUnder(session, t('trajectory:end.endedOn'), 'Kies een einddatum op of na de begindatum.')
    await session.expectGood('fout-einde')
    const [trajectory] = await office.client.trajectories.list({ participantId })
    expect(trajectory).toMatchObject({ ended_on: null, outflow: null })
  })
})

/** The sign-in screen, filled in by keyboard. */
async function signIn(session: Session): Promise<void> {
  const { page, keys } = session
  await page.getByRole('heading', { level: 1, name: officeName }).waitFor()
  await keys.typeInto(page.locator('#password'), password)
  await keys.press('Enter')
}

/** What a call in progress was about when the server went away. */
describe('a server that goes away', () => {
  it('keeps what was typed, says so, and goes on where it was when the server is back', async () => {
    const office = await openOffice(browser)
    const { session, pc, client } = office
    const { page, keys } = session
    try {
      const { id } = await client.participants.create({ given_names: 'Emmer' })
      await page.goto(`${office.host.origin}/#/deelnemers/${id}`)
      const words = 'Wil graag met hout werken en komt dinsdag kijken.'
      await keys.type(t('people:person.noteLabel'), words)
      session.expectOffline(true)
      office.host.freeze() // the call is taken in, and never answered
      await keys.button(t('people:person.saveNote'))
      await page.waitForTimeout(300)
      await office.host.kill()
      await page.getByRole('alert').getByText(t('common:lineLost.title')).first().waitFor()
      const box = page.getByRole('textbox', { name: t('people:person.noteLabel') })
      await expect.poll(() => box.inputValue()).toBe(words)
      await session.expectGood('fout-server-weg')

      office.host = await startHost(pc, { port: office.host.port })
      // The program printed a new address; it is opened in a tab of the same browser.
      const tab = await session.context.newPage()
      await tab.goto(office.host.address)
      await tab.getByRole('heading', { level: 1, name: officeName }).waitFor()
      await tab.close()
      session.expectOffline(false)
      // Coming back to this tab finds the server again by itself, at any moment; the button is there for who never
      // left. So it may go away while Tab is under way to it.
      const locked = page.getByRole('heading', { level: 1, name: t('keeping:lock.title') })
      const retry = page.getByRole('button', { name: t('common:retry') })
      await locked.or(retry).first().waitFor()
      if (await retry.isVisible()) await keys.button(t('common:retry')).catch(() => locked.waitFor())
      await locked.waitFor()
      await keys.typeInto(page.locator('#password'), password)
      await keys.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Emmer' }).waitFor()
      const again = await session.client()
      expect(await again.notes.list({ participantId: id })).toEqual([])
      await expect.poll(() => box.inputValue()).toBe(words)
      await keys.button(t('people:person.saveNote'))
      await page.getByText(t('people:person.noteSaved')).waitFor()
      expect(await again.notes.list({ participantId: id })).toMatchObject([{ body: words }])
    } finally {
      await session.picture('server-gone-end')
      await office.close()
    }
  })
})

describe('files that cannot be used', () => {
  it('says at the folder that nothing can be written there, and makes nothing', async () => {
    const pc = newPc()
    const host = await startHost(pc)
    const session = await Session.on(browser, host)
    try {
      await fillOffice(session)
      const file = path.join(pc.root, 'gewoon-bestand.txt')
      writeFileSync(file, 'tekst')
      const folder = path.join(file, 'Trajectboek')
      await session.keys.type(t('setup:folder.label'), folder)
      await session.keys.button(t('common:next'))
      await session.page.getByRole('alert').getByText('In deze map kan Trajectboek niet schrijven').waitFor()
      expect(await session.page.getByRole('textbox', { name: t('setup:folder.label') }).inputValue()).toBe(
        folder,
      )
      await session.expectGood('fout-map')
      expect(existsSync(pc.live)).toBe(false)
    } finally {
      await session.close()
      await host.stop()
      pc.remove()
    }
  })

  it('does not touch a file that is no database, and says what to do', async () => {
    const office = await openOffice(browser)
    await office.session.close()
    await office.host.stop()
    writeFileSync(office.pc.live, 'Dit is een boodschappenlijst en geen database.')
    const host = await startHost(office.pc)
    const session = await Session.on(browser, host)
    try {
      await signIn(session)
      const { page } = session
      await page.getByRole('heading', { level: 1, name: t('keeping:failure.unreadable') }).waitFor()
      await page.getByText(t('keeping:failure.calm')).waitFor()
      await page.getByRole('button', { name: t('keeping:failure.restore') }).waitFor()
      await session.expectGood('fout-geen-database')
      expect(readFileSync(office.pc.live, 'utf8')).toBe('Dit is een boodschappenlijst en geen database.')
    } finally {
      await session.close()
      await host.stop()
      office.pc.remove()
    }
  })

  it('keeps a second program away from the same office', async () => {
    const office = await openOffice(browser)
    const second = await startHost(office.pc)
    const session = await Session.on(browser, second)
    try {
      await signIn(session)
      await session.page.getByText('Een ander programma heeft dit bestand open').waitFor()
      await session.page.getByText('Staat Trajectboek nog ergens open').waitFor()
      await session.expectGood('fout-tweede-programma')
      // The first one works on as if nothing happened.
      const { id } = await office.client.participants.create({ given_names: 'Nijptang' })
      expect(await office.client.participants.get({ id })).toMatchObject({ given_names: 'Nijptang' })
    } finally {
      await session.close()
      await second.stop()
      await office.close()
    }
  })
})
