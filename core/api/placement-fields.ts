/** What was agreed about a placement, and how it was in the end, besides where and when. */
import { z } from 'zod'
import * as f from './fields.ts'

/** Who takes out the insurance; '' while nobody knows. */
export const placementInsurance = z.enum(['', 'host', 'office', 'municipality'])
/** Of paid work. */
export const jobForm = z.enum(['', 'regular', 'wage_subsidy', 'agency', 'self_employed'])
export const meaningful = z.enum(['yes', 'partly', 'no'])

export const placementMore = {
  parts: z.array(f.weekPart).max(21), // in the order of the week
  allowance: f.shortText,
  insurance: placementInsurance,
  supervisor_phone: f.shortText,
  agreed_on: f.isoDate.nullable(), // the day of the agreement
  job_form: jobForm,
  // By the participant's own word.
  energy: f.longText,
  meaningful: meaningful.nullable(),
  own_opinion: f.longText,
}
