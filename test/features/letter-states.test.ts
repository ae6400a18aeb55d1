import { describe, expect, test } from 'vitest'
import type { ProgressLetterView } from '#core/api/letters.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { settings } from '#service/features/settings.ts'
import { caseManagers } from '#service/features/case-managers.ts'
import { letterDues } from '#service/features/letter-dues.ts'
import { letterStates } from '#service/features/letter-states.ts'
import { letters } from '#service/features/letters.ts'
import { participants } from '#service/features/participants.ts'
import { emptyDraft } from '#service/letters/progress-letter.ts'
import { saveLetterLayout } from '#db/letter-templates/commands.ts'
import { prepared } from '#db/prepare.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const complete = { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' }
const open = (role: 'coach' | 'manager' = 'manager') => openTestOffice({ role, office: complete })

function inTrajectory(office: TestOffice) {
  const municipalityId = aMunicipality(office)
  const case_manager_id = aCaseManager(office, { municipality_id: municipalityId })
  const participantId = aParticipant(office)
  const referral_id = aReferral(office, { participant_id: participantId, case_manager_id })
  const trajectoryId = aTrajectory(office, { participant_id: participantId, referral_id })
  return { municipalityId, case_manager_id, participantId, trajectoryId }
}

function aDraft(office: TestOffice) {
  const who = inTrajectory(office)
  return { ...who, ...letters.open(office.ctx, { kind: 'progress', about: who.trajectoryId }) }
}

describe('a colleague looks at it', () => {
  test('asks, gives back with a remark, agrees; who asked cannot agree', () => {
    using office = open()
    const colleague = office.on('2026-11-18', office.addStaff({ name: 'Collega Test' }))
    const { id } = aDraft(office)
    letterStates.askReview(office.ctx, { id })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({
      state: 'review',
      asked: { by: office.staff.id, name: 'Coach Test', on: '2026-11-18' },
      approved: null,
    })
    expect(() => letterStates.approve(office.ctx, { id })).toThrow('LETTER_REVIEW')
    expect(() => letterStates.remark(colleague, { id, remark: ' ' })).toThrow('INVALID')
    letterStates.remark(colleague, { id, remark: ' Noem de datum. ' })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({ state: 'draft', remark: 'Noem de datum.' })
    expect(() => letterStates.approve(colleague, { id })).toThrow('LETTER_REVIEW') // nobody asked
    letterStates.askReview(office.ctx, { id })
    letterStates.approve(colleague, { id })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({
      approved: { name: 'Collega Test', on: '2026-11-18' },
      remark: '',
    })
    letterStates.toDraft(office.ctx, { id })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({ state: 'draft', approved: null })
  })

  test('other words or another addressee make the agreement fall away, the same words do not', () => {
    using office = open()
    const colleague = office.on('2026-11-18', office.addStaff())
    const { id, case_manager_id, municipalityId } = aDraft(office)
    const agree = () => {
      letterStates.askReview(office.ctx, { id })
      letterStates.approve(colleague, { id })
    }
    const approved = () => letterStates.get(office.ctx, { id }).approved
    agree()
    const { draft } = letters.get(office.ctx, { id }) as ProgressLetterView
    letters.saveDraft(office.ctx, { id, kind: 'progress', draft })
    expect(approved()).not.toBeNull()
    const texts = { ...emptyDraft.texts, opening: 'Anders.' }
    letters.saveDraft(office.ctx, { id, kind: 'progress', draft: { ...emptyDraft, texts } })
    expect(approved()).toBeNull()
    agree()
    office.command(() => saveLetterLayout(office.db, id, '{}'))
    expect(approved()).toBeNull()
    office.command(() => saveLetterLayout(office.db, id, null))
    agree()
    const toId = aCaseManager(office, { municipality_id: municipalityId, surname: 'Ander' })
    caseManagers.leave(office.ctx, { id: case_manager_id, toId })
    expect(letters.get(office.ctx, { id })).toMatchObject({ state: 'review' })
    expect(letters.get(office.ctx, { id }).caseManagerName).toContain('Ander')
    expect(approved()).toBeNull()
  })

  test('an office that wants it finalises nothing without; other days make it fall away', async () => {
    using office = open()
    const colleague = office.on('2026-11-18', office.addStaff())
    await settings.saveOffice(office.ctx, { letter_review: true })
    const { trajectoryId } = inTrajectory(office)
    const { id } = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
    await expect(letters.finalise(office.ctx, { id })).rejects.toMatchObject({ code: 'LETTER_REVIEW' })
    letterStates.askReview(office.ctx, { id })
    await expect(letters.finalise(office.ctx, { id })).rejects.toMatchObject({ code: 'LETTER_REVIEW' })
    letterStates.approve(colleague, { id })
    letters.savePeriod(office.ctx, { id, from: '2026-09-01', to: '2026-09-30' })
    await expect(letters.finalise(office.ctx, { id })).rejects.toMatchObject({ code: 'LETTER_REVIEW' })
    letterStates.approve(colleague, { id })
    const { changeSetId } = letterStates.toDraft(office.ctx, { id })
    office.ctx.undo(changeSetId ?? 0)
    expect(prepared(office.db, 'SELECT * FROM letter_number').all()).toEqual([])
  })

  test('the agreement of a letter with a number stays, whatever is undone', async () => {
    using office = open()
    const colleague = office.on('2026-11-18', office.addStaff())
    const { trajectoryId } = inTrajectory(office)
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    letterStates.askReview(office.ctx, { id })
    const { changeSetId } = letterStates.approve(colleague, { id })
    await letters.finalise(office.ctx, { id })
    expect(() => office.ctx.undo(changeSetId ?? 0)).toThrow('LETTER_FINAL')
    expect(() => letterStates.askReview(office.ctx, { id })).toThrow('LETTER_FINAL')
    expect(() => letterStates.toDraft(office.ctx, { id })).toThrow('LETTER_FINAL')
  })
})

describe('a correction', () => {
  test('is a new letter with the same words, which says what it replaces, and takes its place when it is final', async () => {
    using office = open()
    const { id, trajectoryId } = aDraft(office)
    const texts = { ...emptyDraft.texts, opening: 'Het gaat goed.' }
    letters.saveDraft(office.ctx, { id, kind: 'progress', draft: { ...emptyDraft, texts } })
    expect(() => letterStates.replace(office.ctx, { id })).toThrow('NOT_FOUND') // still a draft
    await letters.finalise(office.ctx, { id })
    const before = letters.get(office.ctx, { id })
    const { id: newId } = letterStates.replace(office.ctx, { id })
    expect(letterStates.replace(office.ctx, { id })).toEqual({ id: newId, changeSetId: null })
    const draft = letters.get(office.ctx, { id: newId }) as ProgressLetterView
    expect(draft).toMatchObject({
      state: 'draft',
      period_from: before.period_from,
      period_to: before.period_to,
    })
    expect(draft.draft.texts.opening).toBe('Het gaat goed.')
    expect(composeProgressLetter(draft.facts as unknown as ProgressFacts, 'nl').replaces).toBe(
      'Deze brief vervangt onze brief 2026-0001 van 18\u00a0november\u00a02026.',
    )
    // What is due next is another letter than the correction.
    const later = office.on('2027-01-08')
    expect(letters.due(later)[0]).toMatchObject({ trajectoryId, draftId: null })

    await letters.finalise(office.ctx, { id: newId })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({
      state: 'replaced',
      replacedBy: { id: newId, number: '2026-0002' },
    })
    expect(letterStates.get(office.ctx, { id: newId })).toMatchObject({
      state: 'final',
      replaces: { id, number: '2026-0001', on: '2026-11-18' },
    })
    expect((letters.get(office.ctx, { id }).facts as unknown as ProgressFacts).replaces).toBeUndefined()
    expect(letters.get(office.ctx, { id })).toMatchObject({ number: '2026-0001', facts: before.facts })
    expect(() => letterStates.withdraw(office.ctx, { id, why: 'Toch niet' })).toThrow('NOT_FOUND')
    expect(() => letterStates.replace(office.ctx, { id })).toThrow('NOT_FOUND')
  })
})

describe('withdrawn', () => {
  test('keeps its number and the reason, its time is due again, and it can be put back', async () => {
    using office = open()
    const { id, trajectoryId, participantId } = aDraft(office)
    await letters.finalise(office.ctx, { id })
    letters.markSent(office.ctx, { id, sent_on: '2026-11-18', sent_how: 'post' })
    const dueOn = () => letters.due(office.ctx)[0]?.dueOn
    const listed = () =>
      participants.list(office.ctx, { query: '', stage: null, after: null, limit: 5 }).rows[0]?.next?.on
    expect(dueOn()).toBe('2026-12-25')
    expect(() => letterStates.withdraw(office.ctx, { id, why: '' })).toThrow('INVALID')
    const { changeSetId } = letterStates.withdraw(office.ctx, { id, why: 'Verkeerde persoon' })
    expect(letterStates.get(office.ctx, { id })).toMatchObject({
      state: 'withdrawn',
      withdrawn: { on: '2026-11-18', why: 'Verkeerde persoon' },
    })
    expect(letters.get(office.ctx, { id }).number).toBe('2026-0001')
    expect(dueOn()).toBe('2026-10-04')
    expect(listed()).toBe('2026-10-04')
    expect(participantId).toBeGreaterThan(0)
    office.ctx.undo(changeSetId ?? 0)
    expect(letters.get(office.ctx, { id })).toMatchObject({ state: 'sent', sent_on: '2026-11-18' })
    expect(dueOn()).toBe('2026-12-25')
    expect(letters.open(office.ctx, { kind: 'progress', about: trajectoryId }).id).not.toBe(id)
  })

  test('is not put back beside the letter that took its place', async () => {
    using office = open()
    const { id } = aDraft(office)
    await letters.finalise(office.ctx, { id })
    const { id: newId } = letterStates.replace(office.ctx, { id })
    const { changeSetId } = letterStates.withdraw(office.ctx, { id, why: 'Klopt niet' })
    await letters.finalise(office.ctx, { id: newId })
    expect(() => office.ctx.undo(changeSetId ?? 0)).toThrow('CHANGED_SINCE')
    expect(letterStates.get(office.ctx, { id })).toMatchObject({ state: 'replaced', withdrawn: null })
  })
})

describe('withdrawn while a later one stands', () => {
  test('its days are asked for again, and only those; the later letter and the next one stay as they are', async () => {
    using office = open()
    const { trajectoryId } = inTrajectory(office)
    const write = async (day: string) => {
      const ctx = office.on(day)
      const { id } = letters.open(ctx, { kind: 'progress', about: trajectoryId })
      await letters.finalise(ctx, { id })
      return id
    }
    await write('2026-09-28')
    const middle = await write('2026-10-26')
    await write('2026-11-17')
    const due = () => letters.due(office.ctx)[0]
    const listed = () =>
      participants.list(office.ctx, { query: '', stage: null, after: null, limit: 5 }).rows[0]?.next?.on
    const after = due()
    expect(after?.why).not.toBe('withdrawn')
    const { period_from, period_to } = letters.get(office.ctx, { id: middle })
    const { changeSetId } = letterStates.withdraw(office.ctx, { id: middle, why: 'Verkeerde uren' })
    expect(due()).toMatchObject({ dueOn: period_to, momentOn: period_to, why: 'withdrawn' })
    expect(listed()).toBe(period_to)
    office.ctx.undo(changeSetId ?? 0)
    expect(due()).toEqual(after)

    letterStates.withdraw(office.ctx, { id: middle, why: 'Verkeerde uren' })
    const word = { trajectoryId, momentOn: period_to, why: 'De gemeente vroeg er niet om' }
    letterDues.putOff(office.ctx, { ...word, untilOn: null })
    expect(due()).toEqual(after)
    office.ctx.undo()
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    expect(letters.get(office.ctx, { id })).toMatchObject({ period_from, period_to })
    await letters.finalise(office.ctx, { id })
    expect(due()).toEqual(after)
    expect(listed()).toBe(after?.dueOn)
  })
})

describe('the clock before the newest letter', () => {
  test('is asked about, and the numbers go on without a gap', async () => {
    using office = open()
    await letters.finalise(office.ctx, { id: aDraft(office).id })
    const { trajectoryId } = inTrajectory(office)
    const early = office.on('2026-11-10')
    const { id } = letters.open(early, { kind: 'progress', about: trajectoryId })
    await expect(letters.finalise(early, { id })).rejects.toMatchObject({
      code: 'LETTER_CLOCK',
      data: { clock: '2026-11-10', last: '2026-11-18' },
    })
    expect(letters.get(early, { id }).number).toBeNull()
    expect((await letters.finalise(early, { id, clockIsRight: true })).number).toBe('2026-0002')
    const last = inTrajectory(office)
    const again = letters.open(office.ctx, { kind: 'progress', about: last.trajectoryId })
    expect((await letters.finalise(office.ctx, { id: again.id })).number).toBe('2026-0003') // the same day is no trouble
  })
})

describe('when letters are due', () => {
  test('a municipality has its own rule; the rest follows the office', async () => {
    using office = open()
    const own = inTrajectory(office)
    const other = inTrajectory(office)
    await settings.saveOffice(office.ctx, { letter_first_weeks: 4 })
    const due = () => new Map(letters.due(office.ctx).map((letter) => [letter.trajectoryId, letter.dueOn]))
    expect(due().get(own.trajectoryId)).toBe('2026-09-20')
    const { changeSetId } = letterDues.saveRule(office.ctx, {
      id: own.municipalityId,
      rule: { first_weeks: 8, interval_weeks: 13, before_end_weeks: null },
    })
    expect(due().get(own.trajectoryId)).toBe('2026-10-18')
    expect(due().get(other.trajectoryId)).toBe('2026-09-20')
    expect(letterDues.rule(office.ctx, { id: own.municipalityId })).toEqual({
      rule: { first_weeks: 8, interval_weeks: 13, before_end_weeks: null },
      office: { first_weeks: 4, interval_weeks: 6, before_end_weeks: 2 },
    })
    office.ctx.undo(changeSetId ?? 0)
    expect(due().get(own.trajectoryId)).toBe('2026-09-20')
  })

  test('a letter is put off, is not needed, and both are undone', () => {
    using office = open()
    const { trajectoryId } = inTrajectory(office)
    const due = () => letters.due(office.ctx)[0]
    const { momentOn = '', dueOn = '' } = due() ?? {}
    expect(momentOn).toBe(dueOn)
    const word = { trajectoryId, momentOn, why: '' }
    expect(() => letterDues.putOff(office.ctx, { ...word, untilOn: null })).toThrow('INVALID')
    expect(() => letterDues.putOff(office.ctx, { ...word, untilOn: '2026-11-18' })).toThrow('INVALID')
    const later = letterDues.putOff(office.ctx, { ...word, untilOn: '2026-12-01' })
    expect(due()).toMatchObject({ momentOn, dueOn: '2026-12-01' })
    letterDues.putOff(office.ctx, { ...word, untilOn: null, why: 'De gemeente vroeg er niet om' })
    expect(due()?.momentOn).toBe('2026-11-15') // six weeks after the one that is not needed
    expect(() => letterDues.putOff(office.ctx, { ...word, untilOn: '2026-12-02' })).toThrow('NOT_FOUND')
    office.ctx.undo()
    expect(due()?.dueOn).toBe('2026-12-01')
    office.ctx.undo(later.changeSetId ?? 0)
    expect(due()?.dueOn).toBe(dueOn)
  })
})
