/** When the office asks how somebody does after a trajectory, and how such a moment stands. */
import type { Aftercare, AftercareContact, AftercareState } from '../api/aftercare.ts'

/** Months after the end on which a moment is made by itself. */
export const aftercareMonths = [1, 3, 6, 12, 18] as const

/** As far as a moment can lie after the end, in months: as table `aftercare` has it. */
export const mostAftercareMonths = 36

/** After so many tries the screen asks whether to go on. Only a person ends it. */
export const triesBeforeAsking = 3

type Moment = Pick<Aftercare, 'due_on' | 'try_on' | 'done_on' | 'dropped_on'>

/** The day on which it is asked, or asked again. */
export const askedOn = ({ due_on, try_on }: Pick<Moment, 'due_on' | 'try_on'>): string => try_on ?? due_on

/**
 * - done: something was written down, also that somebody was not reached and nobody tries any more
 * - dropped: somebody decided that it is not asked, and why
 * - waiting: the trajectory goes on again; the moment moves along with its end
 * - blocked: the person took back that they may be asked, or died
 * - ask: nobody knows yet whether the person may be asked
 * - due: today or earlier; coming: later
 */
export function stateOf(
  moment: Moment,
  around: { trajectoryEnded: boolean; contact: AftercareContact; today: string },
): AftercareState {
  if (moment.done_on !== null) return 'done'
  if (moment.dropped_on !== null) return 'dropped'
  if (!around.trajectoryEnded) return 'waiting'
  if (around.contact === 'withdrawn' || around.contact === 'deceased') return 'blocked'
  if (around.contact === 'not_asked') return 'ask'
  return askedOn(moment) <= around.today ? 'due' : 'coming'
}

/** Which states a tab of the list shows. */
export const statesOfView: Readonly<
  Record<'due' | 'coming' | 'ask' | 'stopped' | 'done' | 'all', readonly AftercareState[]>
> = {
  due: ['due'],
  coming: ['coming'],
  ask: ['ask'],
  stopped: ['blocked', 'dropped'],
  done: ['done'],
  all: ['due', 'coming', 'ask', 'blocked', 'dropped', 'waiting', 'done'],
}
