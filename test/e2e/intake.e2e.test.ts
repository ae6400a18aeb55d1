/**
 * An intake of more than forty questions with the keyboard alone. Halfway, in the middle of a sentence, both the
 * program and the browser are killed; then it goes on at the same question.
 */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, Session, t } from './harness.ts'
import { startHost, today } from './host.ts'
import * as intake from './models/intake.ts'
import { signIn } from './models/keeping.ts'
import { openOffice, type Office } from './models/office.ts'

/** What somebody may lose who is typing when the power goes, in ms. */
const mostLost = 2_000
const keyPause = 60 // ms between two letters: quicker than anybody pauses, so nothing is saved by a pause
const stopsAt = 'talents'
const name = 'Zaal Verzonnen'

const { sections } = intake.form
const asked = sections.filter((section) => !section.ownPage)
const questions = asked.flatMap((section) => section.questions)

describe('an intake of forty questions', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let person = 0

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    const made = await office.client.participants.create({
      given_names: 'Zaal',
      surname: 'Verzonnen',
      languages: 'Arabisch',
      interpreter: 'phone',
    })
    person = made.id
  })
  afterAll(async () => {
    await session?.close()
    await browser?.close().catch(() => undefined)
    await office?.host.stop()
    office?.pc.remove()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('intake-failed')
    session.expectQuiet()
  })

  const stored = async () => {
    const client = await session.client()
    const [head] = await client.intakes.list({ participantId: person })
    return client.intakes.get({ id: head?.id ?? 0 })
  }
  /** What a long answer says after a crash: in the office, or put back from the draft on the screen. */
  const shown = (key: string) => intake.question(session, key).getByRole('textbox').inputValue()

  /** By Tab through each section, from one question to the next. */
  async function answerSection(key: string, until?: string): Promise<void> {
    await intake.at(session, key)
    for (const question of asked.find((section) => section.key === key)?.questions ?? []) {
      if (question.key === until) return
      await intake.answerAny(session, question)
    }
  }
  const order = asked.map(({ key }) => key)
  const half = order.findIndex((key) =>
    asked.find((one) => one.key === key)?.questions.some((q) => q.key === stopsAt),
  )

  it('begins with the talk of today, and goes through its first sections', async () => {
    expect(questions.length).toBeGreaterThanOrEqual(40)
    await session.page.goto(`${office.host.origin}/#/deelnemers/${person}/intake`)
    await session.keys.button(t('conversation:start'))
    await session.keys.button(
      new RegExp(`^${intake.words.section('conversation')}`),
      session.page.getByRole('navigation', { name: t('conversation:sections') }),
    )
    await intake.at(session, 'conversation')
    await session.keys.type(t('conversation:talk.place'), 'Bibliotheek')
    await session.keys.type(t('conversation:talk.minutes'), '45')
    await session.keys.choose(t('conversation:talk.understoodLabel'), t('conversation:talk.understood.3'))
    await session.keys.type(t('conversation:talk.remark'), 'Rustig, met tolk')
    await session.expectGood('intake-01-gesprek', { names: ['Zaal', 'Verzonnen'] })
    for (const [at, key] of order.slice(0, half).entries()) {
      await answerSection(key)
      const next = order[at + 1]
      if (next) await intake.onward(session, next)
    }
    await answerSection(order[half] ?? '', stopsAt)
    await session.settled()
    expect((await stored()).talks).toMatchObject([
      {
        held_on: today,
        place: 'Bibliotheek',
        minutes: 45,
        language: 'Arabisch',
        interpreter: 'phone',
        understood: 3,
        remark: 'Rustig, met tolk',
      },
    ])
    await session.expectGood('intake-02-halverwege', { names: ['Zaal', 'Verzonnen'] })
  })

  it('killed in the middle of a sentence, it loses at most two seconds of typing', async () => {
    const { page, keys } = session
    const sentence =
      'Zij kan goed naaien en patronen tekenen, en blijft rustig als het druk wordt in het atelier. '.repeat(
        2,
      )
    await keys.tabTo(intake.question(session, stopsAt).getByRole('textbox'))
    const typed: { at: number; length: number }[] = []
    for (const letter of sentence) {
      await page.keyboard.type(letter)
      typed.push({ at: Date.now(), length: typed.length + 1 })
      await page.waitForTimeout(keyPause)
    }
    const killed = Date.now()
    session.expectOffline(true)
    const crash = await browser.newBrowserCDPSession()
    await Promise.all([office.host.kill(), crash.send('Browser.crash').catch(() => undefined)])

    office.host = await startHost(office.pc)
    browser = await launchBrowser()
    session = await Session.on(browser, office.host)
    await session.page.locator('#password').waitFor()
    await signIn(session)
    await session.page.getByRole('navigation', { name: t('app:shell.navLabel') }).waitFor()
    await session.page.goto(`${office.host.origin}/#/deelnemers/${person}`)
    const goOn = new RegExp(`^Hervat intake \\((\\d+) van ${questions.length}\\)`)
    await session.page.getByRole('button', { name: goOn }).waitFor()
    await session.expectGood('intake-03-hervat', { names: ['Zaal', 'Verzonnen'] })
    await session.keys.button(goOn)
    await intake.at(session, order[half] ?? '')
    await expect
      .poll(() => session.page.evaluate(() => document.activeElement?.closest('[data-question]')?.id))
      .toBe(`q-${stopsAt}`)
    const back = await shown(stopsAt)
    const certain = typed.findLast(({ at }) => at <= killed - mostLost)?.length ?? 0
    expect(certain).toBeGreaterThan(60)
    expect(back.length).toBeGreaterThanOrEqual(certain)
    expect(sentence.startsWith(back)).toBe(true)
    await session.expectGood('intake-04-terug', { names: ['Zaal', 'Verzonnen'] })
  })

  it('keeps half a date, and asks later what is not known now', async () => {
    const { page, keys } = session
    await page.goto(`${office.host.origin}/#/deelnemers/${person}/intake?deel=conversation`)
    await intake.at(session, 'conversation')
    const box = intake.question(session, 'privacy_explained').getByRole('textbox')
    await keys.typeInto(box, '31-2-20')
    await session.typedIsKept()
    await page.reload()
    await intake.at(session, 'conversation')
    await expect.poll(() => box.inputValue()).toBe('31-2-20')
    await keys.typeInto(box, '17-8-2026')
    await keys.press('Tab')
    await expect
      .poll(async () => (await stored()).answers.find((one) => one.question === 'privacy_explained')?.value)
      .toBe('2026-08-17')

    await page.goto(`${office.host.origin}/#/deelnemers/${person}/intake?deel=work&vraag=hobbies`)
    await intake.at(session, 'work')
    const hobbies = intake.question(session, 'hobbies')
    await keys.button(t('conversation:noAnswer'), hobbies)
    await keys.button(t('enums:noAnswer.later'), hobbies)
    await hobbies.getByText('later vragen').waitFor()
    await session.settled()
    const client = await session.client()
    const tasks = await client.tasks.list({ participantId: person })
    expect(tasks.map(({ title, done_on }) => [title, done_on])).toEqual([
      [`Nog vragen bij de intake: ${intake.words.question('hobbies')}`, null],
    ])
    await keys.button(t('conversation:clearNoAnswer'), hobbies)
    await keys.type(/.*/, 'Schaken', hobbies)
    await session.settled()
    await expect
      .poll(async () => (await client.tasks.list({ participantId: person }))[0]?.done_on ?? 'gone')
      .not.toBeNull()
  })

  it('puts words from the notes in a field', async () => {
    const { page, keys } = session
    const notes = page.getByRole('textbox', { name: t('conversation:notes.title') })
    await keys.typeInto(notes, 'Werkte zes jaar als monteur')
    await keys.press('Control+Shift+ArrowLeft')
    await session.expectGood('intake-05-selectie', { names: ['Zaal', 'Verzonnen'] })
    await keys.menu(t('conversation:notes.put', { text: 'monteur' }), intake.words.question('references'))
    await expect
      .poll(() => intake.question(session, 'references').getByRole('textbox').inputValue())
      .toMatch(/monteur$/)
    await session.settled()
    const { notes: kept, answers } = await stored()
    expect(kept).toBe('Werkte zes jaar als monteur')
    expect(answers.find((one) => one.question === 'references')?.value).toMatch(/monteur$/)
  })

  it('says what is still needed, with links to the fields, and is finished', async () => {
    const { page, keys } = session
    await keys.buttonBack(t('conversation:finish.button'))
    await page.getByText(/^Nog \d+ vragen, dan kan de intake klaar/).waitFor()
    await session.expectGood('intake-06-mist', { names: ['Zaal', 'Verzonnen'] })
    await keys.button(intake.words.question('childcare'))
    await intake.at(session, 'home')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-question]')?.id))
      .toBe('q-childcare')
    await page.goto(`${office.host.origin}/#/deelnemers/${person}/intake?deel=wishes`)
    for (const [at, key] of order.entries()) {
      if (at <= half) continue
      await answerSection(key)
      const next = order[at + 1]
      if (next) await intake.onward(session, next)
    }
    await session.settled()
    await session.expectGood('intake-07-einde', { names: ['Zaal', 'Verzonnen'] })
    await keys.button(t('conversation:finish.button'))
    await keys.button(t('conversation:finish.button'), page.getByRole('dialog'))
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    const intakeNow = await stored()
    expect(intakeNow.finished_on).toBe(today)
    expect(intakeNow.answers.length).toBeGreaterThanOrEqual(questions.length - 1) // all, but the one for the crash may be whole
  })

  it('can be read, and goes on in a new version beside the old', async () => {
    const { page, keys } = session
    await page.goto(`${office.host.origin}/#/deelnemers/${person}/intake`)
    await page.getByText('Afgerond op 18 november 2026').waitFor()
    await expect.poll(() => page.getByRole('textbox').count()).toBe(0)
    await session.expectGood('intake-08-afgerond', { names: ['Zaal', 'Verzonnen'] })
    await keys.button(t('conversation:reopen.button'))
    await keys.button(t('conversation:reopen.button'), page.getByRole('dialog'))
    await page.getByRole('link', { name: t('conversation:versions.before') }).waitFor()
    await session.settled()
    const client = await session.client()
    const both = await client.intakes.list({ participantId: person })
    expect(both.map((one) => [one.follows_id, one.finished_on])).toEqual([
      [both[1]?.id, null],
      [null, today],
    ])
    await keys.link(t('conversation:versions.before'))
    await page.getByText('Afgerond op 18 november 2026').waitFor()
    await session.expectGood('intake-09-vorige-versie', { names: ['Zaal', 'Verzonnen'] })
  })
})
