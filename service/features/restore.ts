/** The restore wizard: also without an opened office, which is when it is needed most. */
import type { OfficeDesk } from '../desk.ts'
import type { Feature } from './feature.ts'

export const restore = {
  async chooseFile(desk) {
    return { path: (await desk.host.chooseFile?.()) ?? null }
  },

  offered: (desk) => desk.inspection.offered(),

  inspect: (desk, input) => desk.inspection.inspect(input),

  apply: (desk, input) => desk.restore.apply(input),

  async undo(desk) {
    await desk.restore.undo()
    return { ok: true as const }
  },

  keepOurs: (desk) => desk.withOffice(() => desk.restore.keepOurs()),
} satisfies Feature<'restore', OfficeDesk>
