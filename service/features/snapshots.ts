/** Where the visible file stands, and bringing it up to date now. */
import type { OfficeDesk } from '../desk.ts'
import type { Feature } from './feature.ts'

export const snapshots = {
  status: (desk) => desk.savedState(),

  async publishNow(desk) {
    await desk.publishSoonest()
    return desk.savedState()
  },
} satisfies Feature<'snapshots', OfficeDesk>
