import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyringText, parseKeyring, readKeyring, unwrapKey, wrapKey, writeKeyring } from '#db/keys/keyring.ts'
import type { Keyring } from '#db/keys/keyring.ts'
import {
  dataKey,
  formatCode,
  groupsRight,
  keyId,
  newRecoveryCode,
  parseCode,
} from '#db/keys/recovery-code.ts'
import { aFolder, codeFrom, failingFiles } from './office-file.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCode = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => newRecoveryCode(() => bytes))

describe('the recovery code', () => {
  test('is 7 groups of 4 on paper', () => {
    const code = newRecoveryCode(randomBytes)
    expect(formatCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(newRecoveryCode(randomBytes)).not.toBe(code)
  })

  test('gives the same key on every PC, for ever', () => {
    const code = newRecoveryCode(() => Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'))
    expect(formatCode(code)).toBe('0004-1061-050R-3GG2-8A1C-60T3-GF5E')
    // Computed with another program: HKDF-SHA256 of the 16 bytes, empty salt, info "db-v1".
    expect(dataKey(code).toString('hex')).toBe(
      '0bbd7ce61894209232606e2647ff1320e59339a9eb2b213fc797d9f874ecb754',
    )
    expect(keyId(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const typed = [
          formatCode(code),
          code.toLowerCase(),
          ` ${formatCode(code).replaceAll('-', ' ')}\n`,
          formatCode(code).replaceAll('-', '–'),
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          code.replaceAll('0', 'O').replaceAll('1', 'I'),
        ]
        for (const text of typed) expect(parseCode(text)).toEqual({ ok: true, value: code })
        expect(dataKey(formatCode(code)).equals(dataKey(code))).toBe(true)
      }),
    )
  })

  test('shows each wrong character and each two that changed places', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.nat(27),
        fc.nat(27),
        fc.constantFrom(...alphabet.split(''), 'U', '!'),
        (code, i, j, letter) => {
          const changed = code.split('')
          changed[i] = letter
          if (changed.join('') !== code)
            expect(parseCode(changed.join(''))).toEqual({ ok: false, problem: 'code_typo' })
          if (i < 26 && j < 26 && code[i] !== code[j]) {
            const swapped = code.split('')
            swapped[i] = code.charAt(j)
            swapped[j] = code.charAt(i)
            expect(parseCode(swapped.join('')).ok).toBe(false)
          }
          expect(parseCode(code.slice(0, i)).ok).toBe(false)
          expect(parseCode(code + letter).ok).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('tells how far what is typed is right', () => {
    const code = newRecoveryCode(() => Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex'))
    const typed = ['', '0004', '0004-10', '0004-1061', 'ooo4 lo6i o', '0004-1062', formatCode(code)]
    expect(typed.map((text) => groupsRight(code, text))).toEqual([0, 1, 1, 2, 2, 1, 7])
    expect(groupsRight(code, `${code}0`)).toBe(6)
  })

  test('is named by an id that does not tell it', () => {
    const ids = new Set(Array.from({ length: 200 }, () => keyId(newRecoveryCode(randomBytes))))
    expect(ids.size).toBeGreaterThan(195)
  })
})

describe('the keyring', () => {
  const n = 2 ** 10

  test('opens with the password only, however its letters were typed', async () => {
    const key = randomBytes(32)
    const wrapped = await wrapKey('Zoë’s fiets 7', key, { n })
    expect(await unwrapKey('Zoë’s fiets 7', wrapped)).toEqual(key)
    expect(await unwrapKey('Zoe\u0308’s fiets 7', wrapped)).toEqual(key)
    expect(await unwrapKey('Zoë’s fiets 8', wrapped)).toBeNull()
    expect(await unwrapKey('', wrapped)).toBeNull()
    expect(
      await unwrapKey('Zoë’s fiets 7', { ...wrapped, data: randomBytes(32).toString('base64') }),
    ).toBeNull()
    expect(JSON.stringify(wrapped)).not.toContain(key.toString('base64'))
    expect((await wrapKey('a', key, { n })).salt).not.toBe(wrapped.salt)
  })

  test('costs what it should by default', async () => {
    const key = randomBytes(32)
    const wrapped = await wrapKey('wachtwoord', key)
    expect(wrapped).toMatchObject({ kdf: 'scrypt', n: 131072, r: 8, p: 1 })
    expect(await unwrapKey('wachtwoord', wrapped)).toEqual(key)
  })

  async function aKeyring(folder = '/somewhere'): Promise<Keyring> {
    const wrapped = await wrapKey('wachtwoord', randomBytes(32), { n })
    return { keyId: 'A7KQ', dbUuid: 'u', folder, staff: [{ id: 1, name: 'Medewerker Een', wrapped }] }
  }

  test('comes back as it was written, plain or sealed', async () => {
    const file = join(aFolder(), 'keyring.json')
    expect(readKeyring(file)).toBeNull()
    const keyring = await aKeyring()
    writeKeyring(file, { plain: keyring })
    expect(readKeyring(file)).toEqual({ plain: keyring })
    writeKeyring(file, { sealed: 'c2VhbGVk' })
    expect(readKeyring(file)).toEqual({ sealed: 'c2VhbGVk' })
    expect(parseKeyring(keyringText(keyring))).toEqual(keyring)
    expect([parseKeyring('{}'), parseKeyring('x')]).toEqual([null, null])
  })

  test('falls back on its reserve copy, which holds nobody who was taken off', async () => {
    const folder = aFolder()
    const file = join(folder, 'keyring.json')
    const keyring = await aKeyring()
    writeKeyring(file, { plain: keyring })
    writeKeyring(file, { plain: { ...keyring, staff: [] } })
    for (const damage of ['', '{', '{"version":1}', '{"version":1,"sealed":""}']) {
      writeFileSync(file, damage)
      expect(readKeyring(file)).toEqual({ plain: { ...keyring, staff: [] } })
    }
    expect(readdirSync(folder).sort()).toEqual(['keyring.json', 'keyring.json.bak'])
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('Medewerker')
    writeFileSync(`${file}.bak`, 'x')
    expect(readKeyring(file)).toBeNull()
  })

  test('is the old or the new one, whichever call of the file system fails', async () => {
    const before = await aKeyring('/old')
    const after = await aKeyring('/new')
    for (let failing = 1; ; failing += 1) {
      const file = join(aFolder(), 'keyring.json')
      writeKeyring(file, { plain: before })
      const { ops, calls } = failingFiles(failing, 'ENOSPC')
      const code = codeFrom(() => writeKeyring(file, { plain: after }, ops))
      const now = readKeyring(file)
      expect(existsSync(file)).toBe(true)
      expect([{ plain: before }, { plain: after }]).toContainEqual(now)
      if (calls() < failing) {
        expect([code, now]).toEqual([undefined, { plain: after }])
        expect(failing).toBe(9)
        break
      }
      expect(code).toBe('DISK_FULL')
    }
  })
})
