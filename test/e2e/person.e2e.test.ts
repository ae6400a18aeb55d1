/** The page of a person in use: its history, a passage for the letter, undo and redo, and text that stays text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { t, type Session } from './harness.ts'
import { today } from './host.ts'
import { openPractice, type Practice } from './practice.ts'

const wild = `<script>document.title='x'</script><img src=x onerror="document.title='y'"> \u202Eomgekeerd \u200F سميرة 😀`

describe('the page of a person', () => {
  let office: Practice
  let session: Session
  let client: Client
  let id: number

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    client = await session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    id = rows[3]?.id ?? 0
    for (let n = 0; n < 60; n += 1)
      await client.notes.create({
        participant_id: id,
        happened_on: today,
        kind: 'talk',
        body: n === 0 ? wild : `Gesprek ${n} over het werk in de keuken.`,
        in_report: n === 1,
        present: '',
      } as never)
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)

  it('shows the timeline in pages, filters it, and text of every kind stays text', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    await page.locator('.timeline-item').first().waitFor()
    await expect.poll(() => page.locator('.timeline-item').count()).toBe(40)
    await page.getByRole('button', { name: t('dossier:timeline.older') }).click()
    await session.settled()
    await expect.poll(() => page.locator('.timeline-item').count()).toBeGreaterThan(60)
    await page.keyboard.press('Control+f')
    await page.getByLabel(t('dossier:timeline.search')).fill('OMGEKEERD')
    await session.settled()
    await expect.poll(() => page.locator('.timeline-text').allInnerTexts()).toEqual([wild])
    await session.expectGood('persoon-zoeken')
    await expect.poll(() => page.title()).toContain(t('people:person.screen'))
    await page.getByRole('button', { name: t('dossier:timeline.showAll') }).click()
    await page.getByLabel(new RegExp(t('dossier:timeline.onlyReport'))).check()
    await session.settled()
    await expect
      .poll(() => page.locator('.timeline-report').count())
      .toBe(await page.locator('.timeline-item').count())
    await page.getByRole('button', { name: t('dossier:timeline.showAll') }).click()
  })

  it('puts selected words of a note into the letter, and the undo takes them out', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    await page
      .locator('[data-note]')
      .first()
      .evaluate((note) => {
        const range = document.createRange()
        range.setStart(note.firstChild as Node, 0)
        range.setEnd(note.firstChild as Node, 7)
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
      })
    await page.getByRole('button', { name: t('dossier:timeline.toLetter'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.getByLabel(t('dossier:letter.passage')).inputValue()).toBe('Gesprek')
    await session.expectGood('persoon-passage')
    await dialog.getByRole('button', { name: t('dossier:letter.put') }).click()
    await page.getByText(t('dossier:letter.done')).waitFor()
    const [trajectory] = await client.trajectories.list({ participantId: id })
    const { id: letterId } = await client.letters.open({ kind: 'progress', about: trajectory?.id ?? 0 })
    const skills = async () => {
      const letter = await client.letters.get({ id: letterId })
      return letter.kind === 'progress' ? letter.draft.texts.skills : ''
    }
    expect(await skills()).toMatch(/Gesprek$/)
    await session.undo()
    await page.getByText(t('common:undone')).waitFor()
    expect(await skills().catch(() => '')).not.toMatch(/Gesprek$/)
  })

  it('puts one field back from the history, and goes back and forth with the keys', async () => {
    const { page } = session
    const city = async () => (await client.participants.get({ id })).city
    const before = await city()
    await client.participants.save({ id, fields: { city: 'Lindwijk', good_to_know: wild } })
    await show(`/deelnemers/${id}`)
    await session.expectGood('persoon-tekst')
    await show(`/deelnemers/${id}/geschiedenis`)
    await session.expectGood('geschiedenis')
    const row = page.getByRole('row').filter({ hasText: 'Lindwijk' }).first()
    await row.getByRole('button').click()
    await page.getByText(t('dossier:history.done', { what: t('people:fields.city') })).waitFor()
    expect(await city()).toBe(before)
    await page.keyboard.press('Control+z')
    await page.getByText(t('common:undone')).waitFor()
    expect(await city()).toBe('Lindwijk')
    await page.keyboard.press('Control+y')
    await page.getByText(t('dossier:day.redoneToast')).waitFor()
    expect(await city()).toBe(before)
  })

  it('undoes an older step of today from the list, and does it again', async () => {
    const { page } = session
    const phone = async () => (await client.participants.get({ id })).phone
    const before = await phone()
    await client.participants.save({ id, fields: { phone: '06 99999999' } })
    await client.tasks.create({ participant_id: id, title: 'Later', due_on: null } as never)
    await show('/wijzigingen')
    await session.expectGood('wijzigingen')
    const step = page.getByRole('row').nth(2)
    await step.getByRole('button', { name: new RegExp(t('dossier:day.undo')) }).click()
    await step.getByText(t('dossier:day.undone'), { exact: true }).waitFor()
    expect(await phone()).toBe(before)
    await step.getByRole('button', { name: new RegExp(t('dossier:day.redo')) }).click()
    await page.getByText(t('dossier:day.redoneToast')).waitFor()
    expect(await phone()).toBe('06 99999999')
  })

  it('fits at 200 % and in forced colours', async () => {
    const { page } = session
    for (const [name, address] of [
      ['persoon', `/deelnemers/${id}`],
      ['geschiedenis', `/deelnemers/${id}/geschiedenis`],
      ['wijzigingen', '/wijzigingen'],
    ] as const) {
      for (const [size, viewport] of [
        ['1093', { width: 1093, height: 614 }],
        ['683', { width: 683, height: 340 }],
      ] as const) {
        await page.setViewportSize(viewport)
        await show(address)
        await session.expectGood(`${name}-${size}`)
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(sideways, `${name} at ${size}`).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1366, height: 688 })
      await page.emulateMedia({ forcedColors: 'active' })
      await show(address)
      await session.picture(`${name}-forced`)
      await page.emulateMedia({ forcedColors: 'none' })
    }
  })
})
