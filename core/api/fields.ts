/** The small shapes that the whole contract shares. Everything that crosses is plain data. */
import { z } from 'zod'

export const id = z.int().positive()
/** `YYYY-MM-DD`, and a day that exists. */
export const isoDate = z.iso.date()
/** `YYYY-MM`. */
export const isoMonth = z.string().regex(/^\d{4}-\d{2}$/)
/** A date of birth of which only the year, or year and month, may be known. */
export const partialDate = z.union([isoDate, isoMonth, z.string().regex(/^\d{4}$/)])
export const moment = z.string()
export const minutes = z.int().min(0)
export const shortText = z.string().max(500)
export const longText = z.string().max(20_000)
export const base64 = z.string()
export const ok = z.object({ ok: z.literal(true) })
export const withId = z.object({ id })
/** What a save answers: the change set that an undo takes back; null when nothing was different. */
export const changed = z.object({ changeSetId: id.nullable() })
export const created = z.object({ id, changeSetId: id.nullable() })

export const formOfAddress = z.enum(['mevrouw', 'heer', 'none'])
export const nameUse = z.enum(['own', 'partner', 'partner_own', 'own_partner'])
export const dayPart = z.enum(['morning', 'afternoon'])
export const attendanceMark = z.enum(['present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere'])
export const phase = z.enum(['intake', 'workshop', 'orientation', 'placement', 'aftercare'])
export const placementKind = z.enum([
  'volunteer',
  'work_experience',
  'learn_work',
  'trial',
  'internship',
  'education',
  'job',
])
export const placementStage = z.enum(['exploring', 'introduction', 'trial', 'placed', 'ended'])
export const placementGoal = z.enum([
  'language',
  'rhythm',
  'contact',
  'network',
  'experience',
  'trade',
  'filling',
])
export const outflow = z.enum([
  'job',
  'job_subsidised',
  'learn_work',
  'trial',
  'work_experience',
  'education',
  'volunteer',
  'returned',
  'moved',
  'other',
])
export const languageSkill = z.enum(['listening', 'speaking', 'reading', 'writing'])
export const languageLevel = z.enum([
  'Alfa A',
  'Alfa B',
  'Alfa C',
  'A0',
  'A1',
  'A1+',
  'A2',
  'A2+',
  'B1',
  'B1+',
  'B2',
  'C1',
  'C2',
])
export const languageSource = z.enum(['exam', 'school', 'coach', 'participant'])
export const noteKind = z.enum(['note', 'talk', 'phone', 'visit', 'municipality', 'host'])
export const goalState = z.enum(['not_started', 'busy', 'reached', 'partly', 'not', 'changed'])
/** Why a trajectory ended: what municipalities ask for. */
export const endKind = z.enum([
  'planned',
  'work',
  'education',
  'moved',
  'health',
  'family',
  'not_reachable',
  'no_show',
  'not_fitting',
  'civic_integration',
  'by_municipality',
  'by_participant',
  'deceased',
  'other',
])
export const civicLaw = z.enum(['wi2021', 'wi2013', 'not_obliged', 'exempt', 'finished', 'unknown'])
export const civicRoute = z.enum(['b1', 'education', 'z', 'none', 'unknown'])
export const lessonPart = z.enum(['morning', 'afternoon', 'evening'])
/** A half-day of the week, or an evening; 1 is Monday. */
export const weekPart = z.object({ weekday: z.int().min(1).max(7), part: lessonPart })
export const letterState = z.enum(['draft', 'review', 'final', 'sent', 'replaced', 'withdrawn'])
export const hostKind = z.enum(['employer', 'volunteer', 'school', 'care'])
/** How an opening stands today; core/places/opening-state.ts. */
export const openingState = z.enum(['open', 'partly', 'full', 'not_yet', 'over', 'closed'])
export const matchChoice = z.enum(['chosen', 'later', 'declined'])
export const role = z.enum(['coach', 'manager'])

export type DayPart = z.infer<typeof dayPart>
export type AttendanceMark = z.infer<typeof attendanceMark>
export type FormOfAddress = z.infer<typeof formOfAddress>
export type NameUse = z.infer<typeof nameUse>
export type Phase = z.infer<typeof phase>
export type PlacementKind = z.infer<typeof placementKind>
export type PlacementStage = z.infer<typeof placementStage>
export type PlacementGoal = z.infer<typeof placementGoal>
export type Outflow = z.infer<typeof outflow>
export type LanguageSkill = z.infer<typeof languageSkill>
export type LanguageLevel = z.infer<typeof languageLevel>
export type LanguageSource = z.infer<typeof languageSource>
export type NoteKind = z.infer<typeof noteKind>
export type GoalState = z.infer<typeof goalState>
export type EndKind = z.infer<typeof endKind>
export type CivicLaw = z.infer<typeof civicLaw>
export type CivicRoute = z.infer<typeof civicRoute>
export type LessonPart = z.infer<typeof lessonPart>
export type WeekPart = z.infer<typeof weekPart>
export type LetterState = z.infer<typeof letterState>
export type HostKind = z.infer<typeof hostKind>
export type OpeningState = z.infer<typeof openingState>
export type MatchChoice = z.infer<typeof matchChoice>
export type Role = z.infer<typeof role>
