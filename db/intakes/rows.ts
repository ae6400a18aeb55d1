/** The columns of an intake without its notes, and of a talk without its keys; as in core/api/intake.ts. */
export const headColumns = [
  'id',
  'participant_id',
  'definition_version',
  'form_id',
  'follows_id',
  'staff_id',
  'started_on',
  'finished_on',
] as const

export const talkColumns = [
  'held_on',
  'staff_id',
  'place',
  'minutes',
  'language',
  'interpreter',
  'ambassador_id',
  'present',
  'understood',
  'remark',
] as const
