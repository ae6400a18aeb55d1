import { it, expect, beforeAll, afterAll, afterEach } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser, t } from './harness.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'
import { addHost, addOpening, hostName, place } from './models/place.ts'
import { finalise, notes, openForPrint, registerAsSent, writeLetter } from './models/letter.ts'
let browser: Browser, office: Office
beforeAll(async () => {
  browser = await launchBrowser()
  office = await openOffice(browser)
  const { participantId } = await somebodyUnderWay(office.client, { given_names: 'Samira', surname: 'Khatib' })
  for (const [body, , in_report] of notes) await office.client.notes.create({ participant_id: participantId, happened_on: '2026-11-12', kind: 'note', body, in_report })
  await office.client.attendance.mark({ cells: [{ participantId, day: '2026-11-09', part: 'morning', mark: 'present', lateMinutes: null }] })
})
afterEach(async (x) => { if (x.task.result?.state === 'fail') await office.session.picture('dev-failed'); office.session.expectQuiet() })
afterAll(async () => { await office.close(); await browser.close() })
it.only('place', async () => {
  const { session } = office
  await addHost(session)
  await session.expectGood('dev-host')
  await addOpening(session)
  await place(session, 'Samira Khatib')
  const card = session.page.getByRole('listitem').filter({ hasText: hostName })
  await card.getByText('Samira Khatib').waitFor()
  await session.expectGood('dev-places')
})
it('letter', async () => {
  const { session } = office
  const { page, keys } = session
  await page.goto(`${office.host.origin}/#/deelnemers/1`)
  await session.settled()
  await keys.button(t('people:person.letter'))
  await page.getByRole('heading', { level: 1, name: `Voortgangsbrief, Samira Khatib` }).waitFor()
  await session.settled()
  await keys.tabTo(page.getByRole('textbox', { name: /^Begin van de brief/ }))
  for (let n = 0; n < 3; n++) { const a = Date.now(); await page.keyboard.type('tien letters tien letters tien letters!!'); console.log('40 keys', Date.now() - a) ; }
  { const a = Date.now(); await keys.press('Tab'); console.log('tab', Date.now() - a); const b = Date.now(); await session.settled(); console.log('settled', Date.now() - b) }
  { const a = Date.now(); for (let i = 0; i < 10; i++) await keys.press('Tab'); console.log('10 tabs', Date.now() - a) }
  { const a = Date.now(); for (let i = 0; i < 10; i++) await keys.focus(); console.log('10 focus', Date.now() - a) }
  await writeLetter(session)
  await session.expectGood('dev-letter')
  const number = await finalise(session)
  await session.expectGood('dev-final')
  const text = await openForPrint(session)
  console.log(text)
  expect(text).toContain(number)
  await registerAsSent(session, number)
  await keys.link(t('app:shell.nav.letters'))
  await keys.button(t('letters:list.register'))
  await page.getByRole('row', { name: new RegExp(`${number}.*Met de post`) }).waitFor()
  await session.expectGood('dev-register')
})
