import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { AppointmentFields } from '#core/api/agenda.ts'
import { everything } from '#core/dossier/timeline.ts'
import { appointmentsOf, appointmentsOn } from '#db/appointments/queries.ts'
import { agenda } from '#service/features/agenda.ts'
import { civic } from '#service/features/civic.ts'
import { closures } from '#service/features/closures.ts'
import { dossier } from '#service/features/dossier.ts'
import { history } from '#service/features/history.ts'
import { merge } from '#service/features/merge.ts'
import { settings } from '#service/features/settings.ts'
import { aCaseManager, aHost, aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'

const meeting: AppointmentFields = {
  happens_on: '2026-11-19',
  start_minute: 600,
  end_minute: 660,
  title: 'Voortgang',
  place: 'Spreekkamer',
  remark: '',
  staff_id: null,
  participant_id: null,
  host_id: null,
  case_manager_id: null,
}

const problems = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { data?: { fields: unknown } }).data?.fields ?? String(error)
  }
  return 'nothing'
}

/** Each appointment of a file, as another program reads it. */
function events(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(file, 'base64').toString('utf8')) as never)
  return calendar.getAllSubcomponents('vevent').map((part) => ({
    uid: String(part.getFirstPropertyValue('uid')),
    sequence: Number(part.getFirstPropertyValue('sequence')),
    stamp: String(part.getFirstPropertyValue('dtstamp')),
    status: String(part.getFirstPropertyValue('status')),
    title: String(part.getFirstPropertyValue('summary')),
    start: String(part.getFirstPropertyValue('dtstart')),
  }))
}

test('an appointment stands in its week with the names around it, by time', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office, { given_names: 'Yusuf', surname: 'Testman' })
  const host_id = aHost(office, { name: 'Buurthuis' })
  const case_manager_id = aCaseManager(office)
  agenda.create(office.ctx, { ...meeting, start_minute: 700, end_minute: 730, title: 'Later' })
  agenda.create(office.ctx, {
    ...meeting,
    title: ' Voortgang ',
    participant_id,
    host_id,
    case_manager_id,
    staff_id: office.staff.id,
  })
  agenda.create(office.ctx, { ...meeting, happens_on: '2026-11-23', title: 'Volgende week' })
  const week = agenda.week(office.ctx, { monday: '2026-11-18' })
  expect(week).toMatchObject({ monday: '2026-11-16', year: 2026, week: 47 })
  expect(week.appointments).toMatchObject([
    {
      title: 'Voortgang',
      participantName: 'Yusuf Testman',
      hostName: 'Buurthuis',
      caseManagerName: 'mevrouw Van Test',
      staffName: 'Coach Test',
      cancelled_on: null,
    },
    { title: 'Later', participantName: '', hostName: '', caseManagerName: '', staffName: '' },
  ])
  expect(week.appointments[0]).not.toHaveProperty('uid')
  const days = { from: '2026-11-01', to: '2026-11-30' }
  expect(agenda.list(office.ctx, { ...days, hostId: host_id })).toHaveLength(1)
  expect(agenda.list(office.ctx, { ...days, caseManagerId: case_manager_id })).toHaveLength(1)
  expect(agenda.list(office.ctx, { ...days, staffId: 99 })).toEqual([])
  expect(agenda.list(office.ctx, { from: '2026-11-20', to: null }).map((one) => one.title)).toEqual([
    'Volgende week',
  ])
})

test('the last week of a year with 53 weeks reaches into the next', () => {
  using office = openTestOffice()
  agenda.create(office.ctx, { ...meeting, happens_on: '2027-01-01' })
  const week = agenda.week(office.ctx, { monday: '2027-01-02' })
  expect(week).toMatchObject({ monday: '2026-12-28', year: 2026, week: 53 })
  expect(week.appointments).toHaveLength(1)
  expect(
    agenda.file(office.ctx, { scope: { from: '2026-12-28', to: '2027-01-03' }, detail: 'time' }).name,
  ).toBe('agenda-2026-week-53.ics')
})

test('a week knows which days are closed and who has lessons while in a trajectory', () => {
  using office = openTestOffice({ role: 'manager' })
  const participant_id = aParticipant(office, { surname: 'Aap' })
  aTrajectory(office, { participant_id, starts_on: '2026-11-17' })
  const gone = aParticipant(office, { surname: 'Noot' })
  for (const participantId of [participant_id, gone])
    civic.setLessons(office.ctx, {
      participantId,
      lessons: [
        { weekday: 1, part: 'morning' },
        { weekday: 3, part: 'afternoon' },
      ],
    })
  closures.addClosure(office.ctx, { day: '2026-11-20', reason: 'studiedag' })
  const { days } = agenda.week(office.ctx, { monday: '2026-11-16' })
  expect(days.map((one) => one.closed)).toEqual([null, null, null, null, 'studiedag', null, null])
  // On Monday the trajectory had not begun.
  expect(days.map((one) => one.lessons)).toEqual([
    [],
    [],
    [{ part: 'afternoon', people: ['Aap'] }],
    [],
    [],
    [],
    [],
  ])
})

test('cancelling keeps it, restoring and undo bring it back, and each makes the next version', () => {
  using office = openTestOffice()
  const { id } = agenda.create(office.ctx, meeting)
  const file = () => {
    const [event] = events(agenda.file(office.ctx, { scope: { id }, detail: 'time' }).file)
    return event
  }
  const first = file()
  expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED', stamp: '2026-11-18T09:00:00Z' })
  const later = office.on('2026-11-20')
  const { changeSetId } = agenda.cancel(later, { id })
  expect(file()).toMatchObject({
    uid: first?.uid,
    sequence: 1,
    status: 'CANCELLED',
    stamp: '2026-11-20T09:00:00Z',
  })
  expect(appointmentsOn(office.db, '2026-11-19')).toEqual([])
  expect(agenda.week(office.ctx, { monday: '2026-11-16' }).appointments).toMatchObject([
    { cancelled_on: '2026-11-20' },
  ])
  expect(agenda.cancel(office.on('2026-11-21'), { id }).changeSetId).toBeNull() // it was already
  office.ctx.undo(changeSetId ?? 0)
  expect(file()).toMatchObject({ sequence: 2, status: 'CONFIRMED' })
  agenda.cancel(later, { id })
  agenda.restore(later, { id })
  agenda.save(later, { id, fields: { ...meeting, start_minute: 615 } })
  expect(file()).toMatchObject({ uid: first?.uid, sequence: 5, start: '2026-11-19T10:15:00' })
})

test('a clock that was set back takes no version away', () => {
  using office = openTestOffice()
  const { id } = agenda.create(office.ctx, meeting)
  agenda.save(office.on('2020-01-01'), { id, fields: { ...meeting, place: 'Buiten' } })
  const [event] = events(agenda.file(office.on('2020-01-01'), { scope: { id }, detail: 'time' }).file)
  expect(event).toMatchObject({ sequence: 1, stamp: '2026-11-18T09:00:00Z' })
})

test('what was made by mistake goes, and comes back with undo as the same appointment', () => {
  using office = openTestOffice()
  const { id } = agenda.create(office.ctx, meeting)
  const uid = appointmentsOn(office.db, '2026-11-19')[0]?.uid
  const { changeSetId } = agenda.remove(office.ctx, { id })
  expect(agenda.list(office.ctx, { from: '2026-01-01', to: null })).toEqual([])
  office.ctx.undo(changeSetId ?? 0)
  expect(appointmentsOn(office.db, '2026-11-19')).toMatchObject([{ id, uid }])
  for (const run of [agenda.remove, agenda.cancel, agenda.restore])
    expect(() => run(office.ctx, { id: 99 })).toThrow('NOT_FOUND')
})

test('what cannot be is said at its field, and nothing is stored', () => {
  using office = openTestOffice()
  const said = (fields: Partial<AppointmentFields>) =>
    problems(() => agenda.create(office.ctx, { ...meeting, ...fields }))
  expect(said({ title: '  ', end_minute: 590 })).toEqual([
    { field: 'title', problem: 'required' },
    { field: 'end_minute', problem: 'time_order' },
  ])
  expect(said({ end_minute: 600 })).toEqual([{ field: 'end_minute', problem: 'time_order' }])
  // Summer time begins: from 2.00 to 3.00 there is nothing.
  expect(said({ happens_on: '2026-03-29', start_minute: 150, end_minute: 200 })).toEqual([
    { field: 'start_minute', problem: 'hour_skipped' },
  ])
  expect(said({ happens_on: '2026-03-29', start_minute: 90, end_minute: 150 })).toEqual([
    { field: 'end_minute', problem: 'hour_skipped' },
  ])
  expect(said({ participant_id: 99 })).toContain('NOT_FOUND')
  expect(said({ host_id: 99 })).toContain('NOT_FOUND')
  expect(said({ case_manager_id: 99 })).toContain('NOT_FOUND')
  expect(agenda.list(office.ctx, { from: '1900-01-01', to: null })).toEqual([])
  // In October that hour comes twice, and midnight is an end.
  expect(said({ happens_on: '2026-10-25', start_minute: 150, end_minute: 1440 })).toBe('nothing')
  expect(said({ happens_on: '2024-02-29' })).toBe('nothing')
})

test('a colleague who left keeps what was theirs and gets nothing new', async () => {
  using office = openTestOffice({ role: 'manager' })
  const other = office.addStaff({ name: 'Oud Collega' })
  const { id } = agenda.create(office.ctx, { ...meeting, staff_id: other.id })
  await settings.removeStaff(office.ctx, { id: other.id })
  expect(problems(() => agenda.create(office.ctx, { ...meeting, staff_id: other.id }))).toEqual([
    { field: 'staff_id', problem: 'has_left' },
  ])
  agenda.save(office.ctx, { id, fields: { ...meeting, title: 'Anders', staff_id: other.id } })
  expect(appointmentsOn(office.db, '2026-11-19')).toMatchObject([
    { title: 'Anders', staffName: 'Oud Collega' },
  ])
})

test('warnings tell what else there is, and stop nothing', () => {
  using office = openTestOffice({ role: 'manager' })
  const participant_id = aParticipant(office)
  civic.setLessons(office.ctx, { participantId: participant_id, lessons: [{ weekday: 4, part: 'morning' }] })
  closures.addClosure(office.ctx, { day: '2026-11-19', reason: 'studiedag' })
  const fields = { ...meeting, participant_id, staff_id: office.staff.id }
  const { id } = agenda.create(office.ctx, fields)
  const ask = (of: Partial<AppointmentFields>, not: number | null = null) =>
    agenda.warnings(office.ctx, { ...fields, ...of, id: not }).map((one) => one.code)
  expect(ask({})).toEqual(['person_busy', 'lesson', 'staff_busy', 'closed'])
  expect(ask({}, id)).toEqual(['lesson', 'closed']) // not with itself
  expect(ask({ happens_on: '2026-12-25' })).toEqual(['holiday'])
  agenda.cancel(office.ctx, { id })
  expect(ask({})).toEqual(['lesson', 'closed'])
  expect(agenda.create(office.ctx, fields).id).toBeGreaterThan(id)
})

test('a calendar file says as little as was chosen, never a surname, a remark or a number', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office, { given_names: 'Yusuf Ali', call_name: '', surname: 'Testman' })
  const fields = { ...meeting, participant_id, remark: 'Geheim', place: 'bel 06 12345678' }
  const { id } = agenda.create(office.ctx, fields)
  const text = (detail: 'time' | 'what' | 'first_name') =>
    Buffer.from(agenda.file(office.ctx, { scope: { id }, detail }).file, 'base64').toString('utf8')
  expect(text('time')).toContain('SUMMARY:Afspraak\r\n')
  expect(text('time')).not.toMatch(/Voortgang|Yusuf/)
  expect(text('what')).toContain('SUMMARY:Voortgang\r\n')
  expect(text('first_name')).toContain('SUMMARY:Voortgang (Yusuf)\r\n')
  for (const detail of ['time', 'what', 'first_name'] as const)
    expect(text(detail)).not.toMatch(/Testman|Geheim|12345678|LOCATION|DESCRIPTION/)
  const one = agenda.file(office.ctx, { scope: { id }, detail: 'first_name' })
  expect(one.name).toBe('afspraak-2026-11-19.ics')
  expect(agenda.filePreview(office.ctx, { scope: { id }, detail: 'first_name' })).toEqual({
    total: 1,
    lines: [{ day: '2026-11-19', text: '10.00-11.00 Voortgang (Yusuf)' }],
  })
})

test('a file holds one, a week, or all from a day on, and the cancelled ones as cancelled', () => {
  using office = openTestOffice()
  const days = ['2026-11-17', '2026-11-18', '2026-11-22', '2026-12-24']
  const ids = days.map((happens_on) => agenda.create(office.ctx, { ...meeting, happens_on }).id)
  agenda.cancel(office.ctx, { id: ids[1] ?? 0 })
  const starts = (scope: Parameters<typeof agenda.file>[1]['scope']) => {
    const { name, file } = agenda.file(office.ctx, { scope, detail: 'time' })
    return [name, ...events(file).map((one) => `${one.start.slice(0, 10)} ${one.status}`)]
  }
  expect(starts({ from: '2026-11-16', to: '2026-11-22' })).toEqual([
    'agenda-2026-week-47.ics',
    '2026-11-17 CONFIRMED',
    '2026-11-18 CANCELLED',
    '2026-11-22 CONFIRMED',
  ])
  expect(starts({ from: '2026-11-18', to: null })).toEqual([
    'agenda-vanaf-2026-11-18.ics',
    '2026-11-18 CANCELLED',
    '2026-11-22 CONFIRMED',
    '2026-12-24 CONFIRMED',
  ])
  expect(
    new Set(
      events(agenda.file(office.ctx, { scope: { from: '2026-01-01', to: null }, detail: 'time' }).file).map(
        (one) => one.uid,
      ),
    ).size,
  ).toBe(4)
})

test('it stands on the line of time and in the history of the person, and goes along when dossiers become one', () => {
  using office = openTestOffice()
  const keepId = aParticipant(office, { surname: 'Blijft' })
  const otherId = aParticipant(office, { surname: 'Gaatop' })
  const { id } = agenda.create(office.ctx, { ...meeting, participant_id: otherId, staff_id: office.staff.id })
  const lines = (participantId: number) =>
    dossier.timeline(office.ctx, {
      participantId,
      filter: { ...everything, group: 'appointments' },
      after: null,
      limit: 9,
    }).items
  expect(lines(otherId)).toMatchObject([
    {
      kind: 'appointment',
      on: '2026-11-19',
      who: 'Coach Test',
      code: 'planned',
      text: '10.00-11.00 Voortgang, Spreekkamer',
    },
  ])
  agenda.save(office.ctx, {
    id,
    fields: { ...meeting, participant_id: otherId, staff_id: office.staff.id, start_minute: 630 },
  })
  const changes = history.person(office.ctx, { participantId: otherId, query: '', before: null, limit: 50 })
  expect(JSON.stringify(changes)).toContain('10.30')
  merge.run(office.ctx, { keepId, otherId, choices: {} })
  expect(lines(keepId)).toHaveLength(1)
  expect(appointmentsOf(office.db, keepId, { from: '2026-11-19', to: null })).toMatchObject([{ id }])
  // What still names the dossier that went up in the other one, lands there.
  agenda.save(office.ctx, { id, fields: { ...meeting, participant_id: otherId } })
  expect(
    agenda.ofPerson(office.ctx, { participantId: keepId, from: '2026-11-01', to: '2026-11-30' }),
  ).toHaveLength(1)
})
