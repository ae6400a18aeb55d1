/**
 * Letters are drawn on a thread of their own: the office goes on answering meanwhile, and V8 can be told how far this
 * thread may grow (docs/decisions/0016-letters-on-a-thread.md).
 */
import { extname } from 'node:path'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { LetterContent } from '#core/letters/content.ts'
import type { Picture } from '#db/letterhead/queries.ts'
import type { Pictures } from '../pictures/picture.ts'
import type { RenderedLetter, RenderOptions } from '../render.ts'
import { asThrown, type Answer, type Asked, type Said } from './messages.ts'

/**
 * Where V8 has less room it cleans up sooner: left to itself a batch of letters takes twice the memory. The young: a few
 * letters fit, so that most is gone before it is looked at. The old: ten times what letters keep alive, so that no letter
 * is too long.
 */
const limits: ResourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 400 }

/** Beside this file: among the sources, and in the bundle. */
const entry = new URL(`./draw-thread${extname(import.meta.url)}`, import.meta.url)

/**
 * As `drawLetter`. The thread starts with the first letter and stays; it holds up the end of the process only while
 * somebody waits for a letter. When it dies, who waits hears so, and the next letter gets another one.
 */
export const drawOnThread = drawingBy(entry)

/** By a thread with this script. Where no such thread can begin, letters are drawn right here: a letter matters more. */
export function drawingBy(script: URL): (c: LetterContent, o: RenderOptions) => Promise<RenderedLetter> {
  let running: DrawThread | null = null
  let cannotBegin = false
  return async (content, options) => {
    if (!cannotBegin) {
      running ??= new DrawThread(script, (ended) => {
        if (running === ended) running = null
      })
      try {
        return await running.draw(content, options)
      } catch (error) {
        if (!(error instanceof NeverBegan)) throw error
        cannotBegin = true
      }
    }
    const { drawLetter } = await import('../render.ts')
    return await drawLetter(content, options)
  }
}

class NeverBegan extends Error {}

class DrawThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<RenderedLetter>>()
  #asked = 0
  #began = false

  constructor(script: URL, whenEnded: (thread: DrawThread) => void) {
    // Without the options that the process was started with: those are for its own entry.
    this.#worker = new Worker(script, { execArgv: [], resourceLimits: limits })
    const end = (cause?: unknown): void => {
      whenEnded(this)
      const Ended = this.#began ? Error : NeverBegan
      for (const { reject } of this.#waiting.values())
        reject(new Ended('the thread that draws letters has ended', { cause }))
      this.#waiting.clear()
    }
    this.#worker.on('message', (said: Said) => (said === 'begun' ? (this.#began = true) : this.#hear(said)))
    this.#worker.on('error', end)
    this.#worker.on('exit', () => end())
    this.#worker.unref()
  }

  draw(content: LetterContent, { pictures, ...options }: RenderOptions): Promise<RenderedLetter> {
    const id = (this.#asked += 1)
    const asked: Asked = { id, content, options, pictures: picturesIn(content, pictures) }
    this.#worker.postMessage(asked)
    const waiting = Promise.withResolvers<RenderedLetter>()
    this.#waiting.set(id, waiting)
    this.#worker.ref()
    return waiting.promise
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('letter' in answer) waiting?.resolve(answer.letter)
    else waiting?.reject(asThrown(answer.thrown))
  }
}

/** What a letter names, for the thread cannot look in the office. */
function picturesIn({ look, closing }: LetterContent, pictures?: Pictures): Map<string, Picture> {
  const named = [look?.logo, closing.signature].flatMap((picture) => picture?.sha256 ?? [])
  return new Map(pictures ? named.map((sha256) => [sha256, pictures(sha256)]) : [])
}
