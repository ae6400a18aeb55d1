/** Where the visible file stands, and bringing it up to date now. */
import type { OfficeDesk } from '../desk.ts'
import type { Feature } from './feature.ts'

export const snapshots = {
  status(desk) {
    const state = desk.savedState()
    // Somebody copies the file to a stick, or a scanner reads it: that ends by itself, and then it is written.
    return state.problem === 'FILE_IN_USE' && !state.late ? { ...state, problem: null } : state
  },

  async publishNow(desk) {
    await desk.publishSoonest()
    return desk.savedState()
  },
} satisfies Feature<'snapshots', OfficeDesk>
