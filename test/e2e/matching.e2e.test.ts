/** What organisations offer, who fits, and how far it is: in a full office, from a person and from an opening. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]

describe('matching', () => {
  let office: Practice
  let session: Session
  let client: Client
  /** Somebody for whom something is proposed, and an opening with room. */
  let person: number
  let opening: number
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    client = await session.client()
    const all = await client.openings.list()
    opening = all.find((one) => one.state === 'open' || one.state === 'partly')?.id ?? 0
    const { proposed } = await client.matching.forOpening({
      openingId: opening,
      wishesOff: [],
      limit: 1,
      others: 0,
    })
    person = proposed[0]?.participantId ?? 0
    expect(person, 'the practice office has somebody for an opening').toBeGreaterThan(0)
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const sideways = () => office.sideways()
  const heading = (words: string) => session.page.getByRole('heading', { name: words })

  it('an opening is found in the list, filled in and confirmed', async () => {
    const { page } = session
    await show('/aanbod')
    const [first] = (await client.openings.list()).filter((one) => one.id === opening)
    if (!first) throw new Error('no opening')
    await page.getByRole('searchbox', { name: t('matching:list.search') }).fill(first.title)
    await page.getByRole('link', { name: first.title, exact: true }).first().click()
    await heading(t('matching:opening.asks')).waitFor()
    const evening = page.getByRole('checkbox', { name: `zaterdag ${t('enums:dayPart.evening')}` })
    const had = await evening.isChecked()
    await evening.click()
    await page.getByRole('radio', { name: /^Werken met een scherm: Veel/ }).click()
    await page.getByRole('button', { name: t('matching:opening.confirmNow') }).click()
    await page.getByText(t('matching:opening.confirmedNow')).waitFor()
    await expect
      .poll(async () => {
        const now = await client.openings.get({ id: opening })
        return [
          now.parts.some((one) => one.weekday === 6 && one.part === 'evening'),
          now.heavy.some((one) => one.item === 'screen' && one.amount === 'much'),
          now.confirmed_on,
        ]
      })
      .toEqual([!had, true, '2026-11-18'])
    // Room for fewer people than are there is refused at its field; what was typed stays.
    if (first.taken > 1) {
      const capacity = page.getByLabel(t('places:opening.capacity'))
      await capacity.fill('1')
      await capacity.blur()
      await page.getByText(t('problems:fewer_than_there')).waitFor()
      await expect.poll(() => capacity.inputValue()).toBe('1')
      await capacity.fill(String(first.capacity))
      await capacity.blur()
      await page.getByText(t('problems:fewer_than_there')).waitFor({ state: 'detached' })
    }
    await session.settled()
    session.expectQuiet()
  })

  it('from an opening: the three lists, those not proposed with their reason, and back', async () => {
    const { page } = session
    await show(`/aanbod/${opening}`)
    await page.getByRole('button', { name: t('matching:opening.whoFits') }).click()
    await heading(t('matching:match.asks')).waitFor()
    const card = page
      .getByRole('list', { name: t('matching:match.proposed') })
      .locator('.match-card')
      .first()
    for (const words of ['fits', 'not', 'unknown'] as const)
      await card.getByRole('heading', { name: new RegExp(`^${t(`matching:match.${words}`)} \\(`) }).waitFor()
    await page.locator('.match-board [aria-expanded="false"]').click()
    const others = page.getByRole('region', { name: t('matching:match.others') })
    await others.waitFor()
    await session.settled()
    const without = await others.locator('.match-card:not(:has([data-hard]))').count()
    expect(without, 'whoever is not proposed has a reason').toBe(0)
    await session.expectGood('wie-past-hier')
  })

  it('from a person: wishes off and on, two side by side, later with a reason, choosing goes on to a placement', async () => {
    const { page } = session
    await show(`/deelnemers/${person}`)
    await page.getByRole('link', { name: t('matching:match.find') }).click()
    await heading(t('matching:match.must')).waitFor()
    const cards = page.getByRole('list', { name: t('matching:match.proposed') }).locator('.match-card')
    await cards.first().waitFor()
    const wish = page.getByRole('checkbox', { name: t('matching:match.wish.sector') })
    await wish.click()
    await session.settled()
    await expect.poll(() => wish.isChecked()).toBe(false)
    await wish.click()
    await session.settled()

    if ((await cards.count()) > 1) {
      for (const at of [0, 1])
        await cards
          .nth(at)
          .getByRole('checkbox', { name: t('matching:match.beside') })
          .click()
      await page.getByRole('button', { name: t('matching:match.besideShow', { count: 2 }) }).click()
      await expect.poll(() => cards.count()).toBe(2)
      await session.expectGood('naast-elkaar')
      await page.getByRole('button', { name: t('matching:match.besideBack') }).click()
    }

    await cards
      .first()
      .getByRole('button', { name: t('matching:match.later') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('matching:match.reason')).fill('Eerst de taalles afmaken')
    await session.expectGood('keuze')
    await dialog.getByRole('button', { name: t('matching:match.laterAnswer') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Eerst de taalles afmaken').first().waitFor()

    await cards
      .first()
      .getByRole('button', { name: t('matching:match.choose') })
      .click()
    await dialog.getByLabel(t('matching:match.reason')).fill('Wil graag naar buiten')
    await dialog.getByRole('button', { name: t('matching:match.chooseAnswer') }).click()
    await heading(t('places:form.title')).waitFor()
    await session.settled()
    expect(page.url()).toMatch(new RegExp(`participant=%22?${person}|participant=${person}`))
    session.expectQuiet()
  })

  it('travel minutes are typed once, and everything not known leads to its question', async () => {
    const { page } = session
    await show(`/deelnemers/${person}/zoeken`)
    const card = page.locator('.match-card').first()
    await card
      .getByRole('button', {
        name: new RegExp(`^(${t('matching:match.setMinutes')}|${t('matching:match.changeMinutes')})`),
      })
      .click()
    const dialog = page.getByRole('dialog')
    const minutes = dialog.getByLabel(t('matching:match.minutesLabel'))
    await minutes.fill('veel')
    await dialog.getByText(t('problems:number_range')).waitFor()
    await dialog.getByRole('button', { name: t('matching:match.minutesSave') }).click()
    await dialog.getByText(t('problems:number_range')).waitFor()
    await minutes.fill('12')
    await session.expectGood('reistijd')
    await dialog.getByRole('button', { name: t('matching:match.minutesSave') }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByText(t('matching:match.minutes', { minutes: 12 }))
      .first()
      .waitFor()
    const links = await page
      .locator('.match-reason')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(link).toMatch(/^#\/(deelnemers|aanbod)\/\d+/)
    session.expectQuiet()
  })

  it('a reason that rests on the opening leads to its field', async () => {
    const { page } = session
    const full = await client.openings.create({
      host_id: (await client.openings.get({ id: opening })).host_id,
      title: 'Proefplek zonder dagdelen',
      kind: 'volunteer',
      capacity: 1,
    })
    await show(`/aanbod/${full.id}/wie`)
    const reason = page.locator(`.match-reason[href="#/aanbod/${full.id}?veld=parts"]`).first()
    await reason.press('Enter')
    await heading(t('matching:opening.when')).waitFor()
    const where = page.locator('#veld-parts')
    await expect.poll(() => where.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    await show(`/aanbod/${opening}`)
    await show(`/aanbod/${full.id}?veld=closed`)
    const last = page.locator('#veld-closed')
    await expect.poll(() => last.evaluate((one) => one.contains(document.activeElement))).toBe(true)
    await expect
      .poll(() => last.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight))
      .toBe(true)
    session.expectQuiet()
  })

  it('a table of postcodes is looked at first, and used when somebody says so', async () => {
    const { page } = session
    await show('/instellingen?deel=distances')
    const input = page.locator('input[type=file]')
    const give = (name: string, text: string) =>
      input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await give('tabel.csv', 'PK\u0003\u0004')
    await page.getByText(t('matching:distance.why.excel')).waitFor()
    await give('verhaal.csv', 'Dit is een brief.\nEr staat geen tabel in.\n')
    await page.getByText(t('matching:distance.why.no_columns')).waitFor()
    await give(
      'centra.csv',
      'PC4;lon;lat\n1234;5,10;52,10\n1243;5,20;52,15\n1256;2,35;48,85\n1267;x;52,2\n1234;5,11;52,10\n',
    )
    await page.getByText(t('matching:distance.rows', { count: 2 })).waitFor()
    await page.getByText(t('matching:distance.problem.outside')).waitFor()
    await session.expectGood('afstanden-gelezen')
    expect(await client.distances.loaded()).toBeNull()
    await page.getByRole('button', { name: t('matching:distance.use'), exact: true }).click()
    await page.getByText(t('matching:distance.used')).waitFor()
    expect(await client.distances.loaded()).toMatchObject({ rows: 2 })
    await session.settled()
    session.expectQuiet()
  })

  it('the screens are right at both sizes and in forced colours', async () => {
    const screens = {
      'aanbod': '/aanbod',
      'aanbod-een': `/aanbod/${opening}`,
      'zoeken-persoon': `/deelnemers/${person}/zoeken`,
      'zoeken-plek': `/aanbod/${opening}/wie`,
      'afstanden': '/instellingen?deel=distances',
    } // prettier-ignore
    for (const size of sizes) {
      await session.page.setViewportSize(size)
      for (const [name, address] of Object.entries(screens)) {
        await show(address)
        await session.expectGood(`${name}-${size.width}`)
        expect.soft(await sideways(), `${name} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
      }
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    await show(`/deelnemers/${person}/zoeken`)
    await session.expectGood('zoeken-persoon-contrast')
    await session.page.emulateMedia({ forcedColors: 'none' })
  })
})
