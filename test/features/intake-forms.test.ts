import { describe, expect, test } from 'vitest'
import { noChanges } from '#core/intake/form.ts'
import { prepared } from '#db/prepare.ts'
import { intakeForms } from '#service/features/intake-forms.ts'
import { intakes } from '#service/features/intakes.ts'
import { assertAllowed } from '#service/keeping/roles.ts'
import { aParticipant, openTestOffice } from '../builders/index.ts'
import { anOwnQuestion, ownForm } from '../papers/example.ts'

describe("the office's form", () => {
  test('a saved form is a new version; intakes that run keep theirs', () => {
    using office = openTestOffice()
    expect(intakeForms.current(office.ctx)).toMatchObject({ id: null, nextOwn: 1, versions: [] })
    const first = intakes.start(office.ctx, { participantId: aParticipant(office) })
    const { id } = intakeForms.save(office.ctx, { basedOn: null, changes: ownForm })
    const second = intakes.start(office.ctx, { participantId: aParticipant(office, { surname: 'Tweede' }) })
    expect(intakes.get(office.ctx, first)).toMatchObject({ form_id: null, form: { code: '2' } })
    expect(intakes.get(office.ctx, second)).toMatchObject({ form_id: id, form: { code: `2.${id}` } })
    expect(intakeForms.current(office.ctx)).toMatchObject({
      id,
      nextOwn: 11,
      changes: ownForm,
      versions: [{ id, code: `2.${id}`, made_on: '2026-11-18', staffName: 'Coach Test', intakes: 1 }],
    })
  })

  test('an answer to an own question is kept, and shown when a later form has it no more', () => {
    using office = openTestOffice()
    const { id: form } = intakeForms.save(office.ctx, { basedOn: null, changes: ownForm })
    const participantId = aParticipant(office)
    const { id } = intakes.start(office.ctx, { participantId })
    intakes.saveAnswer(office.ctx, { id, answer: { question: 'own_1', value: '42', noAnswer: null } })
    intakeForms.save(office.ctx, { basedOn: form, changes: { ...noChanges, own: [] } })
    const again = intakes.get(office.ctx, { id })
    expect(again.answers).toContainEqual({ question: 'own_1', value: '42', noAnswer: null })
    expect(again.form.ownWords['own_1']?.question).toBe('Welke maat werkschoenen heeft u?')
  })

  test('saving what is there already makes no version; from an older one is refused; undo takes it back', () => {
    using office = openTestOffice()
    expect(intakeForms.save(office.ctx, { basedOn: null, changes: noChanges })).toEqual({
      id: null,
      changeSetId: null,
    })
    const { id, changeSetId } = intakeForms.save(office.ctx, { basedOn: null, changes: ownForm })
    expect(() => intakeForms.save(office.ctx, { basedOn: null, changes: noChanges })).toThrow(
      expect.objectContaining({ code: 'CHANGED_SINCE' }),
    )
    expect(intakeForms.current(office.ctx).id).toBe(id)
    office.ctx.undo(changeSetId ?? 0)
    expect(intakeForms.current(office.ctx).id).toBeNull()
  })

  test('what is wrong is named, and nothing is kept', () => {
    using office = openTestOffice()
    const changes = { ...noChanges, own: [anOwnQuestion(1, { question: '  ' })] }
    expect(() => intakeForms.save(office.ctx, { basedOn: null, changes })).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    )
    expect(intakeForms.current(office.ctx).versions).toEqual([])
  })

  test('is a manager’s', () => {
    using office = openTestOffice({ role: 'coach' })
    expect(() => assertAllowed('intakeForms.save', office.ctx)).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    )
    expect(() => assertAllowed('intakeForms.printBlank', office.ctx)).not.toThrow()
  })

  test('a version never changes', () => {
    using office = openTestOffice()
    intakeForms.save(office.ctx, { basedOn: null, changes: ownForm })
    expect(() =>
      office.command(() => prepared(office.db, "UPDATE intake_form SET changes = '{}'").run()),
    ).toThrow(/never changes/)
  })
})
