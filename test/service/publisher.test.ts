import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { createPublisher, publisherTimes as realTimes } from '#service/publisher.ts'
import { newPc, setUp, start } from './harness.ts'

describe('the publisher', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-18T09:00:00Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function counted(fail: { code: string | null } = { code: null }) {
    const moments: number[] = []
    const began = Date.now()
    const publisher = createPublisher({
      publishedAt: null,
      pending: false,
      log: () => undefined,
      publish: () => {
        moments.push((Date.now() - began) / 1000)
        if (fail.code !== null) throw Object.assign(new Error('no'), { code: fail.code })
        return 'now'
      },
    })
    return { publisher, moments }
  }

  it('publishes a burst of saves once, two seconds after the last', async () => {
    const { publisher, moments } = counted()
    for (let i = 0; i < 5; i += 1) {
      publisher.changed()
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(publisher.status().pending).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(moments).toEqual([4])
    expect(publisher.status()).toEqual({ publishedAt: 'now', pending: false, problem: null, late: false })
  })

  it('begins at most seven seconds after a save while saves go on, so that ten are not passed', async () => {
    const { publisher, moments } = counted()
    for (let i = 0; i < 30; i += 1) {
      publisher.changed()
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(moments).toHaveLength(4)
    expect(moments[0]).toBe(7)
    expect(realTimes.atMost).toBe(7_000)
  })

  it('keeps the reason, tries again later, and forgets the reason when it works', async () => {
    const fail: { code: string | null } = { code: 'FILE_IN_USE' }
    const { publisher, moments } = counted(fail)
    publisher.changed()
    await vi.advanceTimersByTimeAsync(2_000)
    const held = { publishedAt: null, pending: true, problem: 'FILE_IN_USE', late: false }
    expect(publisher.status()).toEqual(held)
    publisher.changed()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(moments).toHaveLength(2)
    fail.code = 'SQLITE_FULL'
    await publisher.flush()
    expect(publisher.status().problem).toBe('DISK_FULL')
    fail.code = null
    await vi.advanceTimersByTimeAsync(15_000)
    expect(publisher.status()).toEqual({ publishedAt: 'now', pending: false, problem: null, late: false })
  })

  it('is late a minute after the first save that is not in the file, also while it is being written', async () => {
    let finish: (() => void) | null = null
    const publisher = createPublisher({
      publishedAt: null,
      pending: false,
      log: () => undefined,
      publish: () => new Promise((resolve) => (finish = () => resolve('now'))),
    })
    publisher.changed()
    await vi.advanceTimersByTimeAsync(59_000)
    publisher.changed()
    expect(publisher.status()).toMatchObject({ pending: true, late: false })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(publisher.status()).toMatchObject({ pending: true, late: true, problem: null })
    finish!()
    await vi.advanceTimersByTimeAsync(0)
    // What was saved in between is two seconds old.
    expect(publisher.status()).toMatchObject({ pending: true, late: false })
  })

  it('is late where attempts fail for a minute, however many saves come in between', async () => {
    const fail: { code: string | null } = { code: 'FILE_IN_USE' }
    const { publisher } = counted(fail)
    const seen: boolean[] = []
    for (let second = 0; second <= 75; second += 15) {
      publisher.changed()
      seen.push(publisher.status().late)
      await vi.advanceTimersByTimeAsync(15_000)
    }
    expect(seen).toEqual([false, false, false, false, false, true])
    fail.code = null
    await vi.advanceTimersByTimeAsync(15_000)
    expect(publisher.status()).toEqual({ publishedAt: 'now', pending: false, problem: null, late: false })
  })

  it('does nothing on flush when everything is published, and nothing after stop', async () => {
    const { publisher, moments } = counted()
    await publisher.flush()
    publisher.changed()
    publisher.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(moments).toEqual([])
  })
})

describe('the visible file', () => {
  const publisherTimes = { debounce: 20, atMost: 100, retry: 50 }

  it('follows a save by itself', async () => {
    const pc = newPc()
    const { client } = start(pc, { publisherTimes })
    await setUp(pc, client)
    const before = statSync(pc.visible).mtimeMs
    await client.settings.saveOffice({ tagline: 'anders' })
    expect((await client.snapshots.status()).pending).toBe(true)
    await vi.waitFor(async () => expect((await client.snapshots.status()).pending).toBe(false), 5000)
    expect(statSync(pc.visible).mtimeMs).toBeGreaterThan(before)
  })

  it('does not stop a save when its folder is gone, says so, and is right again by itself', async () => {
    const pc = newPc()
    const { client } = start(pc, { publisherTimes })
    await setUp(pc, client)
    rmSync(pc.folder, { recursive: true })
    await client.settings.saveOffice({ tagline: 'anders' })
    expect(await client.snapshots.publishNow()).toMatchObject({
      pending: true,
      problem: 'FOLDER_NOT_WRITABLE',
    })
    expect((await client.settings.office()).tagline).toBe('anders')
    mkdirSync(pc.folder)
    await vi.waitFor(async () => expect((await client.snapshots.status()).pending).toBe(false), 5000)
    expect(await client.snapshots.status()).toMatchObject({ problem: null })
    expect(existsSync(pc.visible)).toBe(true)
  })

  it('tells the window after a minute that another program has the file open, and not before', async () => {
    const pc = newPc()
    let isHeld = false
    const list: FileOps['list'] = (folder) => {
      if (isHeld && folder === pc.folder) throw Object.assign(new Error('held'), { code: 'EBUSY' })
      return nodeFiles.list(folder)
    }
    const times = { ...publisherTimes, late: 500 }
    const { client } = start(pc, { ops: { ...nodeFiles, list }, publisherTimes: times })
    await setUp(pc, client)
    await client.snapshots.publishNow()
    isHeld = true
    await client.settings.saveOffice({ tagline: 'anders' })
    await wait(200)
    expect(await client.snapshots.status()).toMatchObject({ pending: true, late: false, problem: null })
    // Who asks for it now hears why it is not done.
    expect(await client.snapshots.publishNow()).toMatchObject({ pending: true, problem: 'FILE_IN_USE' })
    await vi.waitFor(async () => {
      expect(await client.snapshots.status()).toMatchObject({ late: true, problem: 'FILE_IN_USE' })
    }, 5000)
    isHeld = false
    await vi.waitFor(async () => {
      expect(await client.snapshots.status()).toMatchObject({ pending: false, late: false, problem: null })
    }, 5000)
  })

  it('catches up after a crash: what was saved and not published is published at the next sign-in', async () => {
    const pc = newPc()
    const first = start(pc)
    await setUp(pc, first.client)
    rmSync(pc.folder, { recursive: true })
    await first.client.settings.saveOffice({ tagline: 'nog niet in het bestand' })
    await first.server.close()
    mkdirSync(pc.folder)
    const { client } = start(pc, { publisherTimes })
    await client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    await wait(10)
    await vi.waitFor(() => expect(existsSync(join(pc.folder, 'Trajectboek.db'))).toBe(true), 5000)
  })
})
