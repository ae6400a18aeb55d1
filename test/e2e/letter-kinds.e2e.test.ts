/** Letters of every further kind, from where somebody looks for them: the person, an appointment, aftercare. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, t, type Session } from './harness.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'
import { openPaper } from './models/paper.ts'

const desk = { width: 1366, height: 768 }
const zoomed = { width: 683, height: 340 }
const names = { given_names: 'Proef', surname: 'Persoon' }

describe('letters of the further kinds', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let participantId: number
  let trajectoryId: number

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    const { client } = office
    ;({ participantId, trajectoryId } = await somebodyUnderWay(client, names))
    await client.participants.save({
      id: participantId,
      fields: { street: 'Proefkade', house_number: '4', postcode: '4531 AC', city: 'Terneuzen' },
    })
    await client.agenda.create({
      happens_on: '2026-11-25',
      start_minute: 630,
      end_minute: 690,
      title: 'Gesprek over werk',
      place: '',
      remark: '',
      staff_id: 1,
      participant_id: participantId,
      host_id: null,
      case_manager_id: null,
    })
    await session.page.setViewportSize(desk)
  }, 120_000)
  afterAll(async () => {
    await office?.close()
    await browser?.close()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('brieven-mislukt')
    session.expectQuiet()
  })

  const show = async (address: string) => {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const drawn = () => session.page.locator('.letter-preview canvas').first().waitFor()
  const dialog = () => session.page.getByRole('dialog')
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  /** The new letter, as it looks on a desk, enlarged and with high contrast. */
  const good = async (name: string) => {
    const { page } = session
    await drawn()
    await session.expectGood(name, { names: ['Persoon'] })
    await page.setViewportSize(zoomed)
    await drawn()
    await session.expectGood(`${name}-200`, { names: ['Persoon'] })
    expect.soft(await sideways()).toBeLessThanOrEqual(0)
    await page.setViewportSize(desk)
    await page.emulateMedia({ forcedColors: 'active' })
    await session.expectGood(`${name}-contrast`, { names: ['Persoon'] })
    await page.emulateMedia({ forcedColors: 'none' })
    await drawn()
  }
  const finalise = async () => {
    await session.keys.buttonBack(t('letters:letter.finalise'))
    await session.keys.button(t('letters:finalise.answer'), dialog())
    await session.page.getByRole('button', { name: t('letters:letter.print') }).waitFor()
  }

  it('a choice of letters stands behind the dots of the person', async () => {
    const { page, keys } = session
    await show(`/deelnemers/${participantId}`)
    await keys.menu(t('people:person.more'), t('letters:kinds.choose'))
    await dialog().getByText(t('letters:kinds.about.end')).waitFor()
    await session.expectGood('brief-kiezen', { names: ['Persoon'] })
    await page.setViewportSize(zoomed)
    await session.expectGood('brief-kiezen-200', { names: ['Persoon'] })
    await page.setViewportSize(desk)
    await keys.button(t('letters:kinds.make.no_show'), dialog())
    await page
      .getByRole('heading', { level: 1, name: t('letters:letter.title.no_show', { name: 'Proef Persoon' }) })
      .waitFor()
    await page.getByRole('link', { name: t('letters:gap.no_absence') }).waitFor()
    await good('brief-afwezig')
  }, 120_000)

  it('an invitation comes from its appointment, in large letters to the participant', async () => {
    const { page, keys } = session
    await show(`/deelnemers/${participantId}`)
    await keys.button('Gesprek over werk')
    await keys.button(t('letters:kinds.make.invitation'), dialog())
    await page
      .getByRole('heading', {
        level: 1,
        name: t('letters:letter.title.invitation', { name: 'Proef Persoon' }),
      })
      .waitFor()
    await page.getByText(t('letters:gaps.complete')).waitFor()
    await good('brief-uitnodiging')
    await keys.type(t('letters:kinds.field.bring'), 'Uw paspoort')
    await session.typedIsKept()
    await finalise()
    const text = await openPaper(session, t('letters:letter.print'), { name: 'brief-uitnodiging-papier' })
    for (const wanted of [
      'woensdag 25 november 2026',
      '10.30 tot 11.30 uur',
      'Uw paspoort',
      'Proefkade 4',
      '0115 000 000',
    ])
      expect(text).toContain(wanted)
  }, 120_000)

  it('more time is asked from the trajectory', async () => {
    const { page, keys } = session
    await show(`/deelnemers/${participantId}/traject`)
    await session.expectGood('brief-traject', { names: ['Persoon'] })
    await keys.button(t('letters:kinds.make.extension'))
    await page
      .getByRole('heading', {
        level: 1,
        name: t('letters:letter.title.extension', { name: 'Proef Persoon' }),
      })
      .waitFor()
    await drawn()
    await session.expectGood('brief-verlenging', { names: ['Persoon'] })
    await keys.button(t('letters:gap.no_why'))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('letter-why')
    await page.keyboard.type('Nog drie maanden oefenen in de winkel, indien dat mag.')
    await page.getByText(t('sources:plain.word', { word: 'indien', better: 'als' })).waitFor()
    await page
      .getByRole('radiogroup', { name: t('sources:copy.label') })
      .getByRole('radio', { name: t('sources:copy.no') })
      .check()
    await session.typedIsKept()
    await page.getByRole('button', { name: t('letters:gap.no_why') }).waitFor({ state: 'detached' })
    await page
      .locator('.letter-preview')
      .getByText(/heeft geen kopie/)
      .waitFor({ state: 'attached' })
  }, 120_000)

  it('the end report and the certificate come after the end; the report is signed by both', async () => {
    const { page, keys } = session
    await office.client.trajectories.end({
      id: trajectoryId,
      ended_on: '2026-11-13',
      outflow: 'volunteer',
      end_kind: 'health',
      end_reason: '',
      end_discussed_with: 'de heer De Voorbeeld',
      end_discussed_on: '2026-11-10',
    })
    await show('/vandaag')
    await show(`/deelnemers/${participantId}/traject`)
    await keys.button(t('letters:kinds.make.certificate'))
    await page
      .getByRole('heading', {
        level: 1,
        name: t('letters:letter.title.certificate', { name: 'Proef Persoon' }),
      })
      .waitFor()
    await drawn()
    await session.expectGood('brief-certificaat', { names: ['Persoon'] })
    await show(`/deelnemers/${participantId}/traject`)
    await keys.button(t('letters:kinds.make.end'))
    await page
      .getByRole('heading', { level: 1, name: t('letters:letter.title.end', { name: 'Proef Persoon' }) })
      .waitFor()
    await page.getByText(t('letters:kinds.facts.medical')).waitFor()
    await keys.type(t('letters:kinds.field.advice'), 'Wij adviseren meer uren in de buurttuin.')
    await session.typedIsKept()
    await page.getByRole('button', { name: t('letters:gap.advice_opinion') }).waitFor()
    await good('brief-einde')
    await finalise()
    const text = await openPaper(session, t('letters:letter.print'), { name: 'brief-einde-papier' })
    for (const wanted of [
      'Eindrapport van de heer Persoon',
      'Persoonlijke omstandigheden',
      'Wij adviseren meer uren',
      'Ondertekening',
      'Handtekening',
    ])
      expect(text).toContain(wanted)
    await show('/brieven?lijst=register')
    await show(`/deelnemers/${participantId}`)
    await page
      .getByText(/Eindrapport/u)
      .first()
      .waitFor()
  }, 180_000)

  it('a letter about aftercare comes from its moment, once something is known', async () => {
    const { page, keys } = session
    const [moment] = await office.client.aftercare.list({ participantId })
    await office.client.aftercare.record({
      id: moment!.id,
      done_on: '2026-11-17',
      outcome: 'still_there',
      benefit_ended: 'no',
      remark: '',
      how: 'phone',
    })
    await show(`/nazorg/${moment!.id}`)
    await session.expectGood('brief-nazorg-moment', { names: ['Persoon'] })
    await keys.button(t('letters:kinds.make.aftercare'))
    await page
      .getByRole('heading', {
        level: 1,
        name: t('letters:letter.title.aftercare', { name: 'Proef Persoon' }),
      })
      .waitFor()
    await good('brief-nazorg')
  }, 120_000)
})
