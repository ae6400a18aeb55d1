/** What the program says in time: no copy outside this PC, an old paper, a folder on the internet, what a copy lacks. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addNotes, aTrajectory, markDays, writeFinalLetter } from '../keeping/work.ts'
import { launchBrowser, Session, t } from './harness.ts'
import { newPc, startHost } from './host.ts'
import { officeName } from './models/first-start.ts'
import { confirmRestore, go, heading, inside, KeptOffice, signIn } from './models/keeping.ts'

const small = { width: 683, height: 344 }
const office = { width: 1366, height: 688 }

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** With `about` in view, and at twice the size; nothing is to the right of the window. */
async function bothSizes(session: Session, name: string, about: Locator): Promise<void> {
  const inView = () => about.first().evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await inView()
  await session.expectGood(name)
  await session.page.setViewportSize(small)
  await inView()
  await session.expectGood(`${name}-200`)
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(await sideways(), `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  await session.page.setViewportSize(office)
}

describe('an office that grows older', () => {
  let kept: KeptOffice
  beforeAll(async () => {
    kept = await KeptOffice.open(browser)
    await (await kept.client()).participants.create({ given_names: 'Proefpersoon', surname: 'Blijver' })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await kept.session.picture(`waarschuwing-mis-${task.name.slice(0, 30)}`)
  })
  afterAll(() => kept?.close())

  const onDay = async (day: string) => {
    await kept.again('stop', undefined, day)
    await signIn(kept.session)
    await inside(kept.session)
  }
  const outside = () => kept.session.page.getByRole('link', { name: t('keeping:kept.outside') })
  const paper = () => kept.session.page.getByText(t('keeping:banner.codeTitle'))

  it('says nothing within the week', async () => {
    await onDay('2026-11-24')
    await kept.session.settled()
    await expect.poll(() => outside().count()).toBe(0)
    await expect.poll(() => paper().count()).toBe(0)
  })

  it('asks for a copy outside this PC after 7 days, until it is made', async () => {
    await onDay('2026-11-26')
    const { session } = kept
    await outside().waitFor()
    await session.expectGood('waarschuwing-7-dagen-vandaag')
    await session.keys.link(t('keeping:kept.outside'))
    await heading(session, t('keeping:copies.title')).waitFor()
    await session.page.getByText(t('keeping:copies.outside.overdueNever')).waitFor()
    await bothSizes(
      session,
      'waarschuwing-7-dagen',
      session.page.getByText(t('keeping:copies.outside.overdue'), { exact: true }),
    )
    await expect.poll(() => paper().count()).toBe(0)

    // The stick of the test is on the same disk: only another disk is outside. So the warning stays, and that is told.
    const stick = path.join(kept.pc.root, 'stick')
    mkdirSync(stick)
    await (await kept.client()).copies.toStick({ folder: stick })
    expect((await (await kept.client()).copies.state()).outsideOverdue).toBe(true)
  })

  it('asks for the paper after 30 days, on every page, until the code is typed', async () => {
    await onDay('2026-12-17')
    await expect.poll(() => paper().count()).toBe(0)
    await onDay('2026-12-18')
    const { session } = kept
    await paper().waitFor()
    await bothSizes(session, 'waarschuwing-code', paper())
    await session.keys.link(t('keeping:banner.codeCheck'))
    await heading(session, t('keeping:access.title')).waitFor()
    await session.page.getByText(t('keeping:access.code.due')).waitFor()
    await bothSizes(
      session,
      'waarschuwing-code-toegang',
      session.page.getByText(t('keeping:access.code.due')),
    )
    await session.keys.button(t('keeping:access.code.check'))
    await session.keys.type(t('keeping:restore.code.label'), kept.code)
    await session.keys.press('Enter')
    await session.page.getByText(t('keeping:access.code.right')).waitFor()
    await go(session, kept.host.origin, '/vandaag')
    await session.page.reload()
    await inside(session)
    await session.settled()
    await expect.poll(() => paper().count()).toBe(0)
  })
})

describe('a folder on the internet', () => {
  it('is told at the first start, and used only when somebody says so', async () => {
    const pc = newPc()
    const host = await startHost(pc)
    const session = await Session.on(browser, host)
    const { keys, page } = session
    try {
      await heading(session, t('setup:office.title')).waitFor()
      await keys.type(t('setup:office.name'), officeName)
      await keys.button(t('common:next'))
      await heading(session, t('setup:folder.title')).waitFor()
      // It is there already, as such folders are, and nothing of ours is in it.
      const cloud = path.join(pc.root, 'OneDrive - Stichting Proefwerkplaats', 'Trajectboek')
      mkdirSync(cloud, { recursive: true })
      await keys.type(t('setup:folder.label'), cloud)
      await keys.button(t('common:next'))
      await page.getByText(t('setup:folder.cloud', { service: 'OneDrive' })).waitFor()
      await expect.poll(() => heading(session, t('setup:folder.title')).count()).toBe(1)
      await bothSizes(session, 'waarschuwing-wolk', page.getByText(t('setup:folder.cloudTodo')))

      await keys.type(t('setup:folder.label'), path.join(pc.root, 'Dropbox'))
      await expect.poll(() => page.getByText(/OneDrive/).count()).toBe(0)
      await keys.button(t('common:next'))
      await page.getByText(t('setup:folder.cloud', { service: 'Dropbox' })).waitFor()
      expect(existsSync(path.join(pc.root, 'Dropbox'))).toBe(false)
      await keys.button(t('setup:folder.cloudUse'))
      await heading(session, t('setup:code.title')).waitFor()

      await keys.buttonBack(t('common:back'))
      await keys.type(t('setup:folder.label'), path.join(pc.root, 'Documenten'))
      await keys.button(t('common:next'))
      await heading(session, t('setup:code.title')).waitFor()
    } catch (error) {
      await session.picture('waarschuwing-mis-wolk')
      throw error
    } finally {
      await session.close()
      await host.stop()
      pc.remove()
    }
  })
})

describe('what a copy lacks', () => {
  let kept: KeptOffice
  let participant = 0
  beforeAll(async () => {
    kept = await KeptOffice.open(browser)
    const client = await kept.client()
    const address = { street: 'Proefstraat', house_number: '1', postcode: '1234 AB', city: 'Lindwijk' }
    await client.settings.saveOffice({ ...(await client.settings.office()), ...address })
    const [participantId, trajectoryId] = await aTrajectory(client, 'Blijver')
    participant = participantId
    await addNotes(client, participantId, 2)
    await markDays(client, participantId, ['2026-11-09'])
    await client.copies.makeNow()
    await client.participants.create({ given_names: 'Proefpersoon', surname: 'Latersma' })
    await addNotes(client, participantId, 3)
    await markDays(client, participantId, ['2026-11-10', '2026-11-16'])
    await writeFinalLetter(client, trajectoryId)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await kept.session.picture(`verschil-mis-${task.name.slice(0, 30)}`)
  })
  afterAll(() => kept?.close())

  const what = '1 deelnemer, 3 notities, 2 ingevulde dagdelen en 1 vastgelegde brief'

  const look = (why: 'asked' | 'before_restore') => {
    const row = kept.session.page
      .getByRole('row')
      .filter({ hasText: t(`keeping:copies.list.whyWords.${why}`) })
    return row.getByRole('button').press('Enter')
  }

  it('stands beside what is here now, in numbers and in words', async () => {
    const { session } = kept
    await go(session, kept.host.origin, '/instellingen/kopieen')
    await session.page.reload()
    // One by the clock may stand above it.
    await look('asked')
    await heading(session, t('keeping:restore.look.title')).waitFor()
    await session.page
      .getByText(`${what} die nu in het programma staan, staan niet in dit bestand.`)
      .waitFor()
    const row = (name: string) => session.page.getByRole('row', { name: new RegExp(`^${name}`) }).innerText()
    expect(await row(t('keeping:restore.look.notes'))).toMatch(/2\s+5\s+nu 3 meer/)
    expect(await row(t('keeping:restore.look.attendance'))).toMatch(/1\s+3\s+nu 2 meer/)
    expect(await row(t('keeping:restore.look.letters'))).toMatch(/0\s+1\s+nu 1 meer/)
    await bothSizes(session, 'verschil-kopie', session.page.getByText(t('keeping:restore.look.missingTitle')))
    await session.keys.button(t('common:next'))
    await confirmRestore(session, t('keeping:restore.ask.answer'))
    await heading(session, t('keeping:restore.done.title')).waitFor()
    await session.keys.button(t('keeping:restore.done.signIn'))
    await signIn(session)
    await inside(session)
  })

  it('is told both ways when work went on from an older copy', async () => {
    const { session } = kept
    await addNotes(await kept.client(), participant, 3)
    await go(session, kept.host.origin, '/instellingen/kopieen')
    await session.page.reload()
    await look('before_restore')
    await heading(session, t('keeping:restore.look.title')).waitFor()
    await session.page.getByText(t('keeping:restore.look.extraTitle')).waitFor()
    await session.page.getByText('3 anders').waitFor()
    await bothSizes(
      session,
      'verschil-twee-kanten',
      session.page.getByText(t('keeping:restore.look.extraTitle')),
    )
    await session.keys.button(t('keeping:restore.stop'))
  })

  it('is told when the file of this PC is damaged', async () => {
    const client = await kept.client()
    await client.copies.makeNow()
    await addNotes(client, participant, 3)
    await client.snapshots.publishNow()
    await kept.again('kill', () => {
      rmSync(path.join(kept.pc.folder, 'Trajectboek.db'))
      damage(kept.pc.live)
    })
    const { session } = kept
    await signIn(session)
    await session.page.getByText(t('keeping:failure.best')).waitFor()
    await session.page.getByText(/die op deze pc bewaard waren, staan niet in dit bestand/).waitFor()
    await bothSizes(session, 'verschil-beschadigd', session.page.getByText(t('keeping:failure.best')))
    await session.keys.button(t('keeping:failure.restore'))
    await session.page.getByText(t('keeping:restore.pick.best')).waitFor()
    await session.expectGood('verschil-beschadigd-kiezen')
  })
})

/** Bytes in the middle of the file are gone, as on a bad disk. */
function damage(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, Math.floor(statSync(file).size / 2))
  } finally {
    closeSync(handle)
  }
}
