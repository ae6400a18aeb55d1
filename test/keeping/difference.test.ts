/** What putting a copy back would change, in numbers: of snapshots, hand copies and files put in the folder. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signIn, surnames } from './restore-tools.ts'
import { isLeft, leftBy, leftByUndo } from '#service/keeping/lines.ts'
import { failure } from '../service/harness.ts'
import { addParticipant, anOffice, movingClock } from './office.ts'
import { addNotes, aTrajectory, markDays, writeFinalLetter } from './work.ts'

const nothing = { participants: 0, notes: 0, attendance: 0, letters: 0, commands: 0 }

/** A copy of one person with some work, and more work after it. */
async function worked(options: Parameters<typeof anOffice>[0] = {}) {
  const office = await anOffice(options)
  const { client, pc } = office
  const [participantId, trajectoryId] = await aTrajectory(client, 'Eerste')
  await addNotes(client, participantId, 2)
  await markDays(client, participantId, ['2026-11-09'])
  const { id } = await client.copies.makeNow()
  const stick = join(pc.root, 'stick')
  mkdirSync(stick)
  const { path } = await client.copies.toStick({ folder: stick })
  await addParticipant(client, 'Tweede')
  await addNotes(client, participantId, 3)
  await markDays(client, participantId, ['2026-11-10', '2026-11-16'])
  await writeFinalLetter(client, trajectoryId)
  return { ...office, participantId, id, path }
}
const inCopy = { participants: 1, notes: 2, attendance: 1, letters: 0 }
const here = { participants: 2, notes: 5, attendance: 3, letters: 1 }
const missing = { participants: 1, notes: 3, attendance: 2, letters: 1 }

describe('what would change', () => {
  it('is counted for a snapshot, a hand copy and a file that was put in the folder', async () => {
    const { client, id, path, pc } = await worked()
    await client.snapshots.publishNow()
    copyFileSync(path, pc.visible)
    for (const source of [
      { kind: 'snapshot' as const, id },
      { kind: 'file' as const, path },
      { kind: 'visible' as const },
    ])
      expect(await client.restore.inspect({ source, typedCode: null })).toMatchObject({
        cause: 'good',
        content: inCopy,
        now: here,
        missing,
        extra: nothing,
      })
  })

  it('counts what both have from another side as well: an old copy came back, and work went on', async () => {
    const { client, id, participantId } = await worked()
    await client.restore.apply({
      source: { kind: 'snapshot', id },
      typedCode: null,
      staff: null,
      folder: null,
    })
    await signIn(client)
    // The same numbers as in the office that moved aside, for other people and notes.
    await addParticipant(client, 'Derde')
    await addNotes(client, participantId, 3)
    const { snapshots } = await client.copies.state()
    const [before] = snapshots.filter(({ why }) => why === 'before_restore')
    const source = { kind: 'snapshot' as const, id: before?.id ?? '' }
    const seen = await client.restore.inspect({ source, typedCode: null })
    expect(seen).toMatchObject({
      content: here,
      now: { participants: 2, notes: 5, attendance: 1, letters: 0 },
      missing: { participants: 1, notes: 3, attendance: 0, letters: 0, commands: 4 },
      extra: missing,
    })
    expect(seen.extra?.commands).toBeGreaterThan(4)
    expect((await surnames(client)).join()).toMatch(/Derde.*Eerste/)
  })

  it('is nothing for a copy of now, and more than nothing for a changed row alone', async () => {
    const { client, participantId } = await worked()
    const { id } = await client.copies.makeNow()
    const source = { kind: 'snapshot' as const, id }
    const look = () => client.restore.inspect({ source, typedCode: null })
    expect(await look()).toMatchObject({ missing: nothing, extra: nothing })
    await client.participants.save({ id: participantId, fields: { good_to_know: 'Komt met de fiets' } })
    expect(await look()).toMatchObject({ missing: { ...nothing, commands: 1 }, extra: nothing })
  })

  it('is told from what was published last, where the file of this PC cannot be read', async () => {
    const { client, pc, code, id, server, restart } = await worked()
    await client.snapshots.publishNow()
    await server.close()
    rmSync(pc.visible)
    rmSync(join(pc.profileDir, 'live.db'))
    const again = await restart()
    const source = { kind: 'snapshot' as const, id }
    expect(await again.client.restore.inspect({ source, typedCode: code })).toMatchObject({
      content: inCopy,
      now: null,
      missing,
      extra: null,
    })
  })

  it('offers no copy of work that was left as if it held everything', async () => {
    const clock = movingClock()
    const { client, id, participantId, server, restart, pc } = await worked({ clock: clock.read })
    const putBack = async () => {
      clock.addMinutes(5)
      const source = { kind: 'snapshot' as const, id }
      await client.restore.apply({ source, typedCode: null, staff: null, folder: null })
      await signIn(client)
      clock.addMinutes(5)
    }
    await putBack()
    await addNotes(client, participantId, 3)
    await client.snapshots.publishNow()
    await server.close()
    rmSync(pc.visible)
    const snapshots = join(pc.profileDir, 'snapshots')
    const [closing, beforeRestore, asked] = (await restart().then((one) => one.client.restore.offered()))
      .snapshots
    expect(asked?.id).toBe(id)
    const best = async () => {
      const again = await restart()
      writeFileSync(join(pc.profileDir, 'live.db'), damaged)
      await failure(signIn(again.client))
      return (await again.client.restore.offered()).best
    }
    const damaged = readFileSync(join(pc.profileDir, 'live.db')).fill(7, 20_000, 24_096)
    expect(await best()).toMatchObject({ source: { id: closing?.id }, missing: nothing })
    rmSync(join(snapshots, closing?.id ?? ''))
    // That of before the restore has more commands in it, and is passed over for one that work went on from.
    expect(await best()).toMatchObject({ source: { id }, missing: { notes: 3 } })
    rmSync(join(snapshots, id))
    expect(await best()).toMatchObject({ source: { id: beforeRestore?.id }, missing: null })
  })
})

describe('work that was left', () => {
  const head = (commitSeq: number, lastChangeAt: string) => ({ commitSeq, lastChangeAt })
  it('is what came after the copy that came in; of what was left, what was done since', () => {
    const first = leftBy(head(5, '10'), undefined, '20')
    expect(isLeft(head(8, '15'), first)).toBe(true)
    expect(isLeft(head(5, '10'), first)).toBe(false)
    expect(isLeft(head(6, '25'), first)).toBe(false)
    const back = leftBy(head(8, '15'), first, '30')
    expect(isLeft(head(8, '15'), back)).toBe(false)
    expect(isLeft(head(6, '25'), back)).toBe(true)
    expect(isLeft(head(9, '35'), back)).toBe(false)
    expect(leftByUndo(undefined, first, '30')).toEqual(back)
  })
})
