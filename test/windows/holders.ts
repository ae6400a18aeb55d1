import { closeSync, constants, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** libuv: opens with no sharing at all. */
const exclusive = 0x10000000

/**
 * Ways in which another program has a file open on Windows:
 * - `copier`: lets others read and write, not remove or replace, as Explorer while it copies;
 * - `reader`: lets others do everything, as many viewers; replacing it still fails;
 * - `scanner`: lets nobody do anything.
 */
export const holders = ['copier', 'reader', 'scanner'] as const
export type Holder = (typeof holders)[number]

/** Opens the file in that way; call what is returned to let go. */
export function hold(file: string, as: Holder): () => void {
  if (as === 'copier') {
    // The engine opens its files like that; nothing is read through it.
    const handle = new Database(file, { readonly: true, fileMustExist: true })
    return () => void handle.close()
  }
  const handle = openSync(file, as === 'scanner' ? constants.O_RDONLY | exclusive : 'r')
  return () => closeSync(handle)
}

/** Holds a file from another thread for so many ms, so that also what waits without awaiting is seen to wait. */
export async function holdBeside(file: string, ms: number): Promise<{ done: Promise<unknown> }> {
  const worker = new Worker(
    `const { openSync, closeSync } = require('node:fs')
     const { parentPort, workerData: { file, ms } } = require('node:worker_threads')
     const handle = openSync(file, 'r')
     parentPort.postMessage('held')
     setTimeout(() => closeSync(handle), ms)`,
    { eval: true, workerData: { file, ms } },
  )
  const done = new Promise((resolve) => worker.once('exit', resolve))
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  return { done }
}

/** Copies as Explorer does to a slow stick: in pieces over so many ms, the file held all the time. */
export async function copySlowly(from: string, to: string, ms: number): Promise<void> {
  const letGo = hold(from, 'copier')
  try {
    const [source, target] = [await open(from, 'r'), await open(to, 'w')]
    try {
      const { size } = await source.stat()
      const pieces = 30
      const piece = Buffer.alloc(Math.ceil(size / pieces))
      for (;;) {
        const { bytesRead } = await source.read(piece)
        if (bytesRead === 0) return
        await target.write(piece, 0, bytesRead)
        await wait(ms / pieces)
      }
    } finally {
      await source.close()
      await target.close()
    }
  } finally {
    letGo()
  }
}
