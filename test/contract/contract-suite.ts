import { isDefinedError } from '@orpc/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { failure, finishInput, newPc, officeName, password, start, type TestPc } from '../service/harness.ts'
import type { Connect } from './connections.ts'

interface Walk {
  readonly pc: TestPc
  readonly client: Client
}

/** What must hold of the contract whatever carries it. */
export function contractSuite(name: string, connect: Connect): void {
  async function open(): Promise<Walk> {
    const pc = newPc()
    const { server } = start(pc)
    const connection = await connect(server.router)
    onTestFinished(() => connection.close())
    return { pc, client: connection.client }
  }

  async function signedIn(): Promise<Walk> {
    const walk = await open()
    const { code } = await walk.client.setup.begin({ officeName })
    await walk.client.setup.finish(finishInput(walk.pc, code))
    return walk
  }

  describe(`the contract over ${name}`, () => {
    it('carries values both ways, unharmed', async () => {
      const { client } = await signedIn()
      const { id, changeSetId } = await client.participants.create({
        given_names: 'Ngọc Đặng "Łucja" 🙂',
        own_script_name: 'ምርኮኛ',
        birth_date: '1990-02',
      })
      expect(changeSetId).toBeGreaterThan(0)
      const participant = await client.participants.get({ id })
      expect(participant).toMatchObject({
        given_names: 'Ngọc Đặng "Łucja" 🙂',
        own_script_name: 'ምርኮኛ',
        birth_date: '1990-02',
      })
      expect(await client.today.get()).toMatchObject({ today: '2026-11-18', coming: [] })
    })

    it('fails with a code of the contract and its data, and no other words', async () => {
      const { client } = await open()
      const error = await failure(client.setup.checkFolder({ folder: 'nergens' }))
      expect(error).toMatchObject({ code: 'FOLDER_NOT_WRITABLE', data: { path: 'nergens' }, status: 409 })
      expect(isDefinedError(error as never)).toBe(true)
      expect(error.message).toBe('FOLDER_NOT_WRITABLE')
    })

    it.each([
      ['an impossible day', { day: '2026-02-31', reason: 'x' }, 'day', 'date_impossible'],
      ['no date', { day: 'morgen', reason: 'x' }, 'day', 'date_not_understood'],
      ['nothing', { day: '', reason: 'x' }, 'day', 'required'],
      ['a text without end', { day: '2026-12-24', reason: 'x'.repeat(501) }, 'reason', 'too_long'],
      ['spaces', { day: '2026-12-24', reason: '  ' }, 'reason', 'required'],
    ])('names the field that holds %s', async (_, input, field, problem) => {
      const { client } = await signedIn()
      const error = await failure(client.settings.addClosure(input))
      expect(error).toMatchObject({ code: 'INVALID', data: { fields: [{ field, problem }] } })
      expect(isDefinedError(error as never)).toBe(true)
    })

    it('leaves `fields` out of the name of a field', async () => {
      const { client } = await signedIn()
      const { id } = await client.participants.create({ given_names: 'Eén' })
      const error = await failure(client.participants.save({ id, fields: { birth_date: '2026-13-01' } }))
      expect(error.data).toEqual({ fields: [{ field: 'birth_date', problem: 'date_impossible' }] })
    })

    it('hides a bug behind a reference number', async () => {
      const { client } = await signedIn()
      const error = await failure(client.settings.closures({ year: 'geheim' as unknown as number }))
      expect(error).toMatchObject({ code: 'UNEXPECTED', status: 500, message: 'UNEXPECTED' })
      expect(error.data).toEqual({ ref: expect.stringMatching(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/) })
      expect(JSON.stringify(error)).not.toContain('geheim')
    })

    it('opens nothing before somebody signed in', async () => {
      const { client } = await signedIn()
      await client.app.signOut()
      expect((await failure(client.participants.get({ id: 1 }))).code).toBe('LOCKED')
      expect((await failure(client.letters.draftAllDue())).code).toBe('LOCKED')
      expect((await failure(client.app.signIn({ staffId: 1, password: 'mis' }))).code).toBe('WRONG_PASSWORD')
      await client.app.signIn({ staffId: 1, password })
      expect((await failure(client.participants.get({ id: 1 }))).code).toBe('NOT_FOUND')
    })

    it('takes back the last command', async () => {
      const { client } = await signedIn()
      await client.settings.addClosure({ day: '2026-12-24', reason: 'Kerst' })
      expect(await client.app.undo({})).toMatchObject({ command: 'settings.addClosure' })
      expect(await client.settings.closures({ year: 2026 })).toEqual([])
      expect((await failure(client.settings.removeClosure({ day: '2026-12-24' }))).code).toBe('NOT_FOUND')
    })

    it('tells how far it is, part by part', async () => {
      const { client } = await signedIn()
      await withLettersDue(client, 3)
      const parts: { done: number; total: number }[] = []
      for await (const { done, total } of await client.letters.draftAllDue()) parts.push({ done, total })
      expect(parts.at(-1)).toEqual({ done: 3, total: 3 })
      expect(parts.map(({ done }) => done)).toEqual(parts.map(({ done }) => done).toSorted())
      expect((await client.letters.due()).filter(({ draftId }) => draftId !== null)).toHaveLength(3)
    })

    it('can be stopped half-way, keeps what is ready, and goes on with the next call', async () => {
      const { client } = await signedIn()
      await withLettersDue(client, 4)
      const stop = new AbortController()
      let parts = 0
      await (async () => {
        for await (const part of await client.letters.draftAllDue(undefined, { signal: stop.signal })) {
          parts += 1
          if (part.done >= 1) stop.abort()
        }
      })().catch(() => expect(stop.signal.aborted).toBe(true))
      expect(parts).toBeLessThan(4)
      const ready = (await client.letters.due()).filter(({ draftId }) => draftId !== null).length
      expect(ready).toBeGreaterThanOrEqual(1)
      for await (const _ of await client.letters.draftAllDue()) parts += 1
      expect((await client.letters.due()).every(({ draftId }) => draftId !== null)).toBe(true)
    })
  })
}

/** People who began eight weeks ago and about whom nothing was written since. */
export async function withLettersDue(client: Client, people: number): Promise<void> {
  const where = { address_line: 'Postbus 1', postcode: '1234 AB', city: 'Lindwijk', phone: '', email: '' }
  const { id: municipality_id } = await client.municipalities.create({ name: 'Lindwijk', ...where })
  const { id: case_manager_id } = await client.municipalities.createCaseManager({
    municipality_id,
    initials: 'P.',
    prefix: '',
    surname: 'Proef',
    form_of_address: 'none',
    function_title: 'klantmanager',
    phone: '',
    email: '',
  })
  for (let i = 1; i <= people; i += 1) {
    const { id: participant_id } = await client.participants.create({ given_names: `Deelnemer${i}` })
    const { id: referral_id } = await client.referrals.create({
      participant_id,
      case_manager_id,
      referred_on: '2026-09-01',
      client_number: `K${i}`,
      kind: 'months_3',
      purpose: '',
      tried_before: '',
    })
    await client.trajectories.create({
      participant_id,
      referral_id,
      coach_id: 1,
      months: 3,
      starts_on: '2026-09-14',
      purpose: '',
      parts: [{ weekday: 1, part: 'morning', start_minute: 540, end_minute: 720 }],
      goals: [],
    })
  }
}
