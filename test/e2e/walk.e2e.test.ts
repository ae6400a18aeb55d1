/** The whole way once, with the keyboard alone: from an empty PC to a letter that is sent. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, Session, t } from './harness.ts'
import { newPc, startHost, type Host, type Pc } from './host.ts'
import { codeFromSheet, fillOffice, fillStaff, officeName } from './models/first-start.ts'

describe('the walk of a coach', () => {
  let pc: Pc
  let host: Host
  let browser: Browser
  let session: Session

  beforeAll(async () => {
    pc = newPc()
    host = await startHost(pc)
    browser = await launchBrowser()
    session = await Session.on(browser, host)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    pc?.remove()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('walk-failed')
    session.expectQuiet()
  })

  it('sets the office up: the code comes from the paper and is typed back', async () => {
    const { page, keys } = session
    await page.getByRole('heading', { level: 1, name: t('setup:office.title') }).waitFor()
    await session.expectGood('walk-01-werkplaats')
    await fillOffice(session)
    await page.getByRole('heading', { level: 1, name: t('setup:folder.title') }).waitFor()
    await session.expectGood('walk-02-map')
    await keys.type(t('setup:folder.label'), pc.folder)
    await keys.button(t('common:next'))
    await page.getByRole('heading', { level: 1, name: t('setup:code.title') }).waitFor()
    const code = await codeFromSheet(session)
    expect(await page.locator('body').innerText()).not.toContain(code.slice(0, 4))
    await keys.tick(t('setup:code.putTick'))
    await keys.type(t('setup:code.typeLabel'), `${code.slice(0, 4)}-${code.slice(4, 8)} ZZZZ`)
    await page.getByText('Groepje 3 is anders dan op het papier').waitFor()
    await keys.type(t('setup:code.typeLabel'), code.toLowerCase())
    await page.getByText(t('setup:code.complete')).waitFor()
    await session.expectGood('walk-03-herstelcode')
    await keys.button(t('common:next'))
    await page.getByRole('heading', { level: 1, name: t('setup:staff.title') }).waitFor()
    await session.expectGood('walk-04-medewerker')
    await fillStaff(session)
    await page.getByRole('heading', { level: 1, name: t('setup:begin.title') }).waitFor()
    await session.expectGood('walk-05-beginnen')
    await keys.button(t('setup:begin.start'))
    await page.getByRole('navigation').getByText(officeName).waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await session.expectGood('walk-06-vandaag')
  })
})
