/** The participant's view of the intake, what people type wrong in it, and its screens at every size. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formWords } from '#core/intake/form-words.ts'
import { participantWords } from '#core/i18n/participant/index.ts'
import { launchBrowser, t, type Session } from './harness.ts'
import * as intake from './models/intake.ts'
import { openOffice, type Office } from './models/office.ts'

const names = ['Samira', 'Khatib']
const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
  { width: 683, height: 340 },
] as const

describe('the intake on the screen', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let person = 0
  let id = 0

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    person = (
      await office.client.participants.create({
        given_names: 'Samira',
        surname: 'Khatib',
        languages: 'Arabisch, een beetje Engels',
        interpreter: 'phone',
      })
    ).id
    id = (await office.client.intakes.start({ participantId: person })).id
    await office.client.intakes.saveNotes({ id, notes: 'Geheim voor de deelnemer' })
  })
  afterAll(async () => {
    await browser?.close()
    await office?.close()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('intake-scherm-failed')
    session.expectQuiet()
  })

  async function open(section: string, question?: string): Promise<void> {
    const search = `?deel=${section}${question ? `&vraag=${question}` : ''}`
    await session.page.goto(`${office.host.origin}/#/deelnemers/${person}/intake${search}`)
    await intake.at(session, section)
    await session.settled()
  }
  const view = () => session.page.locator('main.view')
  const heading = (question: string) =>
    view().getByRole('heading', { level: 1, name: intake.words.question(question) })
  const stored = async (question: string) =>
    (await office.client.intakes.get({ id })).answers.find((one) => one.question === question)
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  /** All that can be read on the screen now. */
  const readable = () =>
    session.page.evaluate(() =>
      [...document.querySelectorAll('body > *')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => (one as HTMLElement).innerText)
        .join('\n'),
    )

  it('F9 shows one question and nothing else, and comes back to it', async () => {
    const { page, keys } = session
    await open('wishes', 'dream_job')
    await page.keyboard.type('Kok')
    await keys.press('F9')
    await heading('dream_job').waitFor()
    await expect.poll(() => page.title()).toBe('Trajectboek')
    const seen = await readable()
    for (const hidden of [...names, 'Geheim', 'Vandaag', intake.words.question('own_goal'), 'Afronden'])
      expect(seen).not.toContain(hidden)
    await expect.poll(() => view().getByRole('textbox').inputValue()).toBe('Kok')
    expect(
      await page.evaluate(() => Number.parseFloat(getComputedStyle(document.activeElement!).fontSize)),
    ).toBeGreaterThanOrEqual(24)
    await page.keyboard.type(' in een restaurant')
    await session.expectGood('intake-f9-tekst', { names })
    // The keys of the program do nothing now.
    for (const key of ['Control+k', 'F1', 'Control+n', 'Control+p', 'F6']) await keys.press(key)
    await heading('dream_job').waitFor()
    await keys.press('F9')
    await view().waitFor({ state: 'detached' })
    await expect.poll(() => page.title()).toContain('Intake')
    const box = intake.question(session, 'dream_job').getByRole('textbox')
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true)
    await expect.poll(() => box.inputValue()).toBe('Kok in een restaurant')
    await expect.poll(async () => (await stored('dream_job'))?.value).toBe('Kok in een restaurant')
  })

  it('goes on and back by keys, passes what is for the coach, and Escape ends at the question', async () => {
    const { keys } = session
    await open('network', 'activities')
    await keys.press('F9')
    await heading('activities').waitFor()
    await keys.press('PageDown') // the ladder is for the coach
    await heading('participant_agrees').waitFor()
    await keys.press('PageUp', 'PageUp')
    await heading('dutch_contacts').waitFor()
    await session.page.keyboard.type('7')
    await keys.press('PageUp')
    await heading('contacts').waitFor()
    await keys.press('Space')
    await session.expectGood('intake-f9-keuze', { names })
    await keys.press('Escape')
    await intake.at(session, 'network')
    await expect
      .poll(() => session.page.evaluate(() => document.activeElement?.closest('[data-question]')?.id))
      .toBe('q-contacts')
    await expect.poll(async () => (await stored('dutch_contacts'))?.value).toBe(7)
    await expect.poll(async () => (await stored('contacts'))?.value).toEqual(['family_here'])
  })

  it('shows a second language beside the Dutch, as far as the question has it', async () => {
    const { keys } = session
    await open('abilities', 'available')
    await keys.press('F9')
    await heading('available').waitFor()
    await keys.press('Space', 'Tab', 'Tab', 'Space')
    await expect.poll(async () => (await stored('available'))?.value).toEqual(['1-morning', '3-morning'])
    await keys.button(new RegExp(t('conversation:view.declined')), view())
    await expect.poll(async () => (await stored('available'))?.noAnswer).toBe('declined')
    await keys.select(t('conversation:view.language'), 'English', view())
    await view().locator('h1 [lang="en"]').waitFor()
    await session.expectGood('intake-f9-engels', { names })
    await keys.select(t('conversation:view.language'), t('conversation:view.dutchOnly'), view())
    await view().locator('h1 [lang="en"]').waitFor({ state: 'detached' })
    await keys.select(t('conversation:view.language'), 'العربية', view())
    await keys.press('Escape')
    await view().waitFor({ state: 'detached' })
  })

  it.skipIf(participantWords('ar', 'available') === null)(
    'shows Arabic from right to left, and says that it is a first version',
    async () => {
      await open('abilities', 'available')
      await session.keys.press('F9')
      const arabic = view().locator('h1 [lang="ar"]')
      await arabic.waitFor()
      await expect.poll(() => arabic.getAttribute('dir')).toBe('rtl')
      await view().getByText(t('conversation:view.draft')).waitFor()
      await session.expectGood('intake-f9-arabisch', { names })
      await session.keys.press('Escape')
      await view().waitFor({ state: 'detached' })
    },
  )

  it('is there for every type of question, at every size, in forced colours', async () => {
    const { page, keys } = session
    const types = new Map(
      intake.form.sections.flatMap((section) =>
        section.questions
          .filter((question) => !question.coachOnly)
          .map((question) => [question.type, { section: section.key, question: question.key }] as const),
      ),
    )
    for (const [type, at] of types) {
      await page.setViewportSize(sizes[0])
      await open(at.section, at.question)
      await keys.press('F9')
      await heading(at.question).waitFor()
      const tables = ['dayParts', 'grid', 'rows'].includes(type)
      for (const size of sizes) {
        if (size.width === 1093 && !tables) continue
        await page.setViewportSize(size)
        await session.expectGood(`intake-f9-${type}-${size.width}`, { names })
        expect.soft(await sideways(), `${type} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize(sizes[0])
      await page.emulateMedia({ forcedColors: 'active' })
      await session.picture(`intake-f9-${type}-contrast`)
      await page.emulateMedia({ forcedColors: 'none' })
      await keys.press('F9')
      await view().waitFor({ state: 'detached' })
    }
  }, 300_000)

  /** What is typed stays, with what to do under it, also after the page was loaded again. */
  async function refused(question: string, typed: string, message: string): Promise<void> {
    const box = intake.question(session, question).getByRole('textbox').first()
    await session.keys.tabTo(box)
    await session.keys.press('Control+A')
    await session.page.keyboard.insertText(typed)
    await session.keys.press('Tab')
    await intake.question(session, question).getByText(message).waitFor()
    await expect.poll(() => box.inputValue()).toBe(typed)
    await session.typedIsKept()
    await session.page.reload()
    await intake.question(session, question).getByText(message).waitFor()
    await expect.poll(() => box.inputValue()).toBe(typed)
    expect(await stored(question)).toBeUndefined()
  }

  it('keeps what does not fit as it was typed, says what to do, and keeps it over a crash', async () => {
    await open('conversation', 'privacy_explained')
    await refused('privacy_explained', '31-2-2026', t('problems:date_impossible'))
    await session.expectGood('intake-fout-datum', { names })
    await open('abilities', 'travel_minutes')
    await refused('travel_minutes', '999', t('problems:number_range'))
    await refused('travel_minutes', 'half uurtje', t('problems:number_range'))
    await open('work', 'talents')
    await refused('talents', `${'Ik kan veel. '.repeat(1_600)}Echt`, t('problems:too_long'))
    await session.expectGood('intake-fout-lang', { names })
    await open('work', 'hobbies')
    await refused('hobbies', 'x'.repeat(20_001), t('problems:too_long'))
    await session.keys.typeInto(intake.question(session, 'hobbies').getByRole('textbox'), 'Lezen')
    await expect.poll(async () => (await stored('hobbies'))?.value).toBe('Lezen')
  })

  it('shows text of every kind as text', async () => {
    const { page, keys } = session
    await open('wishes', 'own_goal')
    const box = intake.question(session, 'own_goal').getByRole('textbox')
    const text = '\u200Fأريد <b>عملاً</b>\u200E 👩🏽‍🍳 <script>document.title="x"</script> {{name}}'
    // As from a web page or Word: with mark-up beside the text.
    await keys.tabTo(box)
    await page.evaluate((plain) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain)
      data.setData('text/html', `<b onmouseover="document.title='y'">${plain}</b>`)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
      )
    }, text)
    await page.keyboard.insertText(text)
    await expect.poll(async () => (await stored('own_goal'))?.value).toBe(text)
    await keys.press('F9')
    await heading('own_goal').waitFor()
    await expect.poll(() => view().getByRole('textbox').inputValue()).toBe(text)
    await expect.poll(() => page.title()).toBe('Trajectboek')
    await keys.press('F9')
    await view().waitFor({ state: 'detached' })
  })

  it('is right at every size, in both languages and in forced colours', async () => {
    const { page } = session
    const all = intake.form.sections.map(({ key }) => key)
    const some = ['conversation', 'civic_integration', 'abilities', 'conclusion']
    async function pass(language: 'nl' | 'en', size: (typeof sizes)[number], keys: string[]): Promise<void> {
      const words = formWords(intake.form, language)
      await page.setViewportSize(size)
      for (const key of keys) {
        await page.goto(`${office.host.origin}/#/deelnemers/${person}/intake?deel=${key}`)
        await page.getByRole('heading', { level: 2, name: words.section(key), exact: true }).waitFor()
        await session.expectGood(`intake-deel-${key}-${language}-${size.width}`, { names })
        expect.soft(await sideways(), `${key} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
      }
    }
    await pass('nl', sizes[0], all)
    await pass('nl', sizes[2], all)
    await office.client.settings.saveOffice({ language: 'en' })
    await page.reload()
    await pass('en', sizes[0], some)
    await pass('en', sizes[1], some)
    await office.client.settings.saveOffice({ language: 'nl' })
    await page.reload()
    await page.emulateMedia({ forcedColors: 'active' })
    await pass('nl', sizes[1], ['conversation', 'abilities', 'wishes'])
    await page.emulateMedia({ forcedColors: 'none' })
  }, 300_000)
})
