/**
 * Calendar files by RFC 5545 (iCalendar). Times are Dutch local times with the rule of the time zone beside them, so
 * that an appointment stays at the same hour of the wall clock in every calendar. Why by hand: docs/decisions/0010.
 */
import { addDays } from '../calendar/dates.ts'

export interface CalendarEvent {
  /** Stays the same for the same appointment: with it a calendar knows what it has already. */
  readonly uid: string
  /** Only ever goes up: a calendar leaves out what is older than what it has. */
  readonly sequence: number
  /** The moment of the last change, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly changedAt: string
  /** `YYYY-MM-DD`, and minutes since midnight there; an end of 1440 is midnight. */
  readonly day: string
  readonly startMinute: number
  readonly endMinute: number
  readonly title: string
  readonly place: string
  readonly cancelled: boolean
}

const zone = 'Europe/Amsterdam'

/** Of European summer time as it is since 1996. */
const timezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The text of the file: lines of at most 75 octets of UTF-8, each ended by CR and LF. */
export function calendarFile(events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trajectboek//Trajectboek//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...timezone,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${event.changedAt.replaceAll(/[-:]/g, '')}`,
    `DTSTART;TZID=${zone}:${localTime(event.day, event.startMinute)}`,
    `DTEND;TZID=${zone}:${localTime(event.day, event.endMinute)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place === '' ? [] : [`LOCATION:${escaped(event.place)}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** `20261118T093000`. */
function localTime(day: string, minute: number): string {
  const on = minute === 1440 ? addDays(day, 1) : day
  const two = (n: number) => String(n).padStart(2, '0')
  return `${on.replaceAll('-', '')}T${two(Math.floor(minute / 60) % 24)}${two(minute % 60)}00`
}

/** TEXT (3.3.11): control characters other than a new line have no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\n' ? control : ' '))
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

/** Folded (3.1) at 75 octets, never inside a character: some calendars read each line by itself. */
function folded(line: string): string {
  const most = 75
  let out = ''
  let octets = 0
  for (const letter of line) {
    const size = utf8Size(letter.codePointAt(0) ?? 0)
    if (octets + size > most) {
      out += '\r\n '
      octets = 1 // the space that the next line begins with
    }
    out += letter
    octets += size
  }
  return out
}

/** Octets of a code point in UTF-8; half of a pair becomes the replacement character, of three. */
function utf8Size(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
