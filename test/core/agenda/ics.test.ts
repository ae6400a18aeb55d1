import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { addDays } from '#core/calendar/dates.ts'
import { timeExists } from '#core/calendar/clock-change.ts'
import { calendarFile, type CalendarEvent } from '#core/calendar-files/ics.ts'

const anEvent = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a1@trajectboek',
  sequence: 0,
  changedAt: '2026-11-18T09:00:00Z',
  day: '2026-11-18',
  startMinute: 570,
  endMinute: 630,
  title: 'Gesprek',
  place: '',
  cancelled: false,
  ...fields,
})

/** As another program reads it: ical.js knows nothing of ours. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      place: event.location ?? '',
      status: part.getFirstPropertyValue('status'),
      stamp: String(part.getFirstPropertyValue('dtstamp')),
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      startUtc: event.startDate.toJSDate().toISOString(),
      endUtc: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
    }
  })
  return { calendar, events }
}

test('an appointment is read back as it was written, with its zone and its moment of change', () => {
  const { calendar, events } = read(
    calendarFile([anEvent({ sequence: 3, place: 'Spreekkamer 2; achter', title: 'Voortgang, met koffie' })]),
  )
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(events).toEqual([
    {
      uid: 'a1@trajectboek',
      sequence: 3,
      title: 'Voortgang, met koffie',
      place: 'Spreekkamer 2; achter',
      status: 'CONFIRMED',
      stamp: '2026-11-18T09:00:00Z',
      start: '2026-11-18T09:30:00',
      end: '2026-11-18T10:30:00',
      startUtc: '2026-11-18T08:30:00.000Z',
      endUtc: '2026-11-18T09:30:00.000Z',
      zone: 'Europe/Amsterdam',
    },
  ])
})

test.each([
  ['2026-03-28', '2026-03-28T09:00:00.000Z'], // winter time
  ['2026-03-29', '2026-03-29T08:00:00.000Z'], // the clock went forward that night
  ['2026-10-24', '2026-10-24T08:00:00.000Z'], // summer time
  ['2026-10-25', '2026-10-25T09:00:00.000Z'], // the clock went back that night
])('ten in the morning stays ten in the morning on %s', (day, utc) => {
  const [event] = read(calendarFile([anEvent({ day, startMinute: 600, endMinute: 660 })])).events
  expect(event).toMatchObject({ start: `${day}T10:00:00`, startUtc: utc })
})

test('an appointment through the night of the clock lasts as long as the wall clock says', () => {
  const [spring, autumn] = read(
    calendarFile([
      anEvent({ day: '2026-03-29', startMinute: 90, endMinute: 210 }),
      anEvent({ uid: 'b', day: '2026-10-25', startMinute: 90, endMinute: 210 }),
    ]),
  ).events
  expect(spring).toMatchObject({ startUtc: '2026-03-29T00:30:00.000Z', endUtc: '2026-03-29T01:30:00.000Z' })
  expect(autumn).toMatchObject({ startUtc: '2026-10-24T23:30:00.000Z', endUtc: '2026-10-25T02:30:00.000Z' })
})

test('an end at midnight is the next day, also at the end of a year with 53 weeks', () => {
  const [event] = read(
    calendarFile([anEvent({ day: '2026-12-31', startMinute: 1380, endMinute: 1440 })]),
  ).events
  expect(event).toMatchObject({ start: '2026-12-31T23:00:00', end: '2027-01-01T00:00:00' })
})

test('a cancelled one says so, and no line holds more than it should', () => {
  const text = calendarFile([anEvent({ cancelled: true }), anEvent({ uid: 'b2@trajectboek' })])
  expect(read(text).events.map((event) => event.status)).toEqual(['CANCELLED', 'CONFIRMED'])
  const names = new Set(text.split('\r\n').map((line) => line.split(/[:;]/)[0]))
  for (const never of ['DESCRIPTION', 'ATTENDEE', 'ORGANIZER', 'CONTACT', 'COMMENT'])
    expect(names).not.toContain(never)
})

test('the same input gives the same bytes', () => {
  expect(calendarFile([anEvent()])).toBe(calendarFile([anEvent()]))
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        ',',
        ';',
        '\\',
        ':',
        '"',
        'é',
        '€',
        '😀',
        'ምርኮኛ',
        ' ',
        'n',
        'BEGIN:VEVENT',
      ),
    )
    .map((parts) => parts.join('')),
)
/** What of a text can cross: new lines of one kind, no other control characters. */
const crossing = (text: string) =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' '))

test('any title and place come through any parser, in lines of at most 75 octets that end in CRLF', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1997-01-01', n))
  const times = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .filter(([start, end]) => start < end)
  fc.assert(
    fc.property(
      words,
      words,
      day,
      times,
      fc.nat(),
      (title, place, on, [startMinute, endMinute], sequence) => {
        const text = calendarFile([anEvent({ title, place, day: on, startMinute, endMinute, sequence })])
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const bytes = Buffer.from(text, 'utf8')
        for (const line of bytes.toString('utf8').split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const { events } = read(bytes.toString('utf8'))
        expect(events).toHaveLength(1)
        const [event] = events
        expect(event?.title).toBe(crossing(title))
        if (place !== '') expect(event?.place).toBe(crossing(place))
        expect(event?.sequence).toBe(sequence)
        if (timeExists(on, startMinute))
          expect(event?.start).toBe(
            `${on}T${String(Math.floor(startMinute / 60)).padStart(2, '0')}:${String(startMinute % 60).padStart(2, '0')}:00`,
          )
      },
    ),
    { numRuns: 400 },
  )
})
