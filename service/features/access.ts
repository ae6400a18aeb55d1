/** Passwords, the recovery code, and after how long the screen is blanked. Some of it works at the lock screen. */
import { CommandError } from '#db/errors.ts'
import { findStaff } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import type { OfficeDesk } from '../desk.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'
import { shortestPassword } from './settings.ts'

export const access = {
  peopleWithCode: (desk, { typedCode }) => desk.codes.peopleWithCode(typedCode),

  async resetWithCode(desk, { typedCode, staffId, password }) {
    requireLong(password)
    await desk.codes.resetWithCode(typedCode, staffId, password)
    return { ok: true as const }
  },

  changePassword(desk, input) {
    return desk.withOffice(async (ctx) => {
      const { id, name } = await personToChange(ctx, input)
      requireLong(input.password)
      await desk.codes.changePassword({ id, name }, input.password)
      return { ok: true as const }
    })
  },

  codeCheck: (desk) => desk.withOffice(() => desk.codes.state()),

  checkCode: (desk, { typedCode }) =>
    desk.withOffice(async () => ({ right: await desk.codes.check(typedCode) })),

  printSheet: (desk, { password }) =>
    desk.withOffice(async () => ({ sheet: await desk.codes.sheet(password) })),

  beginRotate: (desk, { password }) => desk.withOffice(() => desk.codes.beginRotate(password)),

  /** Not counted as a call in the office: it closes it. */
  async finishRotate(desk, { typedCode, password }) {
    return { withoutPassword: await desk.codes.finishRotate(typedCode, password) }
  },

  lockSettings: (desk) => desk.withOffice(() => ({ minutes: desk.state().lockMinutes })),

  saveLockSettings: (desk, { minutes }) =>
    desk.withOffice(() => {
      const place = desk.door.place()
      if (place === null) throw new CommandError('NOT_SET_UP')
      desk.door.putPlace({ ...place, lockMinutes: minutes })
      return { ok: true as const }
    }),
} satisfies Feature<'access', OfficeDesk>

/** One's own password needs the old one, whatever one's role: the screen may have been left open. */
async function personToChange(
  ctx: OfficeContext,
  { staffId, oldPassword }: { staffId: number; oldPassword: string | null },
): Promise<{ id: number; name: string }> {
  if (staffId === ctx.staff.id) {
    if (!oldPassword) throw invalid('oldPassword', 'required')
    if (!(await ctx.access.isPassword(oldPassword))) throw invalid('oldPassword', 'wrong_password')
    return ctx.staff
  }
  if (ctx.staff.role !== 'manager') throw new CommandError('FORBIDDEN')
  const person = found(findStaff(ctx.db, staffId))
  if (!person.active) throw new CommandError('NOT_FOUND')
  return person
}

function requireLong(password: string): void {
  if (password.length < shortestPassword) throw invalid('password', 'password_too_short')
}
