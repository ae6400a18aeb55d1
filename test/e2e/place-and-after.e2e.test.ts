/** One walk with the keyboard: from an opening to somebody placed there, and what came of it three months after. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, t } from './harness.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'
import { openPaper } from './models/paper.ts'

const hostName = 'Bakkerij De Proef'
const openingTitle = 'Winkel'
let browser: Browser
let office: Office
let participantId: number
let openingId: number

beforeAll(async () => {
  browser = await launchBrowser()
  office = await openOffice(browser)
  const { client } = office
  const under = await somebodyUnderWay(client, { given_names: 'Proef', surname: 'Persoon' })
  ;({ participantId } = under)
  await client.trajectories.setDates({
    id: under.trajectoryId,
    starts_on: '2026-05-04',
    planned_end_on: '2026-08-14',
    reason: '',
  })
  const { id: host_id } = await client.hosts.create({ name: hostName, city: 'Terneuzen' })
  openingId = (
    await client.openings.create({ host_id, title: openingTitle, kind: 'volunteer', minutes_per_week: 480 })
  ).id
})
afterAll(async () => {
  await office?.close()
  await browser?.close()
})

it('an opening, a person, an agreement on paper, the board, the end, and asked again after three months', async () => {
  const { session, client, host } = office
  const { page, keys } = session
  await page.setViewportSize({ width: 1366, height: 768 })
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const dialog = page.getByRole('dialog')
  const gone = () => dialog.waitFor({ state: 'detached' })
  const said = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor()
  const placement = async () => (await client.placements.list({ participantId }))[0]

  // Who fits here? The coach chooses, and says why.
  await page.goto(`${host.origin}/#/aanbod/${openingId}`)
  await heading(openingTitle)
  await keys.button(t('matching:opening.whoFits'))
  await heading(t('matching:match.openingTitle', { title: openingTitle }))
  await session.settled()
  const match = page.locator('.match-card').filter({ hasText: 'Persoon' })
  await keys.button(new RegExp(`^${t('matching:match.choose')} `), match)
  await keys.type(new RegExp(`^${t('matching:match.reason')}`), 'Wil graag met mensen werken', dialog)
  await keys.button(t('matching:match.chooseAnswer'), dialog)

  // Both are filled in; what is agreed comes with it.
  await heading(t('places:form.title'))
  await page.getByText(t('places:form.otherPerson')).waitFor()
  await keys.choose(t('places:form.goal'), t('enums:placementGoal.experience'))
  await keys.type(t('places:form.ownWords'), 'Ik wil leren hoe een winkel hier werkt.')
  await keys.choose(t('places:form.stage'), t('enums:placementStage.introduction'))
  await keys.type(t('places:form.starts'), '6-7-2026')
  await keys.tick('dinsdag ochtend')
  await keys.type(t('places:form.supervisor'), 'Bea Voorbeeld')
  await keys.button(t('places:form.create'))
  await page.getByRole('link', { name: new RegExp(`${hostName}, ${openingTitle}`) }).waitFor()
  expect(await placement()).toMatchObject({
    opening_id: openingId,
    stage: 'introduction',
    starts_on: '2026-07-06',
    minutes_per_week: 480,
  })

  // On the board: opened, and agreed on one sheet of paper.
  await keys.link(t('app:shell.nav.places'))
  const card = page.locator('.places-card').filter({ hasText: 'Persoon' })
  await card.waitFor()
  await session.settled()
  await keys.button(new RegExp(`^${hostName}`), card)
  await dialog.waitFor()
  await keys.button(t('placing:parts.agreed'), dialog)
  await keys.type(t('placing:field.supervisorPhone'), '0612345678', dialog)
  await keys.type(t('placing:field.allowance'), 'reiskosten', dialog)
  await keys.select(t('placing:field.insurance'), t('placing:insurance.host'), dialog)
  await keys.press('Tab')
  await dialog.getByText(t('placing:missing.insurance'), { exact: true }).waitFor({ state: 'detached' })
  await keys.button(t('letters:kinds.make.placement'), dialog)
  await heading(t('letters:letter.title.placement', { name: 'Proef Persoon' }))
  await page.locator('.letter-preview canvas').first().waitFor()
  await session.expectGood('plek-06-brief', { names: ['Persoon'] })
  await keys.buttonBack(t('letters:letter.finalise'))
  await keys.button(t('letters:finalise.answer'), dialog)
  await page.getByRole('button', { name: t('letters:letter.print') }).waitFor()
  const paper = await openPaper(session, t('letters:letter.print'), { name: 'plek-06-overeenkomst' })
  for (const wanted of [
    t('placing:agreement.heading'),
    'Proef Persoon',
    hostName,
    'Ik wil leren hoe een winkel hier werkt.',
    'Dinsdagochtend. 8 uur per week.',
    'U begint op maandag 6 juli 2026.',
    'Bea Voorbeeld, 06 12345678.',
    'U krijgt: reiskosten.',
    `${hostName} heeft u verzekerd`,
  ])
    expect(paper).toContain(wanted)
  expect(paper).not.toContain('Wie verzekert u?')
  await session.settled()
  await keys.link(t('app:shell.nav.places'))
  await card.waitFor()
  await session.settled()

  // Over the board, and off it with a result.
  const link = card.getByRole('link', { name: 'Proef Persoon' })
  const steps = { 3: 'trial', 4: 'placed' } as const
  for (const [key, stage] of Object.entries(steps)) {
    await keys.tabTo(link)
    await keys.press(key)
    await said(t(`enums:placementStage.${stage}`))
    await session.settled()
    expect(await placement()).toMatchObject({ stage })
  }
  await keys.tabTo(link)
  await keys.press('5')
  await dialog.waitFor()
  await keys.type(t('places:end.on'), '7-8-2026', dialog)
  await keys.typeInto(
    dialog.getByRole('combobox', { name: t('places:end.reason') }),
    t('places:end.reasons.job'),
  )
  await keys.choose(t('places:end.result'), t('enums:goalResult.reached'), dialog)
  await keys.button(t('places:end.answer'), dialog)
  await gone()
  await said(t('places:board.endedColumn'))
  expect(await placement()).toMatchObject({
    stage: 'ended',
    ended_on: '2026-08-07',
    end_reason: t('places:end.reasons.job'),
    goal_result: 'reached',
  })

  // The trajectory ends with work; who may be asked, is asked three months after.
  await page.goto(`${host.origin}/#/deelnemers/${participantId}/traject`)
  await page.getByRole('button', { name: t('trajectory:page.end') }).waitFor()
  await session.settled()
  await keys.button(t('trajectory:page.end'))
  await keys.type(t('trajectory:end.endedOn'), '14-8-2026', dialog)
  await keys.select(t('trajectory:end.kind'), t('enums:endKind.planned'), dialog)
  await keys.select(t('trajectory:end.outflow'), t('enums:outflow.volunteer'), dialog)
  await keys.button(t('trajectory:end.save'), dialog)
  await gone()
  await page.goto(`${host.origin}/#/deelnemers/${participantId}`)
  const afterwards = page.getByRole('region', { name: t('aftercare:card.title'), exact: true })
  await afterwards.getByText(t('aftercare:contact.not_asked')).waitFor()
  await session.settled()
  await keys.button(new RegExp(`^${t('aftercare:contact.ask')}`), afterwards)
  await keys.button(t('conclusion:permissions.give'), dialog)
  await gone()
  const threeMonths = t('aftercare:after', { count: 3 })
  await session.settled()
  await keys.link(threeMonths, afterwards)
  await heading(threeMonths)
  await session.settled()
  await keys.choose(t('aftercare:form.outcome'), t('enums:aftercareOutcome.still_there'))
  await keys.choose(t('aftercare:form.benefit'), t('enums:benefitEnded.yes'))
  await keys.type(t('aftercare:form.remark'), 'Werkt nu elke dag.')
  await keys.button(t('aftercare:form.save'))
  await afterwards.getByText(t('enums:aftercareOutcome.still_there')).waitFor()
  expect((await client.aftercare.list({ participantId })).find((one) => one.month === 3)).toMatchObject({
    state: 'done',
    due_on: '2026-11-14',
    done_on: '2026-11-18',
    outcome: 'still_there',
    benefit_ended: 'yes',
    remark: 'Werkt nu elke dag.',
  })
  await session.expectGood('plek-en-daarna', { names: ['Persoon'] })
})
