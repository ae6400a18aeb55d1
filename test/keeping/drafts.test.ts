import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDrafts } from '#db/drafts/drafts.ts'
import { openCopy } from '#db/open.ts'
import { aFolder, at, codeFrom, key, otherKey } from '../db/office-file.ts'
import { failure, filesUnder, password } from '../service/harness.ts'
import { anOffice, colleague, movingClock } from './office.ts'

const typed = { surname: 'Ğeheim-Zoekmij', days: [1, 3], late: null, note: 'half een zin en d' }

describe('a draft', () => {
  it('comes back after a crash as it was, and is nobody else’s', async () => {
    const { client, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.drafts.save({ form: 'participants/new', content: typed })
    // A crash: what the other program finds is what is on the disk at this moment.
    const drafts = readdirSync(pc.profileDir).filter((name) => name.startsWith('drafts-'))
    expect(drafts.filter((name) => name.endsWith('.db'))).toHaveLength(1)
    await client.app.signOut()
    await client.app.signIn({ staffId: id, password: colleague.password })
    expect(await client.drafts.get({ form: 'participants/new' })).toEqual({ content: null, savedAt: null })
    expect(await client.drafts.open()).toEqual([])
    await client.app.signIn({ staffId: 1, password })
    expect(await client.drafts.get({ form: 'participants/new' })).toEqual({
      content: typed,
      savedAt: '2026-11-18T09:30:00Z',
    })
  })

  it('is replaced, listed newest first, and cleared', async () => {
    const clock = movingClock()
    const { client } = await anOffice({ clock: clock.read })
    await client.drafts.save({ form: 'a', content: { text: 1 } })
    clock.addMinutes(1)
    await client.drafts.save({ form: 'b', content: 'tekst' })
    clock.addMinutes(1)
    await client.drafts.save({ form: 'a', content: { text: 2 } })
    expect(await client.drafts.open()).toEqual([
      { form: 'a', savedAt: '2026-11-18T09:32:00Z' },
      { form: 'b', savedAt: '2026-11-18T09:31:00Z' },
    ])
    expect((await client.drafts.get({ form: 'a' })).content).toEqual({ text: 2 })
    await client.drafts.clear({ form: 'a' })
    await client.drafts.clear({ form: 'a' })
    expect((await client.drafts.open()).map(({ form }) => form)).toEqual(['b'])
  })

  it('is in no list, in no copy, and legible in no file', async () => {
    const { client, pc, server } = await anOffice()
    await client.drafts.save({ form: 'participants/new', content: typed })
    expect((await client.participants.list({ query: '', stage: null, after: null, limit: 50 })).rows).toEqual(
      [],
    )
    expect(await client.search.find({ query: 'zoekmij' })).toEqual([])
    expect((await client.snapshots.status()).pending).toBe(false)
    const legible = () =>
      filesUnder(pc.root).filter(({ bytes }) => bytes.includes('Zoekmij') || bytes.includes('half een zin'))
    expect(legible().map(({ file }) => file)).toEqual([])
    await server.close()
    expect(legible().map(({ file }) => file)).toEqual([])
  })

  it('is refused at the lock screen', async () => {
    const { restart } = await anOffice()
    const { client } = await restart()
    expect((await failure(client.drafts.open())).code).toBe('LOCKED')
    expect((await failure(client.drafts.save({ form: 'a', content: 1 }))).code).toBe('LOCKED')
  })

  it('of somebody who left is gone', async () => {
    const { client, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.app.signIn({ staffId: id, password: colleague.password })
    await client.drafts.save({ form: 'a', content: 1 })
    await client.app.signIn({ staffId: 1, password })
    await client.drafts.save({ form: 'b', content: 2 })
    await client.settings.removeStaff({ id })
    expect((await client.drafts.open()).map(({ form }) => form)).toEqual(['b'])
    await client.app.signOut()
    expect(existsSync(pc.profileDir)).toBe(true)
  })

  it('never keeps the office closed: a file that is no good is put aside', async () => {
    const { client, pc, restart } = await anOffice()
    await client.drafts.save({ form: 'a', content: 1 })
    const name = readdirSync(pc.profileDir).find((file) => /^drafts-.*\.db$/.test(file))!
    await client.app.signOut()
    writeFileSync(join(pc.profileDir, name), Buffer.alloc(4096, 'x'))
    const again = (await restart()).client
    await again.app.signIn({ staffId: 1, password })
    expect(await again.drafts.open()).toEqual([])
    await again.drafts.save({ form: 'b', content: 2 })
    expect(readdirSync(pc.profileDir).filter((file) => file.startsWith(`${name}.aside-`))).toHaveLength(1)
  })
})

describe('the drafts’ file', () => {
  const file = () => join(aFolder(), 'drafts.db')

  it('is put aside when it is damaged, cut off, empty, unencrypted or of another key, and a new one works', () => {
    const whole = file()
    const first = openDrafts({ file: whole, key })
    for (let i = 0; i < 50; i += 1) first.save(1, `form ${i}`, { content: 'x'.repeat(200), savedAt: at })
    first.close()
    const bytes = readFileSync(whole)
    const flipped = Buffer.from(bytes)
    flipped[bytes.length - 100]! ^= 1
    const bad = [flipped, bytes.subarray(0, 5000), Buffer.alloc(0), Buffer.from('SQLite format 3\0')]
    for (const content of bad) {
      const path = file()
      writeFileSync(path, content)
      const drafts = openDrafts({ file: path, key })
      expect(drafts.list(1)).toEqual([])
      drafts.save(1, 'a', { content: 1, savedAt: at })
      drafts.close()
      expect(readdirSync(join(path, '..')).filter((name) => name.includes('.aside-')).length).toBeGreaterThan(
        0,
      )
    }
    const other = openDrafts({ file: whole, key: otherKey })
    expect(other.all()).toEqual([])
    other.close()
  })

  it('is never taken for an office', () => {
    const path = file()
    openDrafts({ file: path, key }).close()
    expect(codeFrom(() => openCopy({ file: path, key }))).toBe('NOT_OUR_FILE')
  })

  it('is one program’s at a time', () => {
    const path = file()
    const drafts = openDrafts({ file: path, key })
    expect(codeFrom(() => openDrafts({ file: path, key }))).toBe('FILE_IN_USE')
    drafts.save(1, 'a', { content: 1, savedAt: at })
    drafts.close()
    const again = openDrafts({ file: path, key })
    expect(again.get(1, 'a')).toEqual({ content: 1, savedAt: at })
    again.close()
  })
})
