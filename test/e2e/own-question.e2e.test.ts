/**
 * A question of the office's own: added in the settings with the keyboard, then asked in the talk, on the
 * participant's screen, and on paper, empty and filled in.
 */
import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formWords } from '#core/intake/form-words.ts'
import { launchBrowser, t, type Session } from './harness.ts'
import { openOffice, type Office } from './models/office.ts'
import { openPaper } from './models/paper.ts'

const sizes = {
  '': { width: 1366, height: 688 },
  '-125': { width: 1093, height: 614 },
  '-200': { width: 683, height: 340 },
}
const asked = 'Met welke machine werkt u graag?'
/** The question and its answers stand beside each other. */
const inColumns = (file: string) =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
const machines = ['Een naaimachine', 'Een zaagmachine']

describe('a question of the office', () => {
  let browser: Browser
  let office: Office
  let session: Session
  let person = 0
  let own = ''

  beforeAll(async () => {
    browser = await launchBrowser()
    office = await openOffice(browser)
    session = office.session
    const named = { given_names: 'Zaal', surname: 'Verzonnen', languages: 'Engels' }
    person = (await office.client.participants.create(named)).id
  })
  afterAll(async () => {
    await browser?.close()
    await office?.close()
  })
  afterEach(async (test) => {
    if (test.task.result?.state === 'fail') await session.picture('eigen-vraag-failed')
    session.expectQuiet()
  })

  const form = '/instellingen/intakeformulier'
  async function show(address: string): Promise<void> {
    await session.page.goto(`${office.host.origin}/#${address}`)
    await session.page.getByRole('heading', { level: 1 }).waitFor()
    await session.settled()
  }
  const sideways = () =>
    session.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  async function noSideways(where: string): Promise<void> {
    expect.soft(await sideways(), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  it('is added in the settings, by the keyboard', async () => {
    const { page, keys } = session
    await show(form)
    await session.expectGood('formulier')
    await keys.button(/^Werk en ervaring/)
    await keys.button(t('questions:edit.add'))
    const dialog = page.getByRole('dialog')
    await keys.button(t('questions:edit.done'), dialog)
    await dialog.getByText(t('problems:required')).first().waitFor()
    await keys.type(t('questions:edit.question'), asked, dialog)
    await keys.select(t('questions:edit.type'), t('questions:type.multiple'), dialog)
    for (const [at, machine] of machines.entries()) {
      await keys.button(t('questions:edit.addOption'), dialog)
      await keys.type(t('questions:edit.optionNumber', { number: at + 1 }), machine, dialog)
    }
    await keys.type(t('questions:edit.hint'), 'Thuis of op het werk.', dialog)
    await session.expectGood('formulier-vraag')
    await keys.button(t('questions:edit.done'), dialog)
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(t('questions:edit.changed')).waitFor()
    await session.expectGood('formulier-veranderd')
    // What was changed is kept over a reload, and asked nowhere until it is saved.
    await page.reload()
    await page.getByText(t('questions:edit.changed')).waitFor()
    expect((await office.client.intakeForms.current()).id).toBeNull()
    await keys.button(t('questions:edit.save'))
    await page.getByText(t('questions:edit.saved')).waitFor()
    const { form: now } = await office.client.intakeForms.current()
    const work = now.sections.find(({ key }) => key === 'work')?.questions.at(-1)
    expect(work).toMatchObject({ type: 'multiple' })
    own = work?.key ?? ''
    expect(formWords(now, 'nl').question(own)).toBe(asked)
    await keys.button(/^Werk en ervaring/)
    await page.getByRole('checkbox', { name: asked }).waitFor()
    await session.expectGood('formulier-bewaard')
  })

  it('stands on the empty paper', async () => {
    await show(form)
    const text = await openPaper(session, t('questions:edit.print'), { name: 'papier-leeg', read: inColumns })
    for (const words of [asked, ...machines, 'Thuis of op het werk.']) expect(text).toContain(words)
  })

  it('is asked in the talk, and on the screen of the participant', async () => {
    const { page, keys } = session
    const { id } = await office.client.intakes.start({ participantId: person })
    await show(`/deelnemers/${person}/intake?deel=work&vraag=${own}`)
    const box = page.getByRole('group', { name: asked })
    await box.waitFor()
    await keys.tick(machines[0] ?? '', box)
    await session.expectGood('eigen-vraag', { names: ['Verzonnen'] })
    await keys.press('F9')
    const view = page.locator('main.view')
    await view.getByRole('heading', { level: 1, name: asked }).waitFor()
    await expect.poll(() => view.getByRole('checkbox', { name: machines[0] ?? '' }).isChecked()).toBe(true)
    await view.getByText(t('conversation:view.notTranslated')).waitFor()
    for (const [suffix, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await session.expectGood(`eigen-vraag-f9${suffix}`, { names: ['Verzonnen'] })
      await noSideways(`eigen-vraag-f9${suffix}`)
    }
    await page.setViewportSize(sizes[''])
    await keys.tick(machines[1] ?? '', view)
    await keys.press('F9')
    await view.waitFor({ state: 'detached' })
    await expect
      .poll(async () => {
        const { answers } = await office.client.intakes.get({ id })
        return (answers.find(({ question }) => question === own)?.value as string[] | undefined)?.length
      })
      .toBe(2)
  })

  it('stands on the filled paper with its answers', async () => {
    await show(`/deelnemers/${person}/intake?deel=work`)
    const text = await openPaper(session, t('conversation:print'), { name: 'papier-vol', read: inColumns })
    expect(text).toContain(asked)
    for (const machine of machines) expect(text).toContain(machine)
  })

  it('is changed on a screen that fits, in both languages and in forced colours', async () => {
    const { page } = session
    for (const language of ['nl', 'en'] as const) {
      await office.client.settings.saveOffice({ language })
      await show(form)
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const [suffix, size] of Object.entries(sizes)) {
        await page.setViewportSize(size)
        await session.expectGood(`formulier-${language}${suffix}`)
        await noSideways(`formulier-${language}${suffix}`)
      }
      await page.setViewportSize(sizes[''])
    }
    await office.client.settings.saveOffice({ language: 'nl' })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: t('questions:edit.title') }).waitFor()
    await page.getByRole('button', { name: /^Werk en ervaring/ }).click()
    await page.getByRole('button', { name: `${t('questions:edit.change')} ${asked}` }).click()
    await page.getByRole('dialog').waitFor()
    for (const [suffix, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await session.expectGood(`formulier-dialoog${suffix}`)
      await noSideways(`formulier-dialoog${suffix}`)
    }
    await page.setViewportSize(sizes[''])
    await page.emulateMedia({ forcedColors: 'active' })
    await session.expectGood('formulier-dialoog-contrast')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await session.expectGood('formulier-contrast')
    await page.emulateMedia({ forcedColors: 'none' })
  })
})
