/** Beside a letter: where each part comes from, what changed, a shorter note, a second look. With the keyboard. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const note = 'Legde de nieuwe groep uit hoe de dozen dicht gaan, en hielp daarna nog een uur mee met tellen.'

describe('beside a letter', () => {
  let office: Practice
  let session: Session
  let letter = 0
  let person = 0
  let lastDay = ''

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    const client = await session.client()
    const due = await client.letters.due()
    const first = due.find((one) => one.draftId === null && one.dueOn <= '2026-11-18') ?? due[0]
    if (!first) throw new Error('No letter is due in the practice office')
    person = first.participantId
    // The period ends on the last Friday: a note of before it comes in, one of after it is for the next letter.
    await client.notes.create({
      participant_id: person,
      happened_on: '2026-11-12',
      kind: 'note',
      body: note,
      present: '',
      in_report: true,
    })
    letter = (await client.letters.open({ kind: 'progress', about: first.trajectoryId })).id
    lastDay = (await client.letters.get({ id: letter })).period_to
  }, 240_000)
  afterAll(() => office?.close())

  async function show(): Promise<void> {
    await session.page.goto(`${office.host.origin}/#/vandaag`)
    await session.page.goto(`${office.host.origin}/#/brieven/${letter}`)
    await session.page
      .getByRole('region', { name: t('letters:letter.preview') })
      .getByRole('img')
      .first()
      .waitFor()
    await session.settled()
  }
  const sheet = () => session.page.getByRole('region', { name: t('sources:title') })
  const part = (name: string) => sheet().getByRole('button', { name: new RegExp(`^${name}`) })

  it('a part shows what it rests on, and a link goes there and comes back to the same part', async () => {
    const { keys, page } = session
    await show()
    expect(await part(t('sources:part.attendance')).getAttribute('aria-expanded')).toBe('true')
    await session.expectGood('bronnen-aanwezigheid')
    await keys.button(new RegExp(`^${t('sources:part.notes')}`), sheet())
    await sheet().getByText(note).waitFor()
    expect(await part(t('sources:part.attendance')).getAttribute('aria-expanded')).toBe('false')
    await session.expectGood('bronnen-notities')
    await keys.button(new RegExp(`^${t('sources:part.attendance')}`), sheet())
    const week = sheet()
      .getByRole('link', { name: /^Week van/ })
      .last()
    const monday = new URL(
      (await week.getAttribute('href'))?.slice(1) ?? '',
      office.host.origin,
    ).searchParams.get('maandag')
    expect(monday).toMatch(/^2026-\d\d-\d\d$/)
    await keys.tabTo(week)
    await keys.press('Enter')
    await page.waitForURL(/#\/week\?maandag=/)
    await session.settled()
    await page.goBack()
    await part(t('sources:part.attendance')).waitFor()
    expect(await part(t('sources:part.attendance')).getAttribute('aria-expanded')).toBe('true')
    await page.setViewportSize({ width: 683, height: 340 })
    await part(t('sources:part.attendance')).scrollIntoViewIfNeeded()
    await session.expectGood('bronnen-200')
    await page.setViewportSize({ width: 1366, height: 768 })
  }, 180_000)

  it('a note is shortened in the letter, and whole again', async () => {
    const { keys, page } = session
    const preview = page.getByRole('region', { name: t('letters:letter.preview') })
    const item = page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: note }) })
    await keys.button(t('sources:shorten.start'), item)
    await keys.type(t('sources:shorten.label'), 'Legde de groep uit hoe het moet.', item)
    await keys.press('Tab')
    await preview.getByText('Legde de groep uit hoe het moet.').first().waitFor({ state: 'attached' })
    await session.expectGood('bronnen-ingekort')
    const client = await session.client()
    const kept = await client.notes.list({ participantId: person })
    expect(kept.some((one) => one.body === note)).toBe(true)
    await keys.button(t('sources:shorten.back'), item)
    await preview.getByText('Legde de groep uit hoe het moet.').first().waitFor({ state: 'detached' })
    await item.getByRole('button', { name: t('sources:shorten.start') }).waitFor()
  }, 120_000)

  it('says what is different since it was looked through', async () => {
    const { keys, page } = session
    const client = await session.client()
    await client.notes.create({
      participant_id: person,
      happened_on: lastDay,
      kind: 'note',
      body: 'Ging naar de huisarts en werkt daarna weer.',
      present: '',
      in_report: true,
    })
    await show()
    await page.reload() // it was written from elsewhere
    const changes = page.getByRole('region', { name: t('sources:changes.title') })
    await changes.getByText(/^Nieuwe notitie van/).waitFor()
    await session.expectGood('bronnen-anders')
    await keys.button(t('sources:changes.seen'), changes)
    await changes.waitFor({ state: 'detached' })
  }, 120_000)

  it('points out words of health, in the letter and before it stands', async () => {
    const { keys, page } = session
    await keys.type(t('letters:texts.helps'), 'Indien het lukt: rust, vanwege haar depressie.')
    await keys.press('Tab')
    const gaps = page.locator('.letter-gaps')
    const own = t('sources:look.sensitive', { words: 'depressie', where: t('sources:look.text.helps') })
    await gaps.getByRole('button', { name: own }).waitFor()
    await gaps.getByRole('button', { name: /^Gevoelig: “huisarts” \(notitie van/ }).waitFor()
    await page.getByText(t('sources:plain.word', { word: 'Indien', better: 'als' })).waitFor()
    await session.expectGood('bronnen-woorden')
    await keys.button(t('letters:letter.finalise'))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('sources:look.title')).waitFor()
    await session.expectGood('bronnen-vastleggen')
    await keys.button(own, dialog)
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 20_000 })
      .toBe('letter-helps')
    session.expectQuiet()
  }, 120_000)
})
