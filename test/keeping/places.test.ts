import { describe, expect, it } from 'vitest'
import { cloudOf } from '#service/keeping/cloud.ts'
import { isUnc, thisPcsDisks } from '#service/keeping/place-check.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newPc, start } from '../service/harness.ts'
import { anOffice } from './office.ts'

describe('folders that a company on the internet keeps', () => {
  it.each([
    ['C:\\Users\\zoe\\OneDrive\\Trajectboek', 'onedrive'],
    ['C:\\Users\\zoe\\OneDrive - Stichting Proef\\Documenten', 'onedrive'],
    ['D:\\Dropbox\\werk', 'dropbox'],
    ['C:\\Users\\zoe\\Dropbox (Proef)\\werk', 'dropbox'],
    ['G:\\Mijn Drive\\werk', 'google_drive'],
    ['/home/zoe/Google Drive', 'google_drive'],
    ['C:\\Users\\zoe\\iCloudDrive', 'icloud'],
    ['C:\\Users\\zoe\\Documenten\\Trajectboek', null],
    ['C:\\Users\\onedriver\\Mijn dropboxen', null],
  ])('%s: %s', (folder, service) => expect(cloudOf(folder, {})).toBe(service))

  it('are known by what OneDrive says of itself, also under another name', () => {
    const env = { OneDriveCommercial: 'C:\\Werk\\Wolk\\' }
    expect(cloudOf('c:\\werk\\wolk\\Trajectboek', env)).toBe('onedrive')
    expect(cloudOf('c:\\werk\\wolkje', env)).toBeNull()
    expect(cloudOf('C:\\Werk', { OneDrive: '' })).toBeNull()
  })

  it('are a warning in the state of the copies, and no refusal', async () => {
    const { client, pc } = await anOffice()
    expect((await client.copies.state()).cloud).toBeNull()
    const folder = join(pc.root, 'OneDrive - Proef', 'kopie')
    expect(await client.copies.setSecondFolder({ folder })).toMatchObject({
      secondFolder: folder,
      cloud: { folder, service: 'onedrive' },
    })
  })
})

describe('a profile on the network', () => {
  it.each([
    ['\\\\server\\share\\x', true],
    ['//server/share/x', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['\\\\?\\C:\\lang\\pad', false],
    ['C:\\Users', false],
    ['/home/zoe', false],
  ])('%s: %s', (path, network) => expect(isUnc(path)).toBe(network))

  it('is refused with the reason, before anything is made there', async () => {
    const pc = newPc()
    const disks = { ...thisPcsDisks, isNetwork: (path: string) => path === pc.profileDir }
    const { client, server } = start(pc, { disks, log: () => undefined })
    expect(await server.ready()).toMatchObject({
      state: 'failed',
      code: 'NOT_THIS_PLACE',
      path: pc.profileDir,
    })
    expect((await client.app.state()).failure).toEqual({ code: 'NOT_THIS_PLACE', path: pc.profileDir })
    expect(existsSync(pc.profileDir)).toBe(false)
  })
})
