/** First start. Until `finish` nothing is stored: the code and what was typed are in memory only. */
import type { FieldError } from '#core/api/errors.ts'
import { groupsRight, parseCode } from '#db/keys/recovery-code.ts'
import type { OfficeDesk } from '../desk.ts'
import { cloudOf } from '../keeping/cloud.ts'
import { recoverySheet } from '../letters/recovery-sheet.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'
import { checkOffice, checkStaff } from './settings.ts'

export const setup = {
  checkFolder(desk, { folder }) {
    desk.assertNotSetUp()
    const found = desk.checkFolder(folder)
    return { ...found, cloud: cloudOf(found.folder, process.env) }
  },

  async chooseFolder(desk) {
    return { folder: desk.host.canChooseFolder ? await desk.host.chooseFolder() : null }
  },

  async begin(desk, { officeName }) {
    desk.assertNotSetUp()
    const { code, keyId } = desk.newCode()
    const sheet = await recoverySheet({
      code,
      keyId,
      officeName: officeName.trim(),
      madeOn: desk.clock.today(),
    })
    return { code, keyId, sheet: Buffer.from(sheet).toString('base64') }
  },

  checkCode(desk, { typed }) {
    const right = groupsRight(desk.codeOnSheet(), typed)
    return { groupsRight: right, complete: right === 7 }
  },

  async finish(desk, input) {
    desk.assertNotSetUp()
    const { fields: office, problems } = checkOffice(input.office)
    const staff = { ...input.staff, name: input.staff.name.trim() }
    const errors: FieldError[] = [
      ...problems.map(({ field, problem }) => ({ field: `office.${field}`, problem })),
      ...checkStaff(staff).map(({ field, problem }) => ({ field: `staff.${field}`, problem })),
      ...checkTyped(desk.codeOnSheet(), input.typedCode),
    ]
    if (errors.length > 0) throw invalid(errors)
    const { folder } = desk.checkFolder(input.folder)
    await desk.found({ folder, code: desk.codeOnSheet(), office, staff })
    return { ok: true as const }
  },
} satisfies Feature<'setup', OfficeDesk>

function checkTyped(code: string, typed: string): FieldError[] {
  const parsed = parseCode(typed)
  if (!parsed.ok) return [{ field: 'typedCode', problem: typed.trim() === '' ? 'required' : parsed.problem }]
  return parsed.value === code ? [] : [{ field: 'typedCode', problem: 'code_mismatch' }]
}
