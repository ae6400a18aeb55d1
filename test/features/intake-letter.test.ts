import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/api/intake.ts'
import type { IntakeLetterView } from '#core/api/letters.ts'
import type { IntakeFacts } from '#core/letters/facts.ts'
import { missingForFinish, definition } from '#core/intake/definition.ts'
import type { CommandError } from '#db/errors.ts'
import { intakes } from '#service/features/intakes.ts'
import { emptyDraft } from '#service/letters/progress-letter.ts'
import { letters } from '#service/features/letters.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'

const completeOffice = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

const given: Record<string, Answer['value']> = {
  own_goal: 'Ik wil in een keuken werken.',
  dream_job: 'kok',
  sectors: ['catering'],
  advice: 'workshop',
  advice_fits: 'partly',
  advice_differs: 'Eerst wennen aan vaste dagen.',
  what_is_needed: 'Een fiets.',
  participant_agrees: 'Dat is goed.',
  goals: [{ what: 'Op tijd komen', how: 'vier weken achter elkaar', when: 'voor mei' }],
  // What must stay in the house.
  summary: 'GEHEIM-samenvatting',
  work_agreements: 'GEHEIM-gezondheid',
  children_ages: 'GEHEIM-thuis',
  helpers: 'GEHEIM-hulp',
}

function anAnsweredIntake(office: TestOffice, { referral = true } = {}) {
  const participantId = aParticipant(office)
  const municipality_id = aMunicipality(office)
  if (referral)
    aReferral(office, {
      participant_id: participantId,
      case_manager_id: aCaseManager(office, { municipality_id }),
      client_number: 'CL-7',
    })
  const { id } = intakes.start(office.ctx, { participantId })
  for (const [question, value] of Object.entries(given))
    intakes.saveAnswer(office.ctx, { id, answer: { question, value, noAnswer: null } })
  return { participantId, intakeId: id }
}

function finish(office: TestOffice, id: number): void {
  const { form, answers } = intakes.get(office.ctx, { id })
  for (const { question } of missingForFinish(form, answers))
    intakes.saveAnswer(office.ctx, { id, answer: { question, value: null, noAnswer: 'unknown' } })
  intakes.finish(office.ctx, { id })
}

const viewOf = (office: TestOffice, id: number) => letters.get(office.ctx, { id }) as IntakeLetterView

test('begins with the words of the intake, once; changed in the letter the intake stays as it was', () => {
  using office = openTestOffice(completeOffice)
  const { intakeId } = anAnsweredIntake(office)
  const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
  expect(letters.open(office.ctx, { kind: 'intake', about: intakeId }).id).toBe(id)
  expect(letters.ofIntake(office.ctx, { intakeId })).toMatchObject({ id, kind: 'intake', state: 'draft' })
  const view = viewOf(office, id)
  expect(view).toMatchObject({ kind: 'intake', intakeId, period_from: '2026-11-18', period_to: '2026-11-18' })
  expect(view.draft.texts).toMatchObject({
    wish: 'Ik wil in een keuken werken.',
    difference: 'Eerst wennen aan vaste dagen.',
    needed: 'Een fiets.',
    opinion: 'Dat is goed.',
  })
  const facts = view.facts as IntakeFacts
  expect(facts).toMatchObject({
    advice: 'Beginnen in de werkplaats',
    fits: 'partly',
    sectors: ['Horeca en keuken'],
    goals: [{ what: 'Op tijd komen', how: 'vier weken achter elkaar', when: 'voor mei' }],
    participant: { client_number: 'CL-7' },
  })
  const texts = { ...view.draft.texts, wish: 'In een keuken.' }
  letters.saveDraft(office.ctx, { id, kind: 'intake', draft: { texts } })
  expect((viewOf(office, id).facts as IntakeFacts).texts.wish).toBe('In een keuken.')
  const stored = intakes.get(office.ctx, { id: intakeId }).answers.find((one) => one.question === 'own_goal')
  expect(stored?.value).toBe('Ik wil in een keuken werken.')
})

test('nothing of health, home or money, nor the summary of the team, is in the facts', () => {
  using office = openTestOffice(completeOffice)
  const { intakeId } = anAnsweredIntake(office)
  const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
  const json = JSON.stringify(viewOf(office, id))
  expect(json).toContain('Een fiets.')
  expect(json).not.toContain('GEHEIM')
})

test('without anybody to write to, the place where that is filled in is named', () => {
  using office = openTestOffice(completeOffice)
  const { intakeId, participantId } = anAnsweredIntake(office, { referral: false })
  let data: unknown
  try {
    letters.open(office.ctx, { kind: 'intake', about: intakeId })
  } catch (error) {
    data = (error as CommandError).data
  }
  expect(data).toEqual({ fields: [{ field: 'case_manager', problem: 'required' }] })
  // A request that came after the intake was begun is the one that is meant.
  aReferral(office, { participant_id: participantId, client_number: 'LATER' })
  const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
  expect((viewOf(office, id).facts as IntakeFacts).participant.client_number).toBe('LATER')
})

describe('what it may not miss', () => {
  test('a running intake and no advice stop it; the rest only asks attention', () => {
    using office = openTestOffice(completeOffice)
    const { intakeId } = anAnsweredIntake(office)
    for (const question of ['advice', 'goals'])
      intakes.saveAnswer(office.ctx, { id: intakeId, answer: { question, value: null, noAnswer: null } })
    const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
    const { texts } = viewOf(office, id).draft
    letters.saveDraft(office.ctx, {
      id,
      kind: 'intake',
      draft: { texts: { ...texts, difference: ' ', opinion: '' } },
    })
    expect(viewOf(office, id).gaps).toEqual([
      { code: 'intake_running', blocking: true },
      { code: 'no_advice', blocking: true },
      { code: 'difference', blocking: false },
      { code: 'opinion', blocking: false },
      { code: 'discussed', blocking: false },
      { code: 'no_goals', blocking: false },
    ])
  })

  test('is refused with the names of what is missing', async () => {
    using office = openTestOffice(completeOffice)
    const { intakeId } = anAnsweredIntake(office)
    const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
    await expect(letters.finalise(office.ctx, { id })).rejects.toMatchObject({
      code: 'LETTER_INCOMPLETE',
      data: { gaps: ['intake_running'] },
    })
  })
})

test('gets its number among the others, is fixed, and is sent', async () => {
  using office = openTestOffice(completeOffice)
  const { intakeId, participantId } = anAnsweredIntake(office)
  finish(office, intakeId)
  const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
  const { number } = await letters.finalise(office.ctx, { id })
  expect(number).toBe('2026-0001')
  const pdf = Buffer.from((await letters.pdf(office.ctx, { id })).pdf, 'base64')
  const final = viewOf(office, id)
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(final.pdf_sha256)

  const again = intakes.reopen(office.ctx, { id: intakeId }).id
  expect(again).not.toBe(intakeId)
  expect(letters.ofIntake(office.ctx, { intakeId: again })).toBeNull()
  expect(viewOf(office, id).facts).toEqual(final.facts)
  expect(() => letters.saveDraft(office.ctx, { id, kind: 'intake', draft: final.draft })).toThrow(
    'LETTER_FINAL',
  )

  letters.markSent(office.ctx, { id, sent_on: '2026-11-18', sent_how: 'post' })
  expect(letters.register(office.ctx, { query: '', state: 'sent' })).toMatchObject([
    { number, kind: 'intake' },
  ])
  // The next one of a trajectory counts on, and is due as if there were no letter yet.
  const trajectoryId = aTrajectory(office, { participant_id: participantId })
  expect(letters.due(office.ctx)).toMatchObject([{ trajectoryId, draftId: null }])
  const progress = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  expect((await letters.finalise(office.ctx, progress)).number).toBe('2026-0002')
})

test('words of another kind of letter are not taken', () => {
  using office = openTestOffice(completeOffice)
  const { intakeId } = anAnsweredIntake(office)
  const { id } = letters.open(office.ctx, { kind: 'intake', about: intakeId })
  expect(() => letters.saveDraft(office.ctx, { id, kind: 'progress', draft: emptyDraft })).toThrow(
    'NOT_FOUND',
  )
})

describe('the end of the intake', () => {
  test('advice that differs from the wish needs its reason', () => {
    const answers = [{ question: 'advice_fits', value: 'no', noAnswer: null }] satisfies Answer[]
    const asked = (more: Answer[]) =>
      missingForFinish(definition(2), [...answers, ...more]).map(({ question }) => question)
    expect(asked([])).toContain('advice_differs')
    expect(asked([{ question: 'advice_differs', value: 'Eerst taal.', noAnswer: null }])).not.toContain(
      'advice_differs',
    )
    expect(missingForFinish(definition(2), []).map(({ question }) => question)).not.toContain(
      'advice_differs',
    )
  })

  test('a fourth goal is refused at the question; the three stay', () => {
    using office = openTestOffice()
    const { intakeId } = anAnsweredIntake(office)
    const goal = (what: string) => ({ what })
    const save = (value: Answer['value']) =>
      intakes.saveAnswer(office.ctx, { id: intakeId, answer: { question: 'goals', value, noAnswer: null } })
    save(['een', 'twee', 'drie'].map(goal))
    let data: unknown
    try {
      save(['een', 'twee', 'drie', 'vier'].map(goal))
    } catch (error) {
      data = (error as CommandError).data
    }
    expect(data).toEqual({ fields: [{ field: 'goals', problem: 'too_many' }] })
    const kept = intakes.get(office.ctx, { id: intakeId }).answers.find((one) => one.question === 'goals')
    expect(kept?.value).toHaveLength(3)
  })
})
