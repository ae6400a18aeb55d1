/** Letters drawn on the thread, as the office has them drawn, beside letters drawn right here. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import { CommandError } from '#db/errors.ts'
import { drawLetter } from '#service/letters/render.ts'
import { asThrown, thrownBy } from '#service/letters/thread/messages.ts'
import { drawingBy, drawOnThread } from '#service/letters/thread/thread.ts'
import { warmUp } from '#service/letters/warm-up.ts'
import { fullFacts, typicalFacts } from './example.ts'
import { drawn, pictured } from './pictures/set.ts'

const typical = composeProgressLetter(typicalFacts, 'nl')
const root = new URL('../../', import.meta.url)

/** Far more than the thread has room for. */
const endless: LetterContent = {
  ...typical,
  blocks: [{ kind: 'paragraphs', heading: null, paragraphs: Array(2_000_000).fill([{ text: 'Alweer.' }]) }],
}

describe('a letter on the thread', () => {
  it.each(pictured)('is the same to the byte as drawn here: $name', async (letter) => {
    expect(Buffer.compare(await drawn(letter, drawOnThread), await drawn(letter))).toBe(0)
  })

  it('is the same after a warm-up, and says as much beside its bytes', async () => {
    await warmUp()
    const facts = { ...fullFacts, participant: { ...fullFacts.participant, surname: '王' } }
    const content = { ...composeProgressLetter(facts, 'nl'), items: [0, 1, 2] }
    const [there, here] = [
      await drawOnThread(content, { draft: true }),
      await drawLetter(content, { draft: true }),
    ]
    expect(here.unprintable).toContain('王')
    expect(here.areas.length).toBeGreaterThan(0)
    expect({ ...there, pdf: Buffer.from(there.pdf) }).toEqual({ ...here, pdf: Buffer.from(here.pdf) })
  })

  it('comes to who asked for it, however many ask at once', async () => {
    const contents = Array.from({ length: 12 }, (_, n) => ({ ...typical, title: `Brief ${n}` }))
    const there = await Promise.all(contents.map((content) => drawOnThread(content, { draft: false })))
    for (const [n, content] of contents.entries()) {
      const here = await drawLetter(content, { draft: false })
      expect(Buffer.compare(there[n]?.pdf ?? new Uint8Array(), here.pdf), content.title).toBe(0)
    }
  })

  it('leaves the office free while it is drawn', async () => {
    let turns = 0
    const other = setInterval(() => (turns += 1), 1)
    await Promise.all(Array.from({ length: 20 }, () => drawOnThread(typical, { draft: false })))
    clearInterval(other)
    expect(turns).toBeGreaterThan(20)
  })

  it('does not keep the process from its end', () => {
    const play = `
      import { warmUp } from ${JSON.stringify(new URL('service/letters/warm-up.ts', root).href)}
      await warmUp()
      console.log('drawn')`
    const args = ['--input-type=module', '--eval', play]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 })
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'drawn\n' })
  })
})

describe('what goes wrong on the thread', () => {
  const logo = { sha256: 'a', alternative: '', height: 14 }
  const withLogo: LetterContent = { ...typical, look: { logo, window: { side: 'left', x: 0, y: 0 } } }

  it('comes across as the error that it was, and the thread draws on', async () => {
    const broken = () => ({ type: 'png', bytes: Buffer.from('no picture') }) as const
    const error = await drawOnThread(withLogo, { draft: false, pictures: broken }).catch(
      (thrown: unknown) => thrown,
    )
    const here = await drawLetter(withLogo, { draft: false, pictures: broken }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toEqual(here)
    expect((error as Error).stack).toContain('picture.ts')
    expect((await drawOnThread(typical, { draft: false })).pages).toBe(2)
  })

  it('is refused before it is sent where the office knows better, and nobody is left waiting', async () => {
    const pictures = () => {
      throw new CommandError('NOT_FOUND')
    }
    await expect(drawOnThread(withLogo, { draft: false, pictures })).rejects.toThrow(CommandError)
    const notData = { ...typical, title: (() => '') as never }
    await expect(drawOnThread(notData, { draft: false })).rejects.toThrow('could not be cloned')
  })

  it.each([
    new CommandError('LETTER_INCOMPLETE', { gaps: ['chip'] }),
    Object.assign(new TypeError('a'), { code: 'ENOENT', path: 'b' }),
    'no error at all',
  ])('keeps its class, code and data: %s', (thrown) => {
    const crossed = asThrown(structuredClone(thrownBy(thrown)))
    expect(crossed).toEqual(thrown)
    expect(crossed?.constructor).toBe(thrown.constructor)
    expect({ ...(crossed as object) }).toEqual({ ...(thrown as object) })
  })

  it('ends the waiting when the thread runs out of memory, and the next letter gets another thread', async () => {
    const waiting = [endless, typical].map((content) => drawOnThread(content, { draft: false }))
    const ended = {
      message: 'the thread that draws letters has ended',
      cause: expect.objectContaining({ code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    }
    for (const letter of waiting) await expect(letter).rejects.toMatchObject(ended)
    const again = await drawOnThread(typical, { draft: false })
    expect(Buffer.compare(again.pdf, (await drawLetter(typical, { draft: false })).pdf)).toBe(0)
  })

  it('draws without a thread where none can begin', async () => {
    const draw = drawingBy(new URL('not-there.ts', import.meta.url))
    const here = await drawLetter(typical, { draft: false })
    for (const letter of await Promise.all([1, 2].map(() => draw(typical, { draft: false }))))
      expect(Buffer.compare(letter.pdf, here.pdf)).toBe(0)
    expect(Buffer.compare((await draw(typical, { draft: false })).pdf, here.pdf)).toBe(0)
  })
})
