/** Opening the office: what the window shows first, signing in and out, undo. */
import type { OfficeDesk } from '../desk.ts'
import { assertMayUndo } from '../keeping/roles.ts'
import type { Feature } from './feature.ts'

export const app = {
  state: (desk) => desk.state(),

  async signIn(desk, { staffId, password }) {
    await desk.signIn(staffId, password)
    return { ok: true as const }
  },

  async signOut(desk) {
    await desk.signOut()
    return { ok: true as const }
  },

  undo(desk, { changeSetId }) {
    return desk.withOffice((ctx) => {
      assertMayUndo(ctx, changeSetId)
      return ctx.undo(changeSetId)
    })
  },
} satisfies Feature<'app', OfficeDesk>
