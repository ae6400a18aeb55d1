import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failure, filesUnder, newPc, password, setUp, sealingHost, staffName, start } from './harness.ts'

async function setUpPc() {
  const pc = newPc()
  const running = start(pc)
  const code = await setUp(pc, running.client)
  return { pc, ...running, code }
}

describe('signing in', () => {
  it('opens the office again after a restart, with what was saved', async () => {
    const { pc, client, server } = await setUpPc()
    await client.settings.saveOffice({ name: 'Nieuwe naam', language: 'en' })
    await server.close()

    const again = start(pc)
    expect(await again.server.ready()).toEqual({ state: 'ready' })
    expect(await again.client.app.state()).toMatchObject({
      state: 'locked',
      me: null,
      officeName: 'Nieuwe naam',
      language: 'en',
      people: [{ id: 1, name: staffName }],
    })
    expect((await failure(again.client.settings.office())).code).toBe('LOCKED')
    expect((await failure(again.client.snapshots.status())).code).toBe('LOCKED')
    await again.client.app.signIn({ staffId: 1, password })
    expect((await again.client.settings.office()).name).toBe('Nieuwe naam')
    await again.client.app.signOut()
    expect((await again.client.app.state()).state).toBe('locked')
    expect((await failure(again.client.settings.office())).code).toBe('LOCKED')
  })

  it('refuses a wrong password, later each time, and the right one at once after that', async () => {
    const { pc, server } = await setUpPc()
    await server.close()
    const delays: number[] = []
    const { client } = start(pc, {
      delayAfter: (failures) => {
        delays.push(failures)
        return 0
      },
    })
    for (const wrong of ['', 'x', `${password} `, password.toUpperCase()])
      expect((await failure(client.app.signIn({ staffId: 1, password: wrong }))).code).toBe('WRONG_PASSWORD')
    expect((await failure(client.app.signIn({ staffId: 99, password }))).code).toBe('WRONG_PASSWORD')
    expect(delays).toEqual([1, 2, 3, 4, 5])
    expect((await client.app.state()).state).toBe('locked')
    await client.app.signIn({ staffId: 1, password })
    await client.app.signOut()
    await failure(client.app.signIn({ staffId: 1, password: 'mis' }))
    expect(delays.at(-1)).toBe(1)
  })

  it('really waits: the delay is before the answer, and guesses do not overtake each other', async () => {
    const { pc, server } = await setUpPc()
    await server.close()
    const { client } = start(pc, { delayAfter: (failures) => failures * 40 })
    const began = performance.now()
    await Promise.all([1, 2, 3].map(() => failure(client.app.signIn({ staffId: 1, password: 'mis' }))))
    expect(performance.now() - began).toBeGreaterThan(230)
  })

  it('tells the second program that the file is in use, and the first goes on', async () => {
    const { pc, client } = await setUpPc()
    const second = start(pc)
    const error = await failure(second.client.app.signIn({ staffId: 1, password }))
    expect(error).toMatchObject({ code: 'FILE_IN_USE', data: { path: join(pc.profileDir, 'live.db') } })
    expect((await second.client.app.state()).state).toBe('locked')
    await client.settings.saveOffice({ tagline: 'nog open' })
    expect((await client.settings.office()).tagline).toBe('nog open')
  })

  it('says NOT_SET_UP where there is no office yet', async () => {
    const { client } = start(newPc())
    expect((await failure(client.settings.office())).code).toBe('NOT_SET_UP')
    expect((await failure(client.app.signIn({ staffId: 1, password }))).code).toBe('NOT_SET_UP')
    expect((await failure(client.setup.checkCode({ typed: '' }))).code).toBe('NOT_SET_UP')
  })

  it('names the live file when it is damaged or no database, and leaves it alone', async () => {
    const { pc, server } = await setUpPc()
    await server.close()
    const live = join(pc.profileDir, 'live.db')
    writeFileSync(live, Buffer.alloc(8192, 'x'))
    const { client } = start(pc)
    const error = await failure(client.app.signIn({ staffId: 1, password }))
    expect(error).toMatchObject({ code: 'UNREADABLE_FILE', data: { path: live } })
    expect(statSync(live).size).toBe(8192)
  })

  it('is refused where the PC cannot unseal the keyring any more', async () => {
    const { pc, server } = await setUpPc()
    await server.close()
    const host = { ...sealingHost(), unseal: () => Promise.reject(new Error('DPAPI')) }
    const path = join(pc.profileDir, 'keyring.json')
    const { client, server: refused } = start(pc, { host })
    expect(await refused.ready()).toEqual({ state: 'ready' })
    expect((await client.app.state()).failure).toEqual({ code: 'UNREADABLE_FILE', path })
    expect((await failure(client.app.signIn({ staffId: 1, password }))).code).toBe('UNREADABLE_FILE')
  })
})

describe('staff', () => {
  const colleague = {
    name: 'Tweede Proefpersoon',
    function_title: '',
    role: 'coach' as const,
    password: 'tweede-ww-1',
  }

  it('adds a colleague, who signs in after a restart and may not add others', async () => {
    const { pc, client, server } = await setUpPc()
    const { id } = await client.settings.addStaff(colleague)
    expect((await client.app.state()).people).toHaveLength(2)
    await server.close()
    const again = start(pc)
    expect((await failure(again.client.app.signIn({ staffId: id, password }))).code).toBe('WRONG_PASSWORD')
    await again.client.app.signIn({ staffId: id, password: colleague.password })
    expect((await again.client.app.state()).me).toMatchObject({ id, role: 'coach' })
    expect((await failure(again.client.settings.addStaff({ ...colleague, name: 'Derde' }))).code).toBe(
      'FORBIDDEN',
    )
  })

  it('refuses a name that is taken and a short password, under the field', async () => {
    const { client } = await setUpPc()
    const taken = await failure(
      client.settings.addStaff({ ...colleague, name: ` ${staffName.toUpperCase()} ` }),
    )
    expect(taken.data).toEqual({ fields: [{ field: 'name', problem: 'name_taken' }] })
    const short = await failure(client.settings.addStaff({ ...colleague, password: '1234567' }))
    expect(short.data).toEqual({ fields: [{ field: 'password', problem: 'password_too_short' }] })
  })

  it('adds nobody when the keyring cannot be written', async () => {
    const { pc, client } = await setUpPc()
    mkdirSync(join(pc.profileDir, 'keyring.json.new', 'vol'), { recursive: true })
    expect((await failure(client.settings.addStaff(colleague))).defined).toBe(true)
    expect(await client.settings.staff()).toHaveLength(1)
    rmSync(join(pc.profileDir, 'keyring.json.new'), { recursive: true })
    await client.settings.addStaff(colleague)
    expect(await client.settings.staff()).toHaveLength(2)
  })
})

describe('closing', () => {
  it('publishes what is pending, refuses later calls, and gives up the file', async () => {
    const { pc, client, server } = await setUpPc()
    const before = statSync(pc.visible).mtimeMs
    await client.settings.saveOffice({ tagline: 'laatste' })
    expect(existsSync(join(pc.profileDir, 'open.busy'))).toBe(true)
    await server.close()
    expect(statSync(pc.visible).mtimeMs).toBeGreaterThan(before)
    expect(existsSync(join(pc.profileDir, 'open.busy'))).toBe(false)
    expect((await failure(client.settings.office())).code).toBe('SHUTTING_DOWN')
    expect((await failure(client.app.state())).code).toBe('SHUTTING_DOWN')
    await server.close()
  })

  it('lets a call that runs finish first', async () => {
    const { pc, client, server } = await setUpPc()
    const running = client.settings.addStaff({
      name: 'Laat Erbij',
      function_title: '',
      role: 'coach',
      password: 'nog-net-op-tijd',
    })
    await new Promise((resolve) => setTimeout(resolve, 1))
    await server.close()
    const { id } = await running
    const again = start(pc)
    await again.client.app.signIn({ staffId: id, password: 'nog-net-op-tijd' })
    expect((await again.client.app.state()).me?.name).toBe('Laat Erbij')
  })
})

describe('the log', () => {
  it('holds the reference that crossed, and nothing of what somebody typed', async () => {
    const { pc, client, server } = await setUpPc()
    const error = await failure(
      client.participants.get({ id: 'Geheimenis Zoekmijniet' as unknown as number }),
    )
    expect(error).toMatchObject({ code: 'UNEXPECTED', defined: true, message: 'UNEXPECTED' })
    const { ref } = error.data as { ref: string }
    await failure(client.app.signIn({ staffId: 1, password: 'Geheimenis' }))
    await server.close()
    const log = filesUnder(join(pc.profileDir, 'log')).map(({ bytes }) => bytes.toString())
    expect(log.join()).toContain(ref)
    expect(log.join()).toContain('"procedure":"participants.get"')
    expect(log.join()).not.toMatch(/Geheimenis|Zoekmijniet|Proef|Zo[eë]|tmp/)
  })
})
