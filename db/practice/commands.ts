/**
 * Bulk inserts for a practice office: rows with their own ids, without the checks that the features make. Only
 * inside `bulkLoad`. People, organisations and staff go through their own commands, which fold their names.
 */
import type { WritableDb } from '../database.ts'
import { appointmentFields } from '../appointments/rows.ts'
import { placementFields } from '../placements/rows.ts'
import { prepared } from '../prepare.ts'
import { insertSql } from '../statements.ts'
import { openingFields } from '../openings/rows.ts'
import type { PracticeRows, PracticeTable } from './rows.ts'

const statements = {
  municipality: insertSql('municipality', [
    'id',
    'name',
    'address_line',
    'postcode',
    'city',
    'phone',
    'email',
  ]),
  case_manager: insertSql('case_manager', [
    'id',
    'municipality_id',
    'initials',
    'prefix',
    'surname',
    'form_of_address',
    'function_title',
    'phone',
    'email',
  ]),
  closure: insertSql('closure', ['day', 'reason']),
  opening: insertSql('opening', ['id', 'host_id', ...openingFields]),
  opening_part: insertSql('opening_part', ['opening_id', 'weekday', 'part']),
  opening_demand: insertSql('opening_demand', ['opening_id', 'item', 'amount']),
  travel_time: insertSql('travel_time', ['place', 'other', 'minutes']),
  referral: insertSql('referral', [
    'id',
    'participant_id',
    'case_manager_id',
    'referred_on',
    'client_number',
    'kind',
    'purpose',
    'tried_before',
    'project_id',
  ]),
  intake: insertSql('intake', [
    'id',
    'participant_id',
    'referral_id',
    'definition_version',
    'staff_id',
    'started_on',
    'finished_on',
    'notes',
  ]),
  intake_answer: insertSql('intake_answer', ['intake_id', 'question', 'value', 'no_answer']),
  trajectory: insertSql('trajectory', [
    'id',
    'participant_id',
    'referral_id',
    'coach_id',
    'months',
    'starts_on',
    'planned_end_on',
    'ended_on',
    'phase',
    'purpose',
    'outflow',
    'end_kind',
    'end_reason',
  ]),
  trajectory_phase: insertSql('trajectory_phase', ['trajectory_id', 'since', 'phase']),
  trajectory_extension: insertSql('trajectory_extension', [
    'id',
    'trajectory_id',
    'agreed_on',
    'old_end_on',
    'new_end_on',
    'reason',
  ]),
  schedule: insertSql('schedule', ['id', 'trajectory_id', 'valid_from']),
  schedule_part: insertSql('schedule_part', ['schedule_id', 'weekday', 'part', 'start_minute', 'end_minute']),
  attendance: insertSql('attendance', [
    'participant_id',
    'day',
    'part',
    'trajectory_id',
    'mark',
    'planned_minutes',
    'present_minutes',
  ]),
  goal: insertSql('goal', ['id', 'trajectory_id', 'position', 'description', 'state', 'state_on', 'remark']),
  contact_note: insertSql('contact_note', [
    'id',
    'participant_id',
    'staff_id',
    'happened_on',
    'kind',
    'body',
    'in_report',
  ]),
  task: insertSql('task', ['id', 'participant_id', 'title', 'due_on', 'done_on']),
  language_assessment: insertSql('language_assessment', [
    'id',
    'participant_id',
    'assessed_on',
    'skill',
    'level',
    'source',
    'staff_id',
  ]),
  skill_assessment: insertSql('skill_assessment', [
    'id',
    'participant_id',
    'skill_id',
    'assessed_on',
    'score',
    'own_score',
    'staff_id',
  ]),
  ladder_assessment: insertSql('ladder_assessment', [
    'id',
    'participant_id',
    'assessed_on',
    'step',
    'staff_id',
  ]),
  placement: insertSql('placement', ['id', 'participant_id', ...placementFields]),
  placement_part: insertSql('placement_part', ['placement_id', 'weekday', 'part']),
  aftercare: insertSql('aftercare', [
    'id',
    'participant_id',
    'trajectory_id',
    'month',
    'due_on',
    'done_on',
    'try_on',
    'outcome',
    'benefit_ended',
    'moved_on_to',
    'remark',
  ]),
  aftercare_attempt: insertSql('aftercare_attempt', [
    'id',
    'aftercare_id',
    'tried_on',
    'how',
    'reached',
    'staff_id',
  ]),
  permission: insertSql('permission', ['id', 'participant_id', 'kind', 'given_on', 'withdrawn_on']),
  ready_signal: insertSql('ready_signal', [
    'id',
    'participant_id',
    'placement_id',
    'signalled_on',
    'told_by',
    'body',
    'staff_id',
  ]),
  appointment: insertSql('appointment', ['id', 'uid', ...appointmentFields, 'cancelled_on']),
}

/** Puts the rows into their table as they are. A row that the schema refuses is a bug of the generator. */
export function insertRows<T extends PracticeTable>(
  db: WritableDb,
  table: T,
  rows: Iterable<PracticeRows[T]>,
): void {
  const insert = prepared<[PracticeRows[T]]>(db, statements[table])
  for (const row of rows) insert.run(row)
}
