/** A trajectory from its start to its end, and what is measured on the way, with the keyboard. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, t, type Session } from './harness.ts'
import { openOffice, somebodyUnderWay, type Office } from './models/office.ts'

const sizes = {
  '': { width: 1366, height: 688 },
  '-125': { width: 1093, height: 614 },
  '-200': { width: 683, height: 340 },
}

describe('a trajectory', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let participantId: number
  let trajectoryId: number
  let coachId: number

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    const names = { given_names: 'Proef', surname: 'Persoon' }
    ;({ participantId, trajectoryId } = await somebodyUnderWay(office.client, names))
    const coach = { name: 'Anna van der Proef', function_title: 'begeleider', role: 'coach' as const }
    coachId = (await office.client.settings.addStaff({ ...coach, password: 'een lange zin om te proeven' }))
      .id
  })
  afterAll(async () => {
    await office?.close()
    await browser?.close()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('trajectory-failed')
    session.expectQuiet()
  })

  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const trajectory = async () => {
    const all = await office.client.trajectories.list({ participantId })
    return all.find((one) => one.id === trajectoryId)
  }
  const page = () => show(`/deelnemers/${participantId}/traject`)
  const ask = async (button: string) => {
    await session.keys.button(button)
    const dialog = session.page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }
  const gone = () => session.page.getByRole('dialog').waitFor({ state: 'detached' })

  it('is paused, with the days in words when they are not possible', async () => {
    await page()
    const dialog = await ask(t('trajectory:page.pause'))
    await session.keys.type(t('trajectory:pause.from'), '2-11-2026', dialog)
    await session.keys.type(t('trajectory:pause.to'), '1-11-2026', dialog)
    await session.keys.type(t('trajectory:pause.reason'), 'Zorgt voor een ziek kind. '.repeat(12), dialog)
    await session.expectGood('traject-pauze')
    await session.keys.button(t('trajectory:pause.save'), dialog)
    await dialog.getByText('Kies een einddatum op of na de begindatum.').waitFor()
    await session.keys.type(t('trajectory:pause.to'), '13-11-2026', dialog)
    await session.keys.button(t('trajectory:pause.save'), dialog)
    await gone()
    expect((await trajectory())?.pauses).toMatchObject([{ starts_on: '2026-11-02', ends_on: '2026-11-13' }])
    const week = await office.client.attendance.week({ monday: '2026-11-09' })
    expect(week.rows[0]?.cells.filter((cell) => cell.planned_minutes > 0)).toEqual([])
  })

  it('is extended, and moved to another phase', async () => {
    await page()
    const extend = await ask(t('trajectory:page.extend'))
    await session.keys.type(t('trajectory:extend.reason'), 'Meer taal nodig', extend)
    await session.keys.button(t('trajectory:extend.save'), extend)
    await gone()
    expect(await trajectory()).toMatchObject({ planned_end_on: '2027-02-23', months: 6 })
    const phase = await ask(t('trajectory:page.phase'))
    await session.keys.choose(t('trajectory:phase.label'), t('enums:phase.orientation'), phase)
    await session.keys.button(t('trajectory:phase.save'), phase)
    await gone()
    await session.page.getByText('Verlengd: van 23-11-2026 naar 23-02-2027').waitFor()
  })

  it('gets another coach and another purpose, and the undo brings both back', async () => {
    await page()
    const dialog = await ask(t('trajectory:page.change'))
    await session.keys.select(t('trajectory:page.coach'), 'Anna van der Proef', dialog)
    await session.keys.type(t('trajectory:agreed.purpose'), 'Werk vinden in de keuken', dialog)
    await session.expectGood('traject-begeleider')
    await session.keys.button(t('trajectory:change.save'), dialog)
    await gone()
    expect(await trajectory()).toMatchObject({ coach_id: coachId, purpose: 'Werk vinden in de keuken' })
    await session.page.getByText('Anna van der Proef').waitFor()
    await session.undo()
    await expect.poll(trajectory).toMatchObject({ coach_id: 1, purpose: 'Wennen aan werk' })
  })

  it('shows all of it, at every size and in forced colours', async () => {
    const on = (assessed_on: string) => ({ participantId, assessed_on })
    const { client } = office
    for (const [day, level, step] of [
      ['2026-08-25', 'A1', 2],
      ['2026-11-12', 'A2', 3],
    ] as const) {
      const levels = [
        { skill: 'speaking' as const, level },
        { skill: 'reading' as const, level: step === 2 ? ('Alfa C' as const) : ('A1' as const) },
      ]
      await client.assessments.addLanguage({ ...on(day), source: 'coach', levels })
      await client.assessments.addLadder({ ...on(day), step })
      const skills = (await client.assessments.skillList()).slice(0, 4)
      const scores = skills.map((skill) => ({ skill_id: skill.id, score: step, own_score: 3 }))
      await client.assessments.addSkills({ ...on(day), scores })
    }
    await client.civic.save({ participantId, fields: { law: 'wi2021', route: 'z', pip_on: '2024-03-11' } })
    await client.civic.setLessons({
      participantId,
      lessons: [
        { weekday: 1, part: 'morning' },
        { weekday: 2, part: 'evening' },
      ],
    })
    const screens = {
      traject: `/deelnemers/${participantId}/traject`,
      'traject-nieuw': `/deelnemers/${participantId}/traject/nieuw`,
      'traject-dagen': `/deelnemers/${participantId}/dagen`,
      'traject-meting': `/deelnemers/${participantId}/meting`,
      'traject-inburgering': `/deelnemers/${participantId}/inburgering`,
      'traject-vaardigheden': '/instellingen?deel=skills',
      'traject-vandaag': '/vandaag',
    }
    for (const [suffix, size] of Object.entries(sizes)) {
      await session.page.setViewportSize(size)
      for (const [name, address] of Object.entries(screens)) {
        await show(address)
        await session.expectGood(`${name}${suffix}`, { names: ['Persoon'] })
        const wide = await session.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(wide, `${name}${suffix} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      await show(screens['traject-meting'])
      for (const tab of ['growth', 'all'] as const) {
        await session.keys.button(t(`trajectory:assessment.tabs.${tab}`))
        await session.expectGood(`traject-meting-${tab}${suffix}`)
      }
    }
    await session.page.setViewportSize(sizes[''])
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const name of ['traject', 'traject-meting', 'traject-inburgering'] as const) {
      await show(screens[name])
      await session.expectGood(`${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
  })

  it('a wrong measurement is taken away, and comes back', async () => {
    await show(`/deelnemers/${participantId}/meting`)
    await session.keys.button(t('trajectory:assessment.tabs.all'))
    const count = async () => (await office.client.assessments.get({ participantId })).ladder.length
    await session.keys.button(/^Verwijderen trede 3, 12-11-2026$/)
    await session.page.getByText(t('trajectory:assessment.removed')).waitFor()
    expect(await count()).toBe(1)
    await session.undo()
    await expect.poll(count).toBe(2)
  })

  it('ends with why and with whom it was discussed, and goes on again', async () => {
    await page()
    const dialog = await ask(t('trajectory:page.end'))
    await session.keys.button(t('trajectory:end.save'), dialog)
    await dialog.getByText('Vul dit nog in.').first().waitFor()
    await session.keys.select(t('trajectory:end.kind'), t('enums:endKind.work'), dialog)
    await session.keys.select(t('trajectory:end.outflow'), t('enums:outflow.job'), dialog)
    await session.keys.type(t('trajectory:end.discussedWith'), 'de heer De Voorbeeld', dialog)
    await session.keys.type(t('trajectory:end.discussedOn'), '16-11-2026', dialog)
    await session.keys.select(t('trajectory:satisfied.participant'), t('enums:satisfaction.4'), dialog)
    await session.keys.type(t('trajectory:satisfied.participantOn'), '16-11-2026', dialog)
    for (const [suffix, size] of Object.entries(sizes)) {
      await session.page.setViewportSize(size)
      await dialog.getByText(t('trajectory:satisfied.later')).scrollIntoViewIfNeeded()
      await session.expectGood(`traject-einde${suffix}`)
    }
    await session.page.setViewportSize(sizes[''])
    await session.keys.button(t('trajectory:end.save'), dialog)
    await gone()
    expect(await trajectory()).toMatchObject({
      end_kind: 'work',
      outflow: 'job',
      end_discussed_with: 'de heer De Voorbeeld',
      end_discussed_on: '2026-11-16',
      phase: 'aftercare',
      participant_satisfaction: 4,
      participant_asked_on: '2026-11-16',
      case_manager_satisfaction: null,
    })
    // The answer of the case manager comes later.
    const later = await ask(t('trajectory:page.satisfied'))
    await session.keys.select(t('trajectory:satisfied.case_manager'), t('enums:satisfaction.5'), later)
    await session.keys.button(t('trajectory:satisfied.save'), later)
    await gone()
    expect(await trajectory()).toMatchObject({ participant_satisfaction: 4, case_manager_satisfaction: 5 })
    await session.page
      .getByText(t('trajectory:satisfied.value', { word: t('enums:satisfaction.5'), score: 5 }))
      .waitFor()
    await session.expectGood('traject-geeindigd')
    const again = await ask(t('trajectory:page.reopen'))
    await session.keys.button(t('trajectory:reopen.save'), again)
    await gone()
    expect(await trajectory()).toMatchObject({ ended_on: null, end_kind: null, phase: 'orientation' })
  })
})
