/** All that reports count of people in a range of ids. */
import type { Facts } from '#core/figures/facts.ts'
import type { ReadableDb } from '../database.ts'
import { readGrowth } from './growth.ts'
import { readMonths } from './hours.ts'
import { readIntakes, readMoments, readPlacements, readReferrals, readTrajectories } from './people.ts'
import { readLetters } from './work.ts'

/** People by their ids, both included. */
export interface IdRange {
  readonly first: number
  readonly last: number
}

export function readFacts(db: ReadableDb, range: IdRange): Facts {
  return {
    referrals: readReferrals(db, range),
    intakes: readIntakes(db, range),
    trajectories: readTrajectories(db, range),
    placements: readPlacements(db, range),
    letters: readLetters(db, range),
    moments: readMoments(db, range),
    growth: readGrowth(db, range),
    months: readMonths(db, range),
  }
}
