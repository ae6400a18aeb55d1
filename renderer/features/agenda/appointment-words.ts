/** The words of an appointment: its time, and who it is with. */
import type { Appointment } from '#core/api/agenda.ts'
import { shownTime } from '#core/calendar/times.ts'

/** "9.30-10.15" */
export function shownTimes({
  start_minute,
  end_minute,
}: {
  start_minute: number
  end_minute: number
}): string {
  return `${shownTime(start_minute)}-${shownTime(end_minute)}`
}

/** Names of who comes from outside, the participant first. */
export function withWhom(
  of: Pick<Appointment, 'participantName' | 'hostName' | 'caseManagerName'>,
): string[] {
  return [of.participantName, of.caseManagerName, of.hostName].filter((name) => name !== '')
}
