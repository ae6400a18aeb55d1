/** Where the office wants it, a colleague reads a letter first: asked, sent back, asked again, approved, finalised. */
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, t } from './harness.ts'
import { staffName } from './models/first-start.ts'
import { colleague, go, inside, KeptOffice, signIn } from './models/keeping.ts'

const remark = 'Noem ook de dagen waarop hij komt.'

describe('a colleague reads a letter before it is finalised', () => {
  let browser: Browser
  let office: KeptOffice
  let letter = 0

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await KeptOffice.open(browser)
    const client = await office.client()
    await client.settings.saveOffice({
      street: 'Weverstraat',
      house_number: '12',
      postcode: '1234 AB',
      city: 'Lindwijk',
      letter_review: true,
    })
    const { id: municipality_id } = await client.municipalities.create({
      name: 'Gemeente Lindwijk',
      address_line: 'Postbus 1',
      postcode: '1234 AB',
      city: 'Lindwijk',
      phone: '',
      email: '',
    })
    const { id: case_manager_id } = await client.municipalities.createCaseManager({
      municipality_id,
      initials: 'K.',
      prefix: 'van',
      surname: 'Proef',
      form_of_address: 'mevrouw',
      function_title: 'klantmanager',
      phone: '',
      email: '',
    })
    const { id: participant_id } = await client.participants.create({
      given_names: 'Milan',
      surname: 'Oefenaar',
      form_of_address: 'heer',
    })
    const { id: referral_id } = await client.referrals.create({
      participant_id,
      case_manager_id,
      referred_on: '2026-08-17',
      client_number: '',
      kind: 'months_6',
      purpose: '',
      tried_before: '',
    })
    const { id: about } = await client.trajectories.create({
      participant_id,
      referral_id,
      coach_id: 1,
      months: 6,
      starts_on: '2026-08-24',
      purpose: '',
      parts: [{ weekday: 2, part: 'morning', start_minute: 540, end_minute: 720 }],
      goals: ['Op tijd komen'],
    })
    letter = (await client.letters.open({ kind: 'progress', about })).id
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await office.session.picture(`nakijken-mis-${task.name.slice(0, 20)}`)
  })
  afterAll(async () => {
    await office?.close()
    await browser?.close()
  })

  const button = (name: string, within: Pick<Locator, 'getByRole'> = office.session.page): Locator =>
    within.getByRole('button', { name, exact: true })
  const waiting = (): Locator =>
    office.session.page
      .getByRole('region', { name: t('today:waiting') })
      .getByText(t('today:reviews', { count: 1 }))
  const standing = async () => (await office.client()).letterStates.get({ id: letter })

  async function open(): Promise<void> {
    await go(office.session, office.host.origin, `/brieven/${letter}`)
    await office.session.settled()
  }
  async function today(): Promise<void> {
    await go(office.session, office.host.origin, '/vandaag')
    await office.session.page.getByRole('heading', { name: t('today:waiting') }).waitFor()
    await office.session.settled()
  }
  /** The chair is for the other one now. */
  async function change(to: 'writer' | 'colleague'): Promise<void> {
    await button(t('app:shell.lock')).click()
    await office.session.page.locator('#password').waitFor()
    await (to === 'writer'
      ? signIn(office.session, staffName)
      : signIn(office.session, colleague.name, colleague.password))
    await inside(office.session)
    await today()
  }
  /** From Vandaag to the letter. */
  async function look(): Promise<void> {
    const { page } = office.session
    await page.getByRole('button', { name: t('today:look') }).click()
    await page.waitForURL((url) => url.hash === `#/brieven/${letter}`)
    await page.getByText(t('sending:review.theirs', { name: staffName })).waitFor()
  }
  async function ask(): Promise<void> {
    await open()
    await button(t('sending:review.ask')).click()
    await office.session.page.getByText(t('sending:review.mine', { date: '18-11-2026' })).waitFor()
    expect(await standing()).toMatchObject({ state: 'review', approved: null })
  }

  it('asks; nothing waits for who asked, and it cannot be finalised yet', async () => {
    await ask()
    await today()
    expect(await waiting().count()).toBe(0)
    const client = await office.client()
    await expect(client.letters.finalise({ id: letter })).rejects.toMatchObject({ code: 'LETTER_REVIEW' })
    office.session.expectQuiet()
  })

  it('the colleague sees on Vandaag that it waits, reads it, and sends it back with a remark', async () => {
    const { session } = office
    const { page } = session
    await change('colleague')
    await waiting().waitFor()
    await page.getByText(t('today:askedBy', { name: staffName, day: 'woensdag 18 november' })).waitFor()
    // The same letter does not wait twice.
    expect(await page.getByRole('button', { name: t('today:finish') }).count()).toBe(0)
    for (const [size, suffix] of [
      [{ width: 683, height: 340 }, '-200'],
      [{ width: 1366, height: 688 }, ''],
    ] as const) {
      await page.setViewportSize(size)
      await session.settled()
      await session.expectGood(`nakijken-vandaag${suffix}`, { names: ['Oefenaar'] })
    }
    await page.emulateMedia({ forcedColors: 'active' })
    await session.expectGood('nakijken-vandaag-contrast')
    await page.emulateMedia({ forcedColors: 'none' })
    await look()
    await session.expectGood('nakijken-brief', { names: ['Oefenaar'] })
    await button(t('sending:review.giveBack')).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(remark)
    await button(t('sending:review.giveBack'), dialog).click()
    await page.getByText(t('sending:review.givenBack')).waitFor()
    expect(await standing()).toMatchObject({ state: 'draft', remark })
    await today()
    expect(await waiting().count()).toBe(0)
    session.expectQuiet()
  })

  it('the writer reads the remark, asks again, and the colleague agrees', async () => {
    const { page } = office.session
    await change('writer')
    await open()
    await page.getByText(remark).waitFor()
    await ask()
    await change('colleague')
    await look()
    await button(t('sending:review.approve')).click()
    await page.getByText(t('sending:review.approved', { name: colleague.name, date: '18-11-2026' })).waitFor()
    await today()
    expect(await waiting().count()).toBe(0)
    office.session.expectQuiet()
  })

  it('now it gets its number', async () => {
    const { page } = office.session
    await change('writer')
    await open()
    await button(t('letters:letter.finalise')).click()
    await button(t('letters:finalise.answer'), page.getByRole('dialog')).click()
    await page.getByText(/^Nummer 2026-0001, vastgelegd op 18 november 2026/).waitFor()
    expect(await standing()).toMatchObject({ state: 'final', approved: { name: colleague.name } })
    office.session.expectQuiet()
  })
})
