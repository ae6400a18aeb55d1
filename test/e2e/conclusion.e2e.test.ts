/** From the end of an intake to a letter, a project and a trajectory: with the keyboard, and looked at in all sizes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t, type Session } from './harness.ts'
import { chooseAnswer, question, typeAnswer } from './models/intake.ts'
import { openPractice, type Practice } from './practice.ts'

const sizes = { office: [1366, 768], zoom125: [1093, 614], zoom200: [683, 340] } as const

describe('the conclusion of an intake', () => {
  let office: Practice
  let session: Session
  let running = 0
  let screened = 0
  let letter = 0

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    const client = await session.client()
    const first = async (stage: 'intake' | 'screened') => {
      const { rows } = await client.participants.list({ query: '', stage, after: null, limit: 20 })
      if (!rows[0]) throw new Error(`Nobody is ${stage} in the practice office`)
      return rows[0].id
    }
    running = await first('intake')
    screened = await first('screened')
  }, 240_000)
  afterAll(() => office?.close())

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }

  it('puts advice beside the wish, asks the reason, and keeps goals', async () => {
    const { keys, page } = session
    const client = await session.client()
    const { id } = await client.intakes.start({ participantId: running })
    for (const [asked, value] of Object.entries({
      own_goal: 'Ik wil weer werken, het liefst in een keuken.',
      dream_job: 'kok',
      sectors: ['catering', 'care'],
    }))
      await client.intakes.saveAnswer({ id, answer: { question: asked, value, noAnswer: null } })
    await show(`/deelnemers/${running}/intake?deel=conclusion`)
    await typeAnswer(session, 'summary', 'Kan veel, moet wennen aan vaste dagen.')
    await chooseAnswer(session, 'advice', t('intake:option.advice.workshop'))
    await chooseAnswer(session, 'advice_fits', t('intake:option.advice_fits.partly'))
    await page.getByText(t('conclusion:differs')).waitFor()
    await keys.type(t('intake:column.goals.what'), 'Elke dag op tijd', question(session, 'goals'))
    await keys.type(t('intake:column.goals.how'), 'vier weken', question(session, 'goals'))
    await session.settled()
    await page.setViewportSize({ width: 1366, height: 2700 })
    await session.expectGood('conclusie-heel')
    await page.setViewportSize({ width: 1366, height: 768 })
    await keys.button(t('conversation:finish.button'))
    await page.getByRole('button', { name: t('intake:question.advice_differs') }).waitFor()
    await session.expectGood('conclusie-mist')
  }, 120_000)

  it('records a permission and takes it back; a day before it was given is refused at the field', async () => {
    const { keys, page } = session
    const photo = t('dossier:permission.photo')
    const line = page.getByRole('listitem').filter({ hasText: photo }).first()
    await keys.button(new RegExp(`^${t('conclusion:permissions.give')}\\s*, ${photo}$`))
    await page.getByRole('dialog').waitFor()
    await session.expectGood('toestemming-geven')
    await keys.button(t('conclusion:permissions.give'), page.getByRole('dialog'))
    await line.getByText(t('conclusion:permissions.since', { date: '18-11-2026' })).waitFor()
    await keys.button(new RegExp(`^${t('conclusion:permissions.withdraw')}\\s*, ${photo}$`))
    const dialog = page.getByRole('dialog')
    await keys.type(t('conclusion:permissions.withdrawnOn'), '17-11-2026', dialog)
    await keys.button(t('conclusion:permissions.withdraw'), dialog)
    await dialog.getByText(t('problems:before_given')).waitFor()
    await session.expectGood('toestemming-te-vroeg')
    await keys.type(t('conclusion:permissions.withdrawnOn'), '18-11-2026', dialog)
    await keys.button(t('conclusion:permissions.withdraw'), dialog)
    await line.getByText(t('conclusion:permissions.withdrawn', { date: '18-11-2026' })).waitFor()
  }, 120_000)

  it('makes the letter, whose gaps lead back to the question', async () => {
    const { keys, page } = session
    await keys.button(t('conclusion:letter.make'))
    await page.locator('canvas').first().waitFor()
    letter = Number(/brieven\/(\d+)/u.exec(page.url())?.[1])
    await session.expectGood('intakebrief')
    await page.getByRole('link', { name: t('letters:gap.intake_running') }).waitFor()
    await keys.link(t('letters:gap.intake_running'))
    await page.getByRole('heading', { name: t('conclusion:letter.title') }).waitFor()
  }, 120_000)

  it('adds a project; what cannot be stays typed with the reason under it', async () => {
    const { keys, page } = session
    await show('/instellingen/projecten')
    await session.expectGood('projecten')
    await keys.button(t('projects:add'))
    const dialog = page.getByRole('dialog')
    await keys.type(t('projects:form.name'), 'samen aan de SLAG', dialog)
    await keys.type(t('projects:form.startsOn'), '1-2-2027', dialog)
    await keys.type(t('projects:form.endsOn'), '1-1-2027', dialog)
    await keys.type(t('projects:form.target_screened'), '-5', dialog)
    await keys.button(t('common:add'), dialog)
    for (const problem of ['name_taken', 'end_before_start', 'number_range'] as const)
      await dialog.getByText(t(`problems:${problem}`)).waitFor()
    await session.expectGood('project-klopt-niet')
    await expect.poll(() => dialog.getByLabel(t('projects:form.name')).inputValue()).toBe('samen aan de SLAG')
    await keys.type(t('projects:form.name'), 'Groep Voorjaar', dialog)
    await keys.type(t('projects:form.endsOn'), '1-6-2027', dialog)
    await keys.type(t('projects:form.target_screened'), '12', dialog)
    await keys.button(t('common:add'), dialog)
    await page.getByRole('heading', { name: 'Groep Voorjaar' }).waitFor()
    await page
      .getByRole('button', { name: t('projects:counts.show') })
      .nth(1)
      .focus()
    await keys.press('Enter')
    await page.getByRole('button', { name: t('projects:counts.close') }).waitFor()
    await session.expectGood('project-wie')
  }, 120_000)

  it('is good to look at in every size, in English and in forced colours', async () => {
    const screens = {
      conclusie: `/deelnemers/${running}/intake?deel=conclusion`,
      intakebrief: `/brieven/${letter}`,
      projecten: '/instellingen/projecten',
      persoon: `/deelnemers/${screened}`,
      lijst: '/deelnemers?project=1&stage=screened',
      aanmelding: `/deelnemers/${screened}/aanmelding`,
      start: `/deelnemers/${screened}/traject`,
    }
    for (const [name, address] of Object.entries(screens)) {
      for (const [size, [width, height]] of Object.entries(sizes)) {
        await session.page.setViewportSize({ width, height })
        await show(address)
        await session.expectGood(`v2b-${name}-${size}`)
        const sideways = await session.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(sideways, `${name} ${size} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const name of ['conclusie', 'projecten'] as const) {
      await show(screens[name])
      await session.expectGood(`v2b-${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
    const client = await session.client()
    await client.settings.saveOffice({ language: 'en' })
    await session.page.reload()
    for (const name of ['conclusie', 'projecten'] as const) {
      await show(screens[name])
      await session.expectGood(`v2b-${name}-en`)
    }
  }, 240_000)
})
