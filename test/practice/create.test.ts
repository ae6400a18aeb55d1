import { expect, test } from 'vitest'
import { newPc, start } from '../service/harness.ts'

test(
  'a practice office makes itself, opens by itself, and has work for today',
  { timeout: 90_000 },
  async () => {
    const pc = newPc()
    const { server, client } = start(pc, { practice: true })
    expect(await server.ready()).toEqual({ state: 'ready' })
    const state = await client.app.state()
    expect(state).toMatchObject({ state: 'open', practice: true, officeName: 'Werkplaats De Linde' })
    expect(state.me?.name).toBe('Annemiek Jansen')
    const page = await client.today.get()
    expect(page.coming.length).toBeGreaterThan(5)
    expect(page.unfilled.map((one) => one.cells)).toEqual([2])
    expect(page.aftercareDue.length).toBeGreaterThan(0)
    const due = page.lettersDue.filter((one) => one.dueOn <= page.today)
    expect(due.filter((one) => one.draftId !== null).length).toBeGreaterThan(3)
    expect(due.filter((one) => one.draftId === null).length).toBeGreaterThan(0)
    const board = await client.placements.board()
    expect(new Set(board.map((one) => one.stage)).size).toBeGreaterThanOrEqual(4)
    expect((await client.letters.register({ query: '', state: 'sent' })).length).toBeGreaterThan(20)
  },
)
