import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newRecoveryCode } from '#db/keys/recovery-code.ts'
import { foundOffice } from '#service/founding.ts'
import { practicePassword, practicePasswordCost } from '#service/practice-door.ts'
import { failure, newPc, password, sealingHost, setUp, start, type TestPc } from './harness.ts'

function foundPractice(pc: TestPc): Promise<number> {
  return foundOffice({
    profileDir: pc.profileDir,
    folder: pc.folder,
    code: newRecoveryCode((n) => Buffer.alloc(n, 9)),
    office: { name: 'Oefenwerkplaats' },
    staff: { name: 'Oefenbegeleider', function_title: '', password: practicePassword },
    passwordCost: practicePasswordCost,
    version: '0.1.0',
    today: '2026-11-18',
    now: '2026-11-18T08:00:00Z',
    practice: true,
    host: sealingHost(),
  })
}

describe('a practice office', () => {
  it('opens by itself, and says what it is', async () => {
    const pc = newPc()
    await foundPractice(pc)
    const { client, server } = start(pc, { practice: true })
    expect(await server.ready()).toEqual({ state: 'ready' })
    expect(await client.app.state()).toMatchObject({
      state: 'open',
      practice: true,
      officeName: 'Oefenwerkplaats',
      me: { name: 'Oefenbegeleider' },
    })
  })

  it('does not start a second time on the same profile, and names the file', async () => {
    const pc = newPc()
    await foundPractice(pc)
    const first = start(pc, { practice: true })
    await first.server.ready()
    const second = start(pc, { practice: true })
    const path = join(pc.profileDir, 'live.db')
    expect(await second.server.ready()).toMatchObject({ state: 'failed', code: 'FILE_IN_USE', path })
    expect((await second.client.app.state()).failure).toEqual({ code: 'FILE_IN_USE', path })
    expect((await first.client.settings.office()).name).toBe('Oefenwerkplaats')
  })

  it('never opens a real office by itself', async () => {
    const pc = newPc()
    const real = start(pc)
    await setUp(pc, real.client)
    await real.server.close()
    const { client } = start(pc, { practice: true })
    expect(await client.app.state()).toMatchObject({ state: 'locked', practice: false })
  })
})

describe('after an end that was not in order', () => {
  it('reads the whole file first, and says when it is damaged', async () => {
    const pc = newPc()
    const first = start(pc)
    await setUp(pc, first.client)
    await first.server.close()
    const live = join(pc.profileDir, 'live.db')
    const bytes = readFileSync(live)
    const size = statSync(live).size
    // One byte of the last page: nothing that opening alone looks at.
    bytes[size - 2000] = (bytes[size - 2000] ?? 0) ^ 1
    writeFileSync(live, bytes)
    writeFileSync(join(pc.profileDir, 'open.busy'), '')
    const { client } = start(pc)
    const error = await failure(client.app.signIn({ staffId: 1, password }))
    expect(error).toMatchObject({ code: 'DAMAGED_FILE', data: { path: live } })
    expect(readFileSync(live).equals(bytes)).toBe(true)
  })

  it('opens as always when nothing is wrong', async () => {
    const pc = newPc()
    const first = start(pc)
    await setUp(pc, first.client)
    await first.server.close()
    writeFileSync(join(pc.profileDir, 'open.busy'), '')
    const { client } = start(pc)
    await client.app.signIn({ staffId: 1, password })
    expect((await client.app.state()).state).toBe('open')
  })
})
