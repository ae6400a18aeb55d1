import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { openCopy, readMeta } from '#db/open.ts'
import { codeFrom } from '../db/office-file.ts'
import { failure, filesUnder, password, start } from '../service/harness.ts'
import { addParticipant, anOffice, colleague, secondManager } from './office.ts'
import { keepFiles } from './restore-tools.ts'

async function rotated() {
  const office = await anOffice()
  const { client, pc } = office
  await addParticipant(client, 'Eerste')
  const { id: coach } = await client.settings.addStaff(colleague)
  const { id: manager } = await client.settings.addStaff(secondManager)
  await client.drafts.save({ form: 'intake/1', content: { text: 'half' } })
  await client.snapshots.publishNow()
  const oldCopy = join(pc.root, 'stick.db')
  copyFileSync(pc.visible, oldCopy)
  const begun = await client.access.beginRotate({ password })
  const done = await client.access.finishRotate({ typedCode: begun.code, password })
  return { ...office, begun, done, coach, manager, oldCopy }
}

describe('another code', () => {
  it('opens the office, the old one does not, and everything is there', async () => {
    const { client, code, begun, done, coach, manager, pc, restart, oldCopy } = await rotated()
    expect(begun.code).not.toBe(code)
    expect(Buffer.from(begun.sheet, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(done.withoutPassword.map(({ id }) => id).toSorted()).toEqual([coach, manager])
    // Signed in still, and everything is there.
    expect((await client.app.state()).me?.id).toBe(1)
    expect((await client.participants.get({ id: 1 })).surname).toBe('Eerste')
    expect((await client.drafts.get({ form: 'intake/1' })).content).toEqual({ text: 'half' })
    expect(await client.access.codeCheck()).toMatchObject({ keyId: begun.keyId, due: false })
    expect(await client.access.checkCode({ typedCode: code })).toEqual({ right: false })
    expect(await client.access.checkCode({ typedCode: begun.code })).toEqual({ right: true })
    expect(await client.audit.verify()).toMatchObject({ broken: null })

    // The visible file is of the new code; the old copy opens with the old one, and says of which it is.
    expect(codeFrom(() => openCopy({ file: pc.visible, key: dataKey(code) }))).toBe('UNREADABLE_FILE')
    const visible = openCopy({ file: pc.visible, key: dataKey(begun.code) })
    expect(readMeta(visible).keyId).toBe(begun.keyId)
    visible.close()
    const old = openCopy({ file: oldCopy, key: dataKey(code) })
    const oldId = readMeta(old).keyId
    expect(oldId).not.toBe(begun.keyId)
    old.close()
    expect(codeFrom(() => openCopy({ file: oldCopy, key: dataKey(begun.code) }))).toBe('UNREADABLE_FILE')
    const snapshots = readdirSync(join(pc.profileDir, 'snapshots')).filter((name) =>
      name.includes(` ${oldId}.db`),
    )
    expect(snapshots.length).toBeGreaterThan(0)

    // In the wizard too.
    const source = { kind: 'file' as const, path: oldCopy }
    const unknown = await client.restore.inspect({ source, typedCode: null })
    expect(unknown).toMatchObject({ cause: 'needs_code', content: null })
    const known = await client.restore.inspect({ source, typedCode: code })
    expect(known).toMatchObject({ cause: 'good', keyId: oldId, content: { participants: 1 } })
    const listed = await client.restore.inspect({
      source: { kind: 'snapshot', id: snapshots[0] ?? '' },
      typedCode: null,
    })
    expect(listed).toMatchObject({ cause: 'needs_code', keyId: oldId })

    const again = (await restart()).client
    expect((await failure(again.access.resetWithCode({ typedCode: code, staffId: 1, password }))).code).toBe(
      'WRONG_CODE',
    )
    for (const [staffId, theirs] of [
      [coach, colleague.password],
      [manager, secondManager.password],
    ] as const)
      expect((await failure(again.app.signIn({ staffId, password: theirs }))).code).toBe('WRONG_PASSWORD')
    await again.app.signIn({ staffId: 1, password })
    await again.access.changePassword({ staffId: coach, oldPassword: null, password: 'weer-een-ww' })
    await again.app.signIn({ staffId: coach, password: 'weer-een-ww' })
    expect((await again.participants.get({ id: 1 })).surname).toBe('Eerste')
    await again.access.resetWithCode({ typedCode: begun.code, staffId: manager, password: 'en-nog-een-ww' })
    await again.app.signIn({ staffId: manager, password: 'en-nog-een-ww' })
  })

  it('can be changed again, and the sheet can be printed', async () => {
    const { client } = await rotated()
    const begun = await client.access.beginRotate({ password })
    await client.access.finishRotate({ typedCode: begun.code, password })
    expect((await client.access.printSheet({ password })).sheet.length).toBeGreaterThan(1000)
    expect((await client.participants.get({ id: 1 })).surname).toBe('Eerste')
    expect((await client.drafts.get({ form: 'intake/1' })).content).toEqual({ text: 'half' })
  })

  it('leaves no new file beside the live one, and keeps the old set aside', async () => {
    const { pc } = await rotated()
    const names = readdirSync(pc.profileDir)
    expect(names.filter((name) => /new|busy$/.test(name) && name !== 'open.busy')).toEqual([])
    expect(names.filter((name) => /^drafts-.*\.db$/.test(name))).toHaveLength(1)
    const [aside = ''] = readdirSync(join(pc.profileDir, 'aside'))
    expect(existsSync(join(pc.profileDir, 'aside', aside, 'live.db'))).toBe(true)
    const legible = filesUnder(pc.root).filter(({ bytes }) => bytes.includes('Testpersoon'))
    expect(legible.map(({ file }) => file)).toEqual([])
  })

  it('needs the code typed back and the password, and changes nothing until then', async () => {
    const { client, code, restart } = await anOffice()
    expect((await failure(client.access.finishRotate({ typedCode: code, password }))).code).toBe('NOT_FOUND')
    expect(await failure(client.access.beginRotate({ password: 'mis' }))).toMatchObject({
      data: { fields: [{ field: 'password', problem: 'wrong_password' }] },
    })
    const begun = await client.access.beginRotate({ password })
    const finish = (typedCode: string, typed = password) =>
      failure(client.access.finishRotate({ typedCode, password: typed }))
    expect(await finish('')).toMatchObject({
      data: { fields: [{ field: 'typedCode', problem: 'required' }] },
    })
    expect(await finish('x')).toMatchObject({
      data: { fields: [{ field: 'typedCode', problem: 'code_typo' }] },
    })
    expect(await finish(code)).toMatchObject({
      data: { fields: [{ field: 'typedCode', problem: 'code_mismatch' }] },
    })
    expect(await finish(begun.code, 'mis')).toMatchObject({
      data: { fields: [{ field: 'password', problem: 'wrong_password' }] },
    })
    expect((await client.app.state()).state).toBe('open')
    expect(await client.access.checkCode({ typedCode: code })).toEqual({ right: true })
    const again = (await restart()).client
    await again.access.resetWithCode({ typedCode: code, staffId: 1, password })
    await again.app.signIn({ staffId: 1, password })
    expect((await failure(again.access.finishRotate({ typedCode: begun.code, password }))).code).toBe(
      'NOT_FOUND',
    )
  })

  it('is the old or the new one, with all that was saved, whichever call of the file system fails', async () => {
    const { client: first, server, pc, code } = await anOffice()
    await addParticipant(first, 'Eerste')
    await first.drafts.save({ form: 'a', content: 'half' })
    await server.close()
    const again = keepFiles(pc)
    let last = false
    // Every call in its turn is for `npm run faults`; these are spread over the whole of it.
    for (let failing = 1; !last; failing += 9) {
      const armed = { at: 0 }
      let calls = 0
      const ops = Object.fromEntries(
        Object.entries(nodeFiles).map(([name, call]) => [
          name,
          (...args: never[]) => {
            if (armed.at > 0 && ++calls === armed.at) throw Object.assign(new Error('EIO'), { code: 'EIO' })
            return (call as (...a: never[]) => unknown)(...args)
          },
        ]),
      ) as unknown as FileOps
      again()
      const running = start(pc, { ops })
      const { client } = running
      await client.app.signIn({ staffId: 1, password })
      const begun = await client.access.beginRotate({ password })
      armed.at = failing
      const outcome = await client.access
        .finishRotate({ typedCode: begun.code, password })
        .then(() => null)
        .catch((error: { code: string; defined: boolean }) => error)
      last = calls < failing
      armed.at = 0
      if (outcome !== null) expect([outcome.code, outcome.defined]).toEqual(['FOLDER_NOT_WRITABLE', true])
      if (last) expect(outcome).toBeNull()

      await running.server.close()
      const next = start(pc)
      await next.client.app.signIn({ staffId: 1, password })
      expect((await next.client.participants.get({ id: 1 })).surname).toBe('Eerste')
      expect((await next.client.drafts.get({ form: 'a' })).content).toBe('half')
      const opens = [code, begun.code].map((typedCode) => next.client.access.checkCode({ typedCode }))
      const right = (await Promise.all(opens)).map((answer) => answer.right)
      expect(right.filter(Boolean), `call ${failing}`).toHaveLength(1)
      if (outcome === null) expect(right).toEqual([false, true])
      expect((await next.client.audit.verify()).broken).toBeNull()
      await next.server.close()
    }
  }, 240_000)
})
