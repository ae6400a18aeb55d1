import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * Problems with one field of what was typed. The screen shows `i18n: problems.<code>` under that field;
 * the closed list makes sure that each has words.
 */
export const fieldProblems = [
  'required',
  'name_required',
  'date_impossible',
  'date_not_understood',
  'date_in_future',
  'end_before_start',
  'outside_trajectory',
  'trajectory_overlaps',
  'pause_overlaps',
  'marks_outside',
  'already_this',
  'enough',
  'date_taken',
  'longer_than_two_years',
  'closed_day',
  'week_closed',
  'after_end',
  'in_pause',
  'time_outside_plan',
  'times_overlap',
  'postcode_invalid',
  'phone_invalid',
  'email_invalid',
  'no_days_chosen',
  'time_order',
  'number_range',
  'password_too_short',
  'name_taken',
  'code_typo',
  'code_mismatch',
  'too_long',
  'wrong_password',
  'too_few_options',
  'same_words',
  'too_many',
  'before_given',
  'file_empty',
  'file_too_large',
  'file_type',
  'file_old_word',
  'file_heic',
  'file_macros',
  'file_locked',
  'file_damaged',
  'word_taken',
  'picture_kind',
  'picture_large',
  'before_trajectory_end',
  'already_there',
  'longer_than_three_years',
  'may_not_contact',
  'hour_skipped',
  'time_not_understood',
  'has_left',
  'fewer_than_there',
  'outside_country',
  'not_later',
  'logo_kind',
  'logo_large',
  'logo_broken',
  'logo_script',
  'colour_form',
  'colour_light',
  'number_form',
  'number_signs',
] as const
export type FieldProblem = (typeof fieldProblems)[number]

export const fieldErrorSchema = z.object({ field: z.string(), problem: z.enum(fieldProblems) })
export type FieldError = z.infer<typeof fieldErrorSchema>

/**
 * The closed list of expected failures. Every procedure can answer with any of these; everything else is a
 * bug and reaches the screen as UNEXPECTED with a reference number that stands in the log.
 * `i18n: errors.<CODE>` holds what happened, what it means for the data, and what to do.
 */
export const errorMap = {
  NOT_SET_UP: { status: 409 },
  ALREADY_SET_UP: { status: 409 },
  LOCKED: { status: 401 },
  WRONG_PASSWORD: { status: 401 },
  WRONG_CODE: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  INVALID: { status: 422, data: z.object({ fields: z.array(fieldErrorSchema) }) },
  CLOSED_DAY: { status: 409 },
  /** This week is settled, see table closed_week: its marks, plans and closed days stay. `monday`: which week. */
  WEEK_CLOSED: { status: 409, data: z.object({ monday: z.string() }) },
  LETTER_INCOMPLETE: { status: 409, data: z.object({ gaps: z.array(z.string()) }) },
  LETTER_FINAL: { status: 409 },
  /** A colleague has to approve it first, and not the one who asked. */
  LETTER_REVIEW: { status: 409 },
  /** The clock of this PC is before the newest letter. `clock`: what it says; `last`: the day of that letter. */
  LETTER_CLOCK: { status: 409, data: z.object({ clock: z.string(), last: z.string() }) },
  INTAKE_FINISHED: { status: 409 },
  NOTHING_TO_UNDO: { status: 409 },
  CHANGED_SINCE: { status: 409 },
  /** Somebody changed it in another window after this one read it. `value`: what it is now. */
  EDITED_ELSEWHERE: {
    status: 409,
    data: z.object({ fields: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
  },
  FOLDER_NOT_WRITABLE: { status: 409, data: z.object({ path: z.string() }) },
  DISK_FULL: { status: 507 },
  FILE_IN_USE: { status: 409, data: z.object({ path: z.string() }) },
  NOT_OUR_FILE: { status: 409, data: z.object({ path: z.string() }) },
  UNREADABLE_FILE: { status: 409, data: z.object({ path: z.string() }) },
  NEWER_VERSION: { status: 409, data: z.object({ path: z.string(), version: z.string() }) },
  DAMAGED_FILE: { status: 409, data: z.object({ path: z.string() }) },
  SHUTTING_DOWN: { status: 503 },
  NOT_THIS_PLACE: {
    status: 409,
    data: z.object({ path: z.string(), why: z.enum(['network', 'same_disk', 'inside_profile']) }),
  },
  COPY_DIFFERS: { status: 409, data: z.object({ path: z.string() }) },
  LAST_MANAGER: { status: 409 },
  /** Somebody has a place at this organisation, or is on the way to one. */
  HOST_HAS_PEOPLE: { status: 409 },
  /** What leaves the house about somebody needs a permission that holds. */
  PERMISSION_NEEDED: { status: 409 },
  UNEXPECTED: { status: 500, data: z.object({ ref: z.string() }) },
} as const
export type ErrorCode = keyof typeof errorMap
export const errorCodes = Object.keys(errorMap) as ErrorCode[]

/** The start of every procedure of the contract. */
export const base = oc.errors(errorMap)
