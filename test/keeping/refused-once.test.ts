import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDrafts } from '#db/drafts/drafts.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { aFolder, key } from '../db/office-file.ts'
import { failure, start } from '../service/harness.ts'
import { addParticipant, anOffice } from './office.ts'
import { signIn, surnames } from './restore-tools.ts'

/** A file system of which these calls fail when their turn comes. */
function refusing(turns: Partial<Record<'rename' | 'syncFolder', () => boolean>>): FileOps {
  const fails = (name: keyof typeof turns) => {
    if (turns[name]?.()) throw Object.assign(new Error('EIO'), { code: 'EIO' })
  }
  return {
    ...nodeFiles,
    rename(from, to) {
      fails('rename')
      nodeFiles.rename(from, to)
    },
    syncFolder(folder) {
      fails('syncFolder')
      nodeFiles.syncFolder(folder)
    },
  }
}

describe('a disk that refuses once', () => {
  it('does not make a stranger of our own visible file, also when it refuses twice', async () => {
    let [armed, visible] = ['', '']
    const turn = (what: string, now: boolean) => () => {
      if (armed !== what || !now) return false
      armed = ''
      return true
    }
    const ops = refusing({})
    const { client, pc } = await anOffice({
      ops: {
        ...ops,
        // The flush behind the renaming of the visible file: it stands there, and that was not noted.
        syncFolder: (folder) =>
          refusing({ syncFolder: turn('flush', folder === visible) }).syncFolder(folder),
        rename: (from, to) => refusing({ rename: turn('rename', to.startsWith(visible)) }).rename(from, to),
      },
    })
    visible = pc.folder
    for (const refusal of ['flush', 'rename']) {
      await addParticipant(client, refusal)
      armed = refusal
      await client.snapshots.publishNow()
      expect([refusal, armed]).toEqual([refusal, ''])
    }
    await addParticipant(client, 'Daarna')
    expect(await client.snapshots.publishNow()).toMatchObject({ pending: false, problem: null })
    expect(await client.restore.offered()).toMatchObject({ visibleChanged: false })
  })

  it('is not told as the reason why nothing opens, once it opened', async () => {
    const { client, pc, server } = await anOffice()
    await addParticipant(client, 'Eerste')
    await server.close()
    const live = join(pc.profileDir, 'live.db')
    const whole = readFileSync(live)
    writeFileSync(live, Buffer.from(whole).fill(1, 9_000, 9_100))
    const { client: again, server: second } = start(pc)
    expect((await failure(signIn(again))).code).toBe('DAMAGED_FILE')
    expect(await again.app.state()).toMatchObject({ state: 'locked', failure: { code: 'DAMAGED_FILE' } })
    writeFileSync(live, whole)
    await signIn(again)
    expect(await surnames(again)).toHaveLength(1)
    expect(await again.app.state()).toMatchObject({ state: 'open', failure: null })
    await second.close()
  })

  it('does not make the program forget what it knows of this PC', async () => {
    const { pc, server, client } = await anOffice()
    const second = join(pc.root, 'schijf')
    mkdirSync(second)
    await client.copies.setSecondFolder({ folder: second })
    await server.close()
    const place = join(pc.profileDir, 'place.json')
    const text = readFileSync(place, 'utf8')
    rmSync(place)
    mkdirSync(place) // cannot be read, and is not missing
    const refused = start(pc)
    expect(await refused.client.app.state()).toMatchObject({
      state: 'locked',
      failure: { code: 'UNREADABLE_FILE', path: place },
    })
    await refused.server.close()
    rmSync(place, { recursive: true })
    writeFileSync(place, text)
    const again = start(pc)
    await signIn(again.client)
    expect(await again.client.app.state()).toMatchObject({ failure: null })
    expect(await again.client.copies.state()).toMatchObject({ secondFolder: second })
    await again.server.close()
  })
})

it('drafts that cannot be made say where, not that something is gone', () => {
  const file = join(aFolder(), `${'x'.repeat(300)}.db`) // longer than a disk takes
  expect(() => openDrafts({ file, key })).toThrow(
    expect.objectContaining({ code: 'FOLDER_NOT_WRITABLE', path: file }) as Error,
  )
})
