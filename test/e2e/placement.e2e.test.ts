/** The screens of a placement with the keyboard, in a full office. The whole way is in place-and-after.e2e.test.ts. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, Session, t } from './harness.ts'
import { newPc, startHost, type Host, type Pc } from './host.ts'

const hostName = 'Kringloop De Proefzolder'
const openingTitle = 'Naaiatelier'
const zoomed = { width: 683, height: 340 }
const office = { width: 1366, height: 768 }

describe('a placement', () => {
  let pc: Pc
  let host: Host
  let browser: Browser
  let session: Session
  let person = { id: 0, name: '' }
  let hostId = 0

  beforeAll(async () => {
    pc = newPc()
    host = await startHost(pc, { practice: true })
    browser = await launchBrowser()
    session = await Session.on(browser, host)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.page.setViewportSize(office)
    const client = await session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    for (const row of rows) {
      const placed = await client.placements.list({ participantId: row.id })
      const named = await client.participants.list({
        query: row.fullName,
        stage: null,
        after: null,
        limit: 2,
      })
      if (placed.length === 0 && named.rows.length === 1 && person.id === 0)
        person = { id: row.id, name: row.fullName }
    }
    expect(person.id).toBeGreaterThan(0)
    await client.civic.save({ participantId: person.id, fields: { school: 'Taalhuis Proef' } })
    await client.civic.setLessons({ participantId: person.id, lessons: [{ weekday: 5, part: 'evening' }] })
    hostId = (await client.hosts.create({ name: hostName, kind: 'volunteer', city: 'Terneuzen' })).id
    await client.openings.create({
      host_id: hostId,
      title: openingTitle,
      kind: 'trial',
      tasks: 'Kleding herstellen en vermaken.',
      capacity: 1,
      minutes_per_week: 480,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    pc?.remove()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('placement-failed')
    session.expectQuiet()
  })

  const show = async (address: string) => {
    await session.page.goto(`${host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const placement = async () => {
    const [one] = await (await session.client()).placements.list({ participantId: person.id })
    if (!one) throw new Error('No placement')
    return one
  }
  const stage = async () => (await placement()).stage
  const dialog = () => session.page.getByRole('dialog')
  const card = () => session.page.locator('.places-card').filter({ hasText: person.name })
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  it('is made from an opening: the usual end is proposed, and what it collides with is said', async () => {
    const { page, keys } = session
    await show(`/organisaties/${hostId}`)
    await keys.link(new RegExp(`^${t('places:host.place')}.*${openingTitle}`))
    await page.getByRole('heading', { level: 1, name: t('places:form.title') }).waitFor()
    await keys.type(t('places:form.findPerson'), person.name)
    await keys.button(person.name)
    await page.getByText(t('places:form.otherPerson')).waitFor()
    await keys.choose(t('places:form.goal'), t('enums:placementGoal.experience'))
    await keys.type(t('places:form.ownWords'), 'Ik wil leren hoe een atelier hier werkt.')
    await keys.type(t('places:form.explainedOn'), '17-11-2026')
    await keys.type(t('places:form.explainedLanguage'), 'Arabisch')
    await keys.choose(t('places:form.understood'), t('places:form.understoodYes'))
    await keys.choose(t('places:form.stage'), t('enums:placementStage.introduction'))
    await keys.type(t('places:form.starts'), '23-11-2026')
    await keys.press('Tab') // the field is read when it is left
    const end = page.getByRole('textbox', { name: t('places:form.expectedEnd') })
    await expect.poll(() => end.inputValue()).toBe('22-01-2027')
    await keys.tick('vrijdag avond')
    await page.getByText('vrijdag avond is er taalles bij Taalhuis Proef.').waitFor()
    await session.expectGood('plek-01-nieuw', { names: [person.name] })
    await page.setViewportSize(zoomed)
    await session.expectGood('plek-01-nieuw-200')
    expect.soft(await sideways()).toBeLessThanOrEqual(0)
    await page.setViewportSize(office)
    await keys.type(t('places:form.supervisor'), 'Bea Voorbeeld')
    await keys.type(t('placing:field.supervisorPhone'), '0612345678')
    await keys.button(t('places:form.create'))
    await page.getByRole('heading', { level: 1, name: t('app:shell.nav.places') }).waitFor()
    await card().waitFor()
    expect(await placement()).toMatchObject({
      stage: 'introduction',
      starts_on: '2026-11-23',
      expected_end_on: '2027-01-22',
      minutes_per_week: 480,
      parts: [{ weekday: 5, part: 'evening' }],
    })
  })

  it('moves over the board with a key, with the menu, by hand, and back with undo', async () => {
    const { page, keys } = session
    await session.settled()
    await session.expectGood('plek-02-bord', { names: [person.name] })
    await keys.tabTo(card().getByRole('link', { name: person.name }))
    await keys.press('3')
    await page
      .getByRole('alert')
      .filter({ hasText: t('enums:placementStage.trial') })
      .waitFor()
    expect(await stage()).toBe('trial')
    // The focus went along with the card.
    await expect.poll(() => card().evaluate((one) => one.contains(document.activeElement))).toBe(true)
    await keys.menu(
      new RegExp(`^${t('places:board.move')} ${person.name}`),
      new RegExp(t('enums:placementStage.placed')),
    )
    await page
      .getByRole('alert')
      .filter({ hasText: t('enums:placementStage.placed') })
      .waitFor()
    expect(await stage()).toBe('placed')
    await session.settled() // a card that still moves would not be the one under the mouse
    const exploring = page.getByRole('region', { name: new RegExp(t('enums:placementStage.exploring')) })
    await card().dragTo(exploring, { sourcePosition: { x: 5, y: 5 }, targetPosition: { x: 60, y: 20 } })
    const said = t('places:board.moved', { name: person.name, stage: t('enums:placementStage.exploring') })
    await page.getByRole('alert').filter({ hasText: said }).waitFor()
    expect(await stage()).toBe('exploring')
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('common:undo') })
      .click()
    await page.getByText(t('common:undone')).waitFor()
    expect(await stage()).toBe('placed')
  })

  it('says what still has to be agreed, until it is', async () => {
    const { page, keys } = session
    await show(`/plekken?plek=${(await placement()).id}`)
    await dialog().waitFor()
    await session.expectGood('plek-03-open', { names: [person.name] })
    await keys.button(t('placing:parts.goal'), dialog())
    await dialog()
      .getByRole('textbox', { name: t('places:form.ownWords') })
      .waitFor()
    await session.expectGood('plek-04-doel')
    await keys.buttonBack(t('placing:parts.goal'))
    await keys.button(t('placing:parts.agreed'), dialog())
    await dialog().getByText(t('placing:missing.insurance'), { exact: true }).waitFor()
    await keys.tick('maandag ochtend', dialog())
    await keys.type(t('placing:field.allowance'), 'reiskosten', dialog())
    await keys.select(t('placing:field.insurance'), t('placing:insurance.host'), dialog())
    await dialog().getByText(t('placing:missing.insurance'), { exact: true }).waitFor({ state: 'detached' })
    await session.expectGood('plek-05-afspraken')
    await page.setViewportSize(zoomed)
    await keys.tabTo(dialog().getByRole('button', { name: t('letters:kinds.make.placement') }))
    await session.expectGood('plek-05-afspraken-200')
    await page.setViewportSize(office)
  })

  it('is talked about, with what comes next', async () => {
    const { keys } = session
    await show('/plekken')
    await show(`/plekken?plek=${(await placement()).id}`)
    await keys.button(t('placing:checkin.add'), dialog())
    await keys.choose(t('placing:checkin.with'), t('placing:checkin.withWhom.both'), dialog())
    await keys.choose(t('placing:checkin.going'), t('placing:checkin.goingWord.fair'), dialog())
    await keys.type(t('placing:checkin.body'), 'Het werk is leuk, de bus is laat.', dialog())
    await session.expectGood('plek-07-gesprek')
    await keys.button(t('placing:checkin.save'), dialog())
    await dialog().getByText('Het werk is leuk, de bus is laat.').waitFor()
    expect(await placement()).toMatchObject({
      next_action: t('placing:checkin.ask'),
      next_action_on: '2026-12-16',
    })
    await session.expectGood('plek-08-gesprekken')
    await keys.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('ends with a result and the own word of the participant', async () => {
    const { page, keys } = session
    await show('/plekken')
    await keys.tabTo(card().getByRole('link', { name: person.name }))
    await keys.press('5')
    await dialog().waitFor()
    // It has not begun yet: the last day lies before the first.
    // A text box with earlier words to choose from is a combobox.
    const reason = dialog().getByRole('combobox', { name: t('places:end.reason') })
    await keys.typeInto(reason, t('places:end.reasons.fit'))
    await keys.choose(t('places:end.result'), t('enums:goalResult.partly'), dialog())
    await keys.type(t('placing:end.energy'), 'Werken met mijn handen', dialog())
    await keys.choose(t('placing:end.meaningful'), t('placing:end.meaningfulWord.yes'), dialog())
    await session.expectGood('plek-09-einde', { names: [person.name] })
    await keys.button(t('places:end.answer'), dialog())
    await dialog().getByText(t('problems:end_before_start')).waitFor()
    await (
      await session.client()
    ).placements.save({
      id: (await placement()).id,
      fields: { starts_on: '2026-11-02' },
    })
    await keys.buttonBack(t('places:end.answer'))
    await dialog().waitFor({ state: 'detached' })
    await page
      .getByRole('alert')
      .filter({ hasText: t('places:board.endedColumn') })
      .waitFor()
    expect(await placement()).toMatchObject({
      stage: 'ended',
      end_reason: t('places:end.reasons.fit'),
      goal_result: 'partly',
      energy: 'Werken met mijn handen',
      meaningful: 'yes',
    })
    await show(`/deelnemers/${person.id}`)
    await page.getByRole('link', { name: new RegExp(`${hostName}, ${openingTitle}`) }).waitFor()
    await session.expectGood('plek-10-deelnemer', { names: [person.name] })
  })

  it('stands in a table that can be sorted and chosen from, at every size', async () => {
    const { page, keys } = session
    await show('/plekken')
    await keys.button(t('places:board.asList'))
    const table = page.getByRole('table', { name: t('places:list.caption') })
    await table.waitFor()
    await keys.button(t('places:list.on'), table)
    await expect
      .poll(() => table.getByRole('columnheader', { name: t('places:list.on') }).getAttribute('aria-sort'))
      .toBe('ascending')
    await session.expectGood('plek-11-lijst', { names: [person.name] })
    const everything = await table.getByRole('row').count()
    await page.getByLabel(t('placing:board.stage')).selectOption('ended')
    await expect.poll(() => table.getByRole('row').count()).toBeLessThan(everything)
    await page.setViewportSize(zoomed)
    await session.expectGood('plek-11-lijst-200')
    expect.soft(await sideways()).toBeLessThanOrEqual(0)
    await show('/vandaag')
    await show('/plekken')
    await session.expectGood('plek-02-bord-200')
    expect.soft(await sideways()).toBeLessThanOrEqual(0)
    await page.setViewportSize(office)
    await page.emulateMedia({ forcedColors: 'active' })
    await show('/plekken')
    await session.expectGood('plek-02-bord-contrast')
    await show(`/plekken?plek=${(await placement()).id}`)
    await dialog().waitFor()
    await session.expectGood('plek-08-gesprekken-contrast')
    await page.emulateMedia({ forcedColors: 'none' })
  })

  it('lasts as long as the office says', async () => {
    const { page, keys } = session
    await show('/vandaag')
    await show('/instellingen?deel=terms')
    await session.expectGood('plek-12-termijnen')
    await keys.button(t('placing:terms.add'))
    await keys.select(t('placing:terms.kind'), t('enums:placementKind.internship'), dialog())
    await keys.type(t('placing:terms.months'), '5', dialog())
    await session.expectGood('plek-13-termijn')
    await keys.button(t('placing:terms.save'), dialog())
    const row = page.getByRole('row').filter({ hasText: t('enums:placementKind.internship') })
    await row.getByText('5 maanden').waitFor()
    await page.setViewportSize(zoomed)
    await session.expectGood('plek-12-termijnen-200')
    expect.soft(await sideways()).toBeLessThanOrEqual(0)
    await page.setViewportSize(office)
  })
})
