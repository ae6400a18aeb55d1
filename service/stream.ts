/** An answer that comes in parts: what an `async *` handler gives. */
export type Stream = AsyncGenerator

export function isStream(output: unknown): output is Stream {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

/**
 * The same stream, with each error passed through `onError`, and `onEnd` called once when it has ended, failed or
 * was left. No generator: one that was never started would not notice that it was left.
 */
export function watchStream(
  stream: Stream,
  { onError = (error) => error, onEnd }: { onError?: (error: unknown) => unknown; onEnd?: () => void },
): Stream {
  let ended = false
  const end = () => {
    if (!ended) onEnd?.()
    ended = true
  }
  const step = async (take: () => Promise<IteratorResult<unknown, unknown>>) => {
    try {
      const result = await take()
      if (result.done) end()
      return result
    } catch (error) {
      end()
      throw onError(error)
    }
  }
  const watched: Stream = {
    next: (value: unknown) => step(() => stream.next(value)),
    return: (value: unknown) => step(() => stream.return(value)).finally(end),
    throw: (error: unknown) => step(() => stream.throw(error)),
    [Symbol.asyncIterator]: () => watched,
    async [Symbol.asyncDispose]() {
      await watched.return(undefined)
    },
  }
  return watched
}
