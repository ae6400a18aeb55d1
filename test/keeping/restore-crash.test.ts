import { describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { start, type TestPc } from '../service/harness.ts'
import { addParticipant, anOffice } from './office.ts'
import { keepFiles, mortalFiles, signIn, surnames } from './restore-tools.ts'

/** Of the calls of the file system, each this-many-th is the last before the power goes. `EVERY=1` takes all. */
const every = Number(process.env['EVERY'] ?? 9)

/** An office with two people, a snapshot with one of them, and the files of that moment to begin with each time. */
async function prepared() {
  const { client, server, pc, code } = await anOffice()
  await addParticipant(client, 'Eerste')
  const { id } = await client.copies.makeNow()
  await addParticipant(client, 'Tweede')
  await server.close()
  return { pc, code, source: { kind: 'snapshot' as const, id }, again: keepFiles(pc) }
}

/**
 * Does `act` again and again, with the n-th call of the file system failing, for good (a power cut) or once. After
 * it the office must be the old or the new one, whole, with the same password; and the one asked for when `act`
 * answered. @returns how often each stood.
 */
async function atEveryCall(
  { pc, code, again }: { pc: TestPc; code: string; again: () => void },
  act: (client: Client) => Promise<unknown>,
  how: { former: number; wanted: number; errno?: string },
): Promise<{ former: number; wanted: number }> {
  const stood = { former: 0, wanted: 0 }
  for (let call = 1; ; call += every) {
    again()
    const disk = mortalFiles()
    const { client, server } = start(pc, { ops: disk.ops })
    await signIn(client)
    if (how.errno === undefined) disk.dieAt(call)
    else disk.once(call, how.errno)
    const done = await act(client).then(
      () => true,
      () => false,
    )
    const reached = disk.calls() >= call
    if (how.errno === undefined) await server.close()
    else disk.once(Infinity, '')
    const next = how.errno === undefined ? start(pc) : { client, server }
    expect(await next.server.ready()).toEqual({ state: 'ready' })
    const state = await next.client.app.state()
    expect([call, state.failure]).toEqual([call, null])
    expect([call, state.state]).not.toEqual([call, 'setup'])
    if (state.state === 'locked') await signIn(next.client)
    const people = (await surnames(next.client)).length
    expect([call, people]).toEqual([call, done ? how.wanted : expect.toBeOneOf([how.former, how.wanted])])
    stood[people === how.former ? 'former' : 'wanted'] += 1
    await next.server.close()
    const parsed = parseCode(code)
    openCopy({ file: pc.visible, key: dataKey(parsed.ok ? parsed.value : '') }).close()
    if (!reached) return stood
  }
}

describe('the power goes at any moment', () => {
  it('of a restore: the old office or the new one', async () => {
    const office = await prepared()
    const { source } = office
    const stood = await atEveryCall(
      office,
      (client) => client.restore.apply({ source, typedCode: null, staff: null, folder: null }),
      { former: 2, wanted: 1 },
    )
    expect(stood.former).toBeGreaterThan(0)
    expect(stood.wanted).toBeGreaterThan(1)
  }, 600_000)

  it('of taking one back: the same', async () => {
    const { pc, code, source } = await prepared()
    const { client, server } = start(pc)
    await signIn(client)
    await client.restore.apply({ source, typedCode: null, staff: null, folder: null })
    await server.close()
    const stood = await atEveryCall({ pc, code, again: keepFiles(pc) }, (one) => one.restore.undo(), {
      former: 1,
      wanted: 2,
    })
    expect(stood.former).toBeGreaterThan(0)
    expect(stood.wanted).toBeGreaterThan(1)
  }, 600_000)
})

describe('one call of the file system fails', () => {
  it.each(['ENOSPC', 'EPERM'])(
    '(%s) in a restore: the program goes on with the old office or the new one',
    async (errno) => {
      const office = await prepared()
      const { source } = office
      const stood = await atEveryCall(
        office,
        (client) => client.restore.apply({ source, typedCode: null, staff: null, folder: null }),
        { former: 2, wanted: 1, errno },
      )
      expect(stood.former + stood.wanted).toBeGreaterThan(5)
    },
    600_000,
  )
})
