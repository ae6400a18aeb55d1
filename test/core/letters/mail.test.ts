import { describe, expect, it } from 'vitest'
import { isMail } from '#core/letters/mail.ts'

describe('e-mail', () => {
  it.each([
    'mailto:a.b%2Bc%40gemeente.example?subject=Brief%202026-0001&body=Goedendag',
    'mailto:info@gemeente.example?subject=x',
    'mailto:?subject=x&body=y',
  ])('goes to the mail program: %s', (address) => expect(isMail(address)).toBe(true))

  it.each([
    'https://gemeente.example/',
    'mailto:a@gemeente.example?attach=C:%5Cgeheim.txt',
    'mailto:a@gemeente.example?cc=b@elders.example',
    'mailto:a@gemeente.example,b@elders.example?subject=x',
    'mailto:a%40gemeente.example%2Cb%40elders.example?subject=x',
    'file:///etc/passwd',
    `mailto:?body=${'x'.repeat(2000)}`,
    'no address',
  ])('gives nothing else away: %s', (address) => expect(isMail(address)).toBe(false))
})
