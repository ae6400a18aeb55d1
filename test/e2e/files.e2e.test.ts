/** Files in a dossier and the talent card, in use: dropped, looked at, renamed, refused; words, permission, paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { largestFile } from '#core/files/type.ts'
import { aDocx, aPdf, aPng } from '../builders/files.ts'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

describe('files and the talent card', () => {
  let office: Practice
  let session: Session
  let client: Client
  let id: number

  beforeAll(async () => {
    office = await openPractice()
    session = office.session
    client = await session.client()
    const { rows } = await client.participants.list({ query: '', stage: 'active', after: null, limit: 100 })
    id = rows[5]?.id ?? 0
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const file = (name: string, bytes: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  const names = async () => (await client.attachments.list({ participantId: id })).map((one) => one.name)

  it('keeps what may be kept, says what may not, and never shows a name that lies', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    await page
      .locator('input[type=file]')
      .setInputFiles(
        [
          file('Diploma zuivelmaker.pdf', aPdf('Diploma')),
          file('cv\u202efdp.exe', aPdf('Cv')),
          file('factuur.pdf', new TextEncoder().encode('MZ nep')),
          file('brief.docx', aDocx()),
          file('foto.png', aPng(640, 400)),
          file('groot.pdf', Buffer.alloc(largestFile + 1)),
        ],
        { timeout: 60_000 },
      )
    await page.locator('.files-refused').waitFor()
    await session.settled()
    expect(await names()).toEqual(['foto.png', 'brief.docx', 'cvfdp.pdf', 'Diploma zuivelmaker.pdf'])
    const refused = await page.locator('.files-refused').innerText()
    expect(refused).toContain(t('problems:file_type'))
    expect(refused).toContain(t('problems:file_too_large'))
    await page.locator('.files').scrollIntoViewIfNeeded()
    await session.expectGood('bijlagen-1366')
    for (const [width, height] of [
      [1093, 614],
      [683, 340],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.locator('.files').scrollIntoViewIfNeeded()
      await session.expectGood(`bijlagen-${width}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('shows a PDF and a picture, and takes the keyboard', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    await page.getByRole('button', { name: 'Diploma zuivelmaker.pdf', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.pdf-paper canvas').waitFor()
    await expect.poll(() => page.locator('.pdf-paper .for-readers').innerText()).toContain('Diploma')
    await session.expectGood('bijlage-pdf')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'foto.png', exact: true }).click()
    const image = page.locator('.files-picture')
    await image.waitFor()
    expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(640)
    await session.expectGood('bijlage-foto')
    await page.keyboard.press('Escape')
  })

  it('takes dropped files, renames, removes and brings back', async () => {
    const { page } = session
    await show(`/deelnemers/${id}`)
    const data = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], 'gesleept.pdf'))
        return transfer
      },
      [...aPdf('Gesleept')],
    )
    await page.dispatchEvent('h1', 'dragenter', { dataTransfer: data })
    await page.getByText(t('files:attachments.drop')).waitFor()
    await session.picture('bijlage-slepen')
    await page.dispatchEvent('h1', 'drop', { dataTransfer: data })
    await page.getByRole('button', { name: 'gesleept.pdf', exact: true }).waitFor()

    const more = () =>
      page.getByRole('button', { name: t('files:attachments.more', { name: 'gesleept.pdf' }) }).click()
    await more()
    await page.getByRole('menuitem', { name: t('files:attachments.rename') }).click()
    await page.getByLabel(t('files:rename.name')).fill('Verslag van school')
    await session.expectGood('bijlage-naam')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Verslag van school.pdf', exact: true }).waitFor()
    await session.undo()
    await page.getByRole('button', { name: 'gesleept.pdf', exact: true }).waitFor()
    await more()
    await page.getByRole('menuitem', { name: t('files:attachments.remove') }).click()
    await page.getByText(t('files:attachments.removed', { name: 'gesleept.pdf' })).waitFor()
    expect(await names()).not.toContain('gesleept.pdf')
    await session.undo()
    await page.getByRole('button', { name: 'gesleept.pdf', exact: true }).waitFor()
    session.expectQuiet()
  })

  it('makes a talent card: words, a warning, permission, paper', async () => {
    const { page } = session
    await show(`/deelnemers/${id}/talentkaart`)
    await page.locator('.card-preview canvas').waitFor()
    await session.expectGood('talentkaart-zonder')
    const can = page.getByLabel(t('files:card.field.can'))
    await can.fill('Koken voor veel mensen\nIk heb diabetes')
    await page.getByLabel(t('files:card.field.words')).fill('Werken is meedoen.')
    await page.getByLabel(t('files:card.field.words')).blur()
    await page.getByText(t('files:card.foundTitle')).waitFor()
    await session.expectGood('talentkaart-waarschuwing')
    await can.fill('Koken voor veel mensen\nRustig blijven als het druk is')
    await can.blur()
    await page.getByText(t('files:card.foundTitle')).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t('files:card.ask') }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('dialog').locator('button[type=submit]').click()
    const print = page.getByRole('button', { name: t('files:card.print'), exact: true })
    await print.waitFor()
    await session.typedIsKept()
    await session.expectGood('talentkaart')
    for (const [width, height] of [
      [1093, 614],
      [683, 340],
    ] as const) {
      await page.setViewportSize({ width, height })
      await session.expectGood(`talentkaart-${width}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ forcedColors: 'active' })
    await session.picture('talentkaart-kleuren')
    await show(`/deelnemers/${id}`)
    await page.locator('.files').scrollIntoViewIfNeeded()
    await session.picture('bijlagen-kleuren')
    await page.emulateMedia({ forcedColors: 'none' })
    const { pdf } = await client.talentCard.pdf({ participantId: id })
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })
})
