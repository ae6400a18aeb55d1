/** Appointments from two weeks before the office's day until five weeks after it. */
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import { at } from './random.ts'
import type { Random } from './random.ts'
import { officeAppointments, talkPlaces, talks, visits } from './texts/appointments.ts'
import type { PracticeData } from './types.ts'

type Row = PracticeRows['appointment']
type Around = Pick<PracticeData, 'options' | 'calendar' | 'staff' | 'specs' | 'host' | 'case_manager'>

const [weeksBefore, weeksAfter] = [2, 5]
/** Half past nine to four, each half hour. */
const [firstMinute, halfHours] = [9 * 60 + 30, 13]

export function inventAppointments(around: Around, random: Random): Row[] {
  const { today } = around.options
  const people = around.specs.filter((spec) => spec.kind === 'active').map((spec) => spec.id)
  const rows: Row[] = []
  for (let week = -weeksBefore; week <= weeksAfter; week += 1) {
    const monday = addDays(mondayOf(today), 7 * week)
    const days = around.calendar.openDays(monday, addDays(monday, 4)).map((one) => one.day)
    // What is near is full; further on there is still room.
    const count = days.length === 0 ? 0 : Math.max(2, 9 - 2 * Math.max(0, week - 1))
    for (let n = 0; n < count; n += 1) rows.push(one(rows.length + 1, random.pick(days)))
    if (days.length > 0 && week >= 0) rows.push(ofOffice(rows.length + 1, at(days, 0), week))
  }
  return rows

  function one(id: number, day: string): Row {
    const visit = random.chance(0.3)
    const host = visit ? random.pick(around.host) : null
    const [title, minutes] = random.pick(visit ? visits : talks)
    const start = firstMinute + 30 * random.int(0, halfHours - 1)
    const municipal = !visit && title.includes('klantmanager')
    return row(id, {
      happens_on: day,
      start_minute: start,
      end_minute: start + minutes,
      title,
      place: host === null ? random.pick(talkPlaces) : host.name,
      staff_id: random.int(1, around.staff.length),
      participant_id: random.pick(people),
      host_id: host?.id ?? null,
      case_manager_id: municipal ? random.pick(around.case_manager).id : null,
      cancelled_on: day < today && random.chance(0.12) ? addDays(day, -1) : null,
    })
  }

  function ofOffice(id: number, day: string, week: number): Row {
    const [title, minutes] = at(officeAppointments, week % officeAppointments.length)
    return row(id, { happens_on: day, start_minute: 510, end_minute: 510 + minutes, title, place: '' })
  }
}

function row(
  id: number,
  fields: Partial<Row> & Pick<Row, 'happens_on' | 'start_minute' | 'end_minute' | 'title' | 'place'>,
): Row {
  return {
    id,
    uid: `practice-${id}@trajectboek`,
    remark: '',
    staff_id: null,
    participant_id: null,
    host_id: null,
    case_manager_id: null,
    cancelled_on: null,
    ...fields,
  }
}
