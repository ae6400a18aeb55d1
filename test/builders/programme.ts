import type { SchedulePart, Trajectory } from '#core/api/programme.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import { createAftercareMoments } from '#db/aftercare/commands.ts'
import { createTrajectory, endTrajectory, setPhase, setSchedule } from '#db/trajectories/commands.ts'
import type { TestOffice } from './office.ts'
import { aParticipant, aReferral } from './people.ts'

/** Tuesday and Thursday, 09:00 to 12:00. */
export const twoMornings: readonly SchedulePart[] = [2, 4].map((weekday) => ({
  weekday,
  part: 'morning',
  start_minute: 540,
  end_minute: 720,
}))

/**
 * A trajectory of six months from 2026-08-24, on two mornings, with the test's coach. With `ended_on` it is
 * ended, with its moments of aftercare.
 */
export function aTrajectory(
  office: TestOffice,
  fields: Partial<Trajectory> & { parts?: readonly SchedulePart[] } = {},
): number {
  const participant_id = fields.participant_id ?? aParticipant(office)
  const referral_id = fields.referral_id ?? aReferral(office, { participant_id })
  const months = fields.months ?? 6
  const starts_on = fields.starts_on ?? '2026-08-24'
  return office.command(() => {
    const id = createTrajectory(office.db, {
      participant_id,
      referral_id,
      coach_id: fields.coach_id ?? office.staff.id,
      months,
      starts_on,
      planned_end_on: fields.planned_end_on ?? trajectoryEnd(starts_on, months),
      purpose: fields.purpose ?? '',
    })
    setSchedule(office.db, id, starts_on, fields.parts ?? twoMornings)
    if (fields.phase !== undefined) setPhase(office.db, id, fields.phase, starts_on)
    if (typeof fields.ended_on === 'string') {
      endTrajectory(office.db, {
        id,
        ended_on: fields.ended_on,
        outflow: fields.outflow ?? 'other',
        end_kind: fields.end_kind ?? 'planned',
        end_reason: fields.end_reason ?? 'As planned',
        end_discussed_with: fields.end_discussed_with ?? '',
        end_discussed_on: fields.end_discussed_on ?? null,
      })
      createAftercareMoments(office.db, id, fields.ended_on)
    }
    return id
  })
}
