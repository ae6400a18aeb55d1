import { describe, expect, it } from 'vitest'
import { recoverySheet } from '#service/letters/recovery-sheet.ts'
import * as pdf from './pdf-tools.ts'

const facts = {
  code: 'A7KQ-0M3T-P9WX-2B4C-5D6E-7F8G-9HJK',
  keyId: 'T3ST',
  officeName: 'Hout & Co',
  madeOn: '2026-11-22',
}

describe('the recovery sheet', () => {
  it('is the same to the byte when it is made again, with or without dashes', async () => {
    const plain = { ...facts, code: facts.code.replaceAll('-', '') }
    expect(Buffer.compare(await recoverySheet(facts), await recoverySheet(plain))).toBe(0)
  })

  it.skipIf(!pdf.hasPoppler)('is one page with the code, its number, and how to use it', async () => {
    const bytes = await recoverySheet(facts)
    expect(pdf.infoOf(bytes)).toMatch(/Pages:\s+1\n/)
    expect(pdf.infoOf(bytes)).toMatch(/Title:\s+Herstelcode van Hout & Co/)
    const text = pdf.flatText(bytes)
    for (const group of facts.code.split('-')) expect(text).toContain(group)
    for (const part of [
      'Sleutelnummer T3ST',
      '22 november 2026',
      'SQLCipher 4',
      'db-v1',
      'Bewaard door',
      'Plek',
    ])
      expect(text).toContain(part)
    expect(pdf.wordsAt(bytes).filter((word) => word.left < 32.5 || word.right > 177.8)).toEqual([])
  })

  it.skipIf(!pdf.hasPoppler)('exists in English', async () => {
    const text = pdf.flatText(await recoverySheet({ ...facts, language: 'en' }))
    expect(text).toContain('Key number T3ST')
  })

  it.skipIf(!pdf.hasQpdf)('has no mistakes that qpdf knows of', async () => {
    expect(pdf.qpdfSays(await recoverySheet(facts))).toBe('ok')
  })
})
