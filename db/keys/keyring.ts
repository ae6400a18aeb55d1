import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeError } from '../file-errors.ts'
import { nodeFiles, renameShortly } from '../file-ops.ts'
import type { FileOps } from '../file-ops.ts'

/**
 * The keyring: a small file on the PC beside the live database. It holds the data key once per member of
 * staff, each wrapped with that person's password, so that the recovery code can stay in the cupboard. Losing
 * it costs one typing of the code. The whole is sealed by the operating system where that can be done.
 */
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

const wrappedKeySchema = z.object({
  kdf: z.literal('scrypt'),
  n: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: base64,
  iv: base64,
  tag: base64,
  data: base64,
})
/** The data key under one password. Bytes as base64. */
export type WrappedKey = z.infer<typeof wrappedKeySchema>

const sealedCodeSchema = z.object({ iv: base64, tag: base64, data: base64 })
/** The recovery code under the data key. Bytes as base64. */
export type SealedCode = z.infer<typeof sealedCodeSchema>

const keyringSchema = z.object({
  keyId: z.string(),
  dbUuid: z.string(),
  officeName: z.string().optional(),
  /** Where the visible file stands. */
  folder: z.string(),
  /** For a new sheet when the paper is lost; whoever has the data key has as much already. */
  code: sealedCodeSchema.optional(),
  staff: z.array(z.object({ id: z.int(), name: z.string(), wrapped: wrappedKeySchema })),
})
export type Keyring = z.infer<typeof keyringSchema>

const fileSchema = z.union([
  z.object({ version: z.literal(1), sealed: z.string().min(1) }),
  z.object({ version: z.literal(1), plain: keyringSchema }),
])
/** What stands in the file: the keyring itself, or its text as the operating system sealed it. */
export type KeyringFile = { readonly plain: Keyring } | { readonly sealed: string }

/** The text that is given to the operating system to seal. */
export function keyringText(keyring: Keyring): string {
  return JSON.stringify(keyring)
}

/** The keyring from unsealed text; null when it is not one. */
export function parseKeyring(text: string): Keyring | null {
  try {
    return keyringSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/**
 * Reads the keyring file, or its `.bak` when it is gone or unreadable. Null when neither can be read: then
 * the recovery code is asked; the data are not in danger.
 */
export function readKeyring(file: string): KeyringFile | null {
  for (const path of [file, `${file}.bak`]) {
    try {
      const content = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
      if (content) return 'sealed' in content ? { sealed: content.sealed } : { plain: content.plain }
    } catch {
      // the next one
    }
  }
  return null
}

/**
 * Replaces the keyring file, and then its `.bak` by the same: whoever was taken off the keyring must not
 * still be on the reserve copy. Each is flushed before it takes the old one's place, so that one of the two
 * is whole at any moment. Throws OfficeFileError FOLDER_NOT_WRITABLE, DISK_FULL, FILE_IN_USE.
 */
export function writeKeyring(file: string, content: KeyringFile, ops: FileOps = nodeFiles): void {
  const text = JSON.stringify({ version: 1, ...content }, null, 2)
  try {
    for (const path of [file, `${file}.bak`]) {
      const unfinished = `${path}.new`
      ops.write(unfinished, text)
      ops.sync(unfinished)
      renameShortly(unfinished, path, ops)
      ops.syncFolder(dirname(path))
    }
  } catch (error) {
    throw writeError(error, dirname(file))
  }
}

/**
 * The cost of trying one password: OWASP's figure for scrypt, about 1.7 s on a slow PC and 128 MiB. `n` is a
 * parameter for tests only.
 */
const cost = { n: 2 ** 17, r: 8, p: 1 }

/** Wraps the data key with a password: scrypt, then AES-256-GCM. */
export async function wrapKey(password: string, key: Buffer, options?: { n?: number }): Promise<WrappedKey> {
  const parameters = { ...cost, n: options?.n ?? cost.n }
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(password, salt, parameters), iv)
  const data = Buffer.concat([cipher.update(key), cipher.final()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  const tag = text(cipher.getAuthTag())
  return { kdf: 'scrypt', ...parameters, salt: text(salt), iv: text(iv), tag, data: text(data) }
}

/** The data key, or null when the password is not the right one (or the wrapped key was damaged). */
export async function unwrapKey(password: string, wrapped: WrappedKey): Promise<Buffer | null> {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const secret = await derive(password, bytes(wrapped.salt), wrapped)
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes(wrapped.iv), { authTagLength: 16 })
    decipher.setAuthTag(bytes(wrapped.tag))
    return Buffer.concat([decipher.update(bytes(wrapped.data)), decipher.final()])
  } catch {
    return null
  }
}

/** Seals the recovery code with the data key that is made from it: AES-256-GCM. */
export function sealCode(code: string, key: Buffer): SealedCode {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const data = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]).toString('base64')
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data }
}

/** The recovery code, or null when it was sealed with another key or was damaged. */
export function openCode(sealed: SealedCode, key: Buffer): string | null {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv), { authTagLength: 16 })
    decipher.setAuthTag(bytes(sealed.tag))
    return Buffer.concat([decipher.update(bytes(sealed.data)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function derive(
  password: string,
  salt: Buffer,
  { n, r, p }: { n: number; r: number; p: number },
): Promise<Buffer> {
  // The same letters typed on another keyboard may be other code points.
  const text = password.normalize('NFKC')
  // Node refuses above 32 MiB unless told; the algorithm takes 128 * n * r bytes and a little.
  const maxmem = 128 * n * r * 2
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, { N: n, r, p, maxmem }, (error, secret) =>
      error ? reject(error) : resolve(secret),
    )
  })
}
