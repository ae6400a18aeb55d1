import { OfficeFileError } from '#db/database.ts'
import {
  keyringText,
  openCode,
  parseKeyring,
  readKeyring,
  sealCode,
  unwrapKey,
  wrapKey,
  writeKeyring,
  type Keyring,
  type WrappedKey,
} from '#db/keys/keyring.ts'
import type { HostServices } from './host.ts'

type Sealing = Pick<HostServices, 'seal' | 'unseal'>

/** Who can open the office on this PC: the keyring file, unsealed and in memory. */
export class Access {
  readonly #file: string
  readonly #host: Sealing
  /** A cheaper scrypt, for tests; undefined is the real cost. */
  readonly #cost: { n: number } | undefined
  #keyring: Keyring
  /** One write after the other: sealing waits for the operating system. */
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(file: string, host: Sealing, keyring: Keyring, cost?: number) {
    this.#file = file
    this.#host = host
    this.#keyring = keyring
    this.#cost = cost === undefined ? undefined : { n: cost }
  }

  /**
   * @throws OfficeFileError UNREADABLE_FILE with the path when the file is missing or damaged, or was sealed by
   * another user or PC: then only the recovery code opens the office.
   */
  static async load(file: string, host: Sealing, cost?: number): Promise<Access> {
    const content = readKeyring(file)
    let keyring: Keyring | null = null
    if (content !== null && 'plain' in content) keyring = content.plain
    if (content !== null && 'sealed' in content) {
      const text = await host.unseal(content.sealed).catch(() => null)
      keyring = text === null ? null : parseKeyring(text)
    }
    if (keyring === null) throw new OfficeFileError('UNREADABLE_FILE', file)
    return new Access(file, host, keyring, cost)
  }

  /** Writes a first keyring. */
  static async create(file: string, host: Sealing, keyring: Keyring): Promise<void> {
    await write(file, host, keyring)
  }

  /** As it stands in the file. */
  get keyring(): Keyring {
    return this.#keyring
  }

  get folder(): string {
    return this.#keyring.folder
  }

  get officeName(): string {
    return this.#keyring.officeName ?? ''
  }

  /** Names the code that this PC's office opens with. */
  get keyId(): string {
    return this.#keyring.keyId
  }

  get dbUuid(): string {
    return this.#keyring.dbUuid
  }

  /** The recovery code, for a new sheet; null when it was never typed on this PC. */
  code(key: Buffer): string | null {
    const { code } = this.#keyring
    return code === undefined ? null : openCode(code, key)
  }

  get people(): { id: number; name: string }[] {
    return this.#keyring.staff.map(({ id, name }) => ({ id, name }))
  }

  /** The data key, or null when the password is not that person's. Takes as long in both cases. */
  async unlock(staffId: number, password: string): Promise<Buffer | null> {
    const slot = this.#keyring.staff.find(({ id }) => id === staffId)
    return slot === undefined ? null : await unwrapKey(password, slot.wrapped)
  }

  /** The data key under a new password: a second of work, on another thread. */
  wrap(password: string, key: Buffer): Promise<WrappedKey> {
    return wrapKey(password, key, this.#cost)
  }

  /** Adds somebody, or gives them this password. @throws OfficeFileError; then nothing changed. */
  async put(person: { id: number; name: string }, wrapped: WrappedKey): Promise<void> {
    await this.#change((keyring) => ({
      ...keyring,
      staff: [...keyring.staff.filter(({ id }) => id !== person.id), { ...person, wrapped }],
    }))
  }

  /** Takes somebody off: their password opens nothing any more. No harm when they were not on it. */
  async remove(staffId: number): Promise<void> {
    await this.#change((keyring) => ({
      ...keyring,
      staff: keyring.staff.filter(({ id }) => id !== staffId),
    }))
  }

  /** Remembers the code that was typed. @param code of this office, see `keyId`. */
  async putCode(code: string, key: Buffer): Promise<void> {
    await this.#change((keyring) => ({ ...keyring, code: sealCode(code, key) }))
  }

  async rename(officeName: string): Promise<void> {
    await this.#change((keyring) => ({ ...keyring, officeName }))
  }

  #change(change: (keyring: Keyring) => Keyring): Promise<void> {
    const mine = this.#writing.then(async () => {
      const next = change(this.#keyring)
      await write(this.#file, this.#host, next)
      this.#keyring = next
    })
    this.#writing = mine.catch(() => undefined)
    return mine
  }
}

async function write(file: string, host: Pick<HostServices, 'seal'>, keyring: Keyring): Promise<void> {
  const sealed = await host.seal(keyringText(keyring)).catch(() => null)
  writeKeyring(file, sealed === null ? { plain: keyring } : { sealed })
}
