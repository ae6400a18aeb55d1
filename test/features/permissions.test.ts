import { expect, test } from 'vitest'
import type { CommandError } from '#db/errors.ts'
import { prepared } from '#db/prepare.ts'
import { permissions } from '#service/features/permissions.ts'
import { aParticipant, openTestOffice } from '../builders/index.ts'

function problems(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return (error as CommandError).data
  }
  throw new Error('nothing was refused')
}

test('is given on a day, withdrawn on a day, and given again; every row stays', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const give = (given_on: string) =>
    permissions.give(office.ctx, { participantId, kind: 'photo', given_on, remark: ' Alleen handen ' })
  const { id } = give('2026-03-01')
  permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-03-01' })
  give('2026-05-01')
  expect(permissions.list(office.ctx, { participantId })).toMatchObject([
    { kind: 'photo', given_on: '2026-05-01', withdrawn_on: null, remark: 'Alleen handen' },
    { kind: 'photo', given_on: '2026-03-01', withdrawn_on: '2026-03-01' },
  ])
})

test('a withdrawal before it was given, a day to come and a second yes are refused at the field', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const asked = { participantId, kind: 'story', given_on: '2026-11-01', remark: '' } as const
  const { id } = permissions.give(office.ctx, asked)
  expect(problems(() => permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-10-31' }))).toEqual({
    fields: [{ field: 'withdrawn_on', problem: 'before_given' }],
  })
  expect(problems(() => permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-19' }))).toEqual({
    fields: [{ field: 'withdrawn_on', problem: 'date_in_future' }],
  })
  expect(problems(() => permissions.give(office.ctx, { ...asked, given_on: '2026-11-19' }))).toEqual({
    fields: [
      { field: 'given_on', problem: 'date_in_future' },
      { field: 'kind', problem: 'already_this' },
    ],
  })
  expect(permissions.list(office.ctx, { participantId })).toHaveLength(1)
  expect(() =>
    office.command(() => prepared(office.db, "UPDATE permission SET withdrawn_on = '2026-10-31'").run()),
  ).toThrow('CHECK')
})

test('taking back is undone', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const { id } = permissions.give(office.ctx, {
    participantId,
    kind: 'helpers',
    given_on: '2026-11-01',
    remark: '',
  })
  const { changeSetId } = permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-02' })
  office.ctx.undo(changeSetId ?? 0)
  expect(permissions.list(office.ctx, { participantId })[0]?.withdrawn_on).toBeNull()
})
