/** The whole way once, with the keyboard alone: from an empty PC to a letter that is sent. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, Session, t } from './harness.ts'
import { newPc, startHost, today, type Host, type Pc } from './host.ts'
import { codeFromSheet, fillOffice, fillStaff, officeName } from './models/first-start.ts'
import * as intake from './models/intake.ts'
import { finalise, notes, openForPrint, registerAsSent, writeLetter } from './models/letter.ts'
import { addHost, addOpening, hostName, place } from './models/place.ts'

const person = 'Samira el Khatib'
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

  /** By Ctrl+K, from anywhere. */
  async function openPerson(name = person): Promise<void> {
    const { page, keys } = session
    await session.settled()
    await keys.press('Control+k')
    await page.getByRole('combobox', { name: t('finding:palette.label') }).waitFor()
    await page.keyboard.type(name)
    await page.getByRole('option', { name: new RegExp(`^${name}`), selected: true }).waitFor()
    await keys.press('Enter')
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await session.settled()
  }

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

  it('adds a person with one name, and shows who may be the same while the second is typed', async () => {
    const { page, keys } = session
    await keys.press('Control+n')
    await page.getByRole('heading', { level: 1, name: t('people:new.title') }).waitFor()
    await keys.type(t('people:fields.given_names'), 'Yohannes')
    await keys.button(t('people:new.create'))
    await page.getByRole('heading', { level: 1, name: 'Yohannes' }).waitFor()
    await session.expectGood('walk-07-nieuwe-persoon', { names: ['Yohannes'] })

    await keys.press('Control+n')
    await keys.type(t('people:fields.given_names'), 'Johannes')
    const likely = page.getByRole('region', { name: t('people:new.duplicates') })
    await likely.getByRole('link', { name: 'Yohannes' }).waitFor()
    await session.expectGood('walk-08-bestaat-al')
    await keys.type(t('people:fields.given_names'), 'Samira')
    await keys.type(t('people:fields.prefix'), 'el')
    await keys.type(t('people:fields.surname'), 'Khatib')
    await keys.choose(t('people:fields.form_of_address'), t('enums:formOfAddress.mevrouw'))
    await keys.type(t('people:fields.birth_date'), '3-2-90')
    await keys.type(t('people:fields.phone'), '0612345678')
    await likely.waitFor({ state: 'detached' })
    await keys.button(t('people:new.create'))
    await page.getByRole('heading', { level: 1, name: person, exact: true }).waitFor()
  })

  it('keeps a note, takes it back from the toast, and answers to Ctrl+S and Ctrl+K', async () => {
    const { page, keys } = session
    await keys.type(t('people:person.noteLabel'), 'Kan op maandag niet voor tien uur.')
    await keys.button(t('people:person.saveNote'))
    await page.getByText(t('people:person.noteSaved')).waitFor()
    const story = page.getByRole('region', { name: t('dossier:timeline.title') })
    await story.getByText('Kan op maandag').waitFor()
    await session.expectGood('walk-09-notitie', { names: ['Khatib', 'Samira'] })
    await keys.button(t('common:undo'))
    await page.getByText(t('common:undone')).waitFor()
    await story.getByText('Kan op maandag').waitFor({ state: 'detached' })

    await keys.press('Control+s')
    await page.getByText(/Alles is al opgeslagen/).waitFor()
    await keys.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('yohan')
    await page.getByRole('option', { name: /Yohannes/ }).waitFor()
    await session.expectGood('walk-10-zoeken')
    await keys.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Yohannes' }).waitFor()
  })

  it('holds an intake in two talks: what was typed is there when it goes on', async () => {
    const { page, keys } = session
    await openPerson()
    await keys.button(t('people:person.startHere.start'))
    await keys.button(t('conversation:start'))
    await intake.at(session, 'conversation')
    await intake.begin(session)
    await session.expectGood('walk-11-intake', { names: ['Khatib'] })
    await session.typedIsKept()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: `Intake van ${person}` }).waitFor()
    await keys.link(t('app:shell.nav.today'))
    await page.getByRole('heading', { level: 1, name: 'Woensdag 18 november' }).waitFor()
    await openPerson()
    await keys.button(/^Hervat intake \(\d+ van \d+\)/)
    await intake.at(session, 'language')
    const tongue = intake.question(session, 'mother_tongue').getByRole('textbox')
    await expect.poll(() => tongue.inputValue()).toBe('Arabisch')

    await keys.button(t('conversation:finish.button'))
    await page.getByText(/^Nog \d+ vragen, dan kan de intake klaar/).waitFor()
    await session.expectGood('walk-12-intake-mist', { names: ['Khatib'] })
    await intake.complete(session)
    await session.expectGood('walk-13-intake-klaar', { names: ['Khatib'] })
    await keys.button(t('conversation:finish.button'))
    await keys.button(t('conversation:finish.button'), page.getByRole('dialog'))
    await page.getByRole('heading', { level: 1, name: person, exact: true }).waitFor()
    const client = await session.client()
    const [stored] = await client.intakes.list({ participantId: 2 })
    expect(stored?.finished_on).toBe(today)
  })

  it('writes down which municipality asks what, through whom', async () => {
    const { page, keys } = session
    await openPerson()
    await keys.menu(t('people:person.more'), t('people:person.menu.referral'))
    await page.getByRole('heading', { level: 1, name: `Aanmelding van ${person}` }).waitFor()
    await keys.type(t('people:referral.municipalityName'), 'Terneuzen')
    await keys.type(t('people:referral.addressLine'), 'Postbus 35')
    await keys.type(t('people:referral.postcode'), '4530aa')
    await keys.type(t('people:referral.city'), 'Terneuzen')
    await session.expectGood('walk-20-gemeente', { names: ['Khatib'] })
    await keys.button(t('people:referral.addMunicipality'))
    await keys.choose(t('people:referral.formOfAddress'), t('enums:formOfAddress.heer'))
    await keys.type(t('people:referral.initials'), 'P.')
    await keys.type(t('people:referral.prefix'), 'van der')
    await keys.type(t('people:referral.surname'), 'Voorbeeld')
    await keys.button(t('people:referral.addCaseManager'))
    await page.getByRole('combobox', { name: t('people:referral.caseManager') }).waitFor()
    await keys.type(t('people:referral.referredOn'), '3-8-2026')
    await keys.type(t('people:referral.clientNumber'), 'W-2026-17')
    await keys.choose(t('people:referral.kind'), t('enums:referralKind.months_3'))
    await keys.type(t('people:referral.purpose'), 'Wennen aan werk en Nederlands oefenen')
    await session.expectGood('walk-21-aanmelding', { names: ['Khatib'] })
    await keys.button(t('people:referral.create'))
    await page.getByRole('heading', { level: 1, name: person, exact: true }).waitFor()
  })

  it('agrees a trajectory of three months, with its days and goals', async () => {
    const { page, keys } = session
    await openPerson()
    await keys.menu(t('people:person.more'), t('people:person.menu.trajectory'))
    await page.getByRole('heading', { level: 1, name: `Traject van ${person}` }).waitFor()
    await keys.choose(t('trajectory:agreed.months'), t('trajectory:agreed.length3'))
    await keys.type(t('trajectory:agreed.startsOn'), '24-8-2026')
    for (const halfDay of ['maandag ochtend', 'dinsdag ochtend', 'woensdag ochtend', 'woensdag middag'])
      await keys.tick(halfDay)
    await page.getByText('Tot en met 23 november 2026').waitFor()
    await keys.type('Doel 1', 'Elke week op tijd komen')
    await keys.type('Doel 2', 'Zelf bellen als ik ziek ben')
    await session.expectGood('walk-22-traject', { names: ['Khatib'] })
    await keys.button(t('trajectory:agreed.create'))
    await page.getByRole('heading', { level: 1, name: person, exact: true }).waitFor()
    await page.getByText('Elke week op tijd komen').first().waitFor()
    await session.expectGood('walk-23-persoon', { names: ['Khatib'] })
  })

  it('fills in a week: by schedule, ill, without a message, late', async () => {
    const { page, keys } = session
    await keys.link(t('app:shell.nav.week'))
    const grid = page.getByRole('grid')
    await grid.waitFor()
    await keys.buttonBack(t('programme:week.previous'))
    await page.getByRole('heading', { level: 1, name: /^Week 46/ }).waitFor()
    const cell = (column: number) => grid.locator(`[data-row="0"][data-column="${column}"]`)
    await keys.tabTo(grid.locator('[tabindex="0"]'))
    await keys.press('Home')
    await keys.buttonBack('Maandagochtend volgens rooster')
    await page.getByText('1 ingevuld, 0 overgeslagen.').waitFor()
    await keys.tabTo(grid.locator('[tabindex="0"]'))
    await keys.press('ArrowRight', 'ArrowRight')
    await keys.focus()
    await keys.press('z', 'ArrowRight', 'ArrowRight', 'o', 'ArrowRight', 'l')
    await page.getByRole('textbox', { name: /Minuten te laat/ }).waitFor()
    await page.keyboard.type('20')
    await keys.press('Enter')
    await cell(3).getByText(t('enums:attendanceMark.ill')).waitFor()
    await cell(5).getByText(t('enums:attendanceMark.no_show')).waitFor()
    await cell(6).getByText('20 minuten').waitFor()
    await session.expectGood('walk-24-week', { names: ['Khatib'] })
    const client = await session.client()
    const { rows } = await client.attendance.week({ monday: '2026-11-09' })
    expect(rows[0]?.cells.map(({ mark }) => mark)).toEqual([
      'present', null, 'ill', null, 'no_show', 'late', null, null, null, null,
    ]) // prettier-ignore
    expect(rows[0]?.totals).toMatchObject({ planned_minutes: 210 * 3 + 180, present_minutes: 210 + 160 })
  })

  it('keeps contact notes, with the tick for the report', async () => {
    const { page, keys } = session
    await openPerson()
    for (const [text, kind, ticked] of notes) {
      await keys.type(t('people:person.noteLabel'), text)
      await keys.select(t('people:person.noteKind'), kind)
      await keys.type(t('people:person.noteOn'), '12-11-2026') // the letter goes up to the last finished week
      if (ticked) await keys.tick(/^Toon in rapportage/)
      await keys.button(t('people:person.saveNote'))
      await page
        .getByRole('region', { name: t('dossier:timeline.title') })
        .getByText(text)
        .waitFor()
    }
    await session.expectGood('walk-25-notities', { names: ['Khatib'] })
  })

  it('measures language and skills', async () => {
    const { page, keys } = session
    await openPerson()
    await keys.menu(t('people:person.more'), t('people:person.menu.assessment'))
    await page.getByRole('heading', { level: 1, name: `Meting van ${person}` }).waitFor()
    for (const [on, speaking, score] of [
      ['25-8-2026', 'A1', '2'],
      ['12-11-2026', 'A2', '3'],
    ] as const) {
      await keys.type(t('trajectory:assessment.on'), on)
      await keys.select(`${t('enums:languageSkill.speaking')}, ${t('trajectory:assessment.cefr')}`, speaking)
      await keys.select(`${t('enums:languageSkill.reading')}, ${t('trajectory:assessment.cefr')}`, 'A1')
      await keys.button(t('trajectory:assessment.saveLanguage'))
      await page.getByText(t('trajectory:assessment.saved')).waitFor()
      const first = page.getByRole('combobox', { name: /Begeleider$/ })
      await keys.select((await first.nth(0).getAttribute('aria-label')) ?? '', score)
      await keys.select((await first.nth(1).getAttribute('aria-label')) ?? '', '3')
      await keys.button(t('trajectory:assessment.saveSkills'))
      await page.getByText(`Vorige keer: ${score}`).waitFor()
    }
    await session.expectGood('walk-26-meting', { names: ['Khatib'] })
    await openPerson()
    await page.getByText(/A1 naar A2/).waitFor()
  })

  it('finds a place: an organisation, what there is to do, and the goal', async () => {
    const { page } = session
    await addHost(session)
    await session.expectGood('walk-30-organisatie')
    await addOpening(session)
    await place(session, person)
    const card = page.getByRole('listitem').filter({ hasText: hostName })
    await card.getByRole('link', { name: person, exact: true }).waitFor()
    await session.expectGood('walk-33-plekken')
  })

  it('writes the progress letter: its own words, a note left out, the page as it will be', async () => {
    const { page, keys } = session
    await openPerson()
    await keys.button(t('people:person.letter'))
    await page.getByRole('heading', { level: 1, name: `Voortgangsbrief, ${person}` }).waitFor()
    await writeLetter(session)
    await session.expectGood('walk-40-brief', { names: ['Khatib'] })
  })

  it('finalises the letter, prints it and registers it as sent', async () => {
    const { page, keys } = session
    const number = await finalise(session)
    await session.expectGood('walk-41-brief-vast', { names: ['Khatib'] })
    const text = await openForPrint(session)
    expect(text).toContain(number)
    expect(text).toContain('Geachte heer Van der Voorbeeld')
    expect(text).toMatch(/6,17 van de 13,5 geplande uren: 46%/)
    expect(text).toContain('Elke week op tijd komen')
    expect(text).toContain('van A1 naar A2')
    expect(text).toContain(hostName)
    expect(text).toContain(notes[0][0])
    for (const [left] of notes.slice(1)) expect(text).not.toContain(left)
    await registerAsSent(session, number)
    await keys.link(t('app:shell.nav.letters'))
    await keys.button(t('letters:list.register'))
    await page.getByRole('row', { name: new RegExp(`${number}.*Met de post`) }).waitFor()
    await session.expectGood('walk-42-register')
  })

  it('counts the person in the results, and tells who is behind a figure', async () => {
    const { page, keys } = session
    await keys.link(t('app:shell.nav.results'))
    await page.getByRole('heading', { level: 1, name: t('results:title') }).waitFor()
    await session.expectGood('walk-50-resultaten')
    const row = page.getByRole('row', { name: new RegExp(`^${t('results:figure.placed_now')}`) })
    await expect.poll(() => row.innerText()).toMatch(/\b1\b/)
    await keys.button(/^1/, page.locator('.results-sentence'))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('link', { name: 'Khatib, Samira el' }).waitFor()
    await session.expectGood('walk-51-wie', { names: ['Khatib'] })
    await keys.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
