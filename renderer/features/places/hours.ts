/** Hours as people type them ("7,5", "7.5", "7:30", "8 uur") and the whole minutes that are stored. */
import { formatHours } from '#core/attendance/totals.ts'
import type { FieldProblem } from '#core/api/errors.ts'

const mostMinutes = 60 * 60

export function shownHours(minutes: number | null, lang: 'nl' | 'en'): string {
  return minutes === null ? '' : formatHours(minutes, lang)
}

/** Empty is null: not agreed yet. */
export function parseHours(
  text: string,
): { ok: true; value: number | null } | { ok: false; problem: FieldProblem } {
  const typed = text.trim().replace(/\s*\p{L}+\.?$/u, '')
  if (typed === '') return { ok: true, value: null }
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(typed)
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : /^\d{1,2}(?:[.,]\d{1,2})?$/.test(typed)
      ? Math.round(Number(typed.replace(',', '.')) * 60)
      : -1
  return minutes < 0 || minutes > mostMinutes
    ? { ok: false, problem: 'number_range' }
    : { ok: true, value: minutes }
}
