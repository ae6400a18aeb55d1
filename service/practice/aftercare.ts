/** What came after: the moments on which the office asked how somebody does, and whom it may ask. */
import { aftercareMonths } from '#core/aftercare/moments.ts'
import type { Outflow } from '#core/api/fields.ts'
import { addDays, addMonths, daysBetween } from '#core/calendar/dates.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { Random } from './random.ts'
import { aftercareRemarks, movedOnTo } from './texts/places.ts'

type Attempt = Omit<PracticeRows['aftercare_attempt'], 'id' | 'aftercare_id' | 'staff_id'>
export interface MomentDraft {
  moment: Omit<PracticeRows['aftercare'], 'id' | 'participant_id' | 'trajectory_id'>
  attempts: Attempt[]
}

/** All moments after the end; those of more than a few weeks ago have taken place. */
export function makeAftercare(
  of: { ended_on: string; today: string; outflow: Outflow; placeEndedOn: string | null },
  random: Random,
): MomentDraft[] {
  const withPlace = of.outflow !== 'returned' && of.outflow !== 'moved' && of.outflow !== 'other'
  return aftercareMonths.map((month) => {
    const due_on = addMonths(of.ended_on, month)
    const overdue = daysBetween(due_on, of.today)
    const open = {
      month,
      due_on,
      done_on: null,
      try_on: null,
      outcome: null,
      benefit_ended: null,
      moved_on_to: '',
      remark: '',
    }
    if (overdue < 3) return { moment: open, attempts: [] }
    if (overdue < 21 && random.chance(0.6)) {
      const tries = random.int(0, 2)
      const attempts = triedFrom(due_on, tries, random).filter((one) => one.tried_on < of.today)
      const last = attempts.at(-1)
      return { moment: { ...open, try_on: last ? addDays(last.tried_on, 7) : null }, attempts }
    }
    const done_on = addDays(due_on, random.int(0, Math.min(12, overdue - 1)))
    const stillThere = withPlace && (of.placeEndedOn === null || of.placeEndedOn > done_on)
    const outcome = random.chance(0.12)
      ? 'not_reached'
      : stillThere
        ? 'still_there'
        : withPlace && random.chance(0.4)
          ? 'moved_on'
          : 'stopped'
    const working = outcome === 'still_there' && (of.outflow === 'job' || of.outflow === 'job_subsidised')
    const reached = outcome === 'not_reached' ? 0 : 1
    const before = triedFrom(due_on, random.int(0, 1), random).filter((one) => one.tried_on < done_on)
    return {
      moment: {
        ...open,
        done_on,
        outcome,
        benefit_ended: reached === 0 ? 'unknown' : working ? random.pick(['yes', 'partly'] as const) : 'no',
        moved_on_to: outcome === 'moved_on' ? random.pick(movedOnTo) : '',
        remark: reached === 0 ? '' : random.pick(aftercareRemarks),
      },
      attempts: [...before, { tried_on: done_on, how: random.pick(ways), reached }],
    }
  })
}

const ways = ['phone', 'phone', 'phone', 'whatsapp', 'visit'] as const

/** Nobody answered, a few days apart. */
function triedFrom(due_on: string, count: number, random: Random): Attempt[] {
  return Array.from({ length: count }, (_, n) => ({
    tried_on: addDays(due_on, n * 4),
    how: random.pick(ways),
    reached: 0,
  }))
}

/** Most people say yes at the end; a few take it back, and of a few nobody asked. */
export function askPermission(
  of: { participant_id: number; ended_on: string; today: string },
  random: Random,
): Omit<PracticeRows['permission'], 'id'>[] {
  if (random.chance(0.08)) return []
  const given_on = addDays(of.ended_on, -random.int(1, 14))
  const back = addDays(of.ended_on, random.int(40, 200))
  const withdrawn_on = random.chance(0.06) && back < of.today ? back : null
  return [{ participant_id: of.participant_id, kind: 'aftercare', given_on, withdrawn_on }]
}
