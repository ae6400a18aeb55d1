import type { Staff } from '#core/api/app.ts'
import type { ParticipantFields } from '#core/api/people.ts'
import type { Host } from '#core/api/hosts.ts'
import type { NewHostPerson } from '#db/hosts/commands.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { Spec } from './plan.ts'

export interface PracticeOptions {
  /** `YYYY-MM-DD`: the day on which the office is opened. Nothing has happened after it. */
  readonly today: string
  readonly seed: number
  /** People in a trajectory. At least 5. */
  readonly active: number
  /** People whose trajectory is over. At least 9. */
  readonly former: number
  /** People before a trajectory: just referred, halfway the intake, only screened. At least 3. */
  readonly waiting: number
  /** How far back it goes. */
  readonly years: number
  /** For benchmarks: everybody comes all ten half-days a week, for six months. */
  readonly fullWeeks: boolean
}

/** Everything about one person. */
export interface Dossier {
  readonly participant: ParticipantFields & { id: number; created_on: string }
  readonly referral: PracticeRows['referral'][]
  readonly intake: PracticeRows['intake'][]
  readonly intake_answer: PracticeRows['intake_answer'][]
  readonly trajectory: PracticeRows['trajectory'][]
  readonly trajectory_phase: PracticeRows['trajectory_phase'][]
  readonly trajectory_extension: PracticeRows['trajectory_extension'][]
  readonly schedule: PracticeRows['schedule'][]
  readonly schedule_part: PracticeRows['schedule_part'][]
  readonly goal: PracticeRows['goal'][]
  readonly attendance: PracticeRows['attendance'][]
  readonly contact_note: PracticeRows['contact_note'][]
  readonly task: PracticeRows['task'][]
  readonly language_assessment: PracticeRows['language_assessment'][]
  readonly skill_assessment: PracticeRows['skill_assessment'][]
  readonly ladder_assessment: PracticeRows['ladder_assessment'][]
  readonly placement: PracticeRows['placement'][]
  readonly ready_signal: PracticeRows['ready_signal'][]
  readonly permission: PracticeRows['permission'][]
  readonly placement_part: PracticeRows['placement_part'][]
  readonly aftercare: PracticeRows['aftercare'][]
  readonly aftercare_attempt: PracticeRows['aftercare_attempt'][]
}

/** An invented office. The same options give the same office, on every machine. */
export interface PracticeData {
  readonly options: PracticeOptions
  readonly calendar: OfficeCalendar
  /** The first one founds the office and has id 1. */
  readonly staff: readonly Staff[]
  readonly municipality: readonly PracticeRows['municipality'][]
  readonly case_manager: readonly PracticeRows['case_manager'][]
  readonly host: readonly Host[]
  readonly hostPerson: readonly NewHostPerson[]
  readonly opening: readonly PracticeRows['opening'][]
  readonly opening_part: readonly PracticeRows['opening_part'][]
  readonly opening_demand: readonly PracticeRows['opening_demand'][]
  readonly travel_time: readonly PracticeRows['travel_time'][]
  readonly officeTasks: readonly PracticeRows['task'][]
  readonly appointments: readonly PracticeRows['appointment'][]
  /** Who there is, in the order of the ids; what each dossier is made from. */
  readonly specs: readonly Spec[]
  /** Made one by one while they are asked for, so that thousands need no room. Each call starts again. */
  dossiers(): Iterable<Dossier>
}
