import { describe, expect, it } from 'vitest'
import { MOST_LINES, MOST_SHELL_LINES, thickShell, tooLong } from './rules/size.ts'
import { readSources, rooms } from './sources.ts'

const ofLines = (path: string, count: number) => ({ path, text: 'const a = 1\n'.repeat(count) })

describe('small files', () => {
  it('holds for every source file', () => {
    expect(tooLong(readSources([...rooms, 'build']))).toEqual([])
  })

  it('holds for the shell as a whole', () => {
    expect(thickShell(readSources(['electron']))).toEqual([])
  })

  it('catches a file that is one line too long, and no shorter one', () => {
    expect(tooLong([ofLines('core/names/a.ts', MOST_LINES + 1)])).toHaveLength(1)
    expect(tooLong([ofLines('core/names/a.ts', MOST_LINES)])).toEqual([])
  })

  it('catches a shell that grew in many small files', () => {
    const half = MOST_SHELL_LINES / 2
    expect(thickShell([ofLines('electron/a.ts', half), ofLines('electron/b.ts', half)])).toHaveLength(1)
    expect(thickShell([ofLines('electron/a.ts', half), ofLines('electron/b.ts', half - 1)])).toEqual([])
  })
})
