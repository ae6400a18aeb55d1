/** A progress letter, from the draft to the register. */
import { expect } from 'vitest'
import { t, type Session } from '../harness.ts'
import { openPaper } from './paper.ts'

/** Text, kind, and whether it may stand in the report. The second is left out of the letter. */
export const notes = [
  ['Vertelde dat zij graag met stof en garen werkt.', 'Gesprek', true],
  ['Heeft de naaimachine zelf ingesteld.', 'Notitie', true],
  ['Belde: de oppas is ziek.', 'Telefoon', false],
] as const

/** How many pixels of each page are not white; the page has to be drawn, not only made. */
async function inkOnPages({ page }: Session): Promise<number[]> {
  return page.locator('.letter-preview canvas').evaluateAll((all) =>
    all.map((one) => {
      const canvas = one as HTMLCanvasElement
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let ink = 0
      for (let at = 0; at < pixels.length; at += 4)
        if ((pixels[at] ?? 255) < 160 && (pixels[at + 3] ?? 0) > 0) ink++
      return ink
    }),
  )
}

/** Types the free paragraphs, leaves a note out, and sees it on the page as it will be. */
export async function writeLetter(session: Session): Promise<void> {
  const { page, keys } = session
  const preview = page.getByRole('region', { name: t('letters:letter.preview') })
  await preview.getByRole('img').first().waitFor()
  await preview.getByText(notes[1][0]).waitFor({ state: 'attached' })
  const box = page.getByRole('checkbox', { name: notes[1][0] })
  await keys.tabTo(box)
  await keys.press('Space')
  await keys.type(t('letters:texts.opening'), 'Het gaat goed. Zij komt graag.')
  await keys.type(t('letters:texts.question'), 'Wilt u de reiskosten naar het atelier betalen?')
  await keys.type(t('letters:texts.questionBefore'), '1-12-2026')
  await keys.type(t('letters:texts.attendance'), 'Op 11 november was de bus uitgevallen.')
  await keys.type(t('letters:texts.skills'), 'Zij legt een nieuwe collega uit hoe de machine werkt.')
  await keys.type(t('letters:texts.helps'), 'Een vaste plek aan het raam helpt.')
  await keys.type(t('letters:texts.opinion'), 'Ik vind het fijn om iets af te maken.')
  await keys.type(t('letters:texts.discussed'), '17-11-2026')
  await keys.type(t('letters:texts.next'), 'Meer uren in het atelier')
  const row = page.getByRole('group', { name: t('letters:texts.row', { n: 1 }) })
  await keys.type(t('letters:texts.what'), 'Bellen met het atelier', row)
  await keys.type(t('letters:texts.who'), 'Wilma', row)
  await keys.type(t('letters:texts.when'), 'volgende week', row)
  await keys.press('Tab')
  for (const words of ['Zij komt graag', 'de bus uitgevallen', 'Bellen met het atelier'])
    await preview.getByText(words).first().waitFor({ state: 'attached' })
  await preview.getByText(notes[0][0]).first().waitFor({ state: 'attached' })
  await preview.getByText(notes[1][0]).waitFor({ state: 'detached' })
  await session.settled()
  const ink = await inkOnPages(session)
  expect(ink.length).toBeGreaterThanOrEqual(1)
  for (const pixels of ink) expect(pixels).toBeGreaterThan(1_000)
}

/** @returns the number of the letter. */
export async function finalise(session: Session): Promise<string> {
  const { page, keys } = session
  await keys.button(t('letters:letter.finalise'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('letters:finalise.text')).waitFor()
  await session.expectGood('walk-41-vastleggen', { names: ['Khatib'] })
  await keys.button(t('letters:finalise.answer'), dialog)
  const lead = page.getByText(/^Nummer \d{4}-\d+, vastgelegd op 18 november 2026/)
  await lead.waitFor()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('region', { name: t('letters:letter.previewFinal') })
    .getByRole('img')
    .first()
    .waitFor()
  return /\d{4}-\d+/.exec(await lead.innerText())?.[0] ?? ''
}

/** Opens the letter to print it. @returns what stands on the paper. */
export function openForPrint(session: Session): Promise<string> {
  return openPaper(session, t('letters:letter.print'))
}

export async function registerAsSent({ page, keys }: Session, number: string): Promise<void> {
  await keys.button(t('letters:sent.answer'))
  await page.getByText(`Nummer ${number}. Met de post op 18 november 2026.`).waitFor()
}
