/** A bar per step on a terminal, and plain lines where the output is a file. */
import type { PracticeStep } from '#service/practice/found.ts'

export type DemoStep = PracticeStep | 'today'

const words: Record<DemoStep, string> = {
  people: 'Deelnemers',
  letters: 'Eerdere brieven',
  today: 'Brieven van vandaag',
  copy: 'Bestand',
}
const barWidth = 30

export interface Progress {
  step(step: DemoStep, done: number, total: number): void
  /** Milliseconds of each step so far, and of all. */
  timings(): Record<string, number>
  /** Ends the bar; what to print as the last line. */
  done(out: string): string
  /** Ends a half-drawn bar before an error. */
  stop(): void
}

export function createProgress(output: NodeJS.WriteStream = process.stderr): Progress {
  const began = performance.now()
  const timings: Record<string, number> = {}
  let last: DemoStep | null = null
  let stepBegan = began
  let shown = -1
  let open = false

  function finishStep(): void {
    if (last !== null) timings[last] = Math.round(performance.now() - stepBegan)
    if (open) output.write('\n')
    open = false
  }

  return {
    step(step, done, total) {
      if (step !== last) {
        finishStep()
        stepBegan = last === null ? began : performance.now()
        last = step
        shown = -1
      }
      const part = total === 0 ? 1 : done / total
      const cells = Math.floor(part * barWidth)
      if (cells === shown && done < total) return
      shown = cells
      const name = words[step].padEnd(20)
      if (output.isTTY) {
        output.write(`\r${name} [${'#'.repeat(cells).padEnd(barWidth, '.')}] ${done}/${total}`)
        open = true
      } else if (done === total) output.write(`${name} ${done}/${total}\n`)
      if (done === total) timings[step] = Math.round(performance.now() - stepBegan)
    },
    timings: () => ({ ...timings, all: Math.round(performance.now() - began) }),
    done(out) {
      finishStep()
      return `Klaar in ${((performance.now() - began) / 1000).toFixed(1)} s: ${out}`
    },
    stop: finishStep,
  }
}
