/** What the main process does for the data process, and for the documents that it shows. */
import { lstat, readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserWindow, dialog, type OpenDialogOptions, safeStorage, shell } from 'electron'
import type { HostMethod } from './lifecycle.ts'

/** Null is the answer to all that cannot be: no secret store, a cancelled dialog, a strange argument. */
export type AnswerHostCall = (method: HostMethod, argument: string | null) => Promise<string | null>

export function hostServices(
  window: BrowserWindow,
  openedDir: string,
  dialogTexts: (method: 'chooseFolder' | 'chooseFile') => Pick<OpenDialogOptions, 'title' | 'buttonLabel'>,
): AnswerHostCall {
  return async (method, argument) => {
    if (method === 'chooseFolder' || method === 'chooseFile') {
      const properties: OpenDialogOptions['properties'] =
        method === 'chooseFile' ? ['openFile'] : ['openDirectory', 'promptToCreate']
      const { filePaths } = await dialog.showOpenDialog(window, { ...dialogTexts(method), properties })
      return filePaths[0] ?? null
    }
    if (typeof argument !== 'string' || argument.length > 100_000) return null
    if (method === 'openDocument') return openDocument(openedDir, argument)
    if (!(await canSeal())) return null
    if (method === 'seal') return (await safeStorage.encryptStringAsync(argument)).toString('base64')
    if (method !== 'unseal') return null
    // Throws where another account or PC sealed it, or after a repair of the Windows profile.
    return (await safeStorage.decryptStringAsync(Buffer.from(argument, 'base64'))).result
  }
}

async function canSeal(): Promise<boolean> {
  // `basic_text` is Chromium's fixed password on a Linux without a key ring: no secret at all.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return safeStorage.isAsyncEncryptionAvailable()
}

/** Opens only a plain file of a kind that we write, in the folder where the data process writes. */
async function openDocument(openedDir: string, name: string): Promise<string | null> {
  if (!/^d-\w{6}\/[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,120}\.(pdf|xlsx|docx|png|jpg)$/u.test(name)) return null
  const file = join(await realpath(openedDir), name)
  if ((await realpath(file)) !== file || !(await lstat(file)).isFile()) return null
  // An empty answer is success; where no program takes the kind, the folder shows the file.
  if ((await shell.openPath(file)) !== '') shell.showItemInFolder(file)
  return file
}

/** Removes the opened documents. One that a PDF program still holds stays until the next start. */
export async function removeOpened(openedDir: string): Promise<void> {
  const names = await readdir(openedDir).catch(() => [])
  await Promise.allSettled(names.map((name) => rm(join(openedDir, name), { recursive: true, force: true })))
}
