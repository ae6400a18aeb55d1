/** After the trajectory, with the keyboard: asked at three months, tried, dropped and back, and the signal with its letter. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, t, type Session } from './harness.ts'
import { openPaper } from './models/paper.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'

const sizes = { '': [1366, 768], '-200': [683, 340] } as const

describe('aftercare', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let participantId: number
  let trajectoryId: number
  const names = { given_names: 'Proef', surname: 'Persoon' }

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    const { client } = office
    ;({ participantId, trajectoryId } = await somebodyUnderWay(client, names))
    await client.trajectories.setDates({
      id: trajectoryId,
      starts_on: '2026-05-04',
      planned_end_on: '2026-08-14',
      reason: '',
    })
    await client.participants.save({
      id: participantId,
      fields: { phone: '06 12345678', preferred_contact: 'phone', languages: 'Arabisch' },
    })
    const { id: host_id } = await client.hosts.create({ name: 'Bakkerij De Proef', city: 'Terneuzen' })
    const { id: opening_id } = await client.openings.create({ host_id, title: 'Winkel', kind: 'volunteer' })
    await client.placements.create({
      participant_id: participantId,
      opening_id,
      goal: 'experience',
      stage: 'placed',
      starts_on: '2026-07-06',
      days: 'dinsdag en vrijdag',
      minutes_per_week: 480,
    })
    await client.assessments.addLanguage({
      participantId,
      assessed_on: '2026-07-01',
      source: 'school',
      levels: [{ skill: 'speaking', level: 'A2' }],
    })
    const { id: intake } = await client.intakes.start({ participantId })
    await client.intakes.saveAnswer({
      id: intake,
      answer: { question: 'energy', value: 'Werken met mensen, en iets maken.', noAnswer: null },
    })
  }, 120_000)
  afterAll(async () => {
    await office?.close()
    await browser?.close()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('nazorg-mislukt')
    session.expectQuiet()
  })

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const moments = () => office.client.aftercare.list({ participantId })
  const moment = async (month: number) => {
    const found = (await moments()).find((one) => one.month === month)
    if (!found) throw new Error(`no moment ${month}`)
    return found
  }
  const after = (count: number) => t('aftercare:after', { count })
  const card = () => session.page.getByRole('region', { name: t('aftercare:card.title'), exact: true })
  const gone = () => session.page.getByRole('dialog').waitFor({ state: 'detached' })

  it('begins at the outflow; who was never asked stands on Vandaag and is asked first', async () => {
    const { page, keys } = session
    await show(`/deelnemers/${participantId}/traject`)
    await keys.button(t('trajectory:page.end'))
    const dialog = page.getByRole('dialog')
    await keys.type(t('trajectory:end.endedOn'), '14-8-2026', dialog)
    await keys.select(t('trajectory:end.kind'), t('enums:endKind.planned'), dialog)
    await keys.select(t('trajectory:end.outflow'), t('enums:outflow.volunteer'), dialog)
    await keys.button(t('trajectory:end.save'), dialog)
    await gone()
    expect((await moments()).map((one) => [one.month, one.due_on, one.state])).toEqual([
      [1, '2026-09-14', 'ask'],
      [3, '2026-11-14', 'ask'],
      [6, '2027-02-14', 'ask'],
      [12, '2027-08-14', 'ask'],
      [18, '2028-02-14', 'ask'],
    ])
    expect((await office.client.today.get()).aftercareDue.map((one) => one.month)).toEqual([1, 3])
    await show(`/deelnemers/${participantId}`)
    await card().getByText(t('aftercare:contact.not_asked')).waitFor()
    await card().scrollIntoViewIfNeeded()
    await session.expectGood('nazorg-toestemming', { names: ['Persoon'] })
    await keys.button(new RegExp(`^${t('aftercare:contact.ask')}`), card())
    await keys.button(t('conclusion:permissions.give'), page.getByRole('dialog'))
    await gone()
    await card().getByText(t('aftercare:contact.not_asked')).waitFor({ state: 'detached' })
    expect((await office.client.today.get()).aftercareDue.map((one) => one.month)).toEqual([1, 3])
  }, 120_000)

  it('not reached stays open for another try; then it is written down, with a story that was allowed', async () => {
    const { page, keys } = session
    await show('/nazorg')
    await page.getByText(t('aftercare:list.lead', { count: 2 })).waitFor()
    await session.expectGood('nazorg-lijst', { names: ['Persoon'] })
    await keys.link(new RegExp(`^${t('aftercare:list.record')}.*${after(3)}$`))
    await page.getByRole('heading', { level: 1, name: after(3) }).waitFor()
    await session.settled()
    await keys.button(t('aftercare:form.save'))
    await page.getByText(t('problems:required')).first().waitFor()
    await keys.pick(
      page.getByRole('radiogroup', { name: t('aftercare:form.outcome') }),
      t('enums:aftercareOutcome.not_reached'),
    )
    await page.getByText(t('aftercare:form.againRule')).waitFor()
    await keys.type(t('aftercare:form.nextOn'), '25-11-2026')
    await keys.type(t('aftercare:form.tryRemark'), 'Voicemail ingesproken')
    await session.expectGood('nazorg-niet-bereikt', { names: ['Persoon'] })
    await keys.button(t('aftercare:form.save'))
    await card()
      .getByText(t('aftercare:card.triedAgain', { date: '25-11-2026' }))
      .waitFor()
    expect(await moment(3)).toMatchObject({
      state: 'coming',
      done_on: null,
      attempts: [{ tried_on: '2026-11-18', how: 'phone', reached: false, remark: 'Voicemail ingesproken' }],
    })

    await keys.link(after(3), card())
    await page.getByRole('heading', { level: 1, name: after(3) }).waitFor()
    await session.settled()
    await keys.pick(
      page.getByRole('radiogroup', { name: t('aftercare:form.outcome') }),
      t('enums:aftercareOutcome.moved_on'),
    )
    await keys.type(t('aftercare:form.movedOnTo'), 'Betaald werk in de bakkerij')
    await keys.choose(t('aftercare:form.benefit'), t('enums:benefitEnded.partly'))
    await keys.type(t('aftercare:form.remark'), 'Werkt nu drie dagen. Gaat met plezier.')
    await page.getByText(t('aftercare:form.storyNo')).waitFor()
    await keys.button(t('aftercare:form.storyGive'))
    await keys.button(t('conclusion:permissions.give'), page.getByRole('dialog'))
    await gone()
    await keys.type(t('aftercare:form.story'), 'Ik bak nu het brood dat ik vroeger kocht.')
    await page.setViewportSize({ width: 1366, height: 1250 })
    await session.expectGood('nazorg-vastleggen', { names: ['Persoon'] })
    await page.setViewportSize({ width: 1366, height: 688 })
    await keys.button(t('aftercare:form.save'))
    await card().getByText('Betaald werk in de bakkerij').waitFor()
    expect(await moment(3)).toMatchObject({
      state: 'done',
      done_on: '2026-11-18',
      outcome: 'moved_on',
      benefit_ended: 'partly',
      moved_on_to: 'Betaald werk in de bakkerij',
      story: 'Ik bak nu het brood dat ik vroeger kocht.',
      attempts: [{ reached: false }, { reached: true }],
    })
    const of = { figure: 'still_there_3', whole: false } as const
    const year = { from: '2026-01-01', to: '2026-12-31', projectId: null, municipalityId: null }
    const { people } = await office.client.results.behind({ ...year, of })
    expect(people.map(({ id }) => id)).toEqual([participantId])
  }, 120_000)

  it('is corrected, dropped with why, and put back; one more is added', async () => {
    const { page, keys } = session
    const { id } = await moment(18)
    await show(`/nazorg/${id}`)
    await keys.button(t('aftercare:plan.drop'))
    const dialog = page.getByRole('dialog')
    await keys.button(t('aftercare:plan.drop'), dialog)
    await dialog.getByText(t('problems:required')).waitFor()
    await keys.type(t('aftercare:plan.why'), 'Gaat verhuizen naar een ander land', dialog)
    await keys.button(t('aftercare:plan.drop'), dialog)
    await gone()
    await page.getByText('Gaat verhuizen naar een ander land').waitFor()
    await session.expectGood('nazorg-vervallen', { names: ['Persoon'] })
    expect(await moment(18)).toMatchObject({
      state: 'dropped',
      dropped_why: 'Gaat verhuizen naar een ander land',
    })
    await keys.button(t('aftercare:card.putBack'))
    await page.getByRole('button', { name: t('aftercare:plan.move') }).waitFor()
    expect(await moment(18)).toMatchObject({ state: 'coming', dropped_why: '' })

    await show(`/deelnemers/${participantId}`)
    await keys.button(t('aftercare:card.add'), card())
    const add = page.getByRole('dialog')
    await keys.type(t('aftercare:plan.months'), '3', add)
    await keys.button(t('aftercare:plan.add'), add)
    await add.getByText(t('problems:already_there')).waitFor()
    await keys.type(t('aftercare:plan.months'), '24', add)
    await keys.button(t('aftercare:plan.add'), add)
    await gone()
    await card().getByText('14-08-2028').waitFor()

    await show(`/nazorg/${(await moment(3)).id}`)
    await keys.type(t('aftercare:form.movedOnTo'), 'Betaald werk, drie dagen')
    await keys.button(t('aftercare:form.correct'))
    await card().getByText('Betaald werk, drie dagen').waitFor()
    expect((await moment(3)).attempts).toHaveLength(2)
  }, 120_000)

  it('who takes the permission back is not asked, and the page says why', async () => {
    const { client } = office
    const [permission] = (await client.permissions.list({ participantId })).filter(
      (one) => one.kind === 'aftercare',
    )
    await client.permissions.withdraw({ id: permission?.id ?? 0, withdrawn_on: '2026-11-18' })
    expect((await client.today.get()).aftercareDue).toEqual([])
    await session.page.reload() // the page does not know what was done beside it
    await show(`/deelnemers/${participantId}`)
    await card()
      .getByText(t('aftercare:contact.withdrawn', { date: '18-11-2026' }))
      .waitFor()
    await show('/nazorg?lijst=stopped')
    await session.page.getByText(t('aftercare:state.blocked')).first().waitFor()
    await session.expectGood('nazorg-niet-meer', { names: ['Persoon'] })
    await client.permissions.give({ participantId, kind: 'aftercare', given_on: '2026-11-18', remark: '' })
  }, 60_000)

  it('somebody is ready for work: a signal, and a letter of one page for the case manager', async () => {
    const { page, keys } = session
    await show(`/deelnemers/${participantId}`)
    await keys.menu(t('people:person.more'), t('aftercare:signal.menu'))
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await keys.type(t('aftercare:signal.on'), '16-11-2026', dialog)
    await keys.type(
      t('aftercare:signal.body'),
      'Komt al vier maanden elke dag op tijd. Helpt klanten zelfstandig in het Nederlands.',
      dialog,
    )
    await session.expectGood('signaal', { names: ['Persoon'] })
    await keys.button(t('aftercare:signal.add'), dialog)
    await gone()
    const signal = page.getByRole('region', { name: t('aftercare:signal.title') })
    await signal.getByText('Bakkerij De Proef, 16 november 2026').waitFor()
    await keys.button(new RegExp(`^${t('aftercare:signal.make')}`), signal)
    await page.locator('.letter-preview canvas').first().waitFor()
    await keys.type(t('letters:texts.opinion'), 'Ik wil graag meer dagen werken.')
    await keys.type(t('letters:texts.discussed'), '17-11-2026')
    await keys.press('Tab')
    await page.getByText(t('letters:gaps.complete')).waitFor()
    await session.expectGood('signaalbrief', { names: ['Persoon'] })
    await keys.buttonBack(t('letters:letter.finalise'))
    await keys.button(t('letters:finalise.answer'), page.getByRole('dialog'))
    await gone()
    const paper = await openPaper(session, t('letters:letter.print'), { name: 'signaalbrief-papier' })
    for (const words of [
      'is klaar voor de arbeidsmarkt',
      'Bakkerij De Proef ziet dat',
      'Komt al vier maanden elke dag op tijd.',
      '6 juli 2026, 8 uur per week',
      'Spreken A2',
      'Ik wil graag meer dagen werken.',
      'Bladzijde 1 van 1',
    ])
      expect(paper).toContain(words)
    await show(`/deelnemers/${participantId}`)
    await signal.getByText(/^Brief \d{4}-\d{4} is vastgelegd\.$/).waitFor()
    expect(await signal.getByRole('button').count()).toBe(1) // nothing left to change
  }, 120_000)

  it('is good to look at in every size and in forced colours', async () => {
    const open = await moment(1)
    const done = await moment(3)
    const screens = {
      lijst: '/nazorg?lijst=all',
      moment: `/nazorg/${open.id}`,
      klaar: `/nazorg/${done.id}`,
      persoon: `/deelnemers/${participantId}`,
      resultaten: '/resultaten?van=2026-01-01&tot=2026-12-31',
    }
    for (const [name, address] of Object.entries(screens))
      for (const [size, [width, height]] of Object.entries(sizes)) {
        await session.page.setViewportSize({ width, height })
        await show(address)
        await session.expectGood(`nazorg-${name}${size}`)
        const sideways = await session.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(sideways, `${name}${size} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    await session.page.setViewportSize({ width: 1366, height: 1700 })
    for (const name of ['persoon', 'resultaten'] as const) {
      await show(screens[name])
      await session.expectGood(`nazorg-${name}-heel`)
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const name of ['lijst', 'moment'] as const) {
      await show(screens[name])
      await session.expectGood(`nazorg-${name}-contrast`)
    }
  }, 240_000)
})
