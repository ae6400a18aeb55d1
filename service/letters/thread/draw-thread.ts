/** Entry of the thread; the office's side is thread.ts. It reads no file but the fonts. */
import { parentPort } from 'node:worker_threads'
import { drawLetter } from '../render.ts'
import { thrownBy, type Answer, type Asked, type Said } from './messages.ts'

async function answer({ id, content, options, pictures }: Asked): Promise<Answer> {
  try {
    const letter = await drawLetter(content, {
      ...options,
      pictures(sha256) {
        const picture = pictures.get(sha256)
        if (!picture) throw new Error('a letter was sent without one of its pictures')
        return picture
      },
    })
    return { id, letter }
  } catch (error) {
    return { id, thrown: thrownBy(error) }
  }
}

const say = (said: Said) => parentPort?.postMessage(said)
parentPort?.on('message', (asked: Asked) => void answer(asked).then(say))
say('begun')
