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
it('place', async () => {
  const { session } = office
  await addHost(session)
  await session.expectGood('dev-host')
  await addOpening(session)
  await place(session, 'Samira Khatib')
  const card = session.page.getByRole('listitem').filter({ hasText: hostName })
  await card.getByRole('link', { name: 'Samira Khatib', exact: true }).waitFor()
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
  let last = Date.now(); const lap = (x: string) => { console.log(x, Date.now() - last); last = Date.now() }
  await writeLetter(session); lap('writeLetter(se')
  await session.expectGood('dev-letter'); lap('good')
  const number = await finalise(session); lap('finalise(sessi')
  await session.expectGood('dev-final'); lap('good')
  const text = await openForPrint(session); lap('openForPrint(s')
  console.log(text)
  expect(text).toContain(number)
  await registerAsSent(session, number); lap('registerAsSent')
  await keys.link(t('app:shell.nav.letters'))
  await keys.button(t('letters:list.register'))
  await page.getByRole('row', { name: new RegExp(`${number}.*Met de post`) }).waitFor()
  await session.expectGood('dev-register'); lap('good')
})
