import { expect, test } from 'vitest'
import { assessments } from '#service/features/assessments.ts'
import { civic } from '#service/features/civic.ts'
import { today } from '#service/features/today.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'

const refused = (field: string, problem: string) =>
  expect.objectContaining({ code: 'INVALID', data: { fields: [{ field, problem }] } })

test('a series with who measured; a wrong one is put right or taken away, and comes back with undo', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const colleague = office.on('2026-11-18', office.addStaff({ name: 'Andere Coach' }))
  const levels = [{ skill: 'reading' as const, level: 'Alfa B' as const }]
  const on = (assessed_on: string) => ({ participantId, assessed_on, source: 'coach' as const, levels })
  assessments.addLanguage(office.ctx, on('2026-09-01'))
  assessments.addLanguage(colleague, on('2026-11-02'))
  const get = () => assessments.get(office.ctx, { participantId })
  expect(get().language.map((one) => [one.assessed_on, one.who])).toEqual([
    ['2026-09-01', 'Coach Test'],
    ['2026-11-02', 'Andere Coach'],
  ])
  const wrong = get().language[1]
  if (!wrong) throw new Error('no measurement')
  const save = (assessed_on: string) =>
    assessments.saveLanguage(office.ctx, { id: wrong.id, assessed_on, level: 'A1', source: 'coach' })
  expect(() => save('2026-09-01')).toThrow(refused('assessed_on', 'date_taken'))
  expect(() => save('2026-11-19')).toThrow(refused('assessed_on', 'date_in_future'))
  save('2026-11-03')
  expect(get().language[1]).toMatchObject({ level: 'A1', assessed_on: '2026-11-03', who: 'Coach Test' })
  const { changeSetId } = assessments.remove(office.ctx, { kind: 'language', id: wrong.id })
  expect(get().language).toHaveLength(1)
  office.ctx.undo(changeSetId ?? 0)
  expect(get().language[1]).toMatchObject({ id: wrong.id, level: 'A1' })
})

test('scores and steps: changed, never emptied, never two on one day', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const [skill] = assessments.skillList(office.ctx)
  if (!skill) throw new Error('no skill')
  for (const assessed_on of ['2026-09-01', '2026-10-01']) {
    assessments.addSkills(office.ctx, {
      participantId,
      assessed_on,
      scores: [{ skill_id: skill.id, score: 2, own_score: 3 }],
    })
    assessments.addLadder(office.ctx, { participantId, assessed_on, step: 3 })
  }
  const get = () => assessments.get(office.ctx, { participantId })
  const [first] = get().skills
  const [step] = get().ladder
  if (!first || !step) throw new Error('no measurement')
  const save = (assessed_on: string, score: number | null) =>
    assessments.saveSkill(office.ctx, { id: first.id, assessed_on, score, own_score: null })
  expect(() => save('2026-09-01', null)).toThrow(refused('score', 'required'))
  expect(() => save('2026-10-01', 3)).toThrow(refused('assessed_on', 'date_taken'))
  save('2026-09-02', 1)
  expect(get().skills[0]).toMatchObject({ assessed_on: '2026-09-02', score: 1, own_score: null })
  const move = (assessed_on: string) =>
    assessments.saveLadder(office.ctx, { id: step.id, assessed_on, step: 4 })
  expect(() => move('2026-10-01')).toThrow(refused('assessed_on', 'date_taken'))
  move('2026-09-03')
  expect(get().ladder[0]).toMatchObject({ assessed_on: '2026-09-03', step: 4 })
})

test('the list of skills: twelve at most, one name once, and nothing that was scored disappears', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const [first, second] = assessments.skillList(office.ctx)
  if (!first || !second) throw new Error('no skills')
  const scores = [{ skill_id: first.id, score: 4, own_score: null }]
  assessments.addSkills(office.ctx, { participantId, assessed_on: '2026-11-01', scores })
  for (let n = 3; n <= 12; n += 1) assessments.addSkill(office.ctx, { name: ` Nieuw ${n} ` })
  expect(() => assessments.addSkill(office.ctx, { name: 'Nummer 13' })).toThrow(refused('name', 'enough'))
  expect(() => assessments.renameSkill(office.ctx, { id: second.id, name: 'nieuw 5' })).toThrow(
    refused('name', 'name_taken'),
  )
  expect(() => assessments.addSkill(office.ctx, { name: '  ' })).toThrow(refused('name', 'required'))
  const { changeSetId } = assessments.setSkillActive(office.ctx, { id: first.id, active: false })
  expect(assessments.skillList(office.ctx).map((one) => one.id)).not.toContain(first.id)
  expect(assessments.allSkills(office.ctx).at(-1)).toEqual({ ...first, active: false, measured: 1 })
  expect(assessments.get(office.ctx, { participantId }).skills).toMatchObject([
    { skill: first.name, score: 4 },
  ])
  office.ctx.undo(changeSetId ?? 0)
  expect(assessments.skillList(office.ctx)[0]).toEqual(first)
  assessments.orderSkills(office.ctx, { ids: [second.id, first.id] })
  assessments.renameSkill(office.ctx, { id: second.id, name: 'Op tijd komen' })
  expect(
    assessments
      .skillList(office.ctx)
      .slice(0, 3)
      .map((one) => one.name),
  ).toEqual(['Op tijd komen', first.name, 'Nieuw 3'])
})

test('the term follows from the plan, can be another one, and asks for attention six months before', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  aTrajectory(office, { participant_id: participantId })
  const get = (on = office.ctx) => civic.get(on, { participantId })
  expect(get()).toMatchObject({ law: 'unknown', endsOn: null, term: 'none', lessons: [] })
  const save = (fields: Parameters<typeof civic.save>[1]['fields']) =>
    civic.save(office.ctx, { participantId, fields })
  save({ law: 'wi2021', route: 'z', pip_on: '2024-03-11', school: ' Taalhuis ' })
  expect(get()).toMatchObject({
    computedEndOn: '2027-03-11',
    endsOn: '2027-03-11',
    term: 'soon',
    school: 'Taalhuis',
  })
  const soon = (day: string) => today.get(office.on(day)).civicSoon.map((one) => [one.participantId, one.on])
  expect(soon('2026-09-10')).toEqual([])
  expect(soon('2026-09-11')).toEqual([[participantId, '2027-03-11']])
  expect(soon('2027-04-11')).toEqual([[participantId, '2027-03-11']])
  expect(soon('2027-04-12')).toEqual([])
  save({ term_ends_on: '2028-01-31' })
  expect(get()).toMatchObject({ computedEndOn: '2027-03-11', endsOn: '2028-01-31', term: 'runs' })
  expect(() => save({ pip_on: '2026-11-19' })).toThrow(refused('pip_on', 'date_in_future'))
  expect(() => save({ term_ends_on: '2024-03-10' })).toThrow(refused('term_ends_on', 'end_before_start'))
  save({ law: 'wi2013', term_ends_on: null })
  expect(get()).toMatchObject({ computedEndOn: null, endsOn: null })
  save({ law: 'finished', term_ends_on: '2026-12-31' })
  expect(get()).toMatchObject({ endsOn: null, term: 'none' })
})

test('lessons are these and no others, and come back with undo', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const evening = { weekday: 2, part: 'evening' as const }
  civic.setLessons(office.ctx, { participantId, lessons: [evening, { weekday: 1, part: 'morning' }] })
  const { changeSetId } = civic.setLessons(office.ctx, { participantId, lessons: [evening] })
  const lessons = () => civic.get(office.ctx, { participantId }).lessons
  expect(lessons()).toEqual([evening])
  office.ctx.undo(changeSetId ?? 0)
  expect(lessons()).toEqual([{ weekday: 1, part: 'morning' }, evening])
})
