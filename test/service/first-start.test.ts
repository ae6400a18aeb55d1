import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeDb, openCopy } from '#db/open.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { findStaff, readOffice } from '#db/office/queries.ts'
import {
  failure,
  filesUnder,
  finishInput,
  newPc,
  officeName,
  password,
  setUp,
  staffName,
  start,
} from './harness.ts'

function keyOf(code: string): Buffer {
  const parsed = parseCode(code)
  if (!parsed.ok) throw new Error('not a code')
  return dataKey(parsed.value)
}

describe('first start', () => {
  it('goes from an empty profile to an opened office with a visible file', async () => {
    const pc = newPc()
    const { client, server } = start(pc)
    expect(await server.ready()).toEqual({ state: 'ready' })
    expect(await client.app.state()).toMatchObject({
      state: 'setup',
      people: [],
      me: null,
      today: '2026-11-18',
    })

    expect(await client.setup.checkFolder({ folder: pc.folder })).toEqual({
      folder: pc.folder,
      exists: false,
      cloud: null,
    })
    expect(existsSync(pc.folder)).toBe(false)
    const { code, keyId, sheet } = await client.setup.begin({ officeName })
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    expect(keyId).toMatch(/^[0-9A-Z]{4}$/)
    expect(Buffer.from(sheet, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(filesUnder(pc.profileDir).filter(({ file }) => !file.includes('log'))).toEqual([])

    expect(await client.setup.checkCode({ typed: code.slice(0, 9) })).toEqual({
      groupsRight: 2,
      complete: false,
    })
    expect(await client.setup.checkCode({ typed: code.toLowerCase() })).toEqual({
      groupsRight: 7,
      complete: true,
    })
    expect(await client.setup.finish(finishInput(pc, code))).toEqual({ ok: true })

    const state = await client.app.state()
    expect(state).toMatchObject({ state: 'open', officeName, practice: false })
    expect(state.me).toMatchObject({ name: staffName, role: 'manager', active: true })
    expect(state.people).toEqual([{ id: state.me?.id, name: staffName }])
    expect(await client.settings.office()).toMatchObject({
      name: officeName,
      postcode: '1234 AB',
      language: 'nl',
    })
    expect(existsSync(pc.visible)).toBe(true)
    expect(await client.snapshots.status()).toEqual({
      folder: pc.folder,
      publishedAt: '2026-11-18T09:30:00Z',
      pending: false,
      problem: null,
      late: false,
    })
    expect(await client.assessments.skillList()).toHaveLength(12)
  })

  it('cannot be undone, and cannot be done twice', async () => {
    const pc = newPc()
    const { client } = start(pc)
    const code = await setUp(pc, client)
    expect((await failure(client.app.undo({}))).code).toBe('NOTHING_TO_UNDO')
    expect((await failure(client.setup.begin({ officeName }))).code).toBe('ALREADY_SET_UP')
    expect((await failure(client.setup.finish(finishInput(pc, code)))).code).toBe('ALREADY_SET_UP')
  })

  it('names every field that is not right, and stores nothing', async () => {
    const pc = newPc()
    const { client } = start(pc)
    const { code } = await client.setup.begin({ officeName })
    const wrong = (code.startsWith('0') ? '1' : '0') + code.slice(1)
    const right = finishInput(pc, wrong)
    const error = await failure(
      client.setup.finish({
        ...right,
        office: { ...right.office, name: ' ', postcode: '12 345', phone: '12' },
        staff: { name: '', function_title: '', password: 'kort' },
      }),
    )
    expect(error.code).toBe('INVALID')
    expect(error.data).toEqual({
      fields: [
        { field: 'office.name', problem: 'required' },
        { field: 'office.postcode', problem: 'postcode_invalid' },
        { field: 'office.phone', problem: 'phone_invalid' },
        { field: 'staff.name', problem: 'required' },
        { field: 'staff.password', problem: 'password_too_short' },
        { field: 'typedCode', problem: 'code_typo' },
      ],
    })
    expect(existsSync(pc.folder)).toBe(false)
    expect((await client.app.state()).state).toBe('setup')
  })

  it('refuses the right code of another sheet', async () => {
    const pc = newPc()
    const { client } = start(pc)
    const { code: old } = await client.setup.begin({ officeName })
    await client.setup.begin({ officeName })
    const error = await failure(client.setup.finish(finishInput(pc, old)))
    expect(error.data).toEqual({ fields: [{ field: 'typedCode', problem: 'code_mismatch' }] })
  })

  it.each([
    ['inside a plain file', (pc: { root: string }) => join(pc.root, 'gewoon.txt', 'map')],
    ['inside the profile', (pc: { profileDir: string }) => join(pc.profileDir, 'map')],
    ['not a full path', () => 'map'],
    ['empty', () => '  '],
  ])('refuses a folder %s, by name, and stores nothing', async (_, folderOf) => {
    const pc = newPc()
    writeFileSync(join(pc.root, 'gewoon.txt'), 'tekst')
    const { client } = start(pc)
    const folder = folderOf(pc as never)
    const checked = await failure(client.setup.checkFolder({ folder }))
    expect(checked).toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      defined: true,
      data: { path: folder.trim() },
    })
    const { code } = await client.setup.begin({ officeName })
    const error = await failure(client.setup.finish({ ...finishInput(pc, code), folder }))
    expect(error.code).toBe('FOLDER_NOT_WRITABLE')
    expect((await client.app.state()).state).toBe('setup')
    expect(filesUnder(pc.profileDir).filter(({ file }) => !file.includes('log'))).toEqual([])
    expect(readFileSync(join(pc.root, 'gewoon.txt'), 'utf8')).toBe('tekst')
  })

  it('never writes over an office file that stands in the folder', async () => {
    const pc = newPc()
    mkdirSync(pc.folder)
    writeFileSync(pc.visible, 'van een ander kantoor')
    const { client } = start(pc)
    const { code } = await client.setup.begin({ officeName })
    const error = await failure(client.setup.finish(finishInput(pc, code)))
    expect(error).toMatchObject({ code: 'NOT_OUR_FILE', data: { path: pc.visible } })
    expect(readFileSync(pc.visible, 'utf8')).toBe('van een ander kantoor')
    expect((await client.app.state()).state).toBe('setup')
  })

  it.each(['keyring.json', 'place.json', 'new-live.db', 'setup.busy'])(
    'leaves nothing behind when %s cannot be written, and can be tried again',
    async (name) => {
      const pc = newPc()
      const { client } = start(pc)
      const { code } = await client.setup.begin({ officeName })
      // A folder with something in it, where a file has to come.
      const ending = name === 'new-live.db' ? '.new-00000000' : '.new'
      const inTheWay = join(pc.profileDir, name + ending)
      mkdirSync(join(inTheWay, 'vol'), { recursive: true })
      const error = await failure(client.setup.finish(finishInput(pc, code)))
      expect(error).toMatchObject({ code: 'FOLDER_NOT_WRITABLE', data: { path: expect.any(String) } })
      const left = filesUnder(pc.profileDir).filter(({ file }) => !file.includes('log'))
      expect(left).toEqual([])
      expect(existsSync(pc.folder)).toBe(false)
      expect((await client.app.state()).state).toBe('setup')
      rmSync(inTheWay, { recursive: true })
      await client.setup.finish(finishInput(pc, code))
      expect((await client.app.state()).state).toBe('open')
    },
  )

  it('takes everything back when the visible file cannot be made', async () => {
    const pc = newPc()
    const { client } = start(pc)
    const { code } = await client.setup.begin({ officeName })
    // Passes the look at the folder, and fails at the very last step.
    mkdirSync(join(pc.folder, 'Trajectboek.db.new-00000000', 'vol'), { recursive: true })
    const error = await failure(client.setup.finish(finishInput(pc, code)))
    expect(error).toMatchObject({ code: 'FOLDER_NOT_WRITABLE', data: { path: pc.folder } })
    expect(filesUnder(pc.profileDir).filter(({ file }) => !file.includes('log'))).toEqual([])
    expect(existsSync(pc.visible)).toBe(false)
    expect((await client.app.state()).state).toBe('setup')
  })

  it('clears what a set-up left that was cut off, and only that', async () => {
    const pc = newPc()
    mkdirSync(pc.profileDir)
    for (const name of ['setup.busy', 'new-live.db', 'keyring.json', 'place.json'])
      writeFileSync(join(pc.profileDir, name), 'half')
    const { client, server } = start(pc)
    expect(await server.ready()).toEqual({ state: 'ready' })
    expect((await client.app.state()).state).toBe('setup')
    await setUp(pc, client)
    expect((await client.app.state()).state).toBe('open')
  })

  it.each(['live.db', 'keyring.json'])('shows no empty office when %s is gone', async (name) => {
    const pc = newPc()
    const first = start(pc)
    await setUp(pc, first.client)
    await first.server.close()
    for (const file of [name, `${name}.bak`]) rmSync(join(pc.profileDir, file), { force: true })
    const { client, server } = start(pc)
    const path = join(pc.profileDir, name)
    expect(await server.ready()).toEqual({ state: 'ready' })
    expect(await client.app.state()).toMatchObject({
      state: 'locked',
      failure: { code: 'UNREADABLE_FILE', path },
    })
    expect((await failure(client.setup.begin({ officeName }))).code).toBe('UNREADABLE_FILE')
  })

  it('makes a visible file that opens on another PC with the code alone', async () => {
    const pc = newPc()
    const { client, server } = start(pc)
    const code = await setUp(pc, client)
    await client.settings.saveOffice({ tagline: 'Samen aan het werk' })
    await server.close()

    const other = newPc()
    const copy = join(other.root, 'kopie.db')
    copyFileSync(pc.visible, copy)
    const db = openCopy({ file: copy, key: keyOf(code) })
    expect(readOffice(db).tagline).toBe('Samen aan het werk')
    expect(findStaff(db, 1)?.name).toBe(staffName)
    closeDb(db)
    expect(() => openCopy({ file: copy, key: keyOf(code).fill(7) })).toThrow('UNREADABLE_FILE')
  })

  it('leaves no name, password or code in any file in plain bytes', async () => {
    const pc = newPc()
    const { client, server } = start(pc)
    const code = await setUp(pc, client)
    await client.participants.create({ given_names: 'Merktekenia', surname: 'Zoekmijniet' })
    await failure(client.app.signIn({ staffId: 1, password: 'Zoekmijniet-wachtwoord' }))
    await server.close()
    const files = [...filesUnder(pc.profileDir), ...filesUnder(pc.folder)]
    expect(files.length).toBeGreaterThan(3)
    const markers = [
      'Merktekenia',
      'Zoekmijniet',
      'Proefpersoon',
      officeName,
      password,
      code,
      code.replaceAll('-', ''),
    ]
    for (const { file, bytes } of files)
      for (const marker of markers) {
        expect(bytes.includes(marker), `${marker} in ${file}`).toBe(false)
        expect(bytes.includes(Buffer.from(marker, 'utf16le')), `${marker} in ${file}`).toBe(false)
      }
  })
})
