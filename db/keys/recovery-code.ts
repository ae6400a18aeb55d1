import { createHash, hkdfSync } from 'node:crypto'

/**
 * The recovery code: 128 random bits on paper, from which the key of the file is derived, so that a copy of
 * the file and the paper are enough anywhere.
 *
 * 26 characters of Crockford's base32 (crockford.com/base32.html: no I, L, O, U) and 2 check characters, in
 * 7 groups of 4. Kept in the program as those 28 characters without dashes.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const valueLength = 26
const codeLength = 28
const groupLength = 4

/**
 * The check is the value modulo the largest prime below 32 * 32: a prime that divides no power of 32 shows
 * every single wrong character and every two that changed places.
 */
const checkPrime = 1021n

/** A new code. `random(16)` must be cryptographically random, such as `randomBytes` of node:crypto. */
export function newRecoveryCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(16)
  if (bytes.length !== 16) throw new RangeError('16 random bytes are needed')
  const value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  return letters(value, valueLength) + letters(value % checkPrime, codeLength - valueLength)
}

function letters(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i += 1, rest /= 32n)
    text = alphabet.charAt(Number(rest % 32n)) + text
  return text
}

/** `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, for paper and screen. */
export function formatCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}

/** What was typed, in the letters of the code: capitals, O as 0, I and L as 1, no spaces or dashes. */
function tidy(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Dash}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/**
 * Reads what somebody typed from the paper. A typing slip is recognised without asking the file; a code that
 * is right in itself may still belong to another file.
 */
export function parseCode(typed: string): { ok: true; value: string } | { ok: false; problem: 'code_typo' } {
  const code = tidy(typed)
  if (code.length !== codeLength) return { ok: false, problem: 'code_typo' }
  let value = 0n
  for (const letter of code.slice(0, valueLength)) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return { ok: false, problem: 'code_typo' }
    value = value * 32n + BigInt(digit)
  }
  const check = letters(value % checkPrime, codeLength - valueLength)
  // 26 characters hold 130 bits: the first two are always zero.
  if (value >> 128n !== 0n || check !== code.slice(valueLength)) return { ok: false, problem: 'code_typo' }
  return { ok: true, value: code }
}

/** How many leading groups of four of what was typed are those of `code`, 0 to 7, so that a slip shows at once. */
export function groupsRight(code: string, typed: string): number {
  const text = tidy(typed)
  let groups = 0
  while (groups * groupLength < codeLength) {
    const start = groups * groupLength
    if (text.slice(start, start + groupLength) !== code.slice(start, start + groupLength)) break
    groups += 1
  }
  return text.length > codeLength ? Math.min(groups, codeLength / groupLength - 1) : groups
}

function bytesOf(code: string): Buffer {
  const parsed = parseCode(code)
  if (!parsed.ok) throw new RangeError('not a recovery code')
  let value = 0n
  for (const letter of parsed.value.slice(0, valueLength))
    value = value * 32n + BigInt(alphabet.indexOf(letter))
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex')
}

/** The 32 bytes that encrypt the file: HKDF-SHA256 of the code's 16 bytes, no salt, info `db-v1`. */
export function dataKey(code: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bytesOf(code), '', 'db-v1', 32))
}

/**
 * Four characters that name a key without telling anything of it: on the paper, on the screen that asks for
 * the code, and in the file. 20 bits of a hash of 128 random bits.
 */
export function keyId(code: string): string {
  const hash = createHash('sha256').update('trajectboek key id v1\0').update(bytesOf(code)).digest()
  return letters(BigInt(hash.readUInt32BE(0) >>> 12), 4)
}
