import { expect, test } from 'vitest'
import { attendance } from '#service/features/attendance.ts'
import { moments } from '#service/features/moments.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'

const problems = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { data?: { fields: unknown } }).data?.fields
  }
  return 'nothing'
}

function group() {
  const office = openTestOffice()
  const people = ['Aap', 'Noot', 'Mies'].map((surname) => {
    const participant_id = aParticipant(office, { surname })
    aTrajectory(office, { participant_id })
    return participant_id
  })
  return { office, people: people as [number, number, number] }
}
const lunch = {
  happened_on: '2026-11-17',
  kind: 'lunch' as const,
  title: ' Soep koken ',
  remark: '',
}

test('who was present that day comes first; then the others with a trajectory, each by name', () => {
  const { office, people } = group()
  using _office = office
  aParticipant(office, { surname: 'Buiten' })
  attendance.mark(office.ctx, {
    cells: [
      { participantId: people[1], day: '2026-11-17', part: 'morning', mark: 'present', lateMinutes: null },
      { participantId: people[2], day: '2026-11-17', part: 'morning', mark: 'ill', lateMinutes: null },
    ] as never,
  })
  expect(moments.candidates(office.ctx, { day: '2026-11-17' }).map((row) => [row.name, row.present])).toEqual(
    [
      ['Noot', true],
      ['Aap', false],
      ['Mies', false],
    ],
  )
  expect(moments.candidates(office.ctx, { day: '2026-08-01' })).toEqual([])
})

test('a moment is kept, changed, undone and removed, and stands with the people who were there', () => {
  const { office, people } = group()
  using _office = office
  const { id } = moments.create(office.ctx, { ...lunch, participantIds: [people[0], people[1], people[0]] })
  expect(moments.list(office.ctx, { year: 2026 })).toMatchObject({
    years: [2026],
    moments: [{ id, title: 'Soep koken', people: [{ name: 'Aap' }, { name: 'Noot' }] }],
  })
  expect(moments.ofPerson(office.ctx, { participantId: people[0] })).toEqual([
    { id, happened_on: '2026-11-17', kind: 'lunch', title: 'Soep koken', remark: '' },
  ])
  moments.save(office.ctx, { id, fields: { ...lunch, remark: 'Heel gezellig', participantIds: [people[2]] } })
  expect(moments.ofPerson(office.ctx, { participantId: people[0] })).toEqual([])
  const { changeSetId } = moments.remove(office.ctx, { id })
  expect(moments.list(office.ctx, { year: 2026 }).moments).toEqual([])
  office.ctx.undo(changeSetId ?? 0)
  expect(moments.list(office.ctx, { year: 2026 }).moments).toMatchObject([{ id, people: [{ name: 'Mies' }] }])
  expect(() => moments.remove(office.ctx, { id: 99 })).toThrow('NOT_FOUND')
})

test('what does not fit is said at its field, and nothing is stored', () => {
  const { office, people } = group()
  using _office = office
  const other = aParticipant(office, { surname: 'Buiten' })
  const said = (fields: Partial<typeof lunch>, participantIds: number[] = []) =>
    problems(() => moments.create(office.ctx, { ...lunch, ...fields, participantIds }))
  expect(said({ happened_on: '2026-11-19', title: ' ' })).toEqual([
    { field: 'happened_on', problem: 'date_in_future' },
    { field: 'title', problem: 'required' },
  ])
  expect(said({}, [people[0], other])).toEqual([{ field: `people.${other}`, problem: 'outside_trajectory' }])
  expect(said({ happened_on: '2026-08-21' }, [people[0]])).toEqual([
    { field: `people.${people[0]}`, problem: 'outside_trajectory' },
  ])
  expect(moments.list(office.ctx, { year: 2026 })).toEqual({ moments: [], years: [] })
})
