import { expect, test } from 'vitest'
import { addDays } from '#core/calendar/dates.ts'
import { largestPicture } from '#core/words/word.ts'
import { putClosure } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { attendance } from '#service/features/attendance.ts'
import { words } from '#service/features/words.ts'
import { firstWords } from '#service/words/starter.ts'
import { aParticipant, aTrajectory, openTestOffice, type TestOffice } from '../builders/index.ts'
import { aPng } from '../builders/pictures.ts'

const today = '2026-11-18'
const text = (word: string, fields: Partial<{ meaning: string; theme: string; fits: string }> = {}) => ({
  word,
  meaning: 'Wat het is.',
  example: `Hier is ${word}.`,
  theme: '',
  fits: '',
  ...fields,
})
const add = (office: TestOffice, ...list: string[]) =>
  list.map((word) => words.create(office.ctx, text(word)).id)
const onDay = (office: TestOffice, day: string) => words.ofDay(office.ctx, { day }).word?.word ?? null
const stored = (office: TestOffice) =>
  prepared<[], { day: string; word_id: number; chosen: number }>(
    office.db,
    'SELECT day, word_id, chosen FROM word_day ORDER BY day',
  ).all()
const problems = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { data?: { fields: unknown } }).data?.fields
  }
  return 'nothing'
}

test('the starter list fills an empty office once, and gives each day to come a word', () => {
  using office = openTestOffice()
  expect(words.ofDay(office.ctx, { day: today })).toMatchObject({ word: null, planned: true })
  const { added, changeSetId } = words.loadStarter(office.ctx)
  expect(added).toBeGreaterThanOrEqual(260)
  expect(words.loadStarter(office.ctx)).toEqual({ added: 0, changeSetId: null })
  expect(words.list(office.ctx).starterLeft).toBe(0)
  const rows = stored(office)
  expect(rows[0]?.day).toBe(today)
  expect(rows.length).toBeGreaterThan(80)
  expect(onDay(office, '2026-12-04')).toBe('Sinterklaas') // the 5th is a Saturday
  expect(words.ofDay(office.ctx, { day: today }).planned).toBe(true)
  office.ctx.undo(changeSetId ?? 0)
  expect(words.list(office.ctx).words).toEqual([])
  expect(stored(office)).toEqual([])
})

test('a closure moves the days to come and leaves what has been', () => {
  using office = openTestOffice()
  add(office, 'de hamer', 'de zaag', 'de boor', 'de tang')
  const was = stored(office)
  office.command(() => putClosure(office.db, '2026-11-20', 'Studiedag'))
  // The screens show the new plan at once; it is written down by `plan`, which every change of words does too.
  expect(onDay(office, '2026-11-19')).toBe('de zaag')
  expect(onDay(office, '2026-11-20')).toBeNull()
  expect(onDay(office, '2026-11-23')).toBe('de boor')
  expect(words.ofDay(office.ctx, { day: today })).toMatchObject({ planned: false, closedReason: null })
  const later = office.on('2026-11-19')
  words.plan(later)
  expect(stored(office).filter((row) => row.day < '2026-11-20')).toEqual(was.slice(0, 2))
  expect(stored(office).some((row) => row.day === '2026-11-20')).toBe(false)
  expect(words.ofDay(later, { day: '2026-11-23' })).toMatchObject({
    planned: true,
    word: { word: 'de boor' },
  })
  expect(words.plan(later).changeSetId).toBeNull()
})

test('a word can be put on a day and swapped, and stays there when the plan is made again', () => {
  using office = openTestOffice()
  const [hammer = 0, , drill = 0] = add(office, 'de hamer', 'de zaag', 'de boor', 'de tang')
  const { changeSetId } = words.setDay(office.ctx, { day: '2026-11-19', wordId: drill })
  expect(onDay(office, '2026-11-19')).toBe('de boor')
  expect(onDay(office, '2026-11-20')).toBe('de zaag')
  words.create(office.ctx, text('de vijl'))
  expect(words.ofDay(office.ctx, { day: '2026-11-19' })).toMatchObject({ chosen: true, word: { id: drill } })
  words.swap(office.ctx, { day: today, other: '2026-11-19' })
  expect([onDay(office, today), onDay(office, '2026-11-19')]).toEqual(['de boor', 'de hamer'])
  expect(words.list(office.ctx).words.find((row) => row.id === hammer)).toMatchObject({ lastOn: null, nextOn: '2026-11-19' }) // prettier-ignore
  expect(changeSetId).not.toBeNull()

  office.command(() => putClosure(office.db, '2026-11-24', 'Dicht'))
  expect(problems(() => words.setDay(office.ctx, { day: '2026-11-24', wordId: drill }))).toEqual([{ field: 'day', problem: 'closed_day' }]) // prettier-ignore
  expect(problems(() => words.swap(office.ctx, { day: today, other: '2026-11-24' }))).toEqual([{ field: 'other', problem: 'closed_day' }]) // prettier-ignore
  expect(problems(() => words.swap(office.ctx, { day: '2026-11-22', other: today }))).toEqual([{ field: 'day', problem: 'required' }]) // prettier-ignore
  expect(() => words.setDay(office.ctx, { day: today, wordId: 999 })).toThrow('NOT_FOUND')
})

test('a word out of use leaves the days to come and keeps the days it had', () => {
  using office = openTestOffice()
  const [hammer = 0] = add(office, 'de hamer', 'de zaag')
  words.save(office.ctx, { id: hammer, fields: { active: false } })
  expect(onDay(office, today)).toBe('de hamer')
  expect(onDay(office, '2026-11-19')).toBe('de zaag')
  expect(onDay(office, '2026-11-20')).toBe('de zaag')
})

test('who was there heard the word: present and late count, an empty cell and a closed day do not', () => {
  using office = openTestOffice()
  add(office, 'de hamer', 'de zaag', 'de boor')
  const [ann, bob] = [aParticipant(office), aParticipant(office, { surname: 'Proef' })]
  for (const participant_id of [ann, bob]) aTrajectory(office, { participant_id })
  const mark = (id: number, day: string, name: 'present' | 'late' | 'ill') => ({
    participantId: id,
    day,
    part: 'morning' as const,
    mark: name,
    lateMinutes: name === 'late' ? 5 : null,
  })
  const later = office.on('2026-11-26') // Thursday; the schedule is Tuesday and Thursday
  attendance.mark(later, {
    cells: [
      mark(ann, '2026-11-19', 'present'),
      mark(ann, '2026-11-24', 'late'),
      mark(ann, '2026-11-26', 'present'),
      mark(bob, '2026-11-19', 'ill'),
      mark(bob, '2026-11-24', 'present'),
    ] as never,
  })
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const heard = words.heardBy(later, { participantId: ann, ...period })
  // 18 hammer, 19 saw, 20 drill, 23 hammer, 24 saw, 25 drill, 26 hammer
  expect(heard.words.map((row) => `${row.day} ${row.word}`)).toEqual([
    '2026-11-19 de zaag',
    '2026-11-24 de zaag',
    '2026-11-26 de hamer',
  ])
  expect(heard.count).toBe(2)
  expect(words.heard(later, period).map((row) => [row.participantId, row.count])).toEqual([
    [bob, 1],
    [ann, 2],
  ])
  const month = words.month(later, { month: '2026-11' })
  expect(month.days.find((day) => day.day === '2026-11-24')).toMatchObject({ heard: 2 })
  expect(words.heardBy(later, { participantId: ann, from: '2026-11-20', to: '2026-11-23' }).count).toBe(0)
  office.command(() => putClosure(office.db, '2026-11-24', 'Dicht'))
  expect(words.heardBy(later, { participantId: bob, ...period }).count).toBe(0)
})

test('what is typed wrong is said at its field, and nothing is stored', () => {
  using office = openTestOffice()
  add(office, 'de hamer')
  const before = words.list(office.ctx)
  const said = (word: string, fields: Parameters<typeof text>[1] = {}) =>
    problems(() => words.create(office.ctx, text(word, fields)))
  expect(said('  ')).toEqual([{ field: 'word', problem: 'required' }])
  expect(said('Hamer')).toEqual([{ field: 'word', problem: 'word_taken' }])
  expect(said('de vijl', { meaning: 'x'.repeat(161) })).toEqual([{ field: 'meaning', problem: 'too_long' }])
  expect(said('', { meaning: ' ' })).toEqual([
    { field: 'word', problem: 'required' },
    { field: 'meaning', problem: 'required' },
  ])
  expect(said('de vijl', { fits: '31-12' })).toEqual([{ field: 'fits', problem: 'date_not_understood' }])
  expect(words.list(office.ctx)).toEqual(before)
  // The word may keep its own name.
  expect(words.save(office.ctx, { id: before.words[0]?.id ?? 0, fields: { word: 'De hamer' } }).changeSetId).not.toBeNull() // prettier-ignore
})

test('a picture is looked at before it is kept', () => {
  using office = openTestOffice()
  const [id = 0] = add(office, 'de hamer')
  const set = (bytes: Buffer) =>
    problems(() => words.setPicture(office.ctx, { id, picture: bytes.toString('base64') }))
  const good = aPng()
  const broken = Buffer.from(good)
  broken[60] = (broken[60] ?? 0) ^ 1
  const kind = [{ field: 'picture', problem: 'picture_kind' }]
  expect(set(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual(kind)
  expect(set(broken)).toEqual(kind)
  expect(set(good.subarray(0, good.length - 20))).toEqual(kind)
  expect(set(aPng(40, 30, { interlaced: true }))).toEqual(kind)
  expect(set(Buffer.alloc(largestPicture + 1))).toEqual([{ field: 'picture', problem: 'picture_large' }])
  expect(set(Buffer.alloc(40 * 1024 * 1024))).toEqual([{ field: 'picture', problem: 'picture_large' }])
  expect(set(Buffer.alloc(0))).toEqual(kind)
  expect(words.get(office.ctx, { id })).toMatchObject({ hasPicture: false, picture: null })
  expect(set(good)).toBe('nothing')
  expect(words.get(office.ctx, { id })).toMatchObject({ hasPicture: true, picture: good.toString('base64') })
  expect(words.ofDay(office.ctx, { day: today }).picture).toBe(good.toString('base64'))
  words.setPicture(office.ctx, { id, picture: null })
  expect(words.get(office.ctx, { id }).hasPicture).toBe(false)
})

test('a new practice office had a word on the days before as well', () => {
  using office = openTestOffice()
  office.command(() => firstWords(office.db, addDays(today, -60), today))
  const rows = stored(office)
  expect(rows[0]?.day).toBe('2026-09-21') // 19 September is a Saturday
  expect(rows.filter((row) => row.day <= today).length).toBe(43)
  expect((rows.at(-1)?.day ?? '') > '2027-03-01').toBe(true)
})
