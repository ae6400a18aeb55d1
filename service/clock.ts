/** The office's time. The PC's own time zone decides which day it is: that is the day on the wall. */
export interface Clock {
  /** `YYYY-MM-DD`. */
  today(): string
  /** `YYYY-MM-DDTHH:MM:SSZ`, UTC. */
  now(): string
  /** `YYYY-MM-DD HH.MM.SS` on the wall, for the names of files. */
  stamp(): string
}

/** @param read the moment now; a fixed or shifted one in the practice office and in tests. */
export function createClock(read: () => Date = () => new Date()): Clock {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return {
    today: () => day(read()),
    now: () => `${read().toISOString().slice(0, 19)}Z`,
    stamp() {
      const at = read()
      return `${day(at)} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`
    },
  }
}

/** The time of day goes on, the date stays: for a practice office whose data belong to one day. */
export function clockOn(today: string): () => Date {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  return () => {
    const at = new Date()
    at.setFullYear(year, month - 1, day)
    return at
  }
}
