import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveEverything } from '../../renderer/forms/autosaver.ts'
import { createDraftKeeper, draftPauseMs } from '../../renderer/forms/draft-keeper.ts'

/** Keeps as the service would, slowly; `breaks` makes the next call fail. */
function service() {
  const kept: { now: string | null; calls: string[]; breaks: boolean } = {
    now: null,
    calls: [],
    breaks: false,
  }
  const answer = async (what: string, next: string | null): Promise<void> => {
    kept.calls.push(what)
    await new Promise((resolve) => setTimeout(resolve, 50))
    if (kept.breaks) {
      kept.breaks = false
      throw new Error('the line is lost')
    }
    kept.now = next
  }
  const keeper = createDraftKeeper<string>({
    save: (value) => answer(`save ${value}`, value),
    clear: () => answer('clear', null),
  })
  return { kept, keeper }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('unfinished input', () => {
  test('is kept once, within a second of the last key', async () => {
    const { kept, keeper } = service()
    keeper.change('K')
    keeper.change('Ka')
    await vi.advanceTimersByTimeAsync(draftPauseMs + 50)
    expect(kept).toMatchObject({ now: 'Ka', calls: ['save Ka'] })
  })

  test('is gone after saving, also when a save of it was under way', async () => {
    const { kept, keeper } = service()
    keeper.change('Karel')
    await vi.advanceTimersByTimeAsync(draftPauseMs + 10)
    void keeper.clear()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kept).toMatchObject({ now: null, calls: ['save Karel', 'clear'] })
  })

  test('is kept at once when the screen is blanked', async () => {
    const { kept, keeper } = service()
    keeper.change('Karel')
    const done = saveEverything()
    await vi.advanceTimersByTimeAsync(50)
    await done
    expect(kept.now).toBe('Karel')
  })

  test('is tried again by itself, and what was typed since goes before it', async () => {
    const { kept, keeper } = service()
    kept.breaks = true
    keeper.change('Karel')
    await vi.advanceTimersByTimeAsync(draftPauseMs + 60)
    expect(kept.now).toBeNull()
    await vi.advanceTimersByTimeAsync(2_100)
    expect(kept.now).toBe('Karel')
    kept.breaks = true
    keeper.change('Karel V')
    await vi.advanceTimersByTimeAsync(draftPauseMs + 10)
    keeper.change('Karel Vis')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kept.now).toBe('Karel Vis')
    expect(kept.calls.at(-1)).toBe('save Karel Vis')
  })
})
