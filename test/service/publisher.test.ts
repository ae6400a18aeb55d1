import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPublisher, publisherTimes } from '#service/publisher.ts'
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
    expect(publisher.status()).toEqual({ publishedAt: 'now', pending: false, problem: null })
  })

  it('begins at most seven seconds after a save while saves go on, so that ten are not passed', async () => {
    const { publisher, moments } = counted()
    for (let i = 0; i < 30; i += 1) {
      publisher.changed()
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(moments).toHaveLength(4)
    expect(moments[0]).toBe(7)
    expect(publisherTimes.atMost).toBe(7_000)
  })

  it('keeps the reason, tries again later, and forgets the reason when it works', async () => {
    const fail: { code: string | null } = { code: 'FILE_IN_USE' }
    const { publisher, moments } = counted(fail)
    publisher.changed()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(publisher.status()).toEqual({ publishedAt: null, pending: true, problem: 'FILE_IN_USE' })
    publisher.changed()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(moments).toHaveLength(2)
    fail.code = 'SQLITE_FULL'
    await publisher.flush()
    expect(publisher.status().problem).toBe('DISK_FULL')
    fail.code = null
    await vi.advanceTimersByTimeAsync(15_000)
    expect(publisher.status()).toEqual({ publishedAt: 'now', pending: false, problem: null })
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
