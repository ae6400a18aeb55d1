/** Every main screen of a full office: on an office PC, at 200 %, and in forced colours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

/** Where tables may be wider than the window: they scroll inside themselves. */
const zoomed = { width: 683, height: 344 } // 1366 x 688 at 200 %

describe('the screens of a full office', () => {
  let office: Practice
  let session: Session
  /** Address behind the #, by the name of its pictures. */
  const screens: Record<string, string> = {
    'vandaag': '/vandaag',
    'deelnemers': '/deelnemers',
    'nieuwe-deelnemer': '/deelnemers/nieuw',
    'week': '/week',
    'plekken': '/plekken',
    'nieuwe-plek': '/plekken/nieuw',
    'organisaties': '/organisaties',
    'brieven': '/brieven',
    'concepten': '/brieven?state=drafts',
    'register': '/brieven?state=register',
    'resultaten': '/resultaten',
    'instellingen': '/instellingen',
  } // prettier-ignore
  let names: string[] = []

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    const client = await session.client()
    const active = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    names = active.rows.flatMap(({ listName }) => listName.split(/[ ,]+/)).filter((part) => part.length > 4)
    const somebody = active.rows[3]
    if (!somebody) throw new Error('Nobody is under way in the practice office')
    for (const [name, address] of Object.entries({
      persoon: '',
      gegevens: '/gegevens',
      aanmelding: '/aanmelding',
      dagen: '/dagen',
      meting: '/meting',
      intake: '/intake',
    }))
      // prettier-ignore
      screens[name] = `/deelnemers/${somebody.id}${address}`
    const [organisation] = await client.hosts.list({ query: '' })
    screens['organisatie'] = `/organisaties/${organisation?.id}`
    const letters = await client.letters.register({ query: '', state: null })
    screens['brief-concept'] = `/brieven/${letters.find(({ state }) => state === 'draft')?.id}`
    screens['brief-verstuurd'] = `/brieven/${letters.find(({ state }) => state === 'sent')?.id}`
  })
  afterAll(() => office?.close())

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    if (address.startsWith('/brieven/')) await session.page.locator('canvas').first().waitFor()
    await session.settled()
  }

  /** How far the page itself can be scrolled sideways, in CSS pixels. */
  const sideways = () => office.sideways()

  it('are right at 1366 x 688', async () => {
    for (const [name, address] of Object.entries(screens)) {
      await show(address)
      await session.expectGood(`scherm-${name}`, { names })
      expect.soft(await sideways(), `${name} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  })

  it('are right at 200 %', async () => {
    await session.page.setViewportSize(zoomed)
    for (const [name, address] of Object.entries(screens)) {
      await show(address)
      await session.expectGood(`scherm-${name}-200`, { names })
      expect.soft(await sideways(), `${name} scrolls sideways at 200 %`).toBeLessThanOrEqual(0)
    }
    await session.page.setViewportSize({ width: 1366, height: 688 })
  })

  it('keep every state in sight in forced colours', async () => {
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const name of [
      'vandaag',
      'persoon',
      'week',
      'plekken',
      'meting',
      'intake',
      'brief-concept',
      'resultaten',
    ]) {
      await show(screens[name] ?? '')
      await session.expectGood(`scherm-${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
  })

  it('open the menu and the search at 200 % with the keyboard', async () => {
    await session.page.setViewportSize(zoomed)
    await show('/vandaag')
    await session.keys.button('Menu')
    await session.page.getByRole('navigation').getByRole('link', { name: 'Week' }).waitFor()
    await session.expectGood('scherm-menu-200')
    await session.keys.link('Week')
    await session.page.getByRole('heading', { level: 1, name: /^Week 47/ }).waitFor()
    await session.page.setViewportSize({ width: 1366, height: 688 })
  })
})
