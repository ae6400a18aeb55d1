import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfficeSignal } from '#core/api/shell.ts'
import { DataHost } from '../../electron/data-host.ts'
import type { AnswerHostCall } from '../../electron/host-services.ts'
import { FakeChild } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const place = {
  profileDir: '/profile',
  suggestedFolder: '/documents',
  openedDir: '/profile/opened',
  version: '0.1.0',
  practice: false,
}
let told: { signal: OfficeSignal; port: unknown }[]
let asked: unknown[][]
let answer: AnswerHostCall
let host: DataHost
const child = (index = FakeChild.all.length - 1): FakeChild => {
  const found = FakeChild.all[index]
  if (!found) throw new Error('no data process')
  return found
}
const states = (): string[] => told.map(({ signal }) => signal.state)

describe('the life of the data process', () => {
  beforeEach(() => {
    FakeChild.all.length = 0
    told = []
    asked = []
    answer = (...call) => {
      asked.push(call)
      return Promise.resolve('answer')
    }
    host = new DataHost({
      entry: '/program/data-process.js',
      place,
      answer: (...call) => answer(...call),
      tell: (signal, port) => void told.push({ signal, port }),
      stdio: 'ignore',
      quitLimit: 40,
    })
    host.start()
  })

  it('starts with where the office lives', () => {
    expect(child().entry).toBe('/program/data-process.js')
    expect(child().got).toEqual([{ message: { type: 'start', place }, ports: [] }])
  })

  it('says that it is starting to a page that asks early, and hands over a port when it is ready', () => {
    host.connect()
    expect(states()).toEqual(['starting'])
    child().emit('message', { type: 'ready' })
    expect(told[1]?.signal).toEqual({ state: 'ready', again: false })
    expect(child().types()).toEqual(['start', 'port'])
    // One end on each side of one channel; the main process keeps none.
    expect(child().got[1]?.ports).toEqual([expect.objectContaining({ side: 'data' })])
    const end = child().got[1]?.ports[0] as { id: number } | undefined
    expect(told[1]?.port).toEqual({ side: 'page', id: end?.id })
  })

  it('waits for the page, and gives a page that was opened again a port of its own', () => {
    child().emit('message', { type: 'ready' })
    expect(told).toEqual([])
    host.connect()
    host.connect()
    expect(states()).toEqual(['ready', 'ready'])
    expect(told[0]?.port).not.toEqual(told[1]?.port)
  })

  it('tells why the office cannot be opened, ends the process, and tries again when asked', async () => {
    const failure = { state: 'failed', code: 'NEWER_VERSION', path: '/profile/live.db', ref: 'ABC-234' }
    host.connect()
    child().emit('message', { type: 'failed', failure })
    expect(told.at(-1)?.signal).toEqual(failure)
    expect(child().killed).toBe(true)
    await turn()
    expect(FakeChild.all).toHaveLength(1)
    host.connect()
    expect(FakeChild.all).toHaveLength(2)
    child().emit('message', { type: 'ready' })
    expect(states()).toEqual(['starting', 'failed', 'starting', 'ready'])
  })

  it('keeps a failure for a page that was not there yet', () => {
    const failure = { state: 'failed', code: 'DAMAGED_FILE', path: '/profile/live.db', ref: 'ABC-234' }
    child().emit('message', { type: 'failed', failure })
    expect(told).toEqual([])
    host.connect()
    expect(told.map(({ signal }) => signal)).toEqual([failure])
    expect(FakeChild.all).toHaveLength(1)
  })

  it('starts a crashed process once more, with a new port, and repeats nothing', async () => {
    host.connect()
    child().emit('message', { type: 'ready' })
    child().exit(1)
    await turn()
    expect(FakeChild.all).toHaveLength(2)
    expect(child().types()).toEqual(['start'])
    child().emit('message', { type: 'ready' })
    expect(told.at(-1)?.signal).toEqual({ state: 'ready', again: true })
    expect(told.at(-1)?.port).not.toEqual(told[1]?.port)
  })

  it('gives up after the second crash, with a screen that can try again', async () => {
    host.connect()
    for (let i = 0; i < 2; i++) {
      child().emit('message', { type: 'ready' })
      child().exit(1)
      await turn()
    }
    expect(FakeChild.all).toHaveLength(2)
    expect(told.at(-1)?.signal).toEqual({ state: 'failed', code: 'UNEXPECTED', path: null, ref: null })
    host.connect()
    expect(FakeChild.all).toHaveLength(3)
    child().exit(1)
    await turn()
    expect(FakeChild.all).toHaveLength(4)
  })

  it('ignores what a process says that is no longer the one', async () => {
    child().exit(1)
    await turn()
    host.connect()
    child(0).emit('message', { type: 'ready' })
    child(0).emit('message', { type: 'hostCall', id: 1, method: 'seal', argument: 'x' })
    await turn()
    expect(states()).toEqual(['starting'])
    expect(asked).toEqual([])
  })

  it('answers what the data process asks of the system', async () => {
    child().emit('message', { type: 'hostCall', id: 7, method: 'seal', argument: 'secret' })
    await turn()
    expect(asked).toEqual([['seal', 'secret']])
    expect(child().got.at(-1)?.message).toEqual({ type: 'hostAnswer', id: 7, value: 'answer' })
  })

  it('answers null where the system fails, so that nobody waits for ever', async () => {
    answer = () => Promise.reject(new Error('no key ring'))
    child().emit('message', { type: 'hostCall', id: 8, method: 'unseal', argument: 'x' })
    await turn()
    expect(child().got.at(-1)?.message).toEqual({ type: 'hostAnswer', id: 8, value: null })
  })

  it('does not answer a process that has gone', async () => {
    let release = (_value: string): void => {}
    answer = () => new Promise((resolve) => (release = resolve))
    child().emit('message', { type: 'hostCall', id: 9, method: 'seal', argument: 'x' })
    child(0).exit(1)
    await turn()
    release('late')
    await turn()
    expect(child(1).types()).toEqual(['start'])
  })

  it('publishes when asked, once the office is open', () => {
    host.publish()
    expect(child().types()).toEqual(['start'])
    child().emit('message', { type: 'ready' })
    host.publish()
    expect(child().types()).toEqual(['start', 'publish'])
  })

  it('leaves when the process has closed the office by itself', async () => {
    child().emit('message', { type: 'ready' })
    let left = false
    const leaving = host.quit().then(() => (left = true))
    expect(child().types()).toEqual(['start', 'quit'])
    await turn()
    expect(left).toBe(false)
    child().exit(0)
    await leaving
    expect(FakeChild.all).toHaveLength(1)
  })

  it('ends the process when the time is up', async () => {
    child().emit('message', { type: 'ready' })
    const began = performance.now()
    await host.quit()
    expect(performance.now() - began).toBeGreaterThan(35)
    expect(child().killed).toBe(true)
    await wait(5)
    expect(FakeChild.all).toHaveLength(1)
  })

  it('hands out nothing while it leaves', () => {
    child().emit('message', { type: 'ready' })
    void host.quit()
    host.connect()
    host.publish()
    expect(told.at(-1)?.signal).toEqual({ state: 'closing' })
    expect(child().types()).toEqual(['start', 'quit'])
  })

  it('leaves at once when there is no process', async () => {
    child().emit('message', {
      type: 'failed',
      failure: { state: 'failed', code: 'LOCKED', path: null, ref: null },
    })
    await turn()
    await host.quit()
    expect(child().types()).toEqual(['start'])
  })
})
