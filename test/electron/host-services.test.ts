import { existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import nl from '#core/i18n/nl/app.ts'
import { hostServices, removeOpened } from '../../electron/host-services.ts'
import { dialog, safeStorage, shell } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'opened-')))
const openedDir = join(folder, 'opened')
const answer = hostServices({} as BrowserWindow, openedDir, (method) => nl.native[method])

describe('what the main process does for the data process', () => {
  beforeEach(() => {
    safeStorage.available = true
    safeStorage.backend = 'gnome_libsecret'
    shell.problem = ''
    shell.opened.length = 0
    shell.shownInFolder.length = 0
  })

  it('seals and opens a secret', async () => {
    const sealed = await answer('seal', 'geheim')
    expect(sealed).not.toContain('geheim')
    expect(await answer('unseal', sealed)).toBe('geheim')
  })

  it('does not pretend where the system has no secret store', async () => {
    safeStorage.available = false
    expect(await answer('seal', 'geheim')).toBeNull()
    safeStorage.available = true
    safeStorage.backend = 'basic_text'
    if (process.platform === 'linux') expect(await answer('seal', 'geheim')).toBeNull()
  })

  it('throws what another account sealed; the caller answers null', async () => {
    await expect(answer('unseal', Buffer.from('other').toString('base64'))).rejects.toThrow(
      'sealed by another account',
    )
  })

  it('asks for a folder in the words of the language', async () => {
    dialog.answer = { canceled: false, filePaths: ['/home/coach/Documents/Werkplaats'] }
    expect(await answer('chooseFolder', null)).toBe('/home/coach/Documents/Werkplaats')
    expect(dialog.options.at(-1)).toMatchObject(nl.native.chooseFolder)
    dialog.answer = { canceled: true, filePaths: [] }
    expect(await answer('chooseFolder', null)).toBeNull()
  })

  it('asks for a file, and not for a folder', async () => {
    dialog.answer = { canceled: false, filePaths: ['/media/stick/kopie.db'] }
    expect(await answer('chooseFile', null)).toBe('/media/stick/kopie.db')
    expect(dialog.options.at(-1)).toMatchObject({ ...nl.native.chooseFile, properties: ['openFile'] })
  })

  it('answers null to what is not on the list or cannot be', async () => {
    expect(await answer('openExternal' as never, 'https://example.nl')).toBeNull()
    expect(await answer('seal', null)).toBeNull()
    expect(await answer('seal', { length: 1 } as never)).toBeNull()
    expect(await answer('seal', 'x'.repeat(100_001))).toBeNull()
  })

  describe('opening a document', () => {
    const name = 'd-Ab12cd/2026-0147 Voortgang.pdf'
    beforeEach(() => {
      mkdirSync(join(openedDir, 'd-Ab12cd'), { recursive: true })
      writeFileSync(join(openedDir, name), '%PDF-')
      writeFileSync(join(folder, 'other.pdf'), '%PDF-')
    })

    it('opens what the data process wrote in its folder', async () => {
      expect(await answer('openDocument', name)).toBe(join(openedDir, name))
      expect(shell.opened).toEqual([join(openedDir, name)])
      expect(shell.shownInFolder).toEqual([])
    })

    it('shows the file in its folder where no program opens it', async () => {
      shell.problem = 'no program for this kind'
      expect(await answer('openDocument', name)).toBe(join(openedDir, name))
      expect(shell.shownInFolder).toEqual([join(openedDir, name)])
    })

    it.each([
      '../other.pdf',
      'd-Ab12cd/../../other.pdf',
      'd-Ab12cd/..\\..\\other.pdf',
      '/etc/passwd',
      'd-Ab12cd/gone.pdf',
      'd-Ab12cd/.hidden.pdf',
      'd-Ab12cd/run.exe',
      'd-Ab12cd/a.pdf.lnk',
      'd-Ab12cd/a.pdf\u0000.exe',
      'd-Ab12cd/folder.pdf',
      'd-Ab12cd/link.pdf',
      'd-linked/other.pdf',
      'other.pdf',
      '',
    ])('refuses %j', async (asked) => {
      mkdirSync(join(openedDir, 'd-Ab12cd', 'folder.pdf'), { recursive: true })
      for (const [target, link] of [
        [join(folder, 'other.pdf'), join(openedDir, 'd-Ab12cd', 'link.pdf')],
        [folder, join(openedDir, 'd-linked')],
      ] as const)
        if (!existsSync(link)) symlinkSync(target, link)
      expect(await answer('openDocument', asked).catch(() => null)).toBeNull()
      expect(shell.opened).toEqual([])
    })

    it('removes them afterwards, and nothing else', async () => {
      await removeOpened(openedDir)
      expect(existsSync(join(openedDir, name))).toBe(false)
      expect(existsSync(join(folder, 'other.pdf'))).toBe(true)
      await expect(removeOpened(join(folder, 'never made'))).resolves.toBeUndefined()
    })
  })
})
