/** The office's own details, who works there, and when it is closed. */
import type { Office } from '#core/api/app.ts'
import type { FieldError } from '#core/api/errors.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { normalisePostcode } from '#core/fields/postcode.ts'
import { CommandError } from '#db/errors.ts'
import { createStaff, saveOffice, setActive, setRole } from '#db/office/commands.ts'
import { findStaff, listStaff, readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { closures } from './closures.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

/** Long enough against guessing on a stolen PC, where scrypt makes each guess cost a second. */
export const shortestPassword = 8

export const settings = {
  office: (ctx) => readOffice(ctx.db),

  async saveOffice(ctx, input) {
    const { fields, problems } = checkOffice(input)
    if (problems.length > 0) throw invalid(problems)
    ctx.command('settings.saveOffice', () => saveOffice(ctx.db, fields))
    await ctx.access.rename(readOffice(ctx.db))
    return { ok: true as const }
  },

  staff: (ctx) => listStaff(ctx.db),

  async addStaff(ctx, input) {
    const name = input.name.trim()
    const problems = checkStaff({ name, password: input.password })
    const known = listStaff(ctx.db).find((other) => other.active && sameName(other.name, name))
    // Somebody without a password on this PC (a new PC, or a save that was cut off) gets one.
    if (known !== undefined && ctx.access.has(known.id))
      problems.push({ field: 'name', problem: 'name_taken' })
    if (problems.length > 0) throw invalid(problems)

    const slot = await ctx.access.prepare(input.password)
    if (known !== undefined) {
      await slot.put({ id: known.id, name: known.name })
      return { id: known.id }
    }
    const row = { name, function_title: input.function_title.trim(), role: input.role }
    const { result: id, changeSetId } = ctx.command('settings.addStaff', () =>
      createStaff(ctx.db, row, ctx.today),
    )
    try {
      await slot.put({ id, name })
    } catch (error) {
      if (changeSetId !== null) ctx.undo(changeSetId)
      throw error
    }
    return { id }
  },

  /**
   * Somebody leaves: their password opens nothing any more, and what they had not finished goes. Twice is no harm,
   * so that a removal that was cut off can be finished.
   */
  async removeStaff(ctx, { id }) {
    const person = found(findStaff(ctx.db, id))
    assertManagerLeft(ctx, id)
    if (id === ctx.staff.id) throw new CommandError('FORBIDDEN') // a colleague does that
    if (person.active) ctx.command('settings.removeStaff', () => setActive(ctx.db, id, false))
    await ctx.access.remove(id)
    ctx.drafts.clearAll(id)
    return { ok: true as const }
  },

  setRole(ctx, { id, role }) {
    const person = found(findStaff(ctx.db, id))
    if (!person.active) throw new CommandError('NOT_FOUND')
    if (role !== 'manager') assertManagerLeft(ctx, id)
    const { changeSetId } = ctx.command('settings.setRole', () => setRole(ctx.db, id, role))
    return { changeSetId }
  },

  ...closures,
} satisfies Feature<'settings'>

/** One manager must stay who can sign in on this PC. @throws CommandError LAST_MANAGER. */
function assertManagerLeft(ctx: OfficeContext, without: number): void {
  const left = listStaff(ctx.db).some(
    ({ id, role, active }) => id !== without && role === 'manager' && active && ctx.access.has(id),
  )
  if (!left) throw new CommandError('LAST_MANAGER')
}

const sameName = (a: string, b: string) =>
  a.trim().toLocaleLowerCase('nl') === b.trim().toLocaleLowerCase('nl')

/** The details as they will be stored, and what is wrong with them; `fields` is of use only without problems. */
export function checkOffice<T extends { [K in keyof Office]?: Office[K] | undefined }>(
  input: T,
): { fields: T; problems: FieldError[] } {
  const fields = { ...input }
  const problems: FieldError[] = []
  for (const key of Object.keys(fields) as (keyof Office)[]) {
    const value = fields[key]
    if (typeof value === 'string') Object.assign(fields, { [key]: value.trim() })
  }
  for (const key of ['name', 'case_manager_word'] as const)
    if (fields[key] === '') problems.push({ field: key, problem: 'required' })
  if (fields.postcode) {
    const postcode = normalisePostcode(fields.postcode)
    if (postcode.ok) fields.postcode = postcode.value
    else problems.push({ field: 'postcode', problem: postcode.problem })
  }
  if (fields.phone) {
    const phone = normalisePhone(fields.phone)
    if (phone.ok) fields.phone = phone.value
    else problems.push({ field: 'phone', problem: phone.problem })
  }
  return { fields, problems }
}

/** @param staff.name trimmed. */
export function checkStaff(staff: { name: string; password: string }): FieldError[] {
  const problems: FieldError[] = []
  if (staff.name === '') problems.push({ field: 'name', problem: 'required' })
  if (staff.password.length < shortestPassword)
    problems.push({ field: 'password', problem: 'password_too_short' })
  return problems
}
