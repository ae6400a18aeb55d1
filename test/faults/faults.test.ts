import { describe, expect, test } from 'vitest'
import { FragileDisk } from './disk.ts'
import { partNames, runFaults, type PartName } from './faults.ts'
import { chance } from './random.ts'
import { hasCompiler } from './recording.ts'
import { noTally, passes, printTable, type Row } from './table.ts'

/** A small share of `npm run faults`, so that what breaks it shows at once. The counts that prove are there. */
const canRecord = process.platform === 'linux' && hasCompiler()

async function rowsOf(part: PartName, scale: number, flows?: readonly string[]): Promise<Row[]> {
  const seed = Number(process.env['FAULTS_SEED'] ?? 1) // the same each time; `npm run faults` tries others
  const { rows } = await runFaults({ only: [part], scale, seed, ...(flows ? { flows } : {}) })
  return rows
}

function expectAllPass(rows: readonly Row[]): void {
  expect(rows.length).toBeGreaterThan(0)
  const wrong = rows.filter((row) => !passes(row))
  expect(wrong, printTable(wrong)).toEqual([])
}

describe.skipIf(!canRecord)('with the recorder (Linux, gcc: Debian package build-essential)', () => {
  test('known mistakes lose: WAL with NORMAL, no journal on the disk, a rename before the flush', async () => {
    const rows = await rowsOf('mistakes', 0.001)
    expectAllPass(rows)
    expect(rows.every(({ tally }) => tally.ok < tally.count)).toBe(true)
  }, 1_200_000)

  test('power cuts: nothing that was answered is lost', async () => {
    expectAllPass(await rowsOf('cuts', 0.001, ['attendance', 'restore']))
  }, 1_200_000)

  test('failing calls: nothing is lost, nothing is told that is not so', async () => {
    expectAllPass(await rowsOf('io', 0.008, ['publish']))
  }, 1_200_000)
})

test.each(['seam', 'badFiles', 'lockouts'] as const)(
  '%s',
  async (part) => {
    expectAllPass(await rowsOf(part, 0.001))
  },
  1_200_000,
)

test('kills, and nothing in the clear after them', async () => {
  expectAllPass(await rowsOf('kills', 0.001, ['rotate', 'batch']))
}, 1_200_000)

describe('the disk under which the power goes', () => {
  const root = '/office'
  const before = { names: new Map(), files: new Map(), folders: new Set([root]) }
  const file = 1
  const make = [{ kind: 'names', set: [[`${root}/a`, file]] }] as const
  const write = { kind: 'write', file, offset: 0, data: Buffer.alloc(2048, 1) } as const

  /** What can be found after the changes, over many cuts. */
  function found(
    model: 'harsh' | 'windows',
    changes: readonly Parameters<FragileDisk['take']>[0][],
  ): Set<string> {
    const results = new Set<string>()
    for (let seed = 1; seed < 300; seed += 1) {
      const disk = new FragileDisk(before, model)
      for (const change of changes) disk.take(change)
      const { names, content } = disk.cut(chance(seed))
      const id = names.get(`${root}/a`)
      const bytes = id === undefined ? null : content(id)
      results.add(
        bytes === null ? 'gone' : bytes.every((b) => b === 1) && bytes.length === 2048 ? 'whole' : 'torn',
      )
    }
    return results
  }

  test('what was not flushed may be gone, whole or torn', () => {
    expect(found('harsh', [...make, write])).toEqual(new Set(['gone', 'whole', 'torn']))
  })

  test('a flushed file is whole, but its name needs its folder flushed where names have no order', () => {
    const flushed = [...make, write, { kind: 'sync', file }] as const
    expect(found('harsh', flushed)).toEqual(new Set(['gone', 'whole']))
    expect(found('windows', flushed)).toEqual(new Set(['whole']))
    expect(found('harsh', [...flushed, { kind: 'syncFolder', folder: root }])).toEqual(new Set(['whole']))
  })
})

describe('the table', () => {
  const tally = (count: number, ok: number) => ({ ...noTally(), count, ok, lost: count - ok })

  test('a line that did nothing, or lost something, falls short; a mistake that was not found does too', () => {
    expect(passes({ what: 'a', tally: tally(0, 0) })).toBe(false)
    expect(passes({ what: 'a', tally: tally(9, 8) })).toBe(false)
    expect(passes({ what: 'a', tally: tally(9, 9) })).toBe(true)
    expect(passes({ what: 'a', tally: tally(9, 9), least: 10 })).toBe(false)
    expect(passes({ what: 'a', tally: tally(9, 9), mustFail: true })).toBe(false)
    expect(passes({ what: 'a', tally: tally(9, 8), mustFail: true })).toBe(true)
    expect(printTable([{ what: 'a', tally: tally(9, 8) }])).toContain('FAILED')
  })

  test('every part has a name that --only takes', () => {
    expect(partNames).toContain('cuts')
    expect(new Set(partNames).size).toBe(partNames.length)
  })
})
