/** Letters of the further kinds, from what the office knows to what is in the register. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LetterKind, LetterView } from '#core/api/letters.ts'
import { everything } from '#core/dossier/timeline.ts'
import type {
  AftercareFacts,
  CertificateFacts,
  EndFacts,
  ExtensionFacts,
  InvitationFacts,
  NoShowFacts,
} from '#core/letters/kind-facts.ts'
import { composeEndLetter } from '#core/letters/compose-end.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { assessments } from '#service/features/assessments.ts'
import { attendance } from '#service/features/attendance.ts'
import { caseManagers } from '#service/features/case-managers.ts'
import { dossier } from '#service/features/dossier.ts'
import { letterSources } from '#service/features/letter-sources.ts'
import { letters } from '#service/features/letters.ts'
import { permissions } from '#service/features/permissions.ts'
import { search } from '#service/features/search.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { expectError } from '../aggregates/expect-error.ts'
import {
  aCaseManager,
  aMunicipality,
  aNote,
  anAppointment,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice({
    office: {
      street: 'Weverstraat',
      house_number: '12',
      postcode: '1234 AB',
      city: 'Teststad',
      phone: '0123 45 67 89',
    },
  })
})
afterEach(() => office.close())

function somebody(fields: Parameters<typeof aTrajectory>[1] = {}) {
  const caseManagerId = aCaseManager(office, { municipality_id: aMunicipality(office) })
  const participantId = aParticipant(office, {
    street: 'Proefstraat',
    house_number: '3',
    postcode: '1234 AC',
    city: 'Teststad',
  })
  const referral_id = aReferral(office, { participant_id: participantId, case_manager_id: caseManagerId })
  const trajectoryId = aTrajectory(office, { participant_id: participantId, referral_id, ...fields })
  return { caseManagerId, participantId, trajectoryId }
}

const open = (kind: LetterKind, about: number, appointmentId?: number): LetterView => {
  const { id } = letters.open(office.ctx, { kind, about, ...(appointmentId ? { appointmentId } : {}) })
  return letters.get(office.ctx, { id })
}
const factsOf = <F>(view: LetterView): F => letters.get(office.ctx, { id: view.id }).facts as unknown as F

/** The planned half-days of these weeks; `marks` in turn. */
function mark(
  participantId: number,
  mondays: string[],
  marks: readonly ('present' | 'no_show' | 'elsewhere')[],
) {
  let n = 0
  for (const monday of mondays) {
    const { rows } = attendance.week(office.ctx, { monday })
    const cells = (rows.find((row) => row.participantId === participantId)?.cells ?? [])
      .filter((cell) => cell.planned_minutes > 0 && cell.day <= office.ctx.today)
      .map((cell) => ({
        participantId,
        day: cell.day,
        part: cell.part,
        mark: marks[n++ % marks.length] ?? 'present',
        lateMinutes: null,
      }))
    attendance.mark(office.ctx, { cells })
  }
}

describe('an end report', () => {
  const ending = {
    ended_on: '2026-11-12',
    outflow: 'job',
    end_kind: 'work',
    end_reason: 'Begint in een winkel.',
    end_discussed_with: 'mevrouw Test',
    end_discussed_on: '2026-11-10',
  } as const

  test('is about all of the trajectory, with the hours of the office and how it ended', async () => {
    const { participantId, trajectoryId } = somebody()
    mark(participantId, ['2026-11-02', '2026-11-09'], ['present', 'elsewhere'])
    aNote(office, { participant_id: participantId, kind: 'talk', happened_on: '2026-11-03' })
    aNote(office, { participant_id: participantId, kind: 'note', happened_on: '2026-11-03', in_report: true })
    const early = open('end', trajectoryId)
    expect(early.gaps.map((gap) => gap.code)).toContain('not_ended')
    expect(early.period_to).toBe('2026-11-18')
    trajectories.end(office.ctx, { id: trajectoryId, ...ending })
    // The same draft, which went along with the end.
    const view = open('end', trajectoryId)
    expect(view).toMatchObject({ id: early.id, period_from: '2026-08-24', period_to: '2026-11-12' })
    const facts = factsOf<EndFacts>(view)
    expect(facts.end).toEqual({
      ended_on: '2026-11-12',
      early: true,
      kind: 'work',
      discussed_with: 'mevrouw Test',
      discussed_on: '2026-11-10',
      outflow: 'job',
    })
    // What the participant said of it stands with their own words, when they said it.
    const part = () => composeEndLetter(factsOf<EndFacts>(open('end', trajectoryId)), 'nl').blocks
    expect(JSON.stringify(part())).not.toContain('Gevraagd hoe tevreden')
    trajectories.setSatisfaction(office.ctx, {
      id: trajectoryId,
      participant_satisfaction: 5,
      participant_asked_on: null,
      case_manager_satisfaction: 1,
      case_manager_asked_on: null,
    })
    expect(factsOf<EndFacts>(open('end', trajectoryId)).end.satisfied).toBe(5)
    expect(JSON.stringify(part())).toContain('heel tevreden (5 van de 5).')
    expect(JSON.stringify(part())).not.toContain('niet tevreden')
    // Four mornings, of which two at a place.
    expect(facts.workshop_minutes).toBe(facts.elsewhere_minutes)
    expect(facts.workshop_minutes + facts.elsewhere_minutes).toBe(facts.attendance.present_minutes)
    expect(facts.per_month.map((one) => one.month)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11'])
    expect(facts.per_month.reduce((sum, one) => sum + one.present_minutes, 0)).toBe(
      facts.attendance.present_minutes,
    )
    expect(facts.talks).toBe(1)
    expect(facts.notes).toEqual([])
    expect(facts.aftercare[0]).toEqual({ month: 1, on: '2026-12-12' })
    const { number } = await letters.finalise(office.ctx, { id: view.id })
    expect(open('end', trajectoryId)).toMatchObject({ id: view.id, number })
    // It goes on again: what comes then is another report.
    trajectories.reopen(office.ctx, { id: trajectoryId, planned_end_on: '2027-02-28' })
    expect(open('end', trajectoryId).id).not.toBe(view.id)
  })

  test('begins with what was said about the end, and is kept as it is typed', () => {
    const { trajectoryId } = somebody({
      ended_on: '2026-11-12',
      end_kind: 'work',
      end_reason: 'Begint in een winkel.',
    })
    const view = open('end', trajectoryId)
    if (view.kind !== 'end') throw new Error(view.kind)
    expect(view.draft.texts.explanation).toBe('Begint in een winkel.')
    const texts = { ...view.draft.texts, advice: 'Een jobcoach.' }
    letters.saveDraft(office.ctx, { id: view.id, kind: 'end', draft: { texts } })
    expect(factsOf<EndFacts>(view).texts.advice).toBe('Een jobcoach.')
    expectError(
      () =>
        letters.saveDraft(office.ctx, {
          id: view.id,
          kind: 'certificate',
          draft: { texts: { learnt: '', wish: '' } },
        }),
      'NOT_FOUND',
    )
  })

  test('of a trajectory that is yet to begin there is nothing to say', () => {
    const { trajectoryId } = somebody({ starts_on: '2026-12-01' })
    for (const kind of ['end', 'extension', 'no_show', 'certificate'] as const)
      expectError(() => open(kind, trajectoryId), 'INVALID', [
        { field: 'period_to', problem: 'end_before_start' },
      ])
  })
})

describe('a message of absence', () => {
  test('has the days without notice, and the tries since; the next one begins after it', async () => {
    const { participantId, trajectoryId } = somebody()
    mark(participantId, ['2026-11-02'], ['present'])
    mark(participantId, ['2026-11-09'], ['no_show'])
    aNote(office, { participant_id: participantId, kind: 'phone', happened_on: '2026-11-11', body: 'GEHEIM' })
    aNote(office, {
      participant_id: participantId,
      kind: 'visit',
      happened_on: '2026-11-13',
      body: 'Niemand thuis.',
      in_report: true,
    })
    aNote(office, {
      participant_id: participantId,
      kind: 'phone',
      happened_on: '2026-11-01',
      body: 'Te oud.',
    })
    aNote(office, { participant_id: participantId, kind: 'municipality', happened_on: '2026-11-13' })
    const view = open('no_show', trajectoryId)
    const facts = factsOf<NoShowFacts>(view)
    expect(facts.days.map((one) => one.day)).toEqual(['2026-11-10', '2026-11-12'])
    expect(facts.last_present_on).toBe('2026-11-05')
    expect(facts.contacts).toEqual([
      { on: '2026-11-11', kind: 'phone', body: '' },
      { on: '2026-11-13', kind: 'visit', body: 'Niemand thuis.' },
    ])
    expect(JSON.stringify(facts)).not.toContain('GEHEIM')
    await letters.finalise(office.ctx, { id: view.id })
    const next = open('no_show', trajectoryId)
    expect(next.period_from).toBe(office.ctx.today)
    expect(next.gaps).toContainEqual({ code: 'no_absence', blocking: true })
  })
})

describe('an invitation', () => {
  test('is to the participant, about the appointment that was chosen', async () => {
    const { participantId, caseManagerId } = somebody()
    const first = anAppointment(office, {
      participant_id: participantId,
      happens_on: '2026-11-20',
      title: 'Eerst',
    })
    const second = anAppointment(office, {
      participant_id: participantId,
      happens_on: '2026-11-25',
      start_minute: 630,
      end_minute: 690,
      title: 'Gesprek',
      place: 'De Zaal',
    })
    const next = open('invitation', participantId)
    if (next.kind !== 'invitation') throw new Error(next.kind)
    expect(next.draft.texts).toMatchObject({
      subject: 'Eerst',
      on: '2026-11-20',
      place: 'Weverstraat 12, Teststad',
    })
    expect(open('invitation', participantId).id).toBe(next.id)
    expect(open('invitation', participantId, first).id).toBe(next.id)
    const view = open('invitation', participantId, second)
    if (view.kind !== 'invitation') throw new Error(view.kind)
    expect(view.id).not.toBe(next.id)
    expect(view.draft.texts).toMatchObject({
      subject: 'Gesprek',
      on: '2026-11-25',
      from: 630,
      until: 690,
      place: 'De Zaal',
    })
    expect(factsOf<InvitationFacts>(view).address).toMatchObject({
      street: 'Proefstraat',
      postcode: '1234 AC',
    })
    expect(view).toMatchObject({ caseManagerName: '', municipalityName: '', gaps: [] })
    await letters.finalise(office.ctx, { id: view.id })
    // What goes to the participant is not the last letter of the case manager.
    expect(caseManagers.get(office.ctx, { id: caseManagerId }).clients[0]?.lastLetter).toBe(null)
  })

  test('of an appointment of somebody else is refused; without any the day is asked', () => {
    const { participantId } = somebody()
    const other = anAppointment(office, { participant_id: aParticipant(office), happens_on: '2026-11-20' })
    expectError(() => open('invitation', participantId, other), 'NOT_FOUND')
    expect(open('invitation', participantId).gaps).toContainEqual({ code: 'invite_day', blocking: true })
  })
})

test('a request for more time asks for three months more, and an answer in time', () => {
  const { trajectoryId } = somebody({ months: 3, starts_on: '2026-09-21' })
  const view = open('extension', trajectoryId)
  if (view.kind !== 'extension') throw new Error(view.kind)
  expect(view.draft.texts).toMatchObject({ asked_end_on: '2027-03-20', question_before: '2026-12-06' })
  expect(view.draft.texts.question).toContain('20 maart 2027')
  expect(factsOf<ExtensionFacts>(view)).toMatchObject({ agreed_months: 3, period_from: '2026-09-21' })
  expect(view.gaps.filter((gap) => gap.blocking)).toEqual([{ code: 'no_why', blocking: true }])
  expect(open('extension', trajectoryId).id).toBe(view.id)
})

describe('a letter about aftercare', () => {
  const ended = () => {
    const known = somebody({ ended_on: '2026-10-12', outflow: 'volunteer' })
    const [moment] = aftercare.list(office.ctx, { participantId: known.participantId })
    return { ...known, momentId: moment!.id }
  }
  const record = (id: number, more: object = {}) =>
    aftercare.record(office.ctx, {
      id,
      done_on: '2026-11-12',
      outcome: 'moved_on',
      benefit_ended: 'yes',
      remark: 'GEHEIM',
      moved_on_to: 'Bakkerij De Proef',
      how: 'phone',
      ...more,
    })

  test('tells what came out of it, and never the remark of the office', () => {
    const { momentId } = ended()
    expect(open('aftercare', momentId).gaps).toContainEqual({ code: 'no_outcome', blocking: true })
    record(momentId)
    const view = open('aftercare', momentId)
    const facts = factsOf<AftercareFacts>(view)
    expect(facts).toMatchObject({
      month: 1,
      done_on: '2026-11-12',
      outcome: 'moved_on',
      benefit_ended: 'yes',
      moved_on_to: 'Bakkerij De Proef',
      outflow: 'volunteer',
    })
    expect(JSON.stringify(facts)).not.toContain('GEHEIM')
    expect(view.gaps).toEqual([])
    expect(open('aftercare', momentId).id).toBe(view.id)
  })

  test('has the story only while there is permission', () => {
    const { participantId, momentId } = ended()
    const { id } = permissions.give(office.ctx, {
      participantId,
      kind: 'story',
      given_on: '2026-11-01',
      remark: '',
    })
    record(momentId, { story: 'Ik sta nu in de winkel.' })
    const view = open('aftercare', momentId)
    expect(factsOf<AftercareFacts>(view)).toMatchObject({
      story: 'Ik sta nu in de winkel.',
      story_kept_back: false,
    })
    permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-17' })
    expect(factsOf<AftercareFacts>(view)).toMatchObject({ story: '', story_kept_back: true })
    expect(letters.get(office.ctx, { id: view.id }).gaps).toEqual([
      { code: 'story_permission', blocking: false },
    ])
  })
})

test('a certificate has the hours and what somebody does with little help or alone', () => {
  const { participantId, trajectoryId } = somebody({ ended_on: '2026-11-12' })
  for (const name of ['Tempo', 'Samenwerken', 'Op tijd komen'])
    assessments.addSkill(office.ctx, { name: `${name} test` })
  const skills = assessments.skillList(office.ctx).slice(-3)
  assessments.addSkills(office.ctx, {
    participantId,
    assessed_on: '2026-11-10',
    scores: skills.map((skill, n) => ({ skill_id: skill.id, score: n + 2, own_score: null })),
  })
  const facts = factsOf<CertificateFacts>(open('certificate', trajectoryId))
  expect(facts).toMatchObject({ ended: true, period_to: '2026-11-12', present_minutes: 0 })
  expect(facts.learnt).toEqual(skills.slice(1).map((skill) => skill.name))
})

test('every kind stands in the register, on the timeline and in search, and on the page of who asked', async () => {
  const { caseManagerId, participantId, trajectoryId } = somebody({ ended_on: '2026-11-12', outflow: 'job' })
  const placementId = aPlacement(office, { participant_id: participantId, starts_on: '2026-09-01' })
  anAppointment(office, { participant_id: participantId, happens_on: '2026-11-25' })
  const numbers = new Map<LetterKind, string>()
  for (const [kind, about] of [
    ['certificate', trajectoryId],
    ['placement', placementId],
    ['invitation', participantId],
    ['end', trajectoryId],
  ] as const)
    numbers.set(kind, (await letters.finalise(office.ctx, { id: open(kind, about).id })).number)
  const [moment] = aftercare.list(office.ctx, { participantId })
  for (const [kind, about] of [
    ['no_show', trajectoryId],
    ['extension', trajectoryId],
    ['aftercare', moment!.id],
    ['certificate', trajectoryId],
    ['placement', placementId],
    ['invitation', participantId],
    ['end', trajectoryId],
  ] as const)
    expect(letterSources.get(office.ctx, { id: open(kind, about).id }).parts, kind).toBeInstanceOf(Array)
  const { items } = dossier.timeline(office.ctx, {
    participantId,
    filter: everything,
    after: null,
    limit: 100,
  })
  for (const [kind, number] of numbers) {
    expect(letters.register(office.ctx, { query: number, state: null })).toMatchObject([{ kind, number }])
    expect(items.filter((one) => one.kind === 'letter' && one.text === number)).toMatchObject([
      { code: `${kind} final` },
    ])
    expect(search.find(office.ctx, { query: number })).toMatchObject([{ kind: 'letter', letterKind: kind }])
  }
  expect(caseManagers.get(office.ctx, { id: caseManagerId }).clients[0]?.lastLetter).toMatchObject({
    kind: 'end',
    number: numbers.get('end'),
  })
})
