import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { commitSeq } from '#db/check.ts'
import { publisherTimes } from '#service/publisher.ts'
import { profileFiles } from '#service/sidecar.ts'
import { hold, holdBeside, holders } from './holders.ts'
import { newPc, readCopy, save, start, type Office, type Pc } from './pc.ts'
import type { Check } from './report.ts'

const soon = { debounce: 50, atMost: 200, retry: 300 }

async function until(ms: number, so: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + ms; !(await so()); await wait(100))
    if (Date.now() > end) throw new Error(`not so after ${ms} ms`)
}

const isPublished = async ({ client }: Office) => !(await client.snapshots.status()).pending

/** The visible file holds everything that the office holds. */
function assertWhole({ place, facts }: Pc, office: Office): void {
  const seq = readCopy(place.visible, facts, (copy) => commitSeq(copy))
  assert.equal(seq, commitSeq(office.db()))
}

/** The visible file, while other programs have it open. */
export async function publishing(check: Check, home: string): Promise<void> {
  const pc = await newPc(home, 'publiceren')
  const { place, facts } = pc
  const office = await start(pc, { times: soon })
  await office.signIn()

  await check('a save is in the visible file by itself', async () => {
    await save(office.client, facts)
    await until(10_000, () => isPublished(office))
    assertWhole(pc, office)
  })

  for (const holder of holders)
    await check(
      `a ${holder} holds the visible file: the publish comes when it lets go, nothing is lost`,
      async () => {
        await until(10_000, () => isPublished(office))
        const before = commitSeq(office.db())
        const letGo = hold(place.visible, holder)
        let saves = 0
        try {
          for (const end = Date.now() + 2_500; Date.now() < end; saves += 1) {
            await save(office.client, facts)
            await wait(100)
          }
          const { pending, late, problem } = await office.client.snapshots.status()
          // Two seconds are too short to tell anybody.
          assert.deepEqual({ pending, late, problem }, { pending: true, late: false, problem: null })
        } finally {
          letGo()
        }
        const seen = readCopy(place.visible, facts, (copy) => commitSeq(copy))
        assert.equal(seen, before, 'the old one was there all the time')
        await until(10_000, () => isPublished(office))
        assertWhole(pc, office)
        return `${saves} saves meanwhile`
      },
    )

  await check('a scanner that reads the place file and the keyring for a moment stops nothing', async () => {
    const { place: placeFile } = profileFiles(place.profileDir)
    for (let i = 0; i < 5; i += 1) {
      const { done } = await holdBeside(placeFile, 120)
      await save(office.client, facts)
      const { pending, problem } = await office.client.snapshots.publishNow()
      await done
      assert.deepEqual({ pending, problem }, { pending: false, problem: null })
    }
    assertWhole(pc, office)
  })

  await check(
    'closing while the visible file is held takes seconds, and the next start publishes',
    async () => {
      await save(office.client, facts)
      const letGo = hold(place.visible, 'copier')
      const began = Date.now()
      await office.close()
      const took = Date.now() - began
      letGo()
      assert.ok(took < 10_000, `closing took ${took} ms`)
      const again = await start(pc, { times: soon })
      await again.signIn()
      await until(30_000, () => isPublished(again))
      assertWhole(pc, again)
      await again.close()
      return `${(took / 1000).toFixed(1)} s`
    },
  )
}

/** With the program's own times: a file that is held for longer than a minute. */
export async function longHold(check: Check, home: string): Promise<void> {
  const pc = await newPc(home, 'minuut')
  const { place, facts } = pc
  const office = await start(pc, { times: publisherTimes })
  await office.signIn()
  await check('a file held for over a minute: told after a minute, not before; then published', async () => {
    const letGo = hold(place.visible, 'copier')
    const old = readFileSync(place.visible)
    let toldAt = 0
    const began = Date.now()
    try {
      await until(90_000, async () => {
        await save(office.client, facts)
        const { late, problem, pending } = await office.client.snapshots.status()
        assert.equal(pending, true)
        assert.equal(late, problem === 'FILE_IN_USE', 'told, and why')
        if (late) toldAt = Date.now() - began
        await wait(400)
        return late
      })
      assert.ok(toldAt > 60_000 && toldAt < 70_000, `told after ${toldAt} ms`)
      assert.ok(readFileSync(place.visible).equals(old))
    } finally {
      letGo()
    }
    const free = Date.now()
    await until(30_000, () => isPublished(office))
    const behind = Date.now() - free
    assertWhole(pc, office)
    const { late, problem } = await office.client.snapshots.status()
    assert.deepEqual({ late, problem }, { late: false, problem: null })
    return `told after ${(toldAt / 1000).toFixed(0)} s, published ${(behind / 1000).toFixed(1)} s after it was free`
  })
  await office.close()
}
